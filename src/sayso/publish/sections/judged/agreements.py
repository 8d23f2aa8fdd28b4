"""Where the reports agree: one thing, and the words of each."""

from __future__ import annotations

from sayso.analysis.citations import Citation, holders
from sayso.analysis.judging.rulings import ruling_words
from sayso.analysis.sources import report_names
from sayso.analysis.wording.names import isolated, quoted
from sayso.publish.briefing import Band, Cell, Part, Remark, Section, Table
from sayso.publish.desk import Desk, remainder
from sayso.records.case import Agreement

_HEAD = ("On", "Said by", "In these words")
# Of each side so many passages are quoted.
_QUOTED = 2


def agreements(desk: Desk) -> Section:
    """A table of what reports say alike, a band of rows for each thing."""
    found = sorted(desk.view.agreements(), key=lambda one: (one.field, one.about, one.id))
    shown = found[: desk.limits.conflicts]
    reports = report_names(desk.view.document_rows())
    bands = tuple(Band(tuple(_rows(desk, one, reports))) for one in shown)
    parts: tuple[Part, ...] = (
        Remark(
            "What reports say alike of one thing. They may go back to one origin, and nothing here "
            "says that it is true."
        ),
        Table("What reports say alike", _HEAD, bands),
        *remainder(len(found), len(shown), "agreements", "agreements"),
    )
    if not shown:
        parts = (Remark("No two reports were found to say the same of one thing."),)
    return Section("agreements", "Where the reports agree", parts)


def _headed(desk: Desk, one: Agreement) -> str:
    """What is said alike, and what an analyst said of that."""
    said = desk.rulings.of(one)
    return isolated(one.sides[0].value) + (f" – {ruling_words(said)}" if said else "")


def _rows(desk: Desk, one: Agreement, reports: dict[str, str]) -> list[tuple[Cell, ...]]:
    return [
        (
            Cell(_headed(desk, one) if number == 0 else ""),
            Cell(holders(side, reports)),
            Cell(
                sentences=tuple(
                    desk.sentence(quoted(span.quote, 240), [Citation(span)])
                    for span in side.spans[:_QUOTED]
                )
            ),
        )
        for number, side in enumerate(one.sides)
    ]
