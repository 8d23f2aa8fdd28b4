"""The one way into a case: each call is atomic, and nothing passes that does not quote its text."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from typing import Any

from sqlalchemy import Connection, delete, exists, func, insert, select, update

from sayso.records.case import Judgement
from sayso.records.documents import Document, Failure, FileRow
from sayso.records.errors import CaseError
from sayso.store import schema
from sayso.store.batches import Batches, forget_links
from sayso.store.dialects import dialect_of
from sayso.store.people.audit import note_judgement
from sayso.store.rows import bodies
from sayso.store.rows.documents import passages_of, row_of
from sayso.store.rows.gate import Gate
from sayso.store.rows.links import KINDS, Record
from sayso.store.rows.results import gift_name, payload_of
from sayso.store.rows.sorting import sort_sayings
from sayso.store.view import View

# Under this key the run notes what the linked records were made from; it goes when they go.
LINKS = "links"
# Under this key an imported case says so: it has no originals and no findings to link anew.
IMPORTED = "imported"


class Writer:
    """Writes a case. Get one from ``Case.writer()``, which holds the case's lock."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._dialect = dialect_of(connection)
        self._gate = Gate(self._text)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All calls inside are written together, or none of them."""
        if self._connection.in_transaction():
            yield
            return
        try:
            with self._connection.begin():
                yield
        except BaseException:
            self._gate.forget()
            raise

    def put_file(self, row: FileRow) -> None:
        """Note how a file was when it was read; the document it had before goes if now unused."""
        with self.transaction():
            before = self._document_of(row.path)
            self._connection.execute(self._dialect.upsert(schema.file), asdict(row))
            if before and before != row.document:
                self._drop_unused(before)

    def mark_vanished(self, paths: Iterable[str]) -> None:
        """Note that these files are gone; what was read from them stays."""
        with self.transaction():
            for path in paths:
                change = update(schema.file).where(schema.file.c.path == path)
                self._connection.execute(change.values(state="vanished"))

    def drop_files(self, paths: Iterable[str]) -> None:
        """Forget these files, their failures, and documents that no other file holds."""
        with self.transaction():
            for path in paths:
                before = self._document_of(path)
                self.clear_failure(path)
                self._connection.execute(delete(schema.file).where(schema.file.c.path == path))
                if before:
                    self._drop_unused(before)

    def put_document(self, document: Document, original: bytes) -> None:
        """Write a report and the bytes it was read from.

        Where it differs from what the case has under its id, the findings of steps on it go,
        and with another text all linked records too, since their quotes may not hold.
        """
        content = zlib.compress(original)
        row = {"document": document.id, "sha256": document.sha256, "content": content}
        with self.transaction():
            self._put_document(document)
            self._connection.execute(self._dialect.upsert(schema.original), row)

    def settle_paths(self) -> None:
        """Let every document go by the first path among the files that hold it."""
        file, document = schema.file, schema.document
        first = select(file.c.document, func.min(file.c.path).label("path"))
        held = first.where(file.c.document.is_not(None)).group_by(file.c.document).subquery()
        odd = select(held).where(document.c.id == held.c.document, document.c.path != held.c.path)
        with self.transaction():
            for row in self._connection.execute(odd).all():
                change = update(document).where(document.c.id == row.document)
                self._connection.execute(change.values(path=row.path))

    def put_failure(self, failure: Failure) -> None:
        """Note an input that could not be read or worked on."""
        with self.transaction():
            self._connection.execute(self._dialect.upsert(schema.failure), asdict(failure))

    def clear_failure(self, path: str) -> None:
        """Forget what failed about a file."""
        with self.transaction():
            self._connection.execute(delete(schema.failure).where(schema.failure.c.path == path))

    def replace_failures(self, step: str, failures: Iterable[Failure]) -> None:
        """Write what failed at a step of all reports together, in place of what failed before."""
        with self.transaction():
            self._connection.execute(delete(schema.failure).where(schema.failure.c.step == step))
            for failure in failures:
                self.put_failure(failure)

    def put_results(self, document_id: str, results: Iterable[tuple[str, str, Any]]) -> None:
        """Keep what steps found in a document, given as (step, fingerprint, findings)."""
        with self.transaction():
            rows = [self._result(document_id, *result) for result in results]
            if rows:
                self._connection.execute(self._dialect.upsert(schema.result), rows)

    def replace_links(self, records: Iterable[Record]) -> None:
        """Write all linked records in place of the former ones; judgements stay.

        Of two records with one id the first is kept.
        """
        with self.transaction():
            forget_links(self._connection)
            Batches(self._connection, self._gate).add_all(records)

    def add_links(self, records: Iterable[Record]) -> None:
        """Write more linked records beside those that are there."""
        with self.transaction():
            Batches(self._connection, self._gate).add_all(records)

    def view(self) -> View:
        """The case as written so far, seen from inside a transaction too."""
        return View(self._connection)

    def hold_judgements(self) -> None:
        """From here to the end of the transaction nobody else writes a judgement."""
        self._dialect.hold_table(self._connection, schema.judgement.name)

    def put_judgement(self, judgement: Judgement) -> None:
        """Write an analyst's decision."""
        with self.transaction():
            Batches(self._connection, self._gate).add_all([judgement])
            note_judgement(self._connection, judgement)

    def revoke_judgement(self, id: str, by: str) -> None:
        """Close a decision by a later one; raises CaseError where there is none to close."""
        table = schema.judgement
        with self.transaction():
            body = self._connection.execute(
                select(table.c.body).where(table.c.id == id)
            ).scalar_one_or_none()
            if body is None:
                raise CaseError(f"there is no judgement '{id}'", hint="list them first")
            closed = replace(bodies.read(Judgement, body), revoked_by=by)
            change = update(table).where(table.c.id == id)
            self._connection.execute(change.values(**KINDS["judgement"].row(closed)))

    def count_anew(self) -> None:
        """Let the database know how much there is now, so that questions find the quickest way."""
        self._dialect.count_anew(self._connection)

    def put_overview(self, kind: str, rows: Iterable[Any]) -> None:
        """Keep an answer about the whole case, row by row, until links or reports change."""
        table = schema.overview
        with self.transaction():
            self._connection.execute(delete(table).where(table.c.kind == kind))
            found = [
                {"kind": kind, "number": number, "body": bodies.written(row)}
                for number, row in enumerate(rows)
            ]
            if found:
                self._connection.execute(insert(table), found)

    def set_remark(self, text: str | None) -> None:
        """Keep what is to be known of how the reports were read; null forgets it."""
        self.set_meta("remark", text)

    def set_meta(self, key: str, value: str | None) -> None:
        """Keep a value under a key; null forgets the key."""
        with self.transaction():
            if value is None:
                self._connection.execute(delete(schema.meta).where(schema.meta.c.key == key))
            else:
                self._connection.execute(
                    self._dialect.upsert(schema.meta), {"key": key, "value": value}
                )

    def import_records(self, records: Iterable[Document | Failure | Record]) -> None:
        """Fill an empty case with the records of another, documents first; all or nothing.

        The bytes and the steps' findings of that case do not come along.
        """
        with self.transaction():
            if self._connection.execute(select(exists().select_from(schema.document))).scalar_one():
                raise CaseError("the case is not empty", hint="import into a new case file")
            self.set_meta(IMPORTED, "yes")
            batches = Batches(self._connection, self._gate)
            for record in records:
                if isinstance(record, Document):
                    self._import_document(record)
                elif isinstance(record, Failure):
                    self.put_failure(record)
                else:
                    batches.add(record)
            batches.flush()

    def _import_document(self, document: Document) -> None:
        self._put_document(document)
        # Of a file that was never seen here nothing is known but its name and bytes' hash.
        file = FileRow(document.path, document.sha256, 0, 0, "", document.id)
        self._connection.execute(self._dialect.insert_new(schema.file), asdict(file))

    def _put_document(self, document: Document) -> None:
        row = row_of(document)
        had = self._connection.execute(
            select(schema.document).where(schema.document.c.id == document.id)
        ).one_or_none()
        if had is not None and had._mapping == row:
            return
        # They name reports, and count what stands in them.
        self._connection.execute(delete(schema.overview))
        if had is None:
            self._connection.execute(insert(schema.document), row)
        else:
            self._dialect.drop_words(self._connection, document.id)
            for table in (schema.passage, schema.result):
                self._connection.execute(delete(table).where(table.c.document == document.id))
            if had.text != document.text:
                self._forget_links()
            self._connection.execute(self._dialect.upsert(schema.document), row)
            if had.published != document.published:
                sort_sayings(self._connection, document.id)
        self._gate.learn(document.id, document.text)
        self._put_passages(document)

    def _put_passages(self, document: Document) -> None:
        top = self._connection.execute(select(func.max(schema.passage.c.row))).scalar_one() or 0
        places = list(enumerate(passages_of(document), start=top + 1))
        if places:
            self._connection.execute(
                insert(schema.passage),
                [
                    {"row": row, "document": document.id, "start": s, "end": e}
                    for row, (s, e) in places
                ],
            )
        self._dialect.add_words(
            self._connection, ((row, document.text[s:e]) for row, (s, e) in places)
        )

    def _result(self, document: str, step: str, fingerprint: str, value: Any) -> dict[str, Any]:
        self._gate.check(value)
        return {
            "document": document,
            "step": step,
            "gift": gift_name(step, value),
            "fingerprint": fingerprint,
            "payload": payload_of(value),
        }

    def _document_of(self, path: str) -> str | None:
        return self._connection.execute(
            select(schema.file.c.document).where(schema.file.c.path == path)
        ).scalar_one_or_none()

    def _drop_unused(self, document: str) -> None:
        held = exists().where(schema.file.c.document == document)
        if self._connection.execute(select(held)).scalar_one():
            return
        self._forget_links()
        self._dialect.drop_words(self._connection, document)
        self._connection.execute(delete(schema.document).where(schema.document.c.id == document))
        self._gate.forget()

    def _forget_links(self) -> None:
        # Without one text some records could not be opened at their words: better none than those.
        forget_links(self._connection)
        self.set_meta(LINKS, None)

    def _text(self, document: str) -> str | None:
        return self._connection.execute(
            select(schema.document.c.text).where(schema.document.c.id == document)
        ).scalar_one_or_none()
