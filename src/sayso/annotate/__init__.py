"""Marks in a document: sentences, mentions, times, quantities."""
