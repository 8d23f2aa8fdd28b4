"""What is told of sources: a table of traits."""

from __future__ import annotations

from sqlalchemy import Connection

from sayso.store.migrations.statement import take

TITLE = "traits of sources"


def up(connection: Connection) -> None:
    """Make the table, empty: the next read fills it."""
    take(
        connection,
        "CREATE TABLE trait (id TEXT PRIMARY KEY, entity TEXT NOT NULL, body TEXT NOT NULL)",
    )
    take(connection, "CREATE INDEX trait_entity ON trait(entity)")
