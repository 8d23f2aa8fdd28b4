"""What a page is made from: the case as it is now, the request, and what is worth keeping."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from starlette.requests import Request

from sayso.store.view import View

Made = TypeVar("Made")
# Answers kept at hand: enough for the pages of an hour, little beside the reports themselves.
_KEPT = 64
Stamp = tuple[int, ...]


class Memory:
    """Answers that hold as long as the case does not change, the latest asked for.

    A case is the same while its file and the log beside it keep their sizes and times.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._stamp: Stamp = ()
        self._kept: OrderedDict[Hashable, object] = OrderedDict()

    def stamp(self) -> Stamp:
        """What changes whenever somebody, here or elsewhere, writes the case."""
        return (*_stat(self._path), *_stat(self._path.with_name(self._path.name + "-wal")))

    def keep(self, stamp: Stamp, key: Hashable, make: Callable[[], Made]) -> Made:
        """What ``make`` made under this key for the case of this stamp, or makes now."""
        with self._lock:
            if stamp != self._stamp:
                self._kept.clear()
                self._stamp = stamp
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]  # type: ignore[return-value]
        made = make()
        with self._lock:
            if stamp == self._stamp:
                self._kept[key] = made
                while len(self._kept) > _KEPT:
                    self._kept.popitem(last=False)
        return made


@dataclass(frozen=True, slots=True)
class Ask:
    """One request to one state of the case.

    ``stamp`` was taken before the case was opened, so what is kept under it is never too new.
    """

    view: View
    request: Request
    memory: Memory
    stamp: Stamp

    def given(self, name: str, default: str = "") -> str:
        """What the address says under a name, without space around it."""
        return self.request.query_params.get(name, default).strip()

    def id(self) -> str:
        """The id in the address."""
        return str(self.request.path_params["id"])

    def kept(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """The same as ``make`` makes, made once for each state of the case."""
        return self.memory.keep(self.stamp, key, make)


def _stat(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except FileNotFoundError:
        return 0, 0
    # An empty log comes and goes with every reader.
    return (found.st_mtime_ns, found.st_size) if found.st_size else (0, 0)
