"""What stands around a statement that is checked: its sentence, whom and where it names."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.analysis.checks.record import Kind, Record
from sayso.analysis.passage import sentence_bounds
from sayso.records.case import Event
from sayso.records.spans import Span


def sentence(record: Record, span: Span) -> tuple[int, int]:
    """Start and end of the sentence that a span begins in."""
    document = record.document(span.document)
    return sentence_bounds(document, span) if document else (span.start, span.end)


def doers(record: Record, span: Span) -> list[str]:
    """People and bodies named in the sentence before a span, the nearest first."""
    return _named(record, span, ("Person", "Organization", "Group"), before=True)


def places(record: Record, span: Span, *, before: bool = False) -> list[str]:
    """Places named in the sentence behind a span, in order, and those ``before`` it too."""
    behind = _named(record, span, ("Place",), before=False)
    return [*_named(record, span, ("Place",), before=True), *behind] if before else behind


def _named(record: Record, span: Span, types: tuple[str, ...], *, before: bool) -> list[str]:
    start, end = sentence(record, span)
    low, high = (start, span.start) if before else (span.end, end)
    found = [
        m.entity
        for m in record.mentions(span.document)
        if low <= m.span.start and m.span.end <= high and record.types.get(m.entity) in types
    ]
    return list(dict.fromkeys(reversed(found) if before else found))


def told_of(
    record: Record, kind: Kind, who: str | None, where: list[str], but: Span
) -> Iterator[Event]:
    """The actual events of a kind with somebody, in one of some places if any, that are told
    elsewhere than in the sentence of a span."""
    start, end = sentence(record, but)
    for event in record.events(kind, who) if who else ():
        here = all(
            a.span.document == but.document and start <= a.span.start < end for a in event.accounts
        )
        fits = not where or any(record.lies_in(p, w) for p in event.places for w in where)
        if not here and fits and event.realis == "actual":
            yield event
