"""Groups of things that are one, as a pure function of the pairs found to be the same."""

from __future__ import annotations

from array import array
from collections.abc import Hashable, Iterable
from typing import TypeVar

Thing = TypeVar("Thing", bound=Hashable)
Side = tuple[str, int]


class Clusters:
    """Numbers 0 to size - 1 in groups; joining is idempotent.

    Where nothing is kept apart, the order of joining does not matter either.
    """

    def __init__(self, size: int) -> None:
        # Numbers, not objects: of millions of things most are alone.
        self._above = array("q", range(size))
        self._members: dict[int, list[int]] = {}
        # For each group the sides it takes of what is kept apart; most groups take none.
        self._sides: dict[int, set[Side]] = {}

    def find(self, number: int) -> int:
        """The smallest number of the group."""
        while self._above[number] != number:
            self._above[number] = self._above[self._above[number]]
            number = self._above[number]
        return number

    def keep_apart(self, id: str, left: Iterable[int], right: Iterable[int]) -> None:
        """No group may ever hold one of the left and one of the right; say so before joining."""
        for side, numbers in enumerate((left, right)):
            for number in numbers:
                self._sides.setdefault(self.find(number), set()).add((id, side))

    def between(self, a: int, b: int) -> str | None:
        """The id of what keeps the groups of two apart, the smallest of several."""
        one, other = (self._sides.get(self.find(number), set()) for number in (a, b))
        small, large = sorted((one, other), key=len)
        return min((id for id, side in small if (id, 1 - side) in large), default=None)

    def join(self, a: int, b: int) -> bool:
        """Make one group of two; false, with nothing done, where they are kept apart."""
        low, high = sorted((self.find(a), self.find(b)))
        if low == high:
            return True
        if self._sides and self.between(low, high) is not None:
            return False
        self._above[high] = low
        # Sorted only when asked for: groups of thousands are made one by one.
        groups = self._members.pop(low, None) or [low], self._members.pop(high, None) or [high]
        small, large = sorted(groups, key=len)
        large.extend(small)
        self._members[low] = large
        if high in self._sides:
            self._sides.setdefault(low, set()).update(self._sides.pop(high))
        return True

    def members(self, number: int) -> list[int]:
        """The whole group of a number, ascending."""
        low = self.find(number)
        return sorted(self._members.get(low) or [low])

    def groups(self) -> dict[int, list[int]]:
        """Every group by its smallest number, members ascending."""
        return {low: self.members(low) for low, up in enumerate(self._above) if low == up}

    def joined(self) -> dict[int, list[int]]:
        """The same without those that stand alone."""
        return {low: sorted(self._members[low]) for low in sorted(self._members)}


def cluster(size: int, pairs: Iterable[tuple[int, int]]) -> Clusters:
    """Groups from pairs of numbers that are the same."""
    clusters = Clusters(size)
    for a, b in pairs:
        clusters.join(a, b)
    return clusters
