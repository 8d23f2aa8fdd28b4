"""A report that is dated in two ways: "two weeks prior", and the date of its citation."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.analysis.checks.dates import misdated
from sayso.analysis.checks.record import Alone, day
from sayso.records.case import Conflict, Side
from sayso.records.documents import Document
from sayso.records.ids import content_id
from sayso.records.marks import Time
from sayso.records.spans import Span

# In characters: so much of what a time dates is quoted with it.
_SHOWN = 40


def dating_conflicts(report: Alone, document: Document, holder: str) -> Iterator[Conflict]:
    """The counted times of a report that the dates of its citations exclude."""
    for time, cited, reason in misdated(report, document.id):
        sides = tuple(
            Side(day(one.earliest, one.latest), (_clause(document, one),), (holder,))
            for one in (time, cited)
        )
        about = tuple(content_id("st", s.document, s.start, s.end) for side in sides
                      for s in side.spans)  # fmt: skip
        yield Conflict(
            id=content_id("x", about, "time"), scope="within", about=about, field="time",
            sides=sides, reason=f"A report is dated in two ways: {reason}.", severity="tension",
        )  # fmt: skip


def _clause(document: Document, time: Time) -> Span:
    """A time with the words up to the next mark, so that one sees what it dates."""
    text, end = document.text, time.span.end
    while end < len(text) and text[end] not in ".;)\n" and end - time.span.end < _SHOWN:
        end += 1
    while text[end - 1].isalnum() and text[end : end + 1].isalnum():
        end += 1
    start = time.span.start
    opening = text.rfind("(", max(0, start - 40), start)
    if opening >= 0 and ")" not in text[opening:start] and text[end : end + 1] == ")":
        return document.span(opening, end + 1)
    while text[end - 1].isspace():
        end -= 1
    return document.span(start, end)
