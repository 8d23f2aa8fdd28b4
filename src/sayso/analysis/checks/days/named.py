"""The day of what a phrase names: "the fire of 1313", "the opening", "the last patient died"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.analysis.checks.reckoning.amounts import GRAMMAR, Sentence
from sayso.analysis.checks.reckoning.roots import Roots
from sayso.analysis.wording.names import folded
from sayso.records.dates import Interval, bounds
from sayso.records.marks import Time

# Times that are counted from another, or have one end only, tell no day of their own.
_HANGING = ("units", "after", "before", "since", "until", "range", "later", "earlier")
_EVENT = ("before an event", "after an event")
_WORD = re.compile(r"[^\W\d_]{3,}")
# What is said with one word ("the opening") is looked for only so many sentences back.
_BACK = 3
_ON = 1
# What is said with two words or more is looked for in the whole report; this is enough of it.
_AHEAD = 2
_NO_ROOTS = Roots({})


@dataclass(frozen=True, slots=True)
class Named:
    """When something was, and the words that tell it."""

    when: Interval
    words: str


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence among those of its report, and a stretch of it."""

    told: Sequence[Sentence]
    index: int
    low: int
    high: int
    roots: Roots = _NO_ROOTS

    @property
    def sentence(self) -> Sentence:
        """The sentence itself."""
        return self.told[self.index]

    @property
    def words(self) -> str:
        """The words of the stretch."""
        return self.sentence.text[self.low : self.high]


def own_dates(sentence: Sentence, low: int = 0, high: int | None = None) -> list[Time]:
    """The dates of a stretch of a sentence that hang on no other time."""
    first = sentence.start + low
    last = sentence.end if high is None else sentence.start + high
    return [
        t for t in sentence.dates()
        if first <= t.span.start and t.span.end <= last and not t.rule.startswith(_HANGING)
    ]  # fmt: skip


def when_named(place: Place) -> Named | None:
    """The time of what a phrase names; null where nothing tells it, or two things do.

    By its own date, by the one dated sentence that has all its words, else by the date that its
    time hangs on.
    """
    inside = own_dates(place.sentence, place.low, place.high)
    if inside:
        return _of(inside[0]) if len(inside) == 1 else None
    return _elsewhere(place) or _anchored(place)


def _of(time: Time) -> Named:
    return Named((time.earliest, time.latest), time.span.quote)


def _anchored(place: Place) -> Named | None:
    start = place.sentence.start
    for time in place.sentence.times:
        inside = start + place.low <= time.span.start and time.span.end <= start + place.high
        first, last = bounds(time.anchor)
        # "The council was dissolved" is another day than that of the council.
        whole = _content(place.words, place.roots) <= _content(time.span.quote, place.roots)
        if inside and whole and time.rule.startswith(_EVENT) and first and last:
            return Named((first, last), time.span.quote)
    return None


def _elsewhere(place: Place) -> Named | None:
    words = _content(place.words, place.roots)
    if not words:
        return None
    alone = len(words) < _AHEAD
    found = {}
    for index, other in enumerate(place.told):
        near = place.index - _BACK <= index <= place.index + _ON
        dates = own_dates(other)
        if index == place.index or len(dates) != 1 or (alone and not near):
            continue
        if words <= _content(other.text, place.roots):
            found[dates[0].earliest, dates[0].latest] = other.text
    return Named(*found.popitem()) if len(found) == 1 else None


def _content(text: str, roots: Roots) -> frozenset[str]:
    """The roots of the words of a phrase that tell what it names."""
    plain = (folded(word) for word in _WORD.findall(text))
    return frozenset(roots.one(word) for word in plain if word not in GRAMMAR)
