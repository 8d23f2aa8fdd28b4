"""Whether two judgements are of one thing, so that they part where they go two ways."""

from __future__ import annotations

import re

from sayso.analysis.statements.statement import Statement
from sayso.analysis.wording.stems import stems
from sayso.records.dates import overlap

# Words in common beside what is judged, from which two judgements are on one matter.
_MATTER = 2
# Likeness from which a statement is on one matter with a judgement, and from which neither of two
# need be one.
_ALIKE, _WHOLLY = 0.7, 0.8
# The part of the shorter statement that both must share: where each is known to judge nothing more
# than words in common is asked for.
_HALF, _THIRD = 1 / 2, 1 / 3
# In characters from its beginning: a date there sets the time for all of a statement.
_HEAD = 12
# The words for those among whom something is so.
_AMONG = re.compile(r"\bamong(?:st)?\s((?:[\w’'-]+\s?){1,4})", re.I)


def on_one_thing(one: Statement, other: Statement) -> bool:
    """Whether two statements judge one thing, of one kind, and in one tense.

    What is judged is named by words that both have ("the group's balance sheet"), and neither has
    another name or word for it that the other lacks ("support among workers", "among
    shareholders"). Beside it they share what it is judged for: an aspect on one front, or words of
    the matter, but for those that judge: who has lost support and who supports a
    treaty share nothing.
    """
    if _of_two(one, other) or _of_two_times(one, other):
        return False
    if any(s.part and not s.judges for s in (one, other)):
        # "To take responsibility for his support" judges nothing by its one word.
        return False
    things = one.thing | other.thing
    rest = _matter(one) & _matter(other) - (one.thing & other.thing)
    if one.ahead != other.ahead and len(rest) < _MATTER and not one.judging & other.judging:
        # What will grow is no answer to what shrinks; that it holds out is, to that it will not.
        return False
    if one.judges and other.judges and (_on_one_ground(one, other) or len(rest) >= _MATTER):
        return True
    if len(one.thing & other.thing) >= _MATTER:
        # What is judged is told so well that somebody named otherwise may be the same.
        things |= _bare(one) | _bare(other)
    least = min(len(_matter(one) - things), len(_matter(other) - things))
    some = len(rest) >= _MATTER and (one.judges or other.judges)
    return len(rest) >= least * (_THIRD if some else _HALF)


def _of_two(one: Statement, other: Statement) -> bool:
    """Whether what is judged, or what both are said of, are two things of one kind."""
    known = bool(one.topic and other.topic)
    if known and (one.topic.isdisjoint(other.features) or other.topic.isdisjoint(one.features)):
        return True
    if any(_is_among_others(s, t) for s, t in ((one, other), (other, one))):
        return True
    pairs = ((one.topic, other.topic), (one.subject, other.subject))
    return any(
        first & second and first - second - _bare(one) - other.features
        and second - first - _bare(other) - one.features
        for first, second in pairs
    )  # fmt: skip


def judged_enough(one: Statement, other: Statement, likeness: float) -> bool:
    """Whether two statements judge, or are so like one another that they do without: what neither
    author judges goes two ways only where hardly a word differs ("the alarm sounded")."""
    judged = one.judges + other.judges
    if judged == 1:
        rest = one.features & other.features - (one.thing & other.thing)
        return likeness >= _ALIKE or len(rest) >= _MATTER
    return bool(judged) or likeness >= _WHOLLY


def _is_among_others(one: Statement, other: Statement) -> bool:
    """Whether a judgement holds among some of whom the other does not tell: what is so among
    workers may be otherwise among all."""
    some = stems(_AMONG.findall(one.span.quote))
    return bool(some) and some.isdisjoint(stems([other.span.quote]))


def _bare(one: Statement) -> frozenset[str]:
    """Whom a statement tells of by a description alone, which another report may call otherwise:
    "the mill owners"."""
    return one.who - {entity for _, entity in one.slots.named}


def _of_two_times(one: Statement, other: Statement) -> bool:
    """Whether two judgements are of two times, or one begins with a day or year of its own: "in
    2009 its name was in ruins", "its name is excellent"."""
    if one.dated and other.dated:
        return not at_one_time(one, other)
    return any(t.span.start - s.span.start <= _HEAD for s in (one, other) for t in s.dated)


def _on_one_ground(one: Statement, other: Statement) -> bool:
    return bool(one.aspects & other.aspects) and bool(one.fronts & other.fronts)


def _matter(one: Statement) -> frozenset[str]:
    """What a statement tells of, without the words that judge it."""
    return one.features - one.judging


def at_one_time(one: Statement, other: Statement) -> bool:
    """Whether what both say can be of one time: who did not sign in March may sign in June."""
    return any(
        overlap((a.earliest, a.latest), (b.earliest, b.latest))
        for a in one.dated
        for b in other.dated
    )
