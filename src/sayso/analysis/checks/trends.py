"""Comparisons with all that went before: "the most extensive since early 2020"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.analysis.checks.around import sentence
from sayso.analysis.checks.record import Record, check, day
from sayso.analysis.wording.names import listed, plural, quoted
from sayso.records.case import Check, Event
from sayso.records.dates import before, bounds
from sayso.records.documents import Document
from sayso.records.marks import Time
from sayso.records.spans import Span

_SINCE = re.compile(
    r"\bthe (?:(?:most|least)\s+\w+|\w{3,}est|first|only|worst|best)\s[^.;:()\n]{0,80}?"
    r"\b(?:since|in)\s(?=[^.;:()\n]{3,60})"
)
_BEHIND = 3
_ANY = re.compile(
    r"\b(?:more|fewer|less|greater|larger|higher|longer|worse|better)\b[^.;:()\n]{0,40}?"
    r"\bthan (?:any|all) other\b|\bthan ever(?: before)?\b",
    re.I,
)
# "The strikes, in the months since, have markedly fallen": the noun, then the verb with its aid.
_MOVED = re.compile(
    r"\b(\w{4,}s)\b(?:[^.;:()\n]|\([^()\n]{0,40}\)){0,100}?"
    r"\b(?:has|have|had)\s(?:\w+ly\s)?(?:been\s)?(?:\w+ly\s)?(\w+)"
)
_EVER = re.compile(
    r"\bthe (?:(?:most|least)\s\w+|\w{3,}est|worst|best)\b[^.;:()\n]{0,60}?\s"
    r"(?:(?:in|for) (?:an?|\w+) (?:years?|decades?|centur(?:y|ies)|generations?)"
    r"|on record|in (?:the|its|his|her|their) (?:whole )?history(?: of [^.,;:()\n]{3,40})?)\b"
)
_DEADLY = re.compile(r"\b(?:deadliest|bloodiest|most (?:deadly|lethal|bloody))\b", re.I)
_KILLING = frozenset({"kill", "accident"})
_MISSING = (
    "a measure of each comparable case since then is missing: the record has no list that is "
    "known to be whole"
)


def trend_checks(record: Record, document: str) -> Iterator[Check]:
    """Each superlative with a starting time; the record has no measure that could decide it."""
    text = record.document(document)
    if text is None:
        return
    times = [t for t in record.times(document) if t.earliest and t.rule.split(":")[0] != "day"]
    for time in times:
        before = text.text[max(0, time.span.start - 120) : time.span.start]
        hits = list(_SINCE.finditer(before + "xxxx"))
        hit = hits[-1] if hits else None
        if hit is None or len(before) - hit.end() > _BEHIND or "since" not in hit[0]:
            continue
        start = time.span.start - len(before) + hit.start()
        span = text.span(start, time.span.end)
        worse = _deadlier(record, span, time) if _DEADLY.search(span.quote) else []
        if worse:
            said = listed(f"{n:g} {unit} ({day(e.earliest, e.latest)})" for n, unit, e in worse)
            evidence = [event.id for *_, event in worse]
            reason = "the same report tells of more dead in that time"
            yield check(span, quoted(span.quote), said, "fails", evidence, reason)
            continue
        yield check(span, quoted(span.quote), None, "undecided", (), _MISSING)
    yield from _movements(record, text)
    for found in (*_ANY.finditer(text.text), *_EVER.finditer(text.text)):
        span = text.span(found.start(), found.end())
        reason = _MISSING.replace(" since then", "")
        yield check(span, quoted(span.quote), None, "undecided", (), reason)


def _deadlier(record: Record, span: Span, time: Time) -> list[tuple[float, str, Event]]:
    """Those events of the report with more dead than the one that is called the deadliest since a
    time, which lie between that time and it: how many, of whom, and the event."""
    start, end = sentence(record, span)
    here = [
        (account, event)
        for account, event in record.told(span.document)
        if start <= account.span.start < end and event.type == "ASSAULT" and account.quantities
    ]
    if not here:
        return []
    account, own = here[0]
    dead = max((m.low or 0.0) for m in account.quantities)
    text = record.document(span.document)
    upto = own.earliest or bounds(text.published if text else None)[1]
    others = [e for e in record.of_kind(span.document, "ASSAULT") if e.id != own.id]
    return [
        (killed, unit, event)
        for event in others
        for killed, unit in _most_dead(event)
        if killed > dead and _lies_in(event, time.earliest, upto)
    ]


def _most_dead(event: Event) -> Iterator[tuple[float, str]]:
    """The greatest number of dead that is told of an event, and of whom."""
    told = [m for a in event.accounts for m in a.quantities if event.mode in _KILLING]
    most = max(told, key=lambda m: m.low or 0.0, default=None)
    if most is not None:
        yield most.low or 0.0, most.unit or "people"


def _lies_in(event: Event, first: str | None, last: str | None) -> bool:
    if not (event.earliest and event.latest and first and last):
        return False
    return not before(event.earliest, first) and not before(last, event.latest)


def _movements(record: Record, text: Document) -> Iterator[Check]:
    """ "Attacks have fallen": a number of events that is said to have changed, without a figure."""
    moved = record.pack.list("rising_words") | record.pack.list("falling_words")
    for found in _MOVED.finditer(text.text):
        kind = record.kind_of(found[1]) if found[2].lower() in moved else None
        span = text.span(found.start(), found.end())
        if kind is None or any(span.covers(q.span) for q in record.quantities(text.id)):
            continue
        told = [event for event in record.of_kind(text.id, kind[0]) if event.mode == kind[1]]
        said = f"{plural(len(told), 'event')} of the kind told of in this report"
        reason = "how many there were before and after is not told"
        evidence = [event.id for event in told]
        yield check(span, quoted(span.quote), said, "undecided", evidence, reason)
