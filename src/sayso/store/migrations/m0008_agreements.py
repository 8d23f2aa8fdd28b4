"""Where reports say the same: a table of agreements."""

from __future__ import annotations

from sqlalchemy import Connection

from sayso.store.migrations.statement import take

TITLE = "agreements of reports"


def up(connection: Connection) -> None:
    """Make the table, empty: the next read fills it."""
    take(connection, "CREATE TABLE agreement (id TEXT PRIMARY KEY, body TEXT NOT NULL)")
