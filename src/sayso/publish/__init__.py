"""Answers on paper, and a case in the forms that other programs read."""
