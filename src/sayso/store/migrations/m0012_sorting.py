"""Who names whom, in order of time: the first hundred of a long answer are read, and no more."""

from __future__ import annotations

from sqlalchemy import Connection

from sayso.store.migrations.statement import take
from sayso.store.rows.sorting import sort_sayings

TITLE = "who names whom, in order of time"


def up(connection: Connection) -> None:
    """Give each name the key by which what names it sorts, and make the index of names anew."""
    take(connection, "DROP INDEX reference_target")
    take(connection, "ALTER TABLE reference ADD COLUMN sorting TEXT NOT NULL DEFAULT ''")
    take(
        connection,
        "UPDATE reference SET sorting ="
        " (SELECT day || ' ' || upto FROM event WHERE event.id = reference.id)"
        " WHERE role <> 'attribution' AND id IN (SELECT id FROM event)",
    )
    sort_sayings(connection)
    take(connection, "CREATE INDEX reference_target ON reference(target, role, sorting, id)")
