"""Which sayings of one speaker exclude one another, and which tell of a world that changed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.analysis.statements.parting.numbers import disjoint, unit_of
from sayso.analysis.statements.senses import Senses
from sayso.analysis.statements.turning.sayings import Saying
from sayso.analysis.wording.stems import bare
from sayso.records.dates import before, days_between

# Of a speaker so many sayings are held against one another; a spokesman of a long war has more.
_MOST = 300
# What two sayings are on in common: so much of the shorter one, and so many names and words.
_MUCH = 0.6
_TWO = 2
_THREE = 3
_GROWS = re.compile(
    r"\b(?:so far|thus far|to date|by (?:now|then)|until now|now|already|currently|meanwhile"
    r"|at least|up to|risen|rose|grown|grew|fallen|dropped|increased|climbed)\b",
    re.I,
)
_DEED = re.compile(r"\b(?:in|of|by|during|from|at|after|when) (?:the|its|it|he|she|they) (\w{4,})")
# In days.
_MONTH = 31
_WORD = re.compile(r"[^\W\d_]{4,}")
_LITTLE = frozenset({
    "that", "this", "with", "from", "have", "been", "were", "would", "will", "never", "there",
    "they", "their", "also", "than", "into", "about", "which", "when", "does", "shall", "ever",
})  # fmt: skip
_WAS = re.compile(
    r"\b(?P<who>he|she|they|we|I|[A-Z]\w+) (?:was|were|had been|stayed|had stayed) "
    r"(?P<place>(?:at|in|with|near|on) (?:(?:the|his|her|their|an?) )?[\w'’-]+(?: [A-Z]\w+)*)"
    r"\b(?P<then>.{4,})$"
)
# A form of "to be" without a verb behind it tells how things stand.
_STANDS = re.compile(
    r"\b(?:is|are|was|were|be|been|being)\b(?! (?:\w+ly )?(?:not |never )?(?:been )?"
    r"\w+(?:ing|ed|en|wn|ne|ld|lt|nt|pt|ght|ung|id|ost|eft|ept|uck|ade|ot|ut)\b)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Turn:
    """Two sayings of one speaker that exclude one another, the earlier first.

    ``field`` is statement (it is so, and it is not), quantity, or place (of somebody at a time);
    ``values`` are the two in words.
    ``severity`` is tension where the world may have changed between the two.
    """

    first: Saying
    last: Saying
    field: str
    values: tuple[str, str]
    severity: str


def turns(told: Iterable[Saying], senses: Senses) -> Iterator[Turn]:
    """The sayings of one speaker that exclude one another, each in one turn at most.

    What may have changed in the world between two sayings is no turn: how things stand, numbers
    that grow, and what is dated after the first was said.
    """
    known = sorted(told, key=_order)[:_MOST]
    index: dict[str, list[int]] = {}
    used: set[tuple[str, tuple[int, int]]] = set()
    for place, last in enumerate(known):
        features = _features(last)
        met = sorted({n for one in features for n in index.get(one, ())}, reverse=True)
        for n in met:
            turn = _turn(known[n], last, senses)
            if turn is not None and not used & {turn.first.sentence, turn.last.sentence}:
                used |= {turn.first.sentence, turn.last.sentence}
                yield turn
        for one in features:
            index.setdefault(one, []).append(place)


def _order(one: Saying) -> tuple[bool, str, str, int]:
    day = one.day[0] or one.day[1]
    return day is None, day or "", one.quote.document, one.quote.start


def _features(one: Saying) -> frozenset[str]:
    """What a saying is on: names, words of one meaning taken together, and the words as they are.

    A word that says little beside others ("raise") says enough here, where one speaker is heard.
    """
    statement = one.statement
    plain = {f"~{bare(w)}" for w in _WORD.findall(statement.span.quote) if w not in _LITTLE}
    return (statement.who | statement.said | plain) - {one.speaker}


def _count(features: Iterable[str]) -> int:
    """How many things features are of: each word counts once, by its meaning or as it is."""
    known = list(features)
    plain = sum(one.startswith("~") for one in known)
    return max(plain, len(known) - plain)


def _turn(first: Saying, last: Saying, senses: Senses) -> Turn | None:
    again = first.so == last.so and first.quote.quote == last.quote.quote
    if again or not _apart_in_time(first, last):
        return None
    one, other = _features(first), _features(last)
    shared = one & other
    if _count(shared) < _TWO or _count(shared) < _MUCH * min(_count(one), _count(other)):
        return None
    if first.so != last.so:
        return _reversed(first, last, senses)
    counted = _miscounted(first, last, senses) if _count(shared) >= _THREE else None
    return counted or _elsewhere(first, last)


def _apart_in_time(first: Saying, last: Saying) -> bool:
    """Whether two things were surely said at two times, and not in one breath."""
    if first.sentence == last.sentence:
        return False
    days = first.day[1], last.day[0]
    if days[0] and days[1]:
        return before(days[0], days[1])
    # Of one that is not dated it is told in another report, or in words that set it apart.
    return bool(first.day[0]) != bool(last.day[0])


def _reversed(first: Saying, last: Saying, senses: Senses) -> Turn | None:
    one, other = first.statement, last.statement
    if one.way and other.way and (one.way > 0) != (other.way > 0):
        return None
    whole = first.never or last.never
    told = _dated_before(last, first) or _dated_before(first, first)
    if not whole and not told and (_stands(first, senses) or _stands(last, senses)):
        return None
    if _dated_after(last, first) or _differently_dated(first, last):
        return None
    changes = first.coming or last.coming
    values = tuple("it is so" if saying.so else "it is not so" for saying in (first, last))
    severity = "tension" if changes or not (whole or told or not first.so) else "contradiction"
    return Turn(first, last, "statement", (values[0], values[1]), severity)


def _miscounted(first: Saying, last: Saying, senses: Senses) -> Turn | None:
    """Two numbers of one thing that happened; how many there are may have changed."""
    if any(_stands(s, senses) or s.coming or _GROWS.search(s.statement.span.quote)
           for s in (first, last)):  # fmt: skip
        return None
    if _differently_dated(first, last) or _dated_after(last, first):
        return None
    if first.places - last.places and last.places - first.places:
        # The dead of Orl and the dead of Tarn.
        return None
    one_day = _same_deed(first, last)
    if not one_day and not _soon(first, last):
        return None
    for one in first.statement.numbers:
        for other in last.statement.numbers:
            if unit_of(one) and unit_of(one) == unit_of(other) and disjoint(one, other):
                values = one.span.quote, other.span.quote
                severity = "contradiction" if one_day else "tension"
                return Turn(first, last, "quantity", values, severity)
    return None


def _same_deed(first: Saying, last: Saying) -> bool:
    """Whether two sayings are of one thing that happened, and not of a thing of one kind: "in the
    explosion", "when it left the track", or on the same days."""
    one, other = first.statement.span.quote, last.statement.span.quote
    named = {bare(w) for w in _DEED.findall(one)} & {bare(w) for w in _DEED.findall(other)}
    return bool(named) or bool(set(_days(first)) & set(_days(last)))


