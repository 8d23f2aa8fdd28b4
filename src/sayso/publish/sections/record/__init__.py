"""Sections drawn from the record of single persons."""
