"""How SQLite is spoken to; see ``store.dialects``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Table, func, text
from sqlalchemy.dialects.sqlite import Insert, insert

from sayso.store.dialects import overwriting
from sayso.store.rows.terms import Passage, terms
from sayso.store.sqlite import tampering

# "SAYS", in the header of the file: tells a case from any other SQLite file.
APPLICATION_ID = 0x53415953

# Passages that stand in memory at once.
_TOGETHER = 500

_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB 'sqlite_*'"

# Words of passages; its rowid is the passage's row.
_SEARCH_TABLE = """
CREATE VIRTUAL TABLE passage_words USING fts5(
    text, tokenize = "unicode61 remove_diacritics 2"
)"""


def spelt(statement: str) -> str:
    """The statement itself: migrations are written in SQLite's names of types."""
    return statement


def state(connection: Connection) -> str:
    """What the file holds."""
    # Asked of the file itself: reflection costs several times as much, and every page asks.
    tables = connection.exec_driver_sql(_TABLES).scalars().all()
    if not tables:
        return "nothing"
    found = int(connection.exec_driver_sql("PRAGMA application_id").scalar_one())
    return "case" if found == APPLICATION_ID and "migration" in tables else "else"


def claim(connection: Connection) -> None:
    """Mark the file as a case."""
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")


def check_tables(connection: Connection, where: str, steps: Sequence[Any]) -> None:
    """Raise CaseError where tables are not as these migrations made them."""
    tampering.check_tables(connection, where, steps)


def keep_appended(connection: Connection, table: str) -> None:
    """Refuse every change of a row, and a new row in the place of an old one."""
    told = f"SELECT RAISE(ABORT, 'rows of {table} are only ever added')"
    taken = f"WHEN EXISTS (SELECT 1 FROM {table} WHERE number = NEW.number)"
    for name, when in (
        ("update", "BEFORE UPDATE ON {table}"),
        ("delete", "BEFORE DELETE ON {table}"),
        # "Insert or replace" would drop the old row without asking the other triggers.
        ("insert", f"BEFORE INSERT ON {{table}} {taken}"),
    ):
        event = when.format(table=table)
        connection.exec_driver_sql(f"CREATE TRIGGER {table}_{name} {event} BEGIN {told}; END")


def hold_table(connection: Connection, table: str) -> None:
    """Nothing to do: who has begun a transaction that writes, writes alone."""


def before(column: Column[Any], words: str) -> ColumnElement[str]:
    """What of a text stands before these words."""
    return func.substr(column, 1, func.instr(column, words) - 1)


def among(column: Column[Any], ids: Sequence[str]) -> ColumnElement[bool]:
    """Whether a text is one of some hundreds."""
    return column.in_(ids)


def upsert(table: Table) -> Any:
    """Insert a row, or overwrite the one with the same key."""
    return overwriting(insert(table), table)


def insert_new(table: Table) -> Insert:
    """Insert a row, unless there is one with the same key."""
    return insert(table).on_conflict_do_nothing()


@contextmanager
def filling(connection: Connection) -> Iterator[None]:
    """Nothing to do: to make indexes behind their rows saves a file little."""
    yield


def add_rows(connection: Connection, table: Table, rows: Sequence[Sequence[Any]]) -> None:
    """Insert new rows, each with a value for every column."""
    names = table.columns.keys()
    connection.execute(insert(table), [dict(zip(names, row, strict=True)) for row in rows])


@contextmanager
def listing(connection: Connection) -> Iterator[None]:
    """Nothing to do: while rows of a query are being fetched, SQLite keeps to its snapshot."""
    yield


@contextmanager
def snapshot(connection: Connection) -> Iterator[None]:
    """Hold one snapshot for all queries inside."""
    connection.exec_driver_sql("BEGIN")
    try:
        yield
    finally:
        connection.exec_driver_sql("COMMIT")


def restart_rows(connection: Connection) -> None:
    """Nothing to do: SQLite always goes on behind the highest row."""


def list_reports(connection: Connection) -> None:
    """Keep all but the texts in an index: in the table what comes behind a text is as far as it."""
    columns = "id, path, sha256, format, title, publisher, author, published, language"
    rest = "extracted, note, characters"
    connection.exec_driver_sql(f"CREATE INDEX document_head ON document({columns}, {rest})")


def count_anew(connection: Connection) -> None:
    """Nothing to do: its ways through our tables do not hang on counts."""


def make_words(connection: Connection) -> None:
    """Make the full-text index."""
    connection.exec_driver_sql(_SEARCH_TABLE)


def add_words(connection: Connection, rows: Iterable[tuple[int, str]]) -> None:
    """Make passages, given as (row, text), searchable."""
    statement = text("INSERT INTO passage_words(rowid, text) VALUES (:row, :text)")
    values = ({"row": row, "text": words} for row, words in rows)
    while some := list(islice(values, _TOGETHER)):
        connection.execute(statement, some)


def drop_words(connection: Connection, document: str) -> None:
    """Take the passages of a document out of the search."""
    connection.execute(
        text(
            "DELETE FROM passage_words WHERE rowid IN"
            " (SELECT row FROM passage WHERE document = :document)"
        ),
        {"document": document},
    )


# So many passages are weighed against each other, those read last: a word that stands in more
# tells little, and to weigh each of a million takes half a second.
_RANKED = 5_000
_BEST = (
    "SELECT r, score FROM (SELECT rowid AS r, bm25(passage_words) AS score FROM passage_words"
    " WHERE passage_words MATCH :query ORDER BY rowid DESC LIMIT :ranked)"
    " ORDER BY score, r LIMIT :more"
)
# Only of what is shown; in one question with the ranking, it would be made of all that fit.
_EXCERPT = (
    "SELECT text, snippet(passage_words, 0, '[', ']', '…', 24) FROM passage_words"
    " WHERE passage_words MATCH :query AND rowid = :row"
)


def search_words(connection: Connection, words: str, limit: int) -> Iterator[Passage]:
    """Passages with all these words, best first."""
    query = match_query(words)
    if not query:
        return
    best = connection.execute(text(_BEST), {"query": query, "ranked": _RANKED, "more": limit * 4})
    scores = {row.r: row.score for row in best}
    places = connection.execute(
        text(
            "SELECT row, document, start, end FROM passage"
            " WHERE row IN (SELECT value FROM json_each(:rows))"
        ),
        {"rows": json.dumps(list(scores))},
    )
    ranked = sorted(places, key=lambda p: (scores[p.row], p.document, p.start))
    for place in ranked[:limit]:
        values = {"query": query, "row": place.row}
        words, excerpt = connection.execute(text(_EXCERPT), values).one()
        yield Passage(place.document, place.start, place.end, words, excerpt)


def match_query(words: str) -> str:
    """What somebody typed, as an FTS5 query that is always valid; see ``terms``."""
    return " ".join(f'"{term.text}"' + "*" * term.open for term in terms(words))
