"""Statements that count or compare, read as measure, matter, window and what they are held to."""
