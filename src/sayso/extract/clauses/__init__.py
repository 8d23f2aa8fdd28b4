"""Clauses by their grammar, so that what reports say can be held side by side."""
