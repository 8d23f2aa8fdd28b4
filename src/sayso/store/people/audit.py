"""The audit log: who did what, and when; the database itself refuses to change a line of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, insert, select

from sayso.records.case import Judgement
from sayso.store import schema
from sayso.store.reading import stream


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the log: what somebody did (``deed``), and to what (``about``)."""

    number: int
    at: str
    by: str
    deed: str
    about: str


def note(connection: Connection, *, at: str, by: str, deed: str, about: str) -> None:
    """Add a line; ``at`` is a time of ISO 8601 in UTC."""
    row = {"at": at, "by": by, "deed": deed, "about": about}
    connection.execute(insert(schema.audit), row)


def note_judgement(connection: Connection, made: Judgement) -> None:
    """Add a line for a decision, with its id, by which 'sayso log' tells the rest."""
    value = f" {made.value}" if made.value else ""
    about = f"{made.id}: {made.decision}{value} {' · '.join(made.about)}"
    note(connection, at=made.at, by=made.by, deed="decide", about=about)


def entries(connection: Connection) -> Iterator[Entry]:
    """Every line, oldest first."""
    query = select(schema.audit).order_by(schema.audit.c.number)
    return (Entry(**row._mapping) for row in stream(connection, query))
