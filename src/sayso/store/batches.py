"""A stream of linked records into their tables, many at a time, in memory that stays flat."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from sqlalchemy import Connection, Table, delete, select

from sayso.records.case import Event
from sayso.records.statements import Attribution
from sayso.store import schema
from sayso.store.dialects import dialect_of
from sayso.store.rows.gate import Gate
from sayso.store.rows.links import BY_RECORD, KINDS, VOUCHER, Record, Values, accounts
from sayso.store.rows.sorting import of_event, of_saying

_BATCH = 500
# Days of reports kept at hand: what one report says comes together.
_AT_HAND = 4096
_DERIVED = (
    *(kind.table for name, kind in KINDS.items() if name != "judgement"),
    schema.account,
)


class Batches:
    """Rows on their way into a case: checked as they come, written by the hundred."""

    def __init__(self, connection: Connection, gate: Gate) -> None:
        self._connection = connection
        self._gate = gate
        self._waiting: dict[Table, list[Values]] = {}
        self._published = lru_cache(_AT_HAND)(self._published_of)

    def add(self, record: Record) -> None:
        """Take a record; raises UngroundedError where it does not quote the case's texts."""
        self._gate.check(record)
        kind = BY_RECORD[type(record)]
        row = kind.row(record)
        self._put(kind.table, [row])
        self._put(schema.account, accounts(record))
        names = kind.named(record)
        if names:
            key = self._sorting(record, row)
            found = [
                {
                    "id": row["id"], "role": n.role, "target": n.target,
                    "sorting": "" if n.role == VOUCHER else key,
                }
                for n in sorted(names)
            ]  # fmt: skip
            self._put(schema.reference, found)

    def add_all(self, records: Iterable[Record]) -> None:
        """Take all these records and write them."""
        for record in records:
            self.add(record)
        self.flush()

    def flush(self) -> None:
        """Write what is waiting."""
        for table in list(self._waiting):
            self._write(table)

    def _sorting(self, record: Record, row: Values) -> str:
        """The key by which it sorts among what names one, empty where it is not asked for so."""
        if isinstance(record, Event):
            return of_event(row["day"], row["upto"])
        if isinstance(record, Attribution):
            document = record.content.document
            day = record.published or self._published(document)
            return of_saying(day, document, record.content.start)
        return ""

    def _published_of(self, document: str) -> str | None:
        table = schema.document
        query = select(table.c.published).where(table.c.id == document)
        return self._connection.execute(query).scalar_one_or_none()

    def _put(self, table: Table, rows: list[Values]) -> None:
        waiting = self._waiting.setdefault(table, [])
        waiting.extend(rows)
        if len(waiting) >= _BATCH:
            self._write(table)

    def _write(self, table: Table) -> None:
        rows = self._waiting.pop(table)
        if rows:
            insert = dialect_of(self._connection).insert_new(table)
            self._connection.execute(insert, rows)


def forget_links(connection: Connection) -> None:
    """Delete all linked records but the analysts' judgements, and what was worked out from them."""
    for table in (*_DERIVED, schema.overview):
        connection.execute(delete(table))
    judgements = select(schema.judgement.c.id)
    reference = schema.reference
    connection.execute(delete(reference).where(reference.c.id.not_in(judgements)))
