"""Brings a case up to the tables this version of sayso works with, and records each step in it."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, func, insert, inspect, select

from sayso.records.errors import CaseError
from sayso.store import schema, sqlite
from sayso.store.migrations import m0001_case, m0002_traits, m0003_merges

# In order, from 1 on; a step that has shipped never changes.
MIGRATIONS = (m0001_case, m0002_traits, m0003_merges)


def version(connection: Connection, path: Path) -> int:
    """How many migrations a file has had, 0 where it is empty; CaseError where it is no case."""
    tables = inspect(connection).get_table_names()
    if not tables:
        return 0
    if sqlite.application_id(connection) != sqlite.APPLICATION_ID or "migration" not in tables:
        raise CaseError("this is not a case", where=str(path), hint="is it the right file?")
    had = connection.execute(select(func.max(schema.migration.c.number))).scalar_one() or 0
    if had > len(MIGRATIONS):
        raise CaseError(
            f"the case was made by a newer sayso (tables of version {had}; "
            f"this one knows {len(MIGRATIONS)})",
            where=str(path),
            hint="install a newer sayso, or read the folder into a new case",
        )
    return int(had)


def outdated(connection: Connection, path: Path) -> bool:
    """Whether a case lacks some migration; raises CaseError where the file is no case."""
    return version(connection, path) < len(MIGRATIONS)


def migrate(connection: Connection, path: Path) -> None:
    """Take the steps a case has not had yet, all or none of them."""
    with connection.begin():
        had = version(connection, path)
        if not had:
            sqlite.claim(connection)
            schema.migration.create(connection)
        for number, step in enumerate(MIGRATIONS[had:], start=had + 1):
            step.up(connection)
            row = {"number": number, "title": step.TITLE}
            connection.execute(insert(schema.migration), row)
