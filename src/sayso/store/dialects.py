"""What the two databases say in different words: one interface, spoken by a module for each."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from functools import cache
from typing import Any, Protocol, cast

from sqlalchemy import Column, ColumnElement, Connection, Table

from sayso.store.rows.terms import Passage

# Loaded when a case of the kind is opened: who keeps files needs no driver of a server.
_DIALECTS = {
    "sqlite": "sayso.store.sqlite.dialect",
    "postgresql": "sayso.store.postgres.dialect",
}


def overwriting(statement: Any, table: Table) -> Any:
    """A database's own insert into a table, made to overwrite the row with the same key."""
    keys = [column.name for column in table.primary_key]
    fresh = {c.name: statement.excluded[c.name] for c in table.columns if c.name not in keys}
    return statement.on_conflict_do_update(index_elements=keys, set_=fresh)


class Dialect(Protocol):
    """What a database must be told in its own way."""

    def spelt(self, statement: str) -> str:
        """A statement of a migration, with the database's own names of types."""
        ...

    def state(self, connection: Connection) -> str:
        """What the database holds: "nothing", "case", or "else"."""
        ...

    def claim(self, connection: Connection) -> None:
        """Mark the database as a case; its table of migrations is there."""
        ...

    def check_tables(self, connection: Connection, where: str, steps: Sequence[Any]) -> None:
        """Raise CaseError where tables are not as these migrations made them."""
        ...

    def keep_appended(self, connection: Connection, table: str) -> None:
        """From now on rows of this table, numbered by ``number``, can only be added."""
        ...

    def hold_table(self, connection: Connection, table: str) -> None:
        """To the end of the transaction nobody else writes this table; they wait."""
        ...

    def before(self, column: Column[Any], words: str) -> ColumnElement[str]:
        """What of a text stands before these words, which are in it."""
        ...

    def among(self, column: Column[Any], ids: Sequence[str]) -> ColumnElement[bool]:
        """Whether a text is one of some hundreds."""
        ...

    def upsert(self, table: Table) -> Any:
        """Insert a row, or overwrite the one with the same key."""
        ...

    def insert_new(self, table: Table) -> Any:
        """Insert a row, unless there is one with the same key."""
        ...

    def filling(self, connection: Connection) -> AbstractContextManager[None]:
        """Inside a transaction, while very many rows come into an empty case."""
        ...

    def add_rows(self, connection: Connection, table: Table, rows: Sequence[Sequence[Any]]) -> None:
        """Insert new rows, each with a value for every column."""
        ...

    def listing(self, connection: Connection) -> AbstractContextManager[None]:
        """While it lasts, a connection that reads sees the case as it was at its beginning."""
        ...

    def snapshot(self, connection: Connection) -> AbstractContextManager[None]:
        """The same, for several queries one after another."""
        ...

    def restart_rows(self, connection: Connection) -> None:
        """Let numbers of rows go on behind the highest, after rows came with their numbers."""
        ...

    def list_reports(self, connection: Connection) -> None:
        """From now on list reports without going through their texts."""
        ...

    def count_anew(self, connection: Connection) -> None:
        """Let the database know how much there is of what, by which it chooses its ways."""
        ...

    def make_words(self, connection: Connection) -> None:
        """Make the table of what is searched."""
        ...

    def add_words(self, connection: Connection, rows: Iterable[tuple[int, str]]) -> None:
        """Make passages, given as (row, text), searchable."""
        ...

    def drop_words(self, connection: Connection, document: str) -> None:
        """Take the passages of a document out of the search."""
        ...

    def search_words(self, connection: Connection, words: str, limit: int) -> Iterator[Passage]:
        """Passages with all these words, best first."""
        ...


def dialect_of(connection: Connection) -> Dialect:
    """How to speak to the database behind a connection."""
    return _load(connection.dialect.name)


@cache
def _load(name: str) -> Dialect:
    return cast(Dialect, importlib.import_module(_DIALECTS[name]))
