"""Brings a case up to the tables this version of sayso works with, and records each step in it."""

from __future__ import annotations

from sqlalchemy import Connection, func, insert, select

from sayso.records.errors import CaseError
from sayso.store import schema
from sayso.store.dialects import dialect_of
from sayso.store.migrations import (
    m0001_case,
    m0002_traits,
    m0003_merges,
    m0006_people,
    m0007_wholes,
    m0008_agreements,
    m0009_overview,
    m0011_named,
    m0012_sorting,
)
from sayso.store.where import Where

# In order, from 1 on; a step that has shipped never changes.
MIGRATIONS = (
    m0001_case, m0002_traits, m0003_merges, m0006_people, m0007_wholes, m0008_agreements,
    m0009_overview, m0011_named, m0012_sorting,
)  # fmt: skip


def version(connection: Connection, where: Where) -> int:
    """How many migrations a case has had, 0 where nothing is; CaseError where it is no case."""
    state = dialect_of(connection).state(connection)
    if state == "nothing":
        return 0
    if state != "case":
        raise CaseError("this is not a case", where=str(where), hint="is it the right one?")
    had = connection.execute(select(func.max(schema.migration.c.number))).scalar_one() or 0
    if isinstance(had, int) and had > len(MIGRATIONS):
        raise CaseError(
            f"the case was made by a newer sayso (tables of version {had}; "
            f"this one knows {len(MIGRATIONS)})",
            where=str(where),
            hint="install a newer sayso, or read the folder into a new case",
        )
    if not isinstance(had, int) or had < 0:
        raise CaseError("this is not a case", where=str(where), hint="is it the right one?")
    dialect_of(connection).check_tables(connection, str(where), MIGRATIONS[:had])
    return had


def outdated(had: int) -> bool:
    """Whether a case of this version lacks some migration."""
    return had < len(MIGRATIONS)


def migrate(connection: Connection, where: Where) -> None:
    """Take the steps a case has not had yet, all or none of them."""
    with connection.begin():
        had = version(connection, where)
        if not had:
            schema.migration.create(connection)
            dialect_of(connection).claim(connection)
        for number, step in enumerate(MIGRATIONS[had:], start=had + 1):
            step.up(connection)
            row = {"number": number, "title": step.TITLE}
            connection.execute(insert(schema.migration), row)
