"""Whether the tables of a case file are those that sayso makes: files come from others, by mail.

A file of SQLite may hold more than data. A trigger acts when a row is written, a view answers in
the place of a table, and both run as if we had asked. So nothing of the kind is let in but our own.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, StaticPool, create_engine

from sayso.records.errors import CaseError
from sayso.store import schema

# What SQLite itself makes: statistics, and the parts of the full-text index.
_OWN = ("sqlite_", "passage_words_")
_ALL = "SELECT type, name, sql FROM sqlite_master"
# What was made by which migrations, known by their titles.
_MADE: dict[tuple[str, ...], Mapping[str, tuple[str, str]]] = {}


def check_tables(connection: Connection, where: str, steps: Sequence[Any]) -> None:
    """Raise CaseError unless tables are as these migrations make them.

    Tables and indexes beside ours do no harm, since nothing asks them; triggers and views do.
    """
    expected = _expected(steps)
    found = _objects(connection)
    for name, (type, sql) in found.items():
        ours = expected.get(name)
        if name.startswith(_OWN) and type == "table" and (ours or name.startswith("sqlite_")):
            continue
        foreign = ours is None and type in ("trigger", "view")
        if foreign or (ours is not None and ours != (type, sql)):
            raise _tampered(where, f"it has a {type} '{name}' that sayso did not make")
    missing = sorted(set(expected) - set(found))
    if missing:
        raise _tampered(where, f"it lacks '{missing[0]}'")


def harden(raw: sqlite3.Connection) -> None:
    """Let a connection trust nothing that a file says of itself."""
    raw.execute("PRAGMA trusted_schema = OFF")
    raw.execute("PRAGMA cell_size_check = ON")


def _tampered(where: str, what: str) -> CaseError:
    return CaseError(
        f"the case was tampered with: {what}",
        where=where,
        hint="do not trust it; ask its sender for 'sayso export --to lines', and import that",
    )


def _expected(steps: Sequence[Any]) -> Mapping[str, tuple[str, str]]:
    titles = tuple(step.TITLE for step in steps)
    if titles not in _MADE:
        engine = create_engine("sqlite://", poolclass=StaticPool)
        with engine.connect() as connection, connection.begin():
            schema.migration.create(connection)
            for step in steps:
                step.up(connection)
            _MADE[titles] = _objects(connection)
        engine.dispose()
    return _MADE[titles]


def _objects(connection: Connection) -> dict[str, tuple[str, str]]:
    """Everything that was made in a file, by name: what it is, and its words without spaces."""
    rows = connection.exec_driver_sql(_ALL)
    return {name: (type, "".join((sql or "").split())) for type, name, sql in rows}
