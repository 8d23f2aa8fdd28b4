"""Judgements of authors and sources, apart from what they report."""
