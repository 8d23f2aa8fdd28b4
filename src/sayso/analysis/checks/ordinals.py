"""Places in a row: "his first visit since", "for the second time", against what is told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.analysis.checks.around import doers, places, sentence, told_of
from sayso.analysis.checks.counts import distinct
from sayso.analysis.checks.record import Record, check, day
from sayso.analysis.wording.names import listed, quoted
from sayso.analysis.wording.stems import stem
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

_HAD = re.compile(r"\bhad\s+(?:also\s+|already\s+|previously\s+)?(\w+)", re.I)
# In letters: what is shorter tells of no deed.
_SHORT = 4
_DOERS = ("Person", "Organization", "Group")


def ordinal_checks(record: Record, document: str) -> Iterator[Check]:
    """Each "first visit", "second strike" of somebody, and each "for the second time"."""
    text = record.document(document)
    if text is None:
        return
    for found in _NTH.finditer(text.text):
        kind = record.kind_of(found[2])
        # "The First Offensive" is a name and counts nothing.
        if kind is not None and not (found[1][0].isupper() and found[2][0].isupper()):
            span = text.span(found.start(), found.end())
            told = [e for _, e in record.told_beside(span) if (e.type, e.mode) == kind]
            who = next(iter(_actors(told[:1])), None) or next(iter(doers(record, span)), None)
            others = list(told_of(record, kind, who, places(record, span)[:1], span))
            yield _judged(record, span, _ORDINALS[found[1].lower()], told[:1], others)
    for found in _TIME.finditer(text.text):
        span = text.span(found.start(), found.end())
        told = [event for _, event in record.told_beside(span)][:1]
        before = _listed(record, span, _ORDINALS[found[1].lower()])
        if before is not None:
            yield before
            continue
        for event in told:
            who = next(iter(_actors(told)), None)
            others = list(told_of(record, (event.type, event.mode), who, list(event.places), span))
            same = [other for other in others if _same_deed(event, other)]
            yield _judged(record, span, _ORDINALS[found[1].lower()], told, same)


def _same_deed(one: Event, other: Event) -> bool:
    """Whether two events of a kind are told with a word in common that is no name."""
    return bool(_deeds(one) & _deeds(other))


def _deeds(event: Event) -> set[str]:
    words = (word for account in event.accounts for word in account.span.quote.split())
    return {stem(word) for word in words if word.islower() and len(word) > _SHORT}


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


def _listed(record: Record, span: Span, place: int) -> Check | None:
    """ "For the third time. She had won it in 2014 and in 2016": the earlier ones, where the next
    sentence lists them by their dates, of the same doer and with the same verb."""
    text = record.document(span.document)
    start, end = sentence(record, span)
    if text is None or place < 2 or not text.text[end:].strip():
        return None
    low = end + len(text.text[end:]) - len(text.text[end:].lstrip())
    if "\n" in text.text[end:low]:
        return None
    behind = sentence(record, text.span(low, low + 1))
    verb = _HAD.search(text.text, *behind)
    spoken = text.text[start : span.start].lower().split()
    places = (start, span.start), (behind[0], verb.start() if verb else low)
    first, other = (next(iter(_subjects(record, span.document, *at)), None) for at in places)
    if verb is None or verb[1].lower() not in spoken or first is None or first != other:
        return None
    dates = [
        t for t in record.times(span.document)
        if verb.end() <= t.span.start < behind[1] and t.type == "DATE" and t.earliest
    ]  # fmt: skip
    if not dates:
        return None
    said = listed(t.span.quote for t in dates)
    found = f"{len(dates)} before: {said}"
    if len(dates) == place - 1:
        reason = "as many earlier ones are named"
        return check(span, quoted(span.quote), found, "holds", (), reason)
    verdict = "fails" if len(dates) >= place else "undecided"
    reason = "more earlier ones are named" if verdict == "fails" else "others may be left out"
    return check(span, quoted(span.quote), found, verdict, (), reason)


def _subjects(record: Record, document: str, low: int, high: int) -> list[str]:
    """Whom the words between two places name or mean, in order."""
    return [
        m.entity for m in record.mentions(document)
        if low <= m.span.start and m.span.end <= high and record.types.get(m.entity) in _DOERS
    ]  # fmt: skip


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
