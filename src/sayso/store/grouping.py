"""Groups by key in memory that stays flat: a table on disk that nobody else sees."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import groupby, islice
from types import TracebackType

from sayso.store import sqlite

_BATCH = 10_000


class Grouping:
    """Brings together the numbers that share a key. Use it in a ``with`` statement."""

    def __init__(self) -> None:
        self._open = ExitStack()
        self._connection = self._open.enter_context(sqlite.temporary())
        self._connection.exec_driver_sql("CREATE TABLE pair (key TEXT NOT NULL, ref BIGINT)")

    def __enter__(self) -> Grouping:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._open.close()

    def add_many(self, pairs: Iterable[tuple[str, int]]) -> None:
        """Take (key, number) pairs, in any order, as often as you like."""
        rest = iter(pairs)
        while batch := list(islice(rest, _BATCH)):
            self._connection.exec_driver_sql("INSERT INTO pair VALUES (?, ?)", batch)

    def groups(self) -> Iterator[tuple[str, list[int]]]:
        """Each key once with its numbers, each once; keys and numbers ascending."""
        found = self._connection.exec_driver_sql(
            "SELECT DISTINCT key, ref FROM pair ORDER BY key, ref",
            execution_options={"yield_per": _BATCH},
        )
        for key, pairs in groupby(found, key=lambda pair: pair.key):
            yield key, [pair.ref for pair in pairs]
