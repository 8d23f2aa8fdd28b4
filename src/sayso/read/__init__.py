"""Bytes → Document: one reader for each format, and what all of them share."""
