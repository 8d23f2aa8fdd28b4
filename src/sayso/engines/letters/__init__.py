"""Capitals, where a text or a headline has none or too many."""
