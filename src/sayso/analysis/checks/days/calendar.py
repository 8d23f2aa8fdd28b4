"""Dates against the calendar, and round years: "Monday, 6 May 2019", "its fiftieth anniversary"."""

from __future__ import annotations

import re
from calendar import day_name
from collections.abc import Iterator, Sequence

from sayso.analysis.checks.reckoning.amounts import Sentence
from sayso.analysis.checks.record import check
from sayso.analysis.wording.names import quoted
from sayso.annotate.numbers import ORDINALS, SPELLED_ORDINAL
from sayso.records.case import Check
from sayso.records.dates import number, parts
from sayso.records.marks import Time

_DAY = re.compile(rf"\b({'|'.join(day_name)})\b", re.I)
_YEAR = re.compile(r"\d{4}")
# The last country that still counted by the old calendar changed in 1923.
_NEW_STYLE = 1924
_ROUND = re.compile(
    rf"(?:\b(\d{{1,4}})(?:st|nd|rd|th)|\b({SPELLED_ORDINAL.pattern}))[ -](?:anniversary|birthday)\b"
    r"|\b(bi|sesqui|tri)?(centenary|centennial)\b|\b(half[- ]centenary)\b",
    re.I,
)
_ROUND_YEARS = ("anniversary", "birthday", "centenary", "centennial")
_CENTURIES = {None: 100, "bi": 200, "sesqui": 150, "tri": 300}


def weekday_checks(told: Sequence[Sentence]) -> Iterator[Check]:
    """Each whole date that is told with its day of the week."""
    for sentence in told:
        for time in sentence.dates():
            found = _DAY.search(time.span.quote)
            day = time.earliest
            if not (found and day and day == time.latest and _YEAR.search(time.span.quote)):
                continue
            if parts(day)[0] >= _NEW_STYLE:
                fell = day_name[(number(day) - 1) % 7]
                right = fell == found[1].capitalize()
                reason = f"by the calendar it was a {fell}"
                verdict = "holds" if right else "fails"
                yield check(time.span, quoted(time.span.quote), fell, verdict, (), reason)


def anniversary_checks(told: Sequence[Sentence]) -> Iterator[Check]:
    """Each round year that is told with its date, against the dates of the sentences before it.

    Whose year it is the words leave open: only a date from which it counts exactly decides.
    """
    for place, sentence in enumerate(told):
        for found in _ROUND.finditer(sentence.text) if sentence.has(*_ROUND_YEARS) else ():
            years = _years(found)
            near = [one for one in told[max(0, place - 2) : place + 1]
                    if one.block == sentence.block]  # fmt: skip
            now = [time for time in sentence.dates() if _one_year(time)]
            if years and len(now) == 1:
                yield _round(sentence, found, years, (now[0], near))


def _years(found: re.Match[str]) -> int:
    if found[1]:
        return int(found[1])
    if found[2]:
        return sum(ORDINALS.get(w, 0) or _tens(w) for w in re.split(r"[ -]", found[2].lower()))
    return 50 if found[7] else _CENTURIES[found[5].lower() if found[5] else None]


def _tens(word: str) -> int:
    return ORDINALS.get(word[:-1] + "ieth", 0) if word.endswith("y") else 0


def _one_year(time: Time) -> bool:
    return (time.earliest or "")[:4] == (time.latest or "x")[:4]


def _round(
    sentence: Sentence, found: re.Match[str], years: int, where: tuple[Time, Sequence[Sentence]]
) -> Check:
    now, near = where
    then = parts(now.earliest or "")[0] - years
    span = sentence.span(found.start(), found.end())
    first = [
        time for one in near for time in one.dates()
        if time.span != now.span and _one_year(time) and parts(time.earliest or "")[0] == then
    ]  # fmt: skip
    claimed = f"{quoted(span.quote)}: {years} years before {now.span.quote}, {then}"
    if first:
        reason = f"so many years lie between {then} and {then + years}"
        return check(span, claimed, f"“{first[0].span.quote}”", "holds", (), reason)
    reason = "no date from which it counts is told beside it"
    return check(span, claimed, None, "undecided", (), reason)
