"""A whole case to another place: all of it, or nothing."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import closing
from typing import Any

from sqlalchemy import Connection, Row, Table, func, select

from sayso.records.errors import CaseError, UsageError
from sayso.store import schema
from sayso.store.case import open_case
from sayso.store.dialects import dialect_of
from sayso.store.places import place_at
from sayso.store.reading import stream
from sayso.store.rows.gate import Gate, spans
from sayso.store.rows.links import KINDS
from sayso.store.where import Where, settled

# Migrations are of the new place itself; who is signed in, is so at the old one.
_LEFT = ("migration", "session")
# Rows, characters or bytes in them, and texts beside them, that stand in memory at once.
_ROWS, _SIZE, _TEXTS = 1000, 4_000_000, 50


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
            with dialect_of(new).filling(new):
                counts = {table.name: _copy(old, new, table) for table in _tables()}
                _copy_words(old, new)
            dialect_of(new).restart_rows(new)
            dialect_of(new).count_anew(new)
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
    # Closed here, since what is left open of a copy that fails is closed after the old case.
    with closing(_batches(old, table)) as batches:
        for rows in batches:
            if kind is not None:
                _check(gate, [kind.of(row) for row in rows], new)
            dialect_of(new).add_rows(new, table, rows)
            count += len(rows)
    return count


def _check(gate: Gate, records: list[Any], new: Connection) -> None:
    """Hold some records against the texts they cite, which a server gives in one turn."""
    cited = [span for record in records for span in spans(record)]
    wanted = gate.lacking(span.document for span in cited)
    column = schema.document.c
    for first in range(0, len(wanted), _TEXTS):
        some = column.id.in_(wanted[first : first + _TEXTS])
        for id, text in new.execute(select(column.id, column.text).where(some)):
            gate.learn(id, text)
    for span in cited:
        gate.check(span)


def _batches(old: Connection, table: Table) -> Generator[list[Row[Any]]]:
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
    with closing(_words(old)) as words:
        dialect_of(new).add_words(new, words)


def _words(old: Connection) -> Generator[tuple[int, str]]:
    passage = schema.passage
    for document in stream(old, select(schema.document.c.id, schema.document.c.text)):
        of = select(passage).where(passage.c.document == document.id).order_by(passage.c.row)
        for place in stream(old, of):
            yield place.row, document.text[place.start : place.end]


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
