"""What happened, in order of time, year by year."""

from __future__ import annotations

from itertools import groupby

from sayso.analysis.citations import cited, field_words
from sayso.analysis.grades import grade_words
from sayso.analysis.timeline import Dated, Entry
from sayso.analysis.timeline import timeline as entries_of
from sayso.analysis.wording.firm import firm
from sayso.analysis.wording.names import listed, quoted
from sayso.analysis.wording.times import needs_reason, reason
from sayso.publish.briefing import Band, Cell, Part, Remark, Section, Table
from sayso.publish.desk import Desk, remainder
from sayso.records.case import Event

# A row tells of at most so many expressions how they were read.
_TOLD = 2
_HEAD = ("When", "What the reports say", "Accounts", "Origins")


def timeline(desk: Desk) -> Section:
    """One row for each event, undated ones last."""
    entries = entries_of(desk.view)
    shown = entries[: desk.limits.timeline]
    dated = Dated(desk.view)
    bands = tuple(
        Band(tuple(row for entry in group if (row := _row(desk, dated, entry))), title)
        for title, group in groupby(shown, key=_year)
    )
    parts: tuple[Part, ...] = (
        Table("Events in order of time", _HEAD, bands, 1, (2, 3)),
        *remainder(len(entries), len(shown), "events", "timeline"),
    )
    if not shown:
        parts = (Remark("No event was found in the reports."),)
    return Section("timeline", "Timeline", parts)


def _row(desk: Desk, dated: Dated, entry: Entry) -> tuple[Cell, ...]:
    event = desk.view.event(entry.event)
    if event is None or not event.accounts:
        return ()
    sentence = desk.sentence(f"{entry.text}.", cited(event.accounts))
    origins = "–" if entry.origins is None else str(entry.origins)
    several = f"e-{entry.event}" if entry.accounts > 1 else ""
    return (
        Cell(entry.when, small=_why(dated, event)),
        Cell(sentences=(sentence,), small=_reserve(desk, entry, event)),
        Cell(str(entry.accounts), link=several),
        Cell(origins),
    )


def _why(dated: Dated, event: Event) -> str:
    """How the words that tell when were read, where a reader would ask."""
    times = [time for time in dated.by(event.accounts) if needs_reason(time)]
    return "; ".join(f"{quoted(time.span.quote)} ({reason(time)})" for time in times[:_TOLD])


def _reserve(desk: Desk, entry: Entry, event: Event) -> str:
    """What is to be known beside the sentence: certainty, differences of accounts, grade."""
    reserve = firm(desk.view, event).reserve
    parts = [] if f"[{reserve}]" in entry.text else [reserve]
    fields = desk.disputed.get(entry.event, ())
    if fields:
        parts.append(f"accounts differ on {listed(field_words(field) for field in fields)}")
    piece = desk.grades.of_piece(entry.event)
    if piece:
        parts.append(f"credibility {grade_words(piece)}")
    return "; ".join(part for part in parts if part)


def _year(entry: Entry) -> str:
    day = entry.earliest or entry.latest
    return day[:4] if day else "Without a date"
