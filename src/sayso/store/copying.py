"""A whole case to another place: all of it, or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Row, Table, func, insert, select

from sayso.records.errors import CaseError, UsageError
from sayso.store import schema
from sayso.store.case import open_case
from sayso.store.dialects import dialect_of
from sayso.store.places import place_at
from sayso.store.reading import stream
from sayso.store.rows.gate import Gate
from sayso.store.rows.links import KINDS
from sayso.store.where import Where, settled

# Migrations are of the new place itself; who is signed in, is so at the old one.
_LEFT = ("migration", "session")
# Rows, and characters or bytes in them, that stand in memory at once.
_ROWS, _SIZE = 500, 4_000_000


def copy_case(source: Where, target: Where, *, wait: float = 0.0) -> dict[str, int]:
    """Copy everything a case holds, and give back the number of rows of each table.

    Every linked record is held against the texts on its way. The target is made where it is not
    there; broken off, it is left without any of it, and the same copy can be begun again. Raises
    UsageError where it holds something already, UngroundedError where the source was tampered with.
    """
    if settled(source) == settled(target):
        raise UsageError("both are the same case", hint="name another place to copy it to")
    with open_case(source, wait=wait) as case, place_at(source).reading() as old:
        open_case(target, create=True, wait=wait).close()
        with place_at(target).alone(wait) as new, new.begin(), dialect_of(old).snapshot(old):
            _check_empty(new, target)
            counts = {table.name: _copy(old, new, table) for table in _tables()}
            _copy_words(old, new)
            dialect_of(new).restart_rows(new)
            _compare(old, new, case.where)
    return counts


def _tables() -> list[Table]:
    """Texts first: all else is held against them."""
    found = [table for table in schema.metadata.sorted_tables if table.name not in _LEFT]
    return sorted(found, key=lambda table: table.name != "document")


def _check_empty(new: Connection, target: Where) -> None:
    for table in _tables():
        if _count(new, table):
            raise UsageError(
                f"there is something in this case already ({table.name})",
                where=str(target),
                hint="copy to a new file, or to an empty database",
            )


def _copy(old: Connection, new: Connection, table: Table) -> int:
    count = 0
    gate = Gate(lambda id: _text(new, id))
    kind = KINDS.get(table.name)
    for rows in _batches(old, table):
        if kind is not None:
            for row in rows:
                gate.check(kind.of(row))
        new.execute(insert(table), [dict(row._mapping) for row in rows])
        count += len(rows)
    return count


def _batches(old: Connection, table: Table) -> Iterator[list[Row[Any]]]:
    waiting: list[Row[Any]] = []
    size = 0
    for row in stream(old, select(table).order_by(*table.primary_key)):
        waiting.append(row)
        size += sum(len(value) for value in row if isinstance(value, str | bytes))
        if len(waiting) >= _ROWS or size >= _SIZE:
            yield waiting
            waiting, size = [], 0
    if waiting:
        yield waiting


def _copy_words(old: Connection, new: Connection) -> None:
    """What is searched is made anew from the texts: each store keeps it in its own way."""
    passage = schema.passage
    for document in stream(old, select(schema.document.c.id, schema.document.c.text)):
        of = select(passage).where(passage.c.document == document.id).order_by(passage.c.row)
        found = ((p.row, document.text[p.start : p.end]) for p in stream(old, of))
        dialect_of(new).add_words(new, found)


def _compare(old: Connection, new: Connection, source: Where) -> None:
    for table in _tables():
        if _count(old, table) != _count(new, table):
            raise CaseError(
                f"the copy lacks rows of {table.name}",
                where=str(source),
                hint="nothing was kept of it; copy it again, and report this if it comes back",
            )


def _count(connection: Connection, table: Table) -> int:
    return int(connection.execute(select(func.count()).select_from(table)).scalar_one())


def _text(new: Connection, id: str) -> str | None:
    table = schema.document
    return new.execute(select(table.c.text).where(table.c.id == id)).scalar_one_or_none()
