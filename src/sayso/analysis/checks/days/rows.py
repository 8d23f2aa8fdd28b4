"""Firsts and seconds of one thing: "the second strike" against "a first strike in March 1987"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.analysis.checks.days.named import own_dates
from sayso.analysis.checks.reckoning.amounts import Sentence
from sayso.analysis.checks.record import check, day
from sayso.analysis.wording.names import quoted
from sayso.analysis.wording.stems import bare
from sayso.annotate.numbers import ORDINALS
from sayso.records.case import Check
from sayso.records.dates import Interval, before

_NTH = re.compile(
    r"\b(?i:the|an?|his|her|its|their)\s"
    rf"({'|'.join(word for word, place in ORDINALS.items() if place <= 10)})\s([a-z]{{4,}})\b"
)


@dataclass(frozen=True, slots=True)
class _Nth:
    sentence: Sentence
    low: int
    high: int
    place: int
    noun: str
    when: Interval | None


def row_checks(told: Sequence[Sentence]) -> Iterator[Check]:
    """Each dated "second" of a thing whose earlier ones are dated, too, by the order of the dates.

    Only things that are dated are looked at: "the second floor" has no time.
    """
    rows: dict[str, list[_Nth]] = {}
    for sentence in told:
        for one in _members(sentence):
            rows.setdefault(one.noun, []).append(one)
    for row in rows.values():
        for one in row:
            yield from _judged(one, row)


def _members(sentence: Sentence) -> Iterator[_Nth]:
    dates = own_dates(sentence)
    when = (dates[0].earliest, dates[0].latest) if len(dates) == 1 else None
    for found in _NTH.finditer(sentence.text):
        if sentence.mask[found.start(2)] not in "@#":
            yield _Nth(
                sentence, found.start(), found.end(), ORDINALS[found[1].lower()],
                bare(found[2]), when,
            )  # fmt: skip


def _judged(one: _Nth, row: Sequence[_Nth]) -> Iterator[Check]:
    earlier = {x.place: x for x in row if x.place < one.place and x.when}
    if one.place == 1 or one.when is None or len(earlier) < one.place - 1:
        return
    last = earlier[one.place - 1]
    span = one.sentence.span(one.low, one.high)
    claimed = f"{quoted(span.quote)}, {day(*one.when)}"
    words = f"{quoted(last.sentence.text, 80)}: {day(*(last.when or (None, None)))}"
    theirs = last.when or (None, None)
    if theirs[1] and one.when[0] and before(theirs[1], one.when[0]):
        reason = "as many are told of before it, and the dates lie in that order"
        yield check(span, claimed, words, "holds", (), reason)
    elif theirs[0] and one.when[1] and before(one.when[1], theirs[0]):
        reason = "the one before it is dated later"
        yield check(span, claimed, words, "fails", (), reason)
