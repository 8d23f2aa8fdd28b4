"""One statement of a migration, on whichever database the case lies in."""

from __future__ import annotations

from sqlalchemy import Connection

from sayso.store.dialects import dialect_of


def take(connection: Connection, statement: str) -> None:
    """Make or change a table; types are named as in SQLite, and spelt as the database has them."""
    connection.exec_driver_sql(dialect_of(connection).spelt(statement))
