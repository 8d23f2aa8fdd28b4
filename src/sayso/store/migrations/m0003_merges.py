"""Why names are of one entity, or may be: a table of merges."""

from __future__ import annotations

from sqlalchemy import Connection

from sayso.store.migrations.statement import take

TITLE = "merges of names"


def up(connection: Connection) -> None:
    """Make the table, empty: the next read fills it."""
    take(
        connection,
        'CREATE TABLE "merge" (id TEXT PRIMARY KEY, state TEXT NOT NULL, '
        '"left" TEXT NOT NULL, "right" TEXT NOT NULL, body TEXT NOT NULL)',
    )
    take(connection, 'CREATE INDEX merge_left ON "merge"("left")')
    take(connection, 'CREATE INDEX merge_right ON "merge"("right")')
