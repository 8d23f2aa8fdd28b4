"""All that is particular to SQLite: connections, faults, upserts, full-text search."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import Connection, Engine, NullPool, Table, create_engine, event, text
from sqlalchemy.dialects.sqlite import Insert, insert
from sqlalchemy.engine import ExceptionContext

from sayso.records.errors import CaseError

# "SAYS", in the header of the file: tells a case from any other SQLite file.
APPLICATION_ID = 0x53415953
# Seconds to wait for somebody else's write to end; writers are kept apart by a lock before that.
_PATIENCE = 30.0

# Words of passages; its rowid is the passage's row.
SEARCH_TABLE = """
CREATE VIRTUAL TABLE passage_words USING fts5(
    text, tokenize = "unicode61 remove_diacritics 2"
)"""

_FAULTS = {
    "SQLITE_NOTADB": ("this is not a case", "is it the right file?"),
    "SQLITE_CORRUPT": ("the case is damaged", "read the folder again into a new case"),
    "SQLITE_BUSY": ("the case is in use", "try again when the other program is done"),
    "SQLITE_LOCKED": ("the case is in use", "try again when the other program is done"),
    "SQLITE_FULL": ("the disk is full", "make room and read again; nothing is lost"),
    "SQLITE_READONLY": ("the case cannot be written", "copy it to a folder you may write to"),
    "SQLITE_CANTOPEN": ("the case cannot be opened", "may you read and write its folder?"),
    "SQLITE_IOERR": ("the disk fails", "copy the case to another disk"),
    "SQLITE_CONSTRAINT": ("the case refuses the record", "it misses something it must have"),
}


class Passage(NamedTuple):
    """A passage that fits a search, and an excerpt with its words in brackets."""

    document: str
    start: int
    end: int
    quote: str
    snippet: str


@contextmanager
def reading(path: Path) -> Iterator[Connection]:
    """A connection that cannot change the case; each query sees what was last committed."""
    if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        # Beside a case that cannot be written no index of the write-ahead log can be made.
        settled = not path.with_name(path.name + "-wal").exists()
        mode = "ro&immutable=1" if settled else "ro"
    else:
        mode = "rw"  # so that the last one to leave can tidy up; query_only keeps it honest
    engine = _engine(path, mode)
    event.listen(engine, "connect", lambda raw, _: raw.execute("PRAGMA query_only = ON"))
    with engine.connect() as connection:
        yield connection


@contextmanager
def writing(path: Path) -> Iterator[Connection]:
    """A connection whose transactions are begun and ended by SQLAlchemy alone."""
    engine = _engine(path, "rwc")
    event.listen(engine, "connect", _prepare_to_write)
    event.listen(engine, "begin", lambda c: c.exec_driver_sql("BEGIN IMMEDIATE"))
    with engine.connect() as connection:
        yield connection


def application_id(connection: Connection) -> int:
    """What program the file says it belongs to; 0 where it does not say."""
    return int(connection.exec_driver_sql("PRAGMA application_id").scalar_one())


def claim(connection: Connection) -> None:
    """Mark the file as a case."""
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")


def upsert(table: Table) -> Insert:
    """Insert a row, or overwrite the one with the same key."""
    statement = insert(table)
    keys = [column.name for column in table.primary_key]
    fresh = {c.name: statement.excluded[c.name] for c in table.columns if c.name not in keys}
    return statement.on_conflict_do_update(index_elements=keys, set_=fresh)


def insert_new(table: Table) -> Insert:
    """Insert a row, unless there is one with the same key."""
    return insert(table).on_conflict_do_nothing()


def add_words(connection: Connection, rows: Iterable[tuple[int, str]]) -> None:
    """Make passages, given as (row, text), searchable."""
    values = [{"row": row, "text": words} for row, words in rows]
    if values:
        statement = text("INSERT INTO passage_words(rowid, text) VALUES (:row, :text)")
        connection.execute(statement, values)


def drop_words(connection: Connection, document: str) -> None:
    """Take the passages of a document out of the search."""
    connection.execute(
        text(
            "DELETE FROM passage_words WHERE rowid IN"
            " (SELECT row FROM passage WHERE document = :document)"
        ),
        {"document": document},
    )


def search_words(connection: Connection, words: str, limit: int) -> Iterator[Passage]:
    """Passages with all these words, best first."""
    query = match_query(words)
    if not query:
        return
    found = connection.execute(
        text(
            "SELECT document, start, end, text,"
            " snippet(passage_words, 0, '[', ']', '…', 24)"
            " FROM passage_words JOIN passage ON passage.row = passage_words.rowid"
            " WHERE passage_words MATCH :query"
            " ORDER BY bm25(passage_words), document, start LIMIT :limit"
        ),
        {"query": query, "limit": limit},
    )
    yield from (Passage(*row) for row in found)


def match_query(words: str) -> str:
    """What somebody typed, as an FTS5 query that is always valid.

    Words must all occur; words in double quotes stand together; a star at the end of a word
    stands for any ending. Everything else FTS5 knows is taken as plain words.
    """
    terms: list[str] = []
    for place, part in enumerate(words.replace("\0", " ").split('"')):
        for term in [part] if place % 2 else part.split():
            if any(character.isalnum() for character in term):
                terms.append(f'"{term}"' + ("*" if term.endswith("*") else ""))
    return " ".join(terms)


def _engine(path: Path, mode: str) -> Engine:
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    engine = create_engine(
        "sqlite://",
        creator=lambda: sqlite3.connect(uri, uri=True, isolation_level=None, timeout=_PATIENCE),
        poolclass=NullPool,
    )
    event.listen(engine, "handle_error", lambda context: _explain(path, context), retval=True)
    return engine


def _prepare_to_write(raw: Any, _: Any) -> None:
    # The write-ahead log lets others read while one writes; a killed writer leaves it behind, and
    # the next to open the case drops what was not committed.
    raw.execute("PRAGMA journal_mode = WAL")
    raw.execute("PRAGMA synchronous = NORMAL")
    raw.execute("PRAGMA foreign_keys = ON")


def _explain(path: Path, context: ExceptionContext) -> CaseError | None:
    """What to raise in place of a fault of the database; null leaves it, as a fault of ours."""
    error = context.original_exception
    name = str(getattr(error, "sqlite_errorname", ""))
    for prefix, (message, hint) in _FAULTS.items():
        if name.startswith(prefix):
            return CaseError(f"{message} ({error})", where=str(path), hint=hint)
    return None
