"""Places in a row: "his first visit since", "for the second time", against what is told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.analysis.checks.around import doers, places, told_of
from sayso.analysis.checks.counts import distinct
from sayso.analysis.checks.record import Record, check, day
from sayso.analysis.wording.names import quoted
from sayso.records.case import Check, Event
from sayso.records.dates import Interval
from sayso.records.spans import Span

_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip
_NTH = re.compile(
    rf"\b(?:his|her|its|their|the)\s+({'|'.join(_ORDINALS)})\s+(?:\w+\s+)?(\w+)\b", re.I
)
_TIME = re.compile(rf"\bfor the ({'|'.join(_ORDINALS)}) time\b", re.I)


def ordinal_checks(record: Record, document: str) -> Iterator[Check]:
    """Each "first visit", "second strike" of somebody, and each "for the second time"."""
    text = record.document(document)
    if text is None:
        return
    for found in _NTH.finditer(text.text):
        kind = record.kind_of(found[2])
        if kind is not None:
            span = text.span(found.start(), found.end())
            told = [e for _, e in record.told_beside(span) if (e.type, e.mode) == kind]
            who = next(iter(_actors(told[:1])), None) or next(iter(doers(record, span)), None)
            others = list(told_of(record, kind, who, places(record, span)[:1], span))
            yield _judged(record, span, _ORDINALS[found[1].lower()], told[:1], others)
    for found in _TIME.finditer(text.text):
        span = text.span(found.start(), found.end())
        told = [event for _, event in record.told_beside(span)][:1]
        for event in told:
            who = next(iter(_actors(told)), None)
            others = list(told_of(record, (event.type, event.mode), who, list(event.places), span))
            yield _judged(record, span, _ORDINALS[found[1].lower()], told, others)


def _actors(events: list[Event]) -> list[str]:
    return [p.entity for e in events for p in e.participants if p.role == "actor"]


def _judged(
    record: Record, span: Span, place: int, told: list[Event], others: list[Event]
) -> Check:
    since = _since(record, span)
    own = (told[0].earliest, told[0].latest) if told else (None, None)
    before = [event for event in others if _between(event, since[1], own[0])]
    sure = distinct(before)
    claimed = quoted(span.quote)
    if since[0]:
        claimed = f"{claimed}, since {day(*since)}"
    found = f"{len(sure)} earlier, dated apart; {len(others)} others told of in all"
    evidence = [event.id for event in sure]
    if own[0] is None:
        return check(span, claimed, found, "undecided", evidence, "when it was is not known")
    if len(sure) > place - 1:
        reason = f"{len(sure)} earlier ones are told of"
        return check(span, claimed, found, "fails", evidence, reason)
    if place > 1 and len(sure) == place - 1:
        return check(span, claimed, found, "holds", evidence, "as many earlier ones are told of")
    missing = "whether there was none before cannot be seen from what is told"
    if place > 1:
        missing = f"{place - 1 - len(sure)} earlier ones are not told of"
    return check(span, claimed, found, "undecided", evidence, missing)


def _since(record: Record, span: Span) -> Interval:
    """The time behind "since" right after a statement."""
    text = record.document(span.document)
    for time in record.times(span.document):
        between = text.text[span.end : time.span.start] if text else ""
        if 0 <= time.span.start - span.end < 120 and re.search(r"\bsince\b[^.\n]*$", between):
            return time.earliest, time.latest
    return None, None


def _between(event: Event, after: str | None, before: str | None) -> bool:
    if event.latest is None or before is None or not event.latest < before:
        return False
    return after is None or (event.earliest is not None and event.earliest > after)
