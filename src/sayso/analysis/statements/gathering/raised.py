"""Conflicts that have been raised, of an event or of judgements, so that the sentences that tell of
the same do not raise them again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from sayso.analysis.statements.gathering.merging import plain_value
from sayso.records.case import Conflict, Side

_JUDGED, _OCCURRED, _TOLD_AS = "assessment", "occurrence", "manner"
# A conflict of judgements on no more passages tells all that a closer look would.
_FEW = 4
_Passage = tuple[str, int, int]
_Sides = tuple[tuple[frozenset[str], tuple[_Passage, ...]], ...]


class Raised:
    """Which values of which passages have been held against each other; no words are kept."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], list[_Sides]] = defaultdict(list)

    def noted(self, found: Iterable[Conflict]) -> Iterator[Conflict]:
        """The same conflicts in their order, each taken note of."""
        for one in found:
            sides = _sides(one)
            if one.field != _JUDGED or sum(len(spans) for _, spans in sides) <= _FEW:
                for document in {span[0] for _, spans in sides for span in spans}:
                    self._known[one.field, document].append(sides)
            yield one

    def holds(self, one: Conflict) -> bool:
        """Whether a conflict has been raised: each of its sides is a side of one before, in a
        passage of both, and with the same value but where both are judged.

        "40 boxes" against "60", of one seizure, is not raised once more by the sentences; nor is
        "3 September" where it is raised as "3 September 1987".
        """
        sides = _sides(one)
        document = one.sides[0].spans[0].document
        # "Resigned" and "was dismissed": what an event is told as is no second matter.
        fields = (one.field, _TOLD_AS) if one.field == _OCCURRED else (one.field,)
        return any(
            _again(field, sides, before)
            for field in fields
            for before in self._known.get((field, document), ())
        )


def _sides(one: Conflict) -> _Sides:
    return tuple((_words(side), tuple(_passages(side))) for side in one.sides)


def _words(side: Side) -> frozenset[str]:
    return frozenset(plain_value(side.value).split())


def _passages(side: Side) -> Iterator[_Passage]:
    return ((span.document, span.start, span.end) for span in side.spans)


def _again(field: str, sides: _Sides, before: _Sides) -> bool:
    """Whether each side is another one of those before."""
    left = list(before)
    for words, passages in sides:
        met = next((o for o in left if _alike(field, words, o[0]) and _meet(passages, o[1])), None)
        if met is None:
            return False
        left.remove(met)
    return True


def _alike(field: str, one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two values are one: of a number each word counts, a date may leave out its year."""
    if field in (_JUDGED, _TOLD_AS) or one == other:
        return True
    return field == "time" and (one <= other or other <= one)


def _meet(some: Iterable[_Passage], others: Iterable[_Passage]) -> bool:
    return any(
        one[0] == other[0] and one[1] < other[2] and other[1] < one[2]
        for one in some
        for other in others
    )
