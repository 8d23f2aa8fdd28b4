"""Asking a case what it holds; what it has found is asked through Answers, which View extends."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any, TypeVar

from sqlalchemy import func, literal, select, union_all

from sayso.records.documents import Document, DocumentRow, Failure, FileRow, Hit
from sayso.records.errors import CaseError, UsageError
from sayso.records.notes import Notes
from sayso.records.spans import Span
from sayso.records.statements import Clause
from sayso.store import schema
from sayso.store.answers import Answers
from sayso.store.dialects import dialect_of
from sayso.store.reading import few, one, stream
from sayso.store.rows import bodies
from sayso.store.rows.documents import HEAD_COLUMNS, bare, document_of, head_of
from sayso.store.rows.links import KINDS
from sayso.store.rows.results import gift_types, value_of
from sayso.store.rows.sound import inflated, sound

# A corroboration goes by the id of its event or tie.
_FINDABLE = (
    "document", "entity", "merge", "attribution", "trait", "event", "tie", "claim", "conflict",
    "agreement", "check", "judgement",
)  # fmt: skip
_CHOICES = 5
# Ids in one query.
_AT_ONCE = 500
Row = TypeVar("Row")
_BEHIND_ALL = "\U0010ffff"


class View(Answers):
    """Reads a case and cannot change it. Listings stream, in an order that is always the same.

    A view sees what was last committed; while a listing is under way, it answers everything as
    the case was when the listing began.
    """

    def counts(self) -> dict[str, int]:
        """How many records of each kind there are, kinds in the order of case lines."""
        tables = {
            "document": schema.document,
            "failure": schema.failure,
            **{name: kind.table for name, kind in KINDS.items()},
        }
        return {
            name: self._connection.execute(select(func.count()).select_from(table)).scalar_one()
            for name, table in tables.items()
        }

    def count_documents(self) -> int:
        """How many reports there are."""
        return self._connection.execute(
            select(func.count()).select_from(schema.document)
        ).scalar_one()

    def documents(self) -> Iterator[Document]:
        """All reports, with their texts, by id."""
        query = select(schema.document).order_by(schema.document.c.id)
        return map(document_of, stream(self._connection, query))

    def document_rows(self, ids: Iterable[str] | None = None) -> Iterator[DocumentRow]:
        """All reports, or those with these ids, without their texts, by id."""
        query = select(*HEAD_COLUMNS).order_by(schema.document.c.id)
        if ids is None:
            yield from map(head_of, stream(self._connection, query))
            return
        wanted = sorted(set(ids))
        for first in range(0, len(wanted), _AT_ONCE):
            some = query.where(schema.document.c.id.in_(wanted[first : first + _AT_ONCE]))
            yield from map(head_of, few(self._connection, some))

    def document(self, id: str) -> Document | None:
        """One report, with its text."""
        query = select(schema.document).where(schema.document.c.id == id)
        row = one(self._connection, query)
        return None if row is None else document_of(row)

    def document_row(self, id: str) -> DocumentRow | None:
        """One report, without its text."""
        row = one(self._connection, select(*HEAD_COLUMNS).where(schema.document.c.id == id))
        return None if row is None else head_of(row)

    def published(self) -> dict[str, int]:
        """How many reports were published on each date (EDTF), those without a date left out."""
        date = schema.document.c.published
        query = select(date, func.count()).where(date.is_not(None)).group_by(date)
        return {date: many for date, many in self._connection.execute(query)}

    def published_on(self, dates: Iterable[str]) -> Iterator[DocumentRow]:
        """The reports published on one of these dates (EDTF), without their texts, by id."""
        query = select(*HEAD_COLUMNS).where(schema.document.c.published.in_(sorted(set(dates))))
        rows = stream(self._connection, query.order_by(schema.document.c.id))
        return map(head_of, rows)

    def original(self, document_id: str) -> bytes | None:
        """The bytes a report was read from; null where the case was imported."""
        table = schema.original
        row = one(self._connection, select(table.c.content).where(table.c.document == document_id))
        return None if row is None else sound(inflated)(row.content)

    def files(self) -> Iterator[FileRow]:
        """All files ever read and not pruned, by path."""
        query = select(schema.file).order_by(schema.file.c.path)
        return (FileRow(**row._mapping) for row in stream(self._connection, query))

    def failures(self) -> Iterator[Failure]:
        """What could not be read or worked on, by path and step."""
        table = schema.failure
        query = select(table).order_by(table.c.path, table.c.step)
        return (Failure(**row._mapping) for row in stream(self._connection, query))

    def records(self, kind: str) -> Iterator[Any]:
        """All records of a kind of case lines ("document", "event", ...), in their order there."""
        if kind == "document":
            return self.documents()
        return self.failures() if kind == "failure" else self._all(KINDS[kind].record)

    def result(self, document_id: str, step: str, fingerprint: str, gift_type: Any) -> Any:
        """What a step found in a document, of the type given; null unless it ran just so."""
        table = schema.result
        query = select(table.c.payload).where(
            table.c.document == document_id,
            table.c.step == step,
            table.c.fingerprint == fingerprint,
        )
        row = one(self._connection, query)
        return None if row is None else value_of(gift_type, row.payload)

    def fingerprints(self, document_id: str) -> dict[str, str]:
        """Under which fingerprint each step last ran on a document."""
        table = schema.result
        query = select(table.c.step, table.c.fingerprint).where(table.c.document == document_id)
        return {row.step: row.fingerprint for row in stream(self._connection, query)}

    def all_fingerprints(self) -> Iterator[tuple[str, dict[str, str]]]:
        """The same for every document on which a step ran, by document id."""
        table = schema.result
        query = select(table.c.document, table.c.step, table.c.fingerprint)
        rows = stream(self._connection, query.order_by(table.c.document, table.c.step))
        for document, steps in groupby(rows, key=lambda row: str(row.document)):
            yield document, {row.step: row.fingerprint for row in steps}

    def notes(self, document_id: str, *, without: Iterable[str] = ()) -> Notes:
        """A report and what each step last found in it, but for the gifts named in ``without``.

        Raises CaseError where the case has no such document.
        """
        document = self.document(document_id)
        if document is None:
            raise CaseError(f"the case has no document '{document_id}'")
        table = schema.result
        types = {gift: kind for gift, kind in gift_types().items() if gift not in set(without)}
        query = select(table.c.gift, table.c.payload).where(
            table.c.document == document_id, table.c.gift.in_(types)
        )
        rows = stream(self._connection, query)
        return Notes(document, **{row.gift: value_of(types[row.gift], row.payload) for row in rows})

    def clauses(self, document_id: str) -> tuple[Clause, ...]:
        """The clauses of a report, as the step last found them."""
        table = schema.result
        asked = (table.c.document == document_id, table.c.gift == "clauses")
        row = one(self._connection, select(table.c.payload).where(*asked))
        return () if row is None else tuple(value_of(gift_types()["clauses"], row.payload))

    def all_notes(self, gifts: Iterable[str], *, texts: bool = True) -> Iterator[Notes]:
        """The notes on every report with only these gifts, by document id.

        Without ``texts`` the documents come as empty ones that have their id and path: whoever
        asks for names alone need not wait for thousands of texts.
        """
        types = {gift: kind for gift, kind in gift_types().items() if gift in set(gifts)}
        table = schema.result
        query = select(table.c.document, table.c.gift, table.c.payload)
        query = query.where(table.c.gift.in_(types)).order_by(table.c.document, table.c.step)
        rows = groupby(stream(self._connection, query), key=lambda row: str(row.document))
        waiting = next(rows, None)
        for document in self.documents() if texts else map(bare, self.document_rows()):
            found: dict[str, Any] = {}
            if waiting is not None and waiting[0] == document.id:
                found = {r.gift: value_of(types[r.gift], r.payload) for r in waiting[1]}
                waiting = next(rows, None)
            yield Notes(document, **found)

    def find(self, id: str) -> Any:
        """The record with this id, or the only one whose id begins so; null where there is none.

        Raises UsageError where several begin so.
        """
        found = self._ids(id)
        if id in found:
            found = {id: found[id]}
        if len(found) > 1:
            raise UsageError(
                f"several ids begin with '{id}': {', '.join(sorted(found)[:_CHOICES])}",
                hint="write a few letters more",
            )
        for whole, name in found.items():
            return (
                self.document(whole) if name == "document" else self._one(KINDS[name].record, whole)
            )
        return None

    def search(self, text: str, limit: int = 20) -> list[Hit]:
        """Passages with all these words, best first, those alike by document and place.

        Words in double quotes stand together; a star at a word's end stands for any ending.
        """
        found = dialect_of(self._connection).search_words(self._connection, text, limit)
        return [
            Hit(p.document, Span(p.document, p.start, p.end, p.quote), p.snippet) for p in found
        ]

    def overview(self, kind: str, record: type[Row]) -> tuple[Row, ...]:
        """An answer about the whole case, in rows of this type, as it was worked out when the case
        was linked; empty where none was."""
        table = schema.overview
        query = select(table.c.body).where(table.c.kind == kind).order_by(table.c.number)
        return tuple(
            sound(bodies.read)(record, row.body) for row in stream(self._connection, query)
        )

    def remark(self) -> str | None:
        """What is to be known of how the reports were read, if anything."""
        return self.meta("remark")

    def packs(self) -> tuple[str, ...]:
        """The packs it was read with beside the built-in ones, by name or folder."""
        return tuple(json.loads(self.meta("packs") or "[]"))

    def meta(self, key: str) -> str | None:
        """The value kept under a key."""
        row = one(self._connection, select(schema.meta.c.value).where(schema.meta.c.key == key))
        return None if row is None else row.value

    def _ids(self, prefix: str) -> dict[str, str]:
        """Ids that begin so, a few of each kind, and the kind of each."""
        asked = []
        for name in _FINDABLE:
            id = schema.metadata.tables[name].c.id
            some = select(id, literal(name).label("kind")).where(id >= prefix)
            some = some.where(id < prefix + _BEHIND_ALL).order_by(id).limit(_CHOICES)
            asked.append(some.subquery().select())
        # One question, not one for each kind: a page may look up a dozen ids.
        rows = self._connection.execute(union_all(*asked))
        return {row.id: row.kind for row in rows}
