"""On whose word the case rests, and what rests on one source alone."""

from __future__ import annotations

from sayso.analysis.citations import Citation
from sayso.analysis.sources import Source
from sayso.analysis.sources import sources as found_sources
from sayso.analysis.wording.dates import edtf_words
from sayso.analysis.wording.names import isolated
from sayso.publish.briefing import Band, Cell, Part, Remark, Section, Table
from sayso.publish.desk import Desk, remainder

_HEAD = ("Source", "Its reports are of", "Statements", "Accounts", "Events on its word alone")
_BANDS = (
    ("report", "The reports themselves"),
    ("outlet", "Outlets"),
    ("speaker", "Speakers"),
)


def sources(desk: Desk) -> Section:
    """A table of sources by role, those with most accounts first."""
    found = found_sources(desk.view)
    shown = found[: desk.limits.sources]
    bands = tuple(
        Band(rows, title)
        for role, title in _BANDS
        if (rows := tuple(_row(desk, source) for source in shown if source.role == role))
    )
    parts: tuple[Part, ...] = (
        Table("Sources of the case", _HEAD, bands, 0, (2, 3, 4)),
        *remainder(len(found), len(shown), "sources", "sources"),
    )
    if not bands:
        parts = (Remark("No source was found: the reports tell of no event."),)
    return Section("sources", "On whose word", parts)


def _row(desk: Desk, source: Source) -> tuple[Cell, ...]:
    return (
        _name(desk, source),
        Cell(_dates(source)),
        Cell(f"{source.attributions:,}" if source.role != "report" else "–"),
        Cell(f"{source.accounts:,}"),
        Cell(f"{len(source.alone):,}"),
    )


def _name(desk: Desk, source: Source) -> Cell:
    found = desk.view.attribution(source.example) if source.example else None
    if found is None:
        return Cell(source.name)
    citation = Citation(found.content, (found.id,))
    return Cell(sentences=(desk.sentence("", [citation], lead=isolated(source.name)),))


def _dates(source: Source) -> str:
    if source.first is None or source.last is None:
        return "–"
    first, last = edtf_words(source.first), edtf_words(source.last)
    return first if first == last else f"{first} to {last}"
