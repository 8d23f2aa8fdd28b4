"""A case file: connections to read and to write it, and what SQLite's faults mean for its user."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, NullPool, create_engine, event
from sqlalchemy.engine import ExceptionContext

from sayso.records.errors import CaseError
from sayso.store.sqlite.lock import hold
from sayso.store.sqlite.tampering import harden

# Seconds to wait for somebody else's write to end; writers are kept apart by a lock before that.
_PATIENCE = 30.0

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


class File:
    """A case in one file; see ``store.places``."""

    def __init__(self, path: Path) -> None:
        self.where = path

    def exists(self, *, create: bool) -> bool:
        """Whether there is a file; raises CaseError where there must be one, or a folder for it."""
        path = self.where
        if not path.exists() and not create:
            raise CaseError(
                "there is no case here",
                where=str(path),
                hint="make one: sayso read FOLDER --case FILE",
            )
        if path.is_dir():
            raise CaseError(
                "this is a folder, not a case",
                where=str(path),
                hint="name a file: sayso read FOLDER --case FILE",
            )
        if not path.absolute().parent.is_dir():
            raise CaseError("there is no such folder", where=str(path.parent), hint="make it first")
        return path.exists()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that cannot change the case; each query sees what was last committed."""
        path = self.where
        if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
            # Beside a case that cannot be written no index of the write-ahead log can be made.
            settled = not path.with_name(path.name + "-wal").exists()
            mode = "ro&immutable=1" if settled else "ro"
        else:
            mode = "rw"  # so that the last one to leave can tidy up; query_only keeps it honest
        engine = _engine(path, _uri(path, mode), _query_only)
        with engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection whose transactions are begun and ended by SQLAlchemy alone."""
        engine = _engine(self.where, _uri(self.where, "rwc"), _prepare_to_write)
        with engine.connect() as connection:
            yield connection

    @contextmanager
    def alone(self, wait: float) -> Iterator[Connection]:
        """The same, while nobody else may write; CaseError names the holder after ``wait`` s."""
        with hold(self.where, wait), self.writing() as connection:
            yield connection

    def stamp(self) -> tuple[int, ...]:
        """What changes whenever somebody writes: sizes and times of the file and of its log."""
        log = self.where.with_name(self.where.name + "-wal")
        return (*_stat(self.where), *_stat(log))

    def discard(self) -> None:
        """Remove a case that was just made, and in vain."""
        self.where.unlink(missing_ok=True)


def _stat(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except FileNotFoundError:
        return 0, 0
    # An empty log comes and goes with every reader.
    return (found.st_mtime_ns, found.st_size) if found.st_size else (0, 0)


def _uri(path: Path, mode: str) -> str:
    return f"{path.absolute().as_uri()}?mode={mode}"


# An engine holds no connection, but knows the statements it has translated: the workbench, which
# opens a case for every page, need not translate them each time.
@lru_cache(maxsize=8)
def _engine(path: Path, uri: str, prepare: Callable[[Any], None]) -> Engine:
    engine = create_engine(
        "sqlite://",
        creator=lambda: sqlite3.connect(uri, uri=True, isolation_level=None, timeout=_PATIENCE),
        poolclass=NullPool,
    )
    event.listen(engine, "connect", lambda raw, _: harden(raw))
    event.listen(engine, "connect", lambda raw, _: prepare(raw))
    if prepare is _prepare_to_write:
        event.listen(engine, "begin", lambda c: c.exec_driver_sql("BEGIN IMMEDIATE"))
    event.listen(engine, "handle_error", lambda context: _explain(path, context), retval=True)
    return engine


def _query_only(raw: Any) -> None:
    raw.execute("PRAGMA query_only = ON")


def _prepare_to_write(raw: Any) -> None:
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
