"""Values brought together by key, of which memory never holds more than a part.

Pairs of key and value are dealt by the hash of the key onto a fixed number of files; each file is
then small enough to be grouped in memory (the partitions of a Grace hash join; Kitsuregawa 1983).
"""

from __future__ import annotations

import contextlib
import io
import pickle
import tempfile
import weakref
import zlib
from collections.abc import Hashable, Iterable, Iterator
from typing import IO, Any, Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")

# Pairs held before they go to disk, and the files that they are dealt onto.
HELD = 20_000
PARTS = 64


class Shards(Generic[Key, Value]):
    """Put pairs in, then take groups out. A key's values keep the order in which they came.

    What fits into memory stays there. The files have no name and vanish with the process.
    """

    def __init__(self, held: int = HELD) -> None:
        self._held = held
        self._waiting: list[list[tuple[Key, Value]]] = [[] for _ in range(PARTS)]
        self._count = 0
        self._files: list[IO[bytes]] = []

    @property
    def spilled(self) -> bool:
        """Whether there was more than memory is given to."""
        return bool(self._files)

    def put(self, key: Key, value: Value) -> None:
        """Add a value under a key, which must have the same ``repr`` wherever it is made."""
        self._waiting[zlib.crc32(repr(key).encode()) % PARTS].append((key, value))
        self._count += 1
        if self._count >= self._held:
            self._spill()

    def parts(self) -> Iterator[dict[Key, list[Value]]]:
        """The groups, a part of the keys at a time; each part is forgotten once it is taken."""
        for number in range(PARTS):
            last, self._waiting[number] = self._waiting[number], []
            groups: dict[Key, list[Value]] = _grouped((*_unpacked(self._from_disk(number)), last))
            if groups:
                yield groups

    def packed(self) -> Iterator[bytes]:
        """The same parts as they lie on disk, for somebody else to open (see ``opened``)."""
        for number in range(PARTS):
            last, self._waiting[number] = self._waiting[number], []
            part = self._from_disk(number)
            part += pickle.dumps(last, pickle.HIGHEST_PROTOCOL) if last else b""
            if part:
                yield part

    def groups(self) -> Iterator[list[Value]]:
        """The values of each key, key by key."""
        for part in self.parts():
            yield from part.values()

    def _spill(self) -> None:
        if not self._files:
            self._files = [tempfile.TemporaryFile() for _ in range(PARTS)]  # noqa: SIM115
            # Whoever breaks off before all parts are taken leaves no open file behind.
            weakref.finalize(self, _close, self._files)
        for number, pairs in enumerate(self._waiting):
            if pairs:
                pickle.dump(pairs, self._files[number], pickle.HIGHEST_PROTOCOL)
        self._waiting = [[] for _ in range(PARTS)]
        self._count = 0

    def _from_disk(self, number: int) -> bytes:
        if not self._files:
            return b""
        with self._files[number] as file:
            file.seek(0)
            return file.read()


def opened(part: bytes) -> dict[Any, list[Any]]:
    """The groups of a part that was handed over as it lay on disk."""
    return _grouped(_unpacked(part))


def _grouped(lists: Iterable[list[tuple[Any, Any]]]) -> dict[Any, list[Any]]:
    groups: dict[Any, list[Any]] = {}
    for pairs in lists:
        for key, value in pairs:
            groups.setdefault(key, []).append(value)
    return groups


def _unpacked(part: bytes) -> Iterator[list[tuple[Any, Any]]]:
    """The lists of pairs that were written one behind the other."""
    stream = io.BytesIO(part)
    with contextlib.suppress(EOFError):
        while True:
            yield pickle.load(stream)


def _close(files: list[IO[bytes]]) -> None:
    for file in files:
        file.close()
