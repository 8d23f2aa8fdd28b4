"""Groups of things that are one, as a pure function of the pairs found to be the same."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import TypeVar

Thing = TypeVar("Thing", bound=Hashable)


class Clusters:
    """Numbers 0 to size - 1 in groups; joining is idempotent and its order does not matter."""

    def __init__(self, size: int) -> None:
        self._above = list(range(size))
        self._members = [[number] for number in range(size)]

    def find(self, number: int) -> int:
        """The smallest number of the group."""
        while self._above[number] != number:
            self._above[number] = self._above[self._above[number]]
            number = self._above[number]
        return number

    def join(self, a: int, b: int) -> None:
        """Make one group of two."""
        low, high = sorted((self.find(a), self.find(b)))
        if low != high:
            self._above[high] = low
            self._members[low] = sorted(self._members[low] + self._members[high])
            self._members[high] = []

    def members(self, number: int) -> list[int]:
        """The whole group of a number, ascending."""
        return list(self._members[self.find(number)])

    def groups(self) -> dict[int, list[int]]:
        """Every group by its smallest number, members ascending."""
        return {low: list(members) for low, members in enumerate(self._members) if members}


def cluster(size: int, pairs: Iterable[tuple[int, int]]) -> Clusters:
    """Groups from pairs of numbers that are the same."""
    clusters = Clusters(size)
    for a, b in pairs:
        clusters.join(a, b)
    return clusters
