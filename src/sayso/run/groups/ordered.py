"""Work on items wherever there is room, and its results in the order of the items."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, TypeVar

from sayso.run.local import Executor
from sayso.store.scratch.aside import Aside

Item = TypeVar("Item")
Result = TypeVar("Result")
Tools = TypeVar("Tools")


def in_order(
    executor: Executor,
    work: Callable[[Item, Tools], Result],
    items: Iterable[Item],
    tools: Tools,
    lost: Callable[[Item, str], Result],
) -> Iterator[Result]:
    """The results of ``executor.map``, as they would come one after the other.

    Those that are ready before their turn wait on disk: one item may take as long as thousands.
    """
    early: Aside[int, Result] = Aside()
    due = 0
    numbered = partial(_numbered, work), enumerate(items), tools, partial(_lost, lost)
    for number, result in executor.map(*numbered):
        if number != due:
            early[number] = result
            continue
        yield result
        due += 1
        while due in early:
            yield early[due]
            due += 1


def _numbered(
    work: Callable[[Any, Any], Any], item: tuple[int, Any], tools: Any
) -> tuple[int, Any]:
    return item[0], work(item[1], tools)


def _lost(lost: Callable[[Any, str], Any], item: tuple[int, Any], why: str) -> tuple[int, Any]:
    return item[0], lost(item[1], why)
