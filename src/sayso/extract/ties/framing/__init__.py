"""Ties told by the words of the packs' tie frames."""
