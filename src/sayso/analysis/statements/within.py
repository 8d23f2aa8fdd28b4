"""Where one report parts from itself: much of what has declined, over what is only feared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.analysis.statements.likeness import Likeness
from sayso.analysis.statements.matters import Link
from sayso.analysis.statements.relations import Relation
from sayso.analysis.statements.statement import Statement

# In characters: a heading tells of what stands right below it.
_BELOW = 250
# A report in which more statements say that something falls is compared by its first ones.
_MOST = 400
# In names and words.
_PLAIN = 5
_IT = re.compile(r"It\b")
_DECLINED = ("has declined", "is still great, or many")
_OVER = ("is over", "is only threatened")


def within(statements: Sequence[Statement]) -> Iterator[Link]:
    """Pairs of statements of one report that do not go together.

    An author may weigh one thing against another, so that a thing grows here and falls there is
    not enough: it must be said to have declined (that somebody tries to reduce it is less) and be
    called great or many elsewhere, or be told as over in one place and as only threatened in the
    other.
    """
    measure = Likeness(statements)
    falling = [one for one in statements if one.way < 0 and not one.denied]
    # "It was less regulated": of what, another sentence tells.
    falling = [one for one in falling if not _IT.match(one.span.quote)][:_MOST]
    great = [one for one in statements if one.much and not one.denied][:_MOST]
    feared = [one for one in falling if one.open]
    for one in falling:
        for other in great:
            if not one.open and _apart(one, other) and _is_great(one, other):
                said = Relation(False, "assessment", "tension", _DECLINED)
                yield Link(measure.of(one, other), said, one, other)
        for other in feared if one.over and not one.open else ():
            if _apart(one, other) and (one.thing & other.thing or _under(one, other)):
                said = Relation(False, "assessment", "emphasis", _OVER)
                yield Link(measure.of(one, other), said, one, other)


def _apart(one: Statement, other: Statement) -> bool:
    return one.sentence != other.sentence and one.voice == other.voice


def _is_great(one: Statement, other: Statement) -> bool:
    """Whether what has declined is what there is much of, in more than one word or name."""
    thing = one.thing | one.subject
    if one.thing & other.much:
        return len(thing & other.everything) > 1
    if len(one.subject) > _PLAIN:
        # Of a subject with clauses in it not every word is what declines.
        return False
    return bool(one.subject & other.much) and len(one.subject & other.everything) > 1


def _under(heading: Statement, other: Statement) -> bool:
    return heading.heading and 0 < other.span.start - heading.span.end <= _BELOW
