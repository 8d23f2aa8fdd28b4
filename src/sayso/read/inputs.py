"""One thing to read: its path in the case, and the way to its bytes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from sayso.records.errors import UnreadableError


@dataclass(frozen=True, slots=True)
class Input:
    """A file, or a member of an archive.

    ``path`` names it in the case; ``size`` is in bytes; ``mtime_ns`` is when the file last
    changed, in nanoseconds, or 0 where nobody can tell. ``load`` brings the bytes, or raises
    UnreadableError with the reason they are not to be had; it can be sent to a worker.
    """

    path: str
    size: int
    load: Callable[[], bytes]
    mtime_ns: int = 0


def refused(path: str, message: str, hint: str, size: int = 0) -> Input:
    """An input that will not be read, for a reason known before its bytes are."""
    return Input(path, size, partial(_refuse, path, message, hint))


def _refuse(path: str, message: str, hint: str) -> bytes:
    raise UnreadableError(message, where=path, hint=hint)
