"""Work on groups of values that share a key, on whatever executor there is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any, TypeVar

from sayso.records.errors import CaseError
from sayso.run.local import Executor
from sayso.store.scratch.shards import Shards, opened

Value = TypeVar("Value")
Result = TypeVar("Result")


def group(
    executor: Executor,
    work: Callable[[Any, list[Value]], Iterable[Result]],
    shards: Shards[Any, Value],
) -> Iterator[Result]:
    """Everything that ``work(key, values)`` finds, in no certain order.

    ``shards`` hold the values by key. Few enough to stay in memory, they are worked on in this
    process, else part by part where the executor says. Raises CaseError where a part is lost:
    the result would not be whole.
    """
    if not shards.spilled:
        for groups in shards.parts():
            yield from _each(work, groups)
        return
    # A part is thousands of values: several in one task would bring back what lies on disk.
    where = executor.one_by_one()
    for found in where.map(partial(_opened, work), shards.packed(), None, _lost):
        yield from found


def _opened(
    work: Callable[[Any, list[Value]], Iterable[Result]], part: bytes, _: None
) -> list[Result]:
    return _each(work, opened(part))


def _each(
    work: Callable[[Any, list[Value]], Iterable[Result]], groups: Mapping[Any, list[Value]]
) -> list[Result]:
    return [found for key, values in groups.items() for found in work(key, values)]


def _lost(_: Any, why: str) -> list[Any]:
    raise CaseError(
        f"a part of the linking was lost: {why}",
        hint="read again: what was read is kept, and only the linking is done anew",
    )
