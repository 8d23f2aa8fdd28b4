"""What was before what: "lifted the ban on 3 May, after the vote", the vote dated elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.analysis.checks.days.named import Named, Place, own_dates, when_named
from sayso.analysis.checks.reckoning.amounts import Sentence
from sayso.analysis.checks.record import check, day
from sayso.analysis.wording.names import quoted
from sayso.records.case import Check
from sayso.records.dates import before
from sayso.records.marks import Time

_ORDER = re.compile(r"\b(?:(after|following)|(before|ahead of|prior to))\s(?=\w)", re.I)
# "The day after the vote", "two weeks before it" count, and "since before the vote" sets nothing
# in order.
_COUNTED = re.compile(
    r"\b(?:days?|weeks?|fortnight|months?|years?|decades?|hours?|since|from|until|till)\s$", re.I
)
_CUT = re.compile(r"[,;:()]|\b(?:and|but|while|who|which|where)\b", re.I)
_CLAUSE = re.compile(r"[;:()]|\b(?:that|who|whom|which|when|while|where|but|because|and)\b", re.I)


def order_checks(told: Sequence[Sentence]) -> Iterator[Check]:
    """Each dated deed that is set before or after another whose date is told, too."""
    for index, sentence in enumerate(told):
        for found in _ORDER.finditer(sentence.text):
            if _COUNTED.search(sentence.text[: found.start()]):
                continue
            cut = _CUT.search(sentence.text, found.end())
            high = cut.start() if cut else len(sentence.text.rstrip('.!?"” '))
            own = _own(sentence, found.start(), high)
            place = Place(told, index, found.end(), high)
            other = when_named(place) if own and _names(place) else None
            if own and other:
                span = sentence.span(found.start(), high)
                made = _judged(own, other, behind=bool(found[1]))
                if made is not None:
                    words = f"“{own.span.quote}”; {quoted(other.words, 80)}"
                    claimed = f"{quoted(span.quote)}: {day(own.earliest, own.latest)}"
                    yield check(span, claimed, words, made[0], (), made[1])


def _names(place: Place) -> bool:
    """Whether a phrase names more than a date: "after 1990" sets nothing in order."""
    start, rest = place.sentence.start + place.low, list(place.words)
    for time in place.sentence.times:
        low, high = time.span.start - start, time.span.end - start
        if low >= 0 and high <= len(rest) and time.rule.split(":")[0] not in _EVENTS:
            rest[low:high] = " " * (high - low)
    return bool(re.search(r"[^\W\d_]{4,}", "".join(rest)))


_EVENTS = ("before an event", "after an event")


def _own(sentence: Sentence, low: int, high: int) -> Time | None:
    """The date of what stands before the phrase, or behind it where it opens the sentence."""
    dates = own_dates(sentence, 0, low)
    if dates:
        place = dates[-1].span.end - sentence.start
        return None if _CLAUSE.search(sentence.text, place, low) else dates[-1]
    if sentence.text[:low].strip():
        return None
    behind = own_dates(sentence, high)
    place = behind[0].span.start - sentence.start if behind else high
    return behind[0] if behind and not _CLAUSE.search(sentence.text, high, place) else None


def _judged(own: Time, other: Named, *, behind: bool) -> tuple[str, str] | None:
    first, last = other.when
    early, late = own.earliest or "", own.latest or ""
    if not (first and last):
        return None
    is_behind, is_before = before(last, early), before(late, first)
    if is_behind if behind else is_before:
        return "holds", "the two dates lie in that order"
    if is_before if behind else is_behind:
        return "fails", "the two dates lie the other way round"
    return "undecided", "the two dates are not exact enough to tell which was first"
