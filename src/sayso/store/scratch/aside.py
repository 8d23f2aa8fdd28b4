"""Values laid aside under a key, on disk, until they are asked for again.

Values that took long to work out and are too many for memory: to read one back costs a tenth of a
millisecond for every few kilobytes.
"""

from __future__ import annotations

import pickle
import tempfile
import weakref
from collections.abc import Hashable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Aside(Generic[Key, Value]):
    """Put values in, and take them out as often as wanted; the file vanishes with the process."""

    def __init__(self) -> None:
        self._places: dict[Key, tuple[int, int]] = {}
        self._file = tempfile.TemporaryFile()  # noqa: SIM115
        # Whoever breaks off leaves no open file behind.
        weakref.finalize(self, self._file.close)

    def __contains__(self, key: object) -> bool:
        return key in self._places

    def __getitem__(self, key: Key) -> Value:
        """The value last put under a key; raises KeyError where there is none."""
        start, size = self._places[key]
        self._file.seek(start)
        found: Value = pickle.loads(self._file.read(size))
        return found

    def __setitem__(self, key: Key, value: Value) -> None:
        written = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
        self._places[key] = self._file.seek(0, 2), len(written)
        self._file.write(written)
