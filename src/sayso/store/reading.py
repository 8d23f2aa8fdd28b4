"""Running queries so that many rows never stand in memory at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select

from sayso.store.dialects import dialect_of

_AT_ONCE = 200


def stream(connection: Connection, query: Select[Any]) -> Iterator[Row[Any]]:
    """The rows of a query, fetched a few at a time."""
    with (
        dialect_of(connection).listing(connection),
        connection.execute(query, execution_options={"yield_per": _AT_ONCE}) as rows,
    ):
        yield from rows


def few(connection: Connection, query: Select[Any]) -> Sequence[Row[Any]]:
    """The rows of a query that has no more than a few hundred, all at once.

    A server so answers in one turn; to fetch a few at a time takes it half a dozen.
    """
    return connection.execute(query).all()


def one(connection: Connection, query: Select[Any]) -> Row[Any] | None:
    """The only row of a query, if it has one."""
    return connection.execute(query).one_or_none()
