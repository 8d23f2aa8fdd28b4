"""Answers about the whole case, kept; events in order of time; reports listed without texts."""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, or_, select, update

from sayso.store import schema
from sayso.store.dialects import dialect_of
from sayso.store.migrations.statement import take
from sayso.store.rows.links import in_time

TITLE = "overviews, and events in order of time"


def up(connection: Connection) -> None:
    """Make the table, empty: the next linking fills it. Give events their place in time."""
    take(
        connection,
        "CREATE TABLE overview (kind TEXT NOT NULL, number INTEGER NOT NULL, body TEXT NOT NULL,"
        " PRIMARY KEY (kind, number))",
    )
    for column in ("day", "upto"):
        take(connection, f"ALTER TABLE event ADD COLUMN {column} TEXT NOT NULL DEFAULT '~'")
    set_in_time(connection)
    # Pages of a listing, by days and type, are found here without a look at the events.
    take(connection, "CREATE INDEX event_day ON event(day, upto, id, type, earliest)")
    # The same for those that name somebody.
    take(connection, "CREATE INDEX event_in_time ON event(id, day, upto)")
    dialect_of(connection).list_reports(connection)


def set_in_time(connection: Connection) -> None:
    """Give every event its keys."""
    take(
        connection,
        "UPDATE event SET day = coalesce(earliest, latest, '~'), upto = coalesce(latest, '~')"
        " WHERE earliest IS NOT NULL OR latest IS NOT NULL",
    )
    event = schema.event
    # Years before the common era run backwards as text: their keys are worked out.
    old = or_(event.c.earliest.startswith("-"), event.c.latest.startswith("-"))
    found = connection.execute(select(event.c.id, event.c.earliest, event.c.latest).where(old))
    rows = [{"of": row.id, **in_time(row.earliest, row.latest)} for row in found]
    if rows:
        change = update(event).where(event.c.id == bindparam("of"))
        connection.execute(change.values(day=bindparam("day"), upto=bindparam("upto")), rows)
