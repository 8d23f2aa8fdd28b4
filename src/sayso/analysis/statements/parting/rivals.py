"""Where two statements of one deed part in a slot: another place, doer, length of time, side."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.analysis.statements.parting.apart import may_be_part, of_two, of_two_people
from sayso.analysis.statements.parting.numbers import disjoint, unit_of
from sayso.analysis.statements.parting.reasons import TELLING
from sayso.analysis.statements.slots.deed import done_to_two
from sayso.analysis.statements.statement import Statement
from sayso.records.dates import overlap

# Two lengths are at odds where one is so many times the other: both are told in round numbers.
_LONGER = 1.5
# Names and words in common beside the deed that make it the same.
_SURE = 2
# In characters: a number that opens a clause tells how many it is about.
_HEAD = 2
# Before a number that something comes to.
_TO = re.compile(r"\bto (?:(?:about|around|some|only|just|fewer|less|more|than) )*$")


def other_place(one: Statement, other: Statement) -> tuple[str, str] | None:
    """The places in which one deed, that is done once, is told to have been done."""
    if not (_one_deed(one, other) and _goes_together(one, other)):
        return None
    if of_two(one, other, places=False) or of_two_people(one, other) or _of_two(one, other):
        return None
    for way in ("at", "to", "from"):
        here, there = ({p for w, p in s.slots.places if w == way} for s in (one, other))
        if len(here) == len(there) == 1 and not (here & other.who or there & one.who):
            return here.pop(), there.pop()
    return None


def other_doer(one: Statement, other: Statement) -> tuple[str, str] | None:
    """The people who are each told to have done what one alone does."""
    first, second = one.slots.doers, other.slots.doers
    if len(first) != 1 or len(second) != 1 or first == second:
        return None
    done_to = _worded(one.words & other.words - one.lone - other.lone)
    if not one.lone & other.lone or not done_to:
        return None
    if first[0] in other.who or second[0] in one.who or not _goes_together(one, other):
        return None
    if of_two(one, other, places=False):
        return None
    return first[0], second[0]


def other_length(one: Statement, other: Statement) -> tuple[str, str] | None:
    """How long one thing is told to have taken."""
    if not (_one_deed(one, other) and _goes_together(one, other)) or of_two(one, other):
        return None
    return apart_in_length(one, other)


def apart_in_length(one: Statement, other: Statement) -> tuple[str, str] | None:
    """Two lengths of time that cannot be one."""
    for days, span in one.slots.lengths:
        for more, words in other.slots.lengths:
            if max(days, more) >= _LONGER * min(days, more):
                return span.quote, words.quote
    return None


def other_date(one: Statement, other: Statement) -> tuple[str, str] | None:
    """The times, day or year, at which a thing done once is told to have been done."""
    deeds = one.once & other.once
    rest = _worded(one.features & other.features - deeds)
    if not deeds or len(rest) < _SURE or one.denied or other.denied or of_two(one, other):
        return None
    if len(one.dated) != 1 or len(other.dated) != 1 or any(_meet(one, other)):
        return None
    return _quotes(one, other)


def other_year(one: Statement, other: Statement) -> tuple[str, str] | None:
    """The same in two reports of one matter, where the deed and who did it are enough."""
    if not (one.once & other.once and one.subject & other.subject):
        return None
    if one.denied or other.denied or len(one.dated) != 1 or len(other.dated) != 1:
        return None
    # "Bought a firm in 2020" and "bought a shop in 2018" are two deeds.
    alone = [_worded(s.words - t.words) for s, t in ((one, other), (other, one))]
    if all(alone) or of_two(one, other):
        return None
    return None if any(_meet(one, other)) else _quotes(one, other)


def _worded(features: frozenset[str]) -> frozenset[str]:
    """Features that are words and names: no days, and no numbers."""
    return frozenset(one for one in features if one[0] not in "@#")


def _quotes(one: Statement, other: Statement) -> tuple[str, str]:
    return one.dated[0].span.quote, other.dated[0].span.quote


def other_number(one: Statement, other: Statement) -> tuple[str, str] | None:
    """The numbers of one thing in two reports of one matter: with a word more in common, or each
    what the clause is about."""
    if not _goes_together(one, other) or len(one.numbers) != 1 or len(other.numbers) != 1:
        return None
    first, second = one.numbers[0], other.numbers[0]
    unit = unit_of(first)
    if not unit or unit != unit_of(second) or not disjoint(first, second):
        return None
    if of_two(one, other) or of_two_people(one, other):
        return None
    if may_be_part(one, other, first, second):
        return None
    deed = {f for f in _worded(one.words & other.words) if unit not in f}
    if counts_apart(one, other) or not (deed or (_opens(one) and _opens(other))):
        return None
    return first.span.quote, second.span.quote


def counts_apart(one: Statement, other: Statement) -> bool:
    """Whether one of two statements counts who came to harm or what is lost and the other does not:
    three workers died, two told a paper; an army lost 600 men, and numbered 8,500."""
    verbs = [{deed.verb for deed in s.deeds} for s in (one, other)]
    if not all(verbs) or not verbs[0].isdisjoint(verbs[1]):
        return False
    if _opens(one) and _opens(other) and any(TELLING & found for found in verbs):
        return True
    worse = [s for s in (one, other) if s.way < 0]
    return len(worse) == 1 and not _level(worse[0])


def _level(one: Statement) -> bool:
    """Whether a number is what something has come to: "has shrunk to 1,500 men"."""
    quote = one.span.quote
    return any(_TO.search(quote, 0, quote.find(n.span.quote)) for n in one.numbers)


def _opens(one: Statement) -> bool:
    """Whether a number stands at the head of a statement."""
    return any(one.span.quote.find(n.span.quote) <= _HEAD for n in one.numbers)


def other_sort(one: Statement, other: Statement) -> tuple[str, str] | None:
    """Which of several of one kind it is: the north gate, and the south gate."""
    if not _goes_together(one, other) or of_two(one, other):
        return None
    # Of two roads each has its flood: what is on one day, or of one name, is one.
    if not any(f[0] == "@" for f in one.words & other.words) and not one.who & other.who:
        return None
    for kind, word, noun in one.sorts:
        for row, second, same in other.sorts:
            rest = {f for f in one.features & other.features if f[0] != "#"}
            if (kind, noun) == (row, same) and word != second and len(rest) >= _SURE:
                return f"{word} {noun}", f"{second} {same}"
    return None


def _one_deed(one: Statement, other: Statement) -> bool:
    """Whether two statements tell of the same deed, of a kind that is done once, with the same."""
    deeds = one.once & other.once
    rest = one.features & other.features - deeds
    return bool(deeds) and bool(rest)


def _of_two(one: Statement, other: Statement) -> bool:
    """Whether the deed is done to two: he is born here, and another's mother there."""
    deeds = one.once & other.once
    return any(
        f.verb == g.verb and f.verb in deeds and done_to_two(f, g)
        for f in one.deeds
        for g in other.deeds
    )


def _goes_together(one: Statement, other: Statement) -> bool:
    """Whether both tell that something is so, and of times that can be one."""
    if one.denied or other.denied or one.open or other.open or one.judges or other.judges:
        return False
    if not (one.dated and other.dated):
        return True
    return any(_meet(one, other))


def _meet(one: Statement, other: Statement) -> Iterator[bool]:
    for a in one.dated:
        for b in other.dated:
            yield overlap((a.earliest, a.latest), (b.earliest, b.latest))
