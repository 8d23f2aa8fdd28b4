"""How often: "three times: in 1413, in 1417 and in 1422", against the dates beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.analysis.checks.around import sentence, told_of
from sayso.analysis.checks.counts import distinct
from sayso.analysis.checks.days.apart import NOT_SURE, TOO_FAR, in_space
from sayso.analysis.checks.record import Record, check
from sayso.analysis.wording.names import listed, quoted
from sayso.records.case import Check
from sayso.records.documents import Document
from sayso.records.marks import Time
from sayso.records.spans import Span

_WORDS = {
    "once": 1, "twice": 2, "thrice": 3, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10,
}  # fmt: skip
_OFTEN = re.compile(
    r"\b(at least |at most |more than )?"
    r"(?:(twice|thrice)|(\d{1,2}|two|three|four|five|six|seven|eight|nine|ten) times)\b"
    r"(?! (?:as|more|less|the|larger|higher|a))",
    re.I,
)


def repeat_checks(record: Record, document: str) -> Iterator[Check]:
    """Each number of times, against the dates listed behind it, else against events told of."""
    text = record.document(document)
    if text is None:
        return
    for found in _OFTEN.finditer(text.text):
        word = (found[2] or found[3]).lower()
        number = int(word) if word.isdecimal() else _WORDS[word]
        span = text.span(found.start(), found.end())
        bound = (found[1] or "").strip().lower()
        dates = _dates_behind(record, text, span)
        if len(dates) > 1:
            made = _listed(span, number, bound, [t.span.quote for t in dates])
            days = [(t.earliest, t.latest) for t in dates]
            space = in_space(text.text, span.end, days) if made.verdict == "holds" else None
            yield made if space in (None, "holds") else _too_far(made, space)
        else:
            yield from _told(record, span, number, bound)


def _too_far(made: Check, space: str | None) -> Check:
    """A count that is right, of days that do not surely lie so close together."""
    reason = TOO_FAR if space == "fails" else NOT_SURE
    return check(made.span, made.claimed, made.found, space or "undecided", (), reason)


def _dates_behind(record: Record, text: Document, span: Span) -> list[Time]:
    _, end = sentence(record, span)
    told = [
        t for t in record.times(text.id)
        if span.end <= t.span.start < end and t.type == "DATE" and t.earliest and t.latest
    ]  # fmt: skip
    # "Six times between 2008 and 2012: in March 2008, ...": the years hold the days.
    return [t for t in told if not (len(told) > 2 and _holds_all(t, told))]


def _holds_all(one: Time, told: Sequence[Time]) -> bool:
    return all(
        (one.earliest or "") <= (o.earliest or "") and (o.latest or "") <= (one.latest or "")
        for o in told
    )


def _listed(span: Span, number: int, bound: str, dates: list[str]) -> Check:
    found = f"{len(dates)}: {listed(dates)}"
    said = quoted(span.quote)
    enough = len(dates) >= number + (bound == "more than")
    if bound in ("at least", "more than"):
        verdict, reason = ("holds", "as many dates are named") if enough else (
            "undecided", "fewer dates are named, and others may be left out")  # fmt: skip
    elif len(dates) > number:
        verdict, reason = "fails", "more dates are named"
    elif len(dates) == number:
        verdict, reason = "holds", "as many dates are named"
    else:
        verdict, reason = "undecided", "fewer dates are named, and others may be left out"
    return check(span, said, found, verdict, (), reason)


def _told(record: Record, span: Span, number: int, bound: str) -> Iterator[Check]:
    for _, event in record.told_beside(span)[:1]:
        who = next((p.entity for p in event.participants if p.role == "actor"), None)
        told = list(told_of(record, (event.type, event.mode), who, list(event.places), span))
        sure = distinct(told)
        found = f"{len(sure)} dated apart, {len(told)} told of in all"
        evidence = [one.id for one in told]
        exact = bound in ("", "at most")
        if exact and len(sure) > number:
            reason = f"{len(sure)} events with dates of their own are told of"
            yield check(span, quoted(span.quote), found, "fails", evidence, reason)
        elif not exact and len(sure) >= number + (bound == "more than"):
            reason = f"{len(sure)} events with dates of their own are told of"
            yield check(span, quoted(span.quote), found, "holds", evidence, reason)
        else:
            reason = "whether there were as many, and no more, cannot be seen from what is told"
            yield check(span, quoted(span.quote), found, "undecided", evidence, reason)
