"""Groups of things that are one, as a pure function of the pairs found to be the same."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import TypeVar

Thing = TypeVar("Thing", bound=Hashable)


class Clusters:
    """Numbers 0 to size - 1 in groups; joining is idempotent and its order does not matter."""

    def __init__(self, size: int) -> None:
        self._above = list(range(size))

    def find(self, number: int) -> int:
        """The smallest number of the group."""
        while self._above[number] != number:
            self._above[number] = self._above[self._above[number]]
            number = self._above[number]
        return number

    def join(self, a: int, b: int) -> None:
        """Make one group of two."""
        low, high = sorted((self.find(a), self.find(b)))
        self._above[high] = low

    def groups(self) -> dict[int, list[int]]:
        """Every group by its smallest number, members ascending."""
        found: dict[int, list[int]] = {}
        for number in range(len(self._above)):
            found.setdefault(self.find(number), []).append(number)
        return found


def cluster(size: int, pairs: Iterable[tuple[int, int]]) -> Clusters:
    """Groups from pairs of numbers that are the same."""
    clusters = Clusters(size)
    for a, b in pairs:
        clusters.join(a, b)
    return clusters
