"""A case in one file: SQLite."""
