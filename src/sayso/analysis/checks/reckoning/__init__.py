"""Statements that can be reckoned out from the numbers and dates beside them."""
