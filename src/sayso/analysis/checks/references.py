"""What a report refers back to: "the agreement signed in July", against what is told of it, and
"another newspaper", against the outlets that are cited."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.analysis.checks.around import sentence
from sayso.analysis.checks.record import Record, check, day
from sayso.analysis.wording.names import plural, quoted
from sayso.records.accounts import FIRM
from sayso.records.case import Check
from sayso.records.dates import overlap
from sayso.records.marks import Time
from sayso.records.spans import Span
from sayso.records.statements import Attribution

_THE = re.compile(
    r"\b(?:the|that|this)\s+(?:(?!(?:to|of|and)\b)\w+\s+){0,2}?(\w+)\s+"
    r"(\w+ed|held|made|won|of|from|in|on|which was \w+ed)(?:\s+(?:in|on|at|of))?\s+(?=\S)",
    re.I,
)
_ANOTHER = re.compile(r"(?:an?other|a (?:second|third|different|further))\b", re.I)
_IT = re.compile(r"(?:this|that|the|its|their)\b", re.I)
# In characters: so far before "another newspaper" stands the first one.
_FIRST = 1500
# In characters: from "the agreement" to the date that tells which.
_NEAR = 3


def reference_checks(record: Record, document: str) -> Iterator[Check]:
    """Each event that is referred to by its kind and date, against events of that kind then."""
    text = record.document(document)
    if text is None:
        return
    # "The tour ended in May" tells of it, and does not say which tour.
    verbs = record.pack.list("beginning_verbs") | record.pack.list("ending_verbs")
    times = [t for t in record.times(document) if t.earliest and t.latest and t.type == "DATE"]
    for time in times:
        before = text.text[max(0, time.span.start - 80) : time.span.start]
        hits = [m for m in _THE.finditer(before + "x") if len(before) - m.end() <= _NEAR]
        hit = hits[-1] if hits else None
        kind = record.kind_of(hit[1]) if hit and hit[2].lower() not in verbs else None
        if hit is not None and kind is not None:
            start = time.span.start - len(before) + hit.start()
            yield _judged(record, text.span(start, time.span.end), kind, time)


def _judged(record: Record, span: Span, kind: tuple[str, str | None], time: Time) -> Check:
    told = [
        event
        for event in record.of_kind(span.document, kind[0])
        if event.earliest and event.latest
        and overlap((time.earliest, time.latest), (event.earliest, event.latest))
        and any(not a.span.touches(span) for a in event.accounts)
    ]  # fmt: skip
    claimed = f"{quoted(span.quote)}: {day(time.earliest, time.latest)}"
    found = f"{plural(len(told), 'event')} of the kind dated then"
    again = None if told else _again(record, span, time)
    if again is not None:
        reason = f"it is dated then elsewhere, too: {quoted(again, 80)}"
        return check(span, claimed, found, "holds", (), reason)
    if told:
        elsewhere = [a for e in told for a in e.accounts if not a.span.touches(span)]
        firm = any(account.factuality in FIRM for account in elsewhere)
        reason = "what it refers to is told of elsewhere, with that date"
        reason += "" if firm else ", but told with reserve"
        verdict = "holds" if firm else "undecided"
        return check(span, claimed, found, verdict, [e.id for e in told], reason)
    reason = "what it refers to is told of nowhere else"
    return check(span, claimed, found, "undecided", (), reason)


def _again(record: Record, span: Span, time: Time) -> str | None:
    """The words of another sentence that name such a thing and a date that goes with this one."""
    text = record.document(span.document)
    noun = span.quote.split()[1] if text else ""
    start, end = sentence(record, span)
    for other in record.times(span.document) if text else ():
        # Whether dates go together is cheap to ask, where a sentence begins is not.
        if start <= other.span.start < end or other.type != "DATE" or not _fits(other, time):
            continue
        low, high = sentence(record, other.span)
        near = text.text[low:high] if text else ""
        if noun.lower() in near.lower():
            return near
    return None


def _fits(one: Time, other: Time) -> bool:
    """Whether a date lies in another, or holds it, and both are known to within a year."""
    return bool(
        one.earliest and one.latest and other.earliest and other.latest
        and overlap((one.earliest, one.latest), (other.earliest, other.latest))
        and one.earliest[:4] == one.latest[:4]
    )  # fmt: skip


def another_checks(record: Record, document: str) -> Iterator[Check]:
    """Each "another newspaper reported" against the outlets of both reports, where both are cited.

    It fails where one outlet is cited for both: what looks like two sources is one.
    """
    told = sorted(
        (a for a in record.attributions(document) if a.source),
        key=lambda a: (a.source.start, a.content.start) if a.source else (0, 0),
    )
    for place, found in enumerate(told):
        source = found.source
        if source is None or not _ANOTHER.match(source.quote):
            continue
        own = _outlet(record, found) or _named_by(record, told[place + 1 :], source)
        first = _first(record, told[:place], source)
        if own is None or first is None:
            continue
        words = f"{record.names[first]} and {record.names[own]}"
        if own == first:
            words, reason = record.names[own], "both are cited from the same outlet"
            yield check(source, quoted(source.quote), words, "fails", (), reason)
        else:
            reason = "the two are cited from different outlets"
            yield check(source, quoted(source.quote), words, "holds", (), reason)


def _outlet(record: Record, found: Attribution) -> str | None:
    """The outlet that some words are cited from."""
    known = (link.entity for link in found.chain)
    return next((one for one in known if one and record.types.get(one) == "Outlet"), None)


def _named_by(record: Record, behind: list[Attribution], source: Span) -> str | None:
    """The outlet of "this report", where it goes back to a source without a name before it."""
    found = behind[0] if behind else None
    apart = found.source.start - source.end if found and found.source else _FIRST
    if found is None or found.source is None or not _IT.match(found.source.quote):
        return None
    return _outlet(record, found) if apart < _FIRST else None


def _first(record: Record, before: list[Attribution], source: Span) -> str | None:
    """The outlet cited last before a source that is another one, of which a name is told."""
    for found in reversed(before):
        if found.source and source.start - found.source.end > _FIRST:
            return None
        outlet = _outlet(record, found)
        if outlet is not None:
            return outlet
    return None
