"""A case in a database: connections to read and to write it, and the right to write it alone."""

from __future__ import annotations

import os
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, NullPool, QueuePool, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from sayso.records.errors import CaseError, UsageError
from sayso.store.postgres.faults import explain
from sayso.store.postgres.strings import escape_zeros
from sayso.store.where import Server

_PAUSE = 0.1
_GRACE = 5
# "SAYS": tells our locks from those of other programs in the database.
_OURS = 0x53415953
_KEY = f"{_OURS}, hashtext(current_schema()) & 2147483647"
_HOLDER = text(
    "SELECT application_name FROM pg_locks JOIN pg_stat_activity USING (pid)"
    " WHERE locktype = 'advisory' AND granted"
    f" AND classid::bigint = {_OURS} AND objsubid = 2"
    " AND objid::bigint = (hashtext(current_schema()) & 2147483647)"
    " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
)
# The server ends the session, and with it the lock, of a client that is gone without a word.
_ALIVE = "-c tcp_keepalives_idle=30 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=3"
_ONLY_READ = "-c default_transaction_read_only=on"
# A listing is read to its end. A server plans for its first tenth else, and may take four times as
# long for all of it.
_WHOLE = "-c cursor_tuple_fraction=1"


class Database:
    """A case in a database; see ``store.places``."""

    def __init__(self, server: Server) -> None:
        self.where = server

    def exists(self, *, create: bool) -> bool:
        """True: a database is made by whoever runs the server; whether it is a case is asked it."""
        return True

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that cannot change the case; each query sees what was last committed."""
        with _readers(self.where).connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection whose transactions are begun and ended by SQLAlchemy alone."""
        engine = _engine(self.where, _ALIVE, poolclass=NullPool)
        with engine.connect() as connection:
            yield connection

    @contextmanager
    def alone(self, wait: float) -> Iterator[Connection]:
        """The same, while nobody else may write; CaseError names the holder after ``wait`` s.

        The right is the session's: it ends with the connection, however that ends.
        """
        with self.writing() as connection:
            self._take(connection, time.monotonic() + wait)
            yield connection

    def stamp(self) -> tuple[str, ...]:
        """What changes whenever somebody writes: which transactions can be seen to have ended."""
        with self.reading() as connection:
            return (str(connection.execute(text("SELECT pg_current_snapshot()")).scalar_one()),)

    def discard(self) -> None:
        """Nothing: making a case is one transaction, and what is not committed is not there."""

    def _take(self, connection: Connection, deadline: float) -> None:
        while True:
            with connection.begin():
                query = text(f"SELECT pg_try_advisory_lock({_KEY})")
                if connection.execute(query).scalar_one():
                    return
                holder = connection.execute(_HOLDER).scalars().first()
            # Nobody holds it: whoever did has just gone, so that it is free at the next try.
            grace = _GRACE if holder is None else 0
            if time.monotonic() >= deadline + grace:
                raise CaseError(
                    f"the case is being written by {holder or 'another process'}",
                    where=str(self.where),
                    hint="wait until it is done, or end it: what it has written stays whole",
                )
            time.sleep(_PAUSE)


# Connections kept for those who ask next: a page must not wait for a log-in to the server.
_READERS: dict[Server, Engine] = {}
_MAKING = threading.Lock()


def _readers(server: Server) -> Engine:
    with _MAKING:
        if server not in _READERS:
            _READERS[server] = _engine(
                server,
                f"{_ALIVE} {_ONLY_READ} {_WHOLE}",
                poolclass=QueuePool,
                pool_size=4,
                max_overflow=40,
                pool_pre_ping=True,
                isolation_level="AUTOCOMMIT",
            )
            # Counted anew by each who gets it: its last user may have closed it in a listing.
            event.listen(
                _READERS[server], "checkout", lambda _, record, __: record.info.update(listings=0)
            )
        return _READERS[server]


def forget_readers() -> None:
    """Close the connections that are kept."""
    with _MAKING:
        while _READERS:
            _READERS.popitem()[1].dispose()


def _engine(server: Server, settings: str, **more: Any) -> Engine:
    url = _url(server)
    given = url.query.get("options", "")
    told = " ".join(given) if isinstance(given, tuple) else given
    arguments = {
        "application_name": f"process {os.getpid()} on {socket.gethostname()}"[:63],
        "client_encoding": "utf8",
        "connect_timeout": 10,
        "options": f"{told} {settings}",
    }
    try:
        engine = create_engine(
            url.difference_update_query(["options"]), connect_args=arguments, **more
        )
    except ModuleNotFoundError as error:
        raise CaseError(
            "a case on a server needs a driver that is not installed",
            where=str(server),
            hint='pip install "sayso[postgres]"',
        ) from error
    event.listen(engine, "connect", lambda raw, _: escape_zeros(raw))
    event.listen(engine, "connect", lambda _, record: record.info.update(where=str(server)))
    event.listen(engine, "handle_error", lambda c: explain(str(server), c), retval=True)
    return engine


def _url(server: Server) -> URL:
    try:
        return make_url(server.address).set(drivername="postgresql+psycopg")
    except (ArgumentError, ValueError) as error:
        raise UsageError(
            "this is no address of a case",
            where=str(server),
            hint="write postgresql://USER@HOST/DATABASE",
        ) from error
