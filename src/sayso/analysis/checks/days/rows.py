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


_TENTH = "|".join(word for word, place in ORDINALS.items() if place <= 10)
_COUNTED = re.compile(
    rf"\b(?i:the|an?|his|her|its|their)\s(?P<nth>{_TENTH})\s(?P<noun>(?:[a-z-]+\s)?[a-z]{{3,}})\b"
)
_EACH = re.compile(rf"\b(?:the|a|an)\s({_TENTH})\b", re.I)
_WORD = re.compile(r"[a-z]{3,}")
# In sentences.
_NEAR = 2


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
    for index in range(len(told)):
        yield from _by_one(told, index)
    for row in rows.values():
        for one in row:
            yield from _judged(one, row)


def _by_one(told: Sequence[Sentence], index: int) -> Iterator[Check]:
    """ "Opened its fourth tram line on 9 May. The first line had been opened in 1991, the second in
    1995 and the third in 2001": the earlier ones, each with its date."""
    sentence = told[index]
    dates = own_dates(sentence)
    if len(dates) != 1:
        return
    for found in _COUNTED.finditer(sentence.text):
        place = ORDINALS[found["nth"].lower()]
        nouns = {bare(word) for word in found["noun"].split()}
        near = [*told[max(0, index - _NEAR) : index], *told[index + 1 : index + 1 + _NEAR]]
        row: dict[int, Interval] = {}
        for other in (s for s in near if s.block == sentence.block):
            if not nouns.isdisjoint(map(bare, _WORD.findall(other.text))):
                row |= _dated(other)
        wanted = [row[n] for n in range(1, place) if n in row]
        if place == 1 or len(wanted) < place - 1 or sentence.mask[found.start("nth")] in "@#":
            continue
        yield _in_order(sentence, found, wanted, (dates[0].earliest, dates[0].latest))


def _in_order(
    sentence: Sentence, found: re.Match[str], row: Sequence[Interval], own: Interval
) -> Check:
    span = sentence.span(found.start(), found.end())
    claimed = f"{quoted(span.quote)}, {day(*own)}"
    words = f"{len(row)} before: {', '.join(day(*one) for one in row)}"
    if all(before(one[1] or "", own[0] or "") for one in row):
        reason = "as many are told of before it, and the dates lie in that order"
        return check(span, claimed, words, "holds", (), reason)
    if any(before(own[1] or "", one[0] or "") for one in row):
        reason = "one of those before it is dated later"
        return check(span, claimed, words, "fails", (), reason)
    reason = "the dates do not tell which was first"
    return check(span, claimed, words, "undecided", (), reason)


def _dated(sentence: Sentence) -> dict[int, Interval]:
    """Which of a row a sentence dates: "the first in 1991, the second in 1995"."""
    dates, found = own_dates(sentence), [*_EACH.finditer(sentence.text)]
    row: dict[int, Interval] = {}
    for at, one in enumerate(found):
        low = sentence.start + one.end()
        high = sentence.start + found[at + 1].start() if at + 1 < len(found) else sentence.end
        inside = [t for t in dates if low <= t.span.start < high]
        if len(inside) == 1:
            row[ORDINALS[one[1].lower()]] = (inside[0].earliest, inside[0].latest)
    return row


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
