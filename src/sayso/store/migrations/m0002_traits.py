"""What is told of sources: a table of traits."""

from __future__ import annotations

from sqlalchemy import Connection

TITLE = "traits of sources"


def up(connection: Connection) -> None:
    """Make the table, empty: the next read fills it."""
    connection.exec_driver_sql(
        "CREATE TABLE trait (id TEXT PRIMARY KEY, entity TEXT NOT NULL, body TEXT NOT NULL)"
    )
    connection.exec_driver_sql("CREATE INDEX trait_entity ON trait(entity)")
