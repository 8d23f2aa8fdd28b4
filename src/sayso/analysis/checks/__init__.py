"""Statements that can be held against the record, and whether they hold."""