def _soon(first: Saying, last: Saying) -> bool:
    """Whether two things were said so soon after one another that they are likely of one thing."""
    days = first.day[1], last.day[0]
    return bool(days[0] and days[1]) and days_between(*days) <= _MONTH


def _elsewhere(first: Saying, last: Saying) -> Turn | None:
    """Two places where one was at the same time: "at home on the night of the fire", "in Tarn"."""
    one, other = (_WAS.search(saying.statement.span.quote) for saying in (first, last))
    if one is None or other is None or not (first.so and last.so):
        return None
    places = one["place"], other["place"]
    then = [{bare(w) for w in _WORD.findall(found["then"])} for found in (one, other)]
    same = len(then[0] & then[1]) >= _TWO and one["who"].lower() == other["who"].lower()
    if not same or set(_WORD.findall(places[0])) & set(_WORD.findall(places[1])):
        return None
    return Turn(first, last, "place", places, "tension")


def _stands(one: Saying, senses: Senses) -> bool:
    """Whether a saying tells how things stand, and not what happened."""
    quote = one.statement.span.quote
    states = any(bare(word) in senses.standing for word in _WORD.findall(quote))
    return bool(states or _STANDS.search(quote)) and not one.coming


def _days(one: Saying) -> Sequence[tuple[str, str]]:
    return [
        (t.earliest, t.latest) for t in one.statement.dated
        if t.earliest and t.latest and one.quote.covers(t.span)
    ]  # fmt: skip


def _dated_before(one: Saying, first: Saying) -> bool:
    """Whether what is said is dated before the first saying."""
    said = first.day[1]
    return bool(said) and any(not before(said or "", late) for _, late in _days(one))


def _dated_after(one: Saying, first: Saying) -> bool:
    """Whether what is said happened only after the first saying."""
    said = first.day[1]
    return bool(said) and any(before(said or "", early) for early, _ in _days(one))


def _differently_dated(first: Saying, last: Saying) -> bool:
    """Whether the two are of two times: each has its dates, and they share none."""
    one, other = _days(first), _days(last)
    return bool(one and other) and all(
        before(a[1], b[0]) or before(b[1], a[0]) for a in one for b in other
    )
