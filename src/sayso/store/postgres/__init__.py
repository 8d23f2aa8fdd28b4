"""A case in a database on a server: PostgreSQL."""
