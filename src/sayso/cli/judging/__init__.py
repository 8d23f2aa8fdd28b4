"""Judgements: claims, comparisons, checks, and the word of the analyst on them."""
