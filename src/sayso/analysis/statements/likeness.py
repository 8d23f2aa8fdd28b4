"""How much two statements have in common: rare names and words count most."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable

from sayso.analysis.statements.statement import Statement

# What is said of the same thing is that much more alike.
_SAME_SUBJECT = 0.12
_NAMES_ALONE = 3
_PLAIN = 2
# Long statements have little in common beside their length: what they share counts by itself, in
# words that stand once in both reports together.
_MUCH = 0.2


class Likeness:
    """Likeness among the statements of two reports, or of one.

    A feature weighs by how few of these statements have it, so that other reports of a case
    change nothing.
    """

    def __init__(self, statements: Iterable[Statement]) -> None:
        known = list(statements)
        spread = Counter(f for one in known for f in one.features)
        self._weights = {f: math.log(1 + len(known) / n) ** 2 for f, n in spread.items()}
        self._sums: dict[frozenset[str], float] = {}
        self._rarest = math.log(1 + len(known)) ** 2

    def of(self, one: Statement, other: Statement) -> float:
        """The cosine of two statements, more for much in common and for one subject; 0 where they
        have too little in common to be of one matter."""
        shared = one.features & other.features
        if len(shared) < 2:
            return 0.0
        if not one.said & other.said and len(shared) < _NAMES_ALONE and not _short(one, other):
            return 0.0
        length = math.sqrt(self._whole(one.features) * self._whole(other.features))
        extra = _SAME_SUBJECT if one.subject & other.subject else 0.0
        weight = self._sum(shared)
        return weight / length + _MUCH * weight / self._rarest + extra

    def _whole(self, features: frozenset[str]) -> float:
        # A statement is held against many: what all of it weighs is summed once.
        found = self._sums.get(features)
        if found is None:
            found = self._sums[features] = self._sum(features)
        return found

    def _sum(self, features: Iterable[str]) -> float:
        # Rounded once, at the end: the sum is the same in whatever order a set comes.
        return math.fsum(map(self._weights.__getitem__, features))


def _short(one: Statement, other: Statement) -> bool:
    """Whether both are said of the same in one or two words: "the board", "its trade"."""
    return bool(one.subject & other.subject) and max(len(one.subject), len(other.subject)) <= _PLAIN
