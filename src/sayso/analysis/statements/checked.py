"""Statements that another report lets one check: a date told twice, a place that is called safe."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.analysis.checks.record import check, day
from sayso.analysis.statements.happenings import SAFE
from sayso.analysis.statements.matters import Link
from sayso.analysis.statements.statement import Statement
from sayso.analysis.wording.names import quoted
from sayso.records.case import Check
from sayso.records.dates import overlap
from sayso.records.marks import Time

# Likeness from which two statements tell of one thing that has one date.
_ONE = 0.45


def link_checks(links: Iterable[Link]) -> Iterator[Check]:
    """Checks that follow from pairs of statements of two reports."""
    safe: dict[Statement, list[Statement]] = {}
    for link in links:
        if link.relation.values == SAFE:
            safe.setdefault(link.left, []).append(link.right)
        elif link.relation.agree and link.likeness >= _ONE:
            yield from _dated(link)
    for judged, events in safe.items():
        found = quoted(events[0].span.quote)
        reason = f"another report tells of {len(events)} such events in that time"
        evidence = sorted({id for event in events for id in event.claims})
        yield check(judged.span, quoted(judged.span.quote), found, "fails", evidence, reason)


def _dated(link: Link) -> Iterator[Check]:
    """One thing dated in two reports in different words: the wider date must hold the other."""
    one, other = _own(link.left), _own(link.right)
    if one is None or other is None or one.edtf == other.edtf:
        return
    if not overlap((one.earliest, one.latest), (other.earliest, other.latest)):
        return
    claimed = f"{quoted(one.span.quote)}: {day(one.earliest, one.latest)}"
    found = f"{quoted(other.span.quote)}: {day(other.earliest, other.latest)}"
    reason = "another report dates it, too, and the dates go together"
    yield check(link.left.span, claimed, found, "holds", (), reason)


def _own(statement: Statement) -> Time | None:
    inside = [
        t for t in statement.dated
        if statement.span.start <= t.span.start and t.span.end <= statement.span.end
    ]  # fmt: skip
    return inside[0] if len(inside) == 1 else None
