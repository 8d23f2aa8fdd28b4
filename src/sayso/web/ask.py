"""What a page is made from: the case as it is now, the request, and what is worth keeping."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from starlette.requests import Request

from sayso.store.places import place_at
from sayso.store.view import View
from sayso.store.where import Where

Made = TypeVar("Made")
# Answers kept at hand: enough for the pages of an hour, little beside the reports themselves.
_KEPT = 64
# Pages of more characters are made anew each time: a report of five megabytes, kept often, is much.
_LARGEST = 1_000_000
Stamp = tuple[int | str, ...]


@dataclass
class _Kept:
    """Answers by key, the latest asked for last, and the state they hold for."""

    state: Hashable = None
    values: OrderedDict[Hashable, Any] = field(default_factory=OrderedDict)


class Memory:
    """Answers that hold as long as the case does not change, the latest asked for."""

    def __init__(self, where: Where) -> None:
        self._place = place_at(where)
        self._lock = threading.Lock()
        self._making: dict[Hashable, threading.RLock] = {}
        self._pages = _Kept()
        self._linked = _Kept()
        self._asked = time.monotonic()

    def stamp(self) -> Stamp:
        """What changes whenever somebody, here or elsewhere, writes the case."""
        return self._place.stamp()

    def asked(self) -> None:
        """Say that somebody waits for a page now, or has just got one."""
        self._asked = time.monotonic()

    def rest(self, seconds: float) -> None:
        """Wait until nobody has asked for a page for so long."""
        while (left := self._asked + seconds - time.monotonic()) > 0:
            time.sleep(left)

    def keep(self, stamp: Stamp, key: Hashable, make: Callable[[], Made]) -> Made:
        """What ``make`` made under this key for the case of this stamp, or makes now."""
        return self._keep(self._pages, stamp, key, make)

    def page(self, stamp: Stamp, key: Hashable, make: Callable[[], str]) -> str:
        """The same for whole pages, but for those that would take too much memory."""
        kept = ("page", key)
        return self._alone(kept, lambda: self._keep(self._pages, stamp, kept, make, _LARGEST))

    def keep_linked(self, state: Hashable, key: Hashable, make: Callable[[], Made]) -> Made:
        """The same for what changes only when the case is read or linked anew."""
        return self._alone(key, lambda: self._keep(self._linked, state, key, make))

    def _alone(self, key: Hashable, make: Callable[[], Made]) -> Made:
        with self._lock:
            making = self._making.setdefault(key, threading.RLock())
        # Two who ask for the same at once would both work it out; who asks for something else
        # need not wait. What one answer is made from never asks for that answer in turn.
        with making:
            try:
                return make()
            finally:
                with self._lock:
                    self._making.pop(key, None)

    def at_hand(self, state: Hashable, key: Hashable) -> Any:
        """What ``keep_linked`` has made under this key, if it has; else null."""
        with self._lock:
            return self._linked.values.get(key) if self._linked.state == state else None

    def _keep(
        self,
        kept: _Kept,
        state: Hashable,
        key: Hashable,
        make: Callable[[], Made],
        largest: int | None = None,
    ) -> Made:
        with self._lock:
            if kept.state != state:
                kept.values.clear()
                kept.state = state
            if key in kept.values:
                kept.values.move_to_end(key)
                return kept.values[key]  # type: ignore[no-any-return]
        made = make()
        with self._lock:
            fits = largest is None or (isinstance(made, str) and len(made) <= largest)
            if kept.state == state and fits:
                kept.values[key] = made
                while len(kept.values) > _KEPT:
                    kept.values.popitem(last=False)
        return made


@dataclass(frozen=True, slots=True)
class Ask:
    """One request to one state of the case.

    ``stamp`` was taken before the case was opened, so what is kept under it is never too new;
    ``state`` tells one linking of one set of reports from another; ``own`` is what this request
    alone has looked up.
    """

    view: View
    request: Request
    memory: Memory
    stamp: Stamp
    state: Hashable
    own: dict[Hashable, Any] = field(default_factory=dict)

    def given(self, name: str, default: str = "") -> str:
        """What the address says under a name, without space around it."""
        return self.request.query_params.get(name, default).strip()

    def id(self) -> str:
        """The id in the address."""
        return str(self.request.path_params["id"])

    def kept(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """The same as ``make`` makes, made once for each state of the case."""
        return self.memory.keep(self.stamp, key, make)

    def linked(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """The same for what no judgement on a single finding and no grade can change."""
        return self.memory.keep_linked(self.state, key, make)

    def at_hand(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What ``linked`` has made under this key; where it has not, the same as ``make`` makes,
        made once for this request."""
        found = self.memory.at_hand(self.state, key)
        if found is not None:
            return found  # type: ignore[no-any-return]
        if key not in self.own:
            self.own[key] = make()
        return self.own[key]  # type: ignore[no-any-return]
