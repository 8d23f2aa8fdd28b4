"""Statements about times that are held against the other times of a report."""
