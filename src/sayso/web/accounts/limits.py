"""Who has tried too many passwords must wait."""

from __future__ import annotations

import math
import threading
import time
from collections import OrderedDict
from collections.abc import Callable

WINDOW = 900.0
# Failures within the window: by one address for one name, by one address, and for one name. The
# last is the highest, so that nobody can easily shut out somebody else.
_LIMITS = {"both": 5, "client": 20, "name": 50}
# Names and addresses kept in mind; the longest forgotten goes first.
_KEPT = 20_000


class Limiter:
    """Counts failed log-ins; what it knows is gone when the server ends."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._failed: OrderedDict[tuple[str, ...], list[float]] = OrderedDict()
        self._lock = threading.Lock()

    def wait(self, name: str, client: str) -> int:
        """Seconds until the next try is let through; 0 if it may come now."""
        with self._lock:
            return max(self._wait(key) for key in _keys(name, client))

    def failed(self, name: str, client: str) -> None:
        """Take note of a wrong password, or of a name that nobody has."""
        with self._lock:
            for key in _keys(name, client):
                self._failed.setdefault(key, []).append(self._clock())
                del self._failed[key][: -_LIMITS[key[0]]]
                self._failed.move_to_end(key)
            while len(self._failed) > _KEPT:
                self._failed.popitem(last=False)

    def passed(self, name: str, client: str) -> None:
        """Forget the slips of somebody who is in."""
        with self._lock:
            self._failed.pop(_keys(name, client)[0], None)

    def _wait(self, key: tuple[str, ...]) -> int:
        times = self._failed.get(key, [])
        if len(times) < _LIMITS[key[0]]:
            return 0
        return max(0, math.ceil(times[0] + WINDOW - self._clock()))


def _keys(name: str, client: str) -> tuple[tuple[str, ...], ...]:
    name = name.casefold()
    return ("both", name, client), ("client", client), ("name", name)
