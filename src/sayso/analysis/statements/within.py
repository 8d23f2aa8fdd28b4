"""Where one report parts from itself: much of what has declined, over what is only feared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from sayso.analysis.statements.likeness import Likeness
from sayso.analysis.statements.matters import Link
from sayso.analysis.statements.relations import Relation
from sayso.analysis.statements.statement import Statement

# In characters: a heading tells of what stands right below it.
_BELOW = 250


def within(statements: Sequence[Statement]) -> Iterator[Link]:
    """Pairs of statements of one report that do not go together.

    An author may weigh one thing against another, so that a thing grows here and falls there is
    not enough: it must be said to have declined and be called great or many elsewhere, or be
    told as over in one place and as only threatened in the other.
    """
    measure = Likeness(statements)
    for one, other in combinations(statements, 2):
        if one.sentence == other.sentence or one.voice != other.voice:
            continue
        for first, second in ((one, other), (other, one)):
            found = _parting(first, second, measure)
            if found:
                yield found


def _parting(one: Statement, other: Statement, measure: Likeness) -> Link | None:
    if one.way != -2 or one.denied:
        return None
    thing = one.thing | one.subject
    likeness = measure.of(one, other)
    if one.thing & other.much and len(thing & other.everything) > 1:
        return Link(likeness, Relation(False, "assessment", "tension", _DECLINED), one, other)
    if one.subject & other.much and len(one.subject & other.everything) > 1:
        return Link(likeness, Relation(False, "assessment", "tension", _DECLINED), one, other)
    if one.over and not one.open and other.open and other.way == -2 and (
        bool(one.thing & other.thing) or _under(one, other)
    ):
        return Link(likeness, Relation(False, "assessment", "emphasis", _OVER_WORDS), one, other)
    return None


def _under(heading: Statement, other: Statement) -> bool:
    return heading.heading and 0 < other.span.start - heading.span.end <= _BELOW


_DECLINED = ("has declined", "is still great, or many")
_OVER_WORDS = ("is over", "is only threatened")
