"""What the briefing is made from: its scope in figures, and the reports themselves."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.analysis.wording.names import plural
from sayso.publish.briefing import Band, Cell, Remark, Report, Section, Table
from sayso.publish.desk import Desk
from sayso.read.words.language import language_name

_HEAD = ("No.", "Report", "By", "Date", "Language", "Words")


def scope(desk: Desk) -> tuple[Remark, ...]:
    """The size of the case, and what a footnote is, in two remarks."""
    view = desk.view
    events = tellings = 0
    for event in view.events():
        events, tellings = events + 1, tellings + len(event.accounts)
    figures = (
        f"Made from {plural(len(desk.reports), 'report')}: "
        f"{plural(events, 'event')} in {plural(tellings, 'account')}, "
        f"{plural(_count(view.attributions()), 'attributed statement')}, "
        f"{plural(_count(view.ties()), 'tie')} and {plural(_count(view.conflicts()), 'conflict')}."
    )
    return (
        Remark(figures),
        Remark(
            "It says what the reports say, not what is true. Every sentence about the world "
            "carries a footnote that opens at the exact words it stands on."
        ),
    )


def reports(desk: Desk) -> Section:
    """A table of the reports, with a count of the inputs that failed."""
    rows = tuple(_row(report) for report in desk.reports.values())
    failed = _count(desk.view.failures())
    if not rows:
        parts: tuple[Remark | Table, ...] = (Remark("The case holds no report."),)
    else:
        parts = (Table("The reports of the case", _HEAD, (Band(rows),), 1, (5,)),)
    if failed:
        text = f"{plural(failed, 'input')} could not be read, or not in full: see below."
        parts = (*parts, Remark(text))
    return Section("reports", "The reports", parts)


def _row(report: Report) -> tuple[Cell, ...]:
    kept = f"Not read for events: {report.note}"
    return (
        Cell(report.label),
        Cell(
            report.title,
            small=f"{report.path} · {kept}" if report.note else report.path,
            link=f"r-{report.number}",
        ),
        Cell(report.voice or "not named"),
        Cell(report.published),
        Cell(language_name(report.language) if report.language else "not known"),
        Cell(f"{report.words:,}"),
    )


def _count(things: Iterable[object]) -> int:
    return sum(1 for _ in things)
