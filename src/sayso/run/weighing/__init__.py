"""Hypotheses kept in a case, and cells set in it."""
