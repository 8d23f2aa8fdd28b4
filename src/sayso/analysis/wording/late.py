"""Look-ups that ask for one thing at a time, until so many are asked for that all is quicker; and
rows that are made when somebody looks at them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice
from typing import Generic, TypeVar, overload

Found = TypeVar("Found")
Key = TypeVar("Key")
# Asking for one takes about as long as reading some hundred of them in a row.
_FEW = 500


class Late(Mapping[str, Found]):
    """What belongs to ids: ``one`` finds it for a single id, ``everything`` for all at once, and
    ``some`` for those that are known to be wanted.

    A few answers from a large case so cost a few look-ups, and a whole export one pass.
    """

    def __init__(
        self,
        one: Callable[[str], Found | None],
        everything: Callable[[], dict[str, Found]],
        some: Callable[[Iterable[str]], Mapping[str, Found]] | None = None,
    ) -> None:
        self._one = one
        self._everything = everything
        self._some = some
        self._known: dict[str, Found | None] = {}
        self._asked = 0
        self._whole: dict[str, Found] | None = None

    def __getitem__(self, id: str) -> Found:
        if self._whole is None and id not in self._known:
            if self._asked >= _FEW:
                return self._all()[id]
            self._asked += 1
            self._known[id] = self._one(id)
        found = self._known.get(id) if self._whole is None else self._whole.get(id)
        if found is None:
            raise KeyError(id)
        return found

    def fetch(self, ids: Iterable[str]) -> None:
        """Find these together, where there is a way to, before they are asked for."""
        if self._some is not None and self._whole is None:
            missing = set(ids) - self._known.keys()
            self._known |= {**dict.fromkeys(missing), **self._some(missing)}

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())

    def _all(self) -> dict[str, Found]:
        if self._whole is None:
            self._whole = self._everything()
        return self._whole


class _Rows(Sequence[Found]):
    """Compared as a list is: by equal rows, and no key of a dictionary."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]


class LateRows(_Rows[Found], Generic[Key, Found]):
    """Rows in an order that is known, made by ``make`` of their keys when they are looked at.

    Who prints the first hundred of some thousands so waits for a hundred.
    """

    def __init__(
        self, keys: Sequence[Key], make: Callable[[Sequence[Key]], Iterable[Found]]
    ) -> None:
        self._keys = keys
        self._make = make

    @overload
    def __getitem__(self, place: int) -> Found: ...

    @overload
    def __getitem__(self, place: slice) -> list[Found]: ...

    def __getitem__(self, place: int | slice) -> Found | list[Found]:
        if isinstance(place, slice):
            return list(self._make(self._keys[place]))
        return next(iter(self._make([self._keys[place]])))

    def __len__(self) -> int:
        return len(self._keys)

    def __iter__(self) -> Iterator[Found]:
        return iter(self._make(self._keys))


def in_lots(keys: Iterable[Key], size: int) -> Iterator[list[Key]]:
    """Keys so many together, each lot when it is asked for."""
    rest = iter(keys)
    while some := list(islice(rest, size)):
        yield some


class Pages(_Rows[Found]):
    """Rows whose order is known elsewhere: so many, and ``make`` gives those of a stretch.

    Who prints the first hundred need not even know which the others are. Who goes through all gets
    them from ``whole``, where it is given: a store counts its way to each stretch from the first.
    """

    def __init__(
        self,
        count: int | Callable[[], int],
        make: Callable[[slice], Iterable[Found]],
        whole: Callable[[], Iterable[Found]] | None = None,
    ) -> None:
        self._told = count
        self._make = make
        self._all = whole

    @cached_property
    def _count(self) -> int:
        """Asked for only where it matters: to count may take as long as to read."""
        return self._told if isinstance(self._told, int) else self._told()

    @overload
    def __getitem__(self, place: int) -> Found: ...

    @overload
    def __getitem__(self, place: slice) -> list[Found]: ...

    def __getitem__(self, place: int | slice) -> Found | list[Found]:
        if isinstance(place, slice):
            first, last, step = place.indices(self._count)
            if step != 1:
                return list(self)[place]
            return list(self._make(slice(first, max(first, last))))
        if not -self._count <= place < self._count:
            raise IndexError(place)
        first = place % self._count
        return next(iter(self._make(slice(first, first + 1))))

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Found]:
        if self._all is not None:
            yield from self._all()
            return
        for first in range(0, self._count, _FEW):
            yield from self._make(slice(first, min(first + _FEW, self._count)))
