"""One writer at a time: a lock that ends with the process that holds it, however it ends."""

from __future__ import annotations

import fcntl
import os
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sayso.records.errors import CaseError

_PAUSE = 0.05


@contextmanager
def hold(path: Path, wait: float) -> Iterator[None]:
    """Hold the right to write a case; raises CaseError naming the holder after ``wait`` seconds.

    The lock is on a file beside the case, never on the case itself: there, opening and closing
    it would undo the database's own locks. (Where there is no fcntl, msvcrt.locking would do.)
    """
    side = path.with_name(path.name + "-lock")
    descriptor = _take(path, side, time.monotonic() + wait)
    try:
        os.truncate(descriptor, 0)
        os.write(descriptor, f"process {os.getpid()} on {socket.gethostname()}".encode())
        yield
    finally:
        side.unlink(missing_ok=True)
        os.close(descriptor)


def _take(path: Path, side: Path, deadline: float) -> int:
    while True:
        descriptor = _open(path, side)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = os.pread(descriptor, 200, 0).decode("utf-8", "replace")
            os.close(descriptor)
            if time.monotonic() >= deadline:
                raise CaseError(
                    f"the case is being written by {holder or 'another process'}",
                    where=str(path),
                    hint="wait until it is done, or end it: what it has written stays whole",
                ) from None
            time.sleep(_PAUSE)
            continue
        if _is_at(descriptor, side):
            return descriptor
        os.close(descriptor)


def _open(path: Path, side: Path) -> int:
    try:
        return os.open(side, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise CaseError(
            f"the case cannot be written ({error.strerror})",
            where=str(path),
            hint="copy it to a folder you may write to",
        ) from error


def _is_at(descriptor: int, side: Path) -> bool:
    """Whether the file we locked is still the one beside the case: its last holder removes it."""
    try:
        return os.path.samestat(os.fstat(descriptor), side.stat())
    except FileNotFoundError:
        return False
