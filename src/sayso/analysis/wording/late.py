"""Look-ups that ask for one thing at a time, until so many are asked for that all is quicker."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

Found = TypeVar("Found")
# Asking for one takes about as long as reading some hundred of them in a row.
_FEW = 500


class Late(Mapping[str, Found]):
    """What belongs to ids: ``one`` finds it for a single id, ``everything`` for all at once.

    A few answers from a large case so cost a few look-ups, and a whole export one pass.
    """

    def __init__(
        self, one: Callable[[str], Found | None], everything: Callable[[], dict[str, Found]]
    ) -> None:
        self._one = one
        self._everything = everything
        self._known: dict[str, Found | None] = {}
        self._whole: dict[str, Found] | None = None

    def __getitem__(self, id: str) -> Found:
        if self._whole is None and id not in self._known:
            if len(self._known) >= _FEW:
                return self._all()[id]
            self._known[id] = self._one(id)
        found = self._known.get(id) if self._whole is None else self._whole.get(id)
        if found is None:
            raise KeyError(id)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())

    def _all(self) -> dict[str, Found]:
        if self._whole is None:
            self._whole = self._everything()
        return self._whole
