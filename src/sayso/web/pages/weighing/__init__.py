"""Rival hypotheses against the evidence."""
