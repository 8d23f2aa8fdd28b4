"""Comparisons with all that went before: "the most extensive since early 2020"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.analysis.checks.record import Record, check
from sayso.analysis.wording.names import plural, quoted
from sayso.records.case import Check
from sayso.records.documents import Document

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
        yield check(span, quoted(span.quote), None, "undecided", (), _MISSING)
    yield from _movements(record, text)
    for found in (*_ANY.finditer(text.text), *_EVER.finditer(text.text)):
        span = text.span(found.start(), found.end())
        reason = _MISSING.replace(" since then", "")
        yield check(span, quoted(span.quote), None, "undecided", (), reason)


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
