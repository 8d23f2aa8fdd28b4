"""What runs on a worker of the cluster: some items, one after the other, with tools kept."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import ray

# How a worker ends that took too long; Ray sees it die, as it sees any other death.
TOO_LONG = 70
_KEPT: dict[str, Any] = {}


def at_work(
    work: Callable[[Any, Any], Any], batch: list[Any], tools: list[Any], limit_s: float
) -> list[Any]:
    """The result of each item; ends this process where one takes more than ``limit_s`` seconds.

    ``tools`` holds a reference to them: inside a list, so that they are not brought each time.
    """
    results = []
    for item in batch:
        with _in_time(limit_s):
            results.append(work(item, _tools(tools[0])))
    return results


def _tools(at: Any) -> Any:
    """The tools as this process first got them: their models are loaded once for all its tasks."""
    name = at.hex()
    if name not in _KEPT:
        _KEPT.clear()
        _KEPT[name] = ray.get(at)
    return _KEPT[name]


@contextmanager
def _in_time(limit_s: float) -> Iterator[None]:
    # What hangs inside a library cannot be interrupted, only ended with its process.
    watch = threading.Timer(limit_s, os._exit, (TOO_LONG,))
    watch.daemon = True
    watch.start()
    try:
        yield
    finally:
        watch.cancel()
