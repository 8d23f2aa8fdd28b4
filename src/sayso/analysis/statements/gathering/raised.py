"""Conflicts that the accounts of an event raise, so that its sentences do not raise them again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from sayso.analysis.statements.gathering.merging import plain_value
from sayso.records.case import Conflict
from sayso.records.spans import Span

_Passage = tuple[str, int, int]
_Sides = dict[str, list[_Passage]]


class Raised:
    """Which values of which passages have been held against each other; no words are kept."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, frozenset[str]], list[_Sides]] = defaultdict(list)

    def noted(self, found: Iterable[Conflict]) -> Iterator[Conflict]:
        """The same conflicts in their order, each taken note of."""
        for one in found:
            sides = _sides(one)
            self._known[one.field, frozenset(sides)].append(sides)
            yield one

    def holds(self, one: Conflict) -> bool:
        """Whether a conflict has been raised: the same values, each side in a passage of both.

        "40 boxes" against "60", of one seizure, is not raised once more by the sentences.
        """
        sides = _sides(one)
        known = self._known.get((one.field, frozenset(sides)), ())
        return any(
            all(_meet(passages, before[value]) for value, passages in sides.items())
            for before in known
        )


def _sides(one: Conflict) -> _Sides:
    found: _Sides = defaultdict(list)
    for side in one.sides:
        found[plain_value(side.value)].extend(_passage(span) for span in side.spans)
    return dict(found)


def _passage(span: Span) -> _Passage:
    return span.document, span.start, span.end


def _meet(some: list[_Passage], others: list[_Passage]) -> bool:
    return any(
        one[0] == other[0] and one[1] < other[2] and other[1] < one[2]
        for one in some
        for other in others
    )
