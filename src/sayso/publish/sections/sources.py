"""On whose word the case rests: what each source is, whom it cites, what rests on it alone."""

from __future__ import annotations

from itertools import groupby

from sayso.analysis.citations import Citation
from sayso.analysis.grades import RELIABILITY
from sayso.analysis.sources import Source
from sayso.analysis.sources import sources as found_sources
from sayso.analysis.wording.dates import edtf_words
from sayso.analysis.wording.names import clipped, isolated
from sayso.analysis.wording.traits import by_attribute, pack_words, trait_words
from sayso.publish.briefing import Band, Cell, Part, Remark, Section, Sentence, Table
from sayso.publish.desk import Desk, remainder
from sayso.records.dates import bounds, edtf
from sayso.records.statements import Trait

_HEAD = ("Source", "What it is", "Cites", "Cited by", "Says", "Accounts", "Alone", "Grade")
_BANDS = (
    ("report", "The reports themselves"),
    ("outlet", "Outlets"),
    ("speaker", "Speakers"),
)
# Of those a source cites, and who cite it, so many are named.
_NAMED = 4


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
        Remark(
            "Says: statements by the source or passed on by it. Accounts: tellings of events that "
            "stand on its word. Alone: events that nobody else tells of."
        ),
        Table("Sources of the case", _HEAD, bands, 0, (4, 5, 6)),
        *remainder(len(found), len(shown), "sources", "sources"),
    )
    if not bands:
        parts = (Remark("No source was found: the reports tell of no event."),)
    return Section("sources", "On whose word", parts)


def _row(desk: Desk, source: Source) -> tuple[Cell, ...]:
    return (
        _name(desk, source),
        _nature(desk, source.traits),
        Cell(_names(source.cites)),
        Cell(_names(source.cited_by)),
        Cell(f"{source.attributions:,}" if source.role != "report" else "–"),
        Cell(f"{source.accounts:,}"),
        Cell(f"{len(source.alone):,}"),
        _grade(source),
    )


def _name(desk: Desk, source: Source) -> Cell:
    found = desk.view.attribution(source.example) if source.example else None
    dates = _dates(source)
    if found is None:
        return Cell(source.name, small=dates)
    citation = Citation(found.content, (found.id,))
    named = desk.sentence("", [citation], lead=isolated(source.name))
    return Cell(sentences=(named,), small=dates)


def _dates(source: Source) -> str:
    """The days of its reports: of one, or from the first to the last."""
    if source.first is None or source.last is None:
        return ""
    return edtf_words(edtf(bounds(source.first)[0], bounds(source.last)[1]))


def _nature(desk: Desk, traits: tuple[Trait, ...]) -> Cell:
    """What reports tell of a source, each with its footnote, and below what packs tell."""
    given = [trait for group in by_attribute(traits).values() for trait in group]
    told = tuple(_told(desk, trait) for trait in given if trait.span is not None)
    known = [trait for trait in given if trait.span is None]
    groups = groupby(known, key=lambda trait: trait.known_from)
    packs = [f"Pack: {'; '.join(map(pack_words, group))} ({origin})" for origin, group in groups]
    return Cell("" if told or packs else "–", sentences=told, small=" · ".join(packs))


def _told(desk: Desk, trait: Trait) -> Sentence:
    citations = [Citation(trait.span, trait.attributions, "asserted")] if trait.span else []
    return desk.sentence(trait_words(trait), citations)


def _names(names: tuple[str, ...]) -> str:
    shown = ", ".join(isolated(clipped(name, 40)) for name in names[:_NAMED])
    left = len(names) - _NAMED
    return f"{shown} and {left} more" if left > 0 else shown or "–"


def _grade(source: Source) -> Cell:
    if source.grade is None or source.grade.value is None:
        return Cell("–")
    meaning = RELIABILITY.get(source.grade.value, "")
    return Cell(source.grade.value, small=f"{meaning} ({source.grade.by})")
