"""What is told as a part of which event, among the references: to ask for the parts of one."""

from __future__ import annotations

from sqlalchemy import Connection, select

from sayso.store import schema
from sayso.store.dialects import dialect_of
from sayso.store.rows.text import from_json

TITLE = "parts of events"


def up(connection: Connection) -> None:
    """Add to the index of who names whom the event that each event is a part of."""
    event = schema.event
    # Bodies are compact JSON; only those with a value are read.
    parts = event.c.body.contains('"part_of":"', autoescape=True)
    rows = connection.execute(select(event.c.id, event.c.body).where(parts))
    wholes = ((row.id, from_json(row.body).get("part_of")) for row in rows)
    found = [{"id": id, "role": "part_of", "target": whole} for id, whole in wholes if whole]
    if found:
        connection.execute(dialect_of(connection).insert_new(schema.reference), found)
