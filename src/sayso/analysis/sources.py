"""On whose word a case rests: reports, outlets and speakers, and what rests on each alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from sayso.analysis.grades import Grades, grades_of
from sayso.analysis.tally import Cast, Key, Tally, tallies_of
from sayso.analysis.view import CaseView, Overview
from sayso.analysis.wording.late import Late
from sayso.analysis.wording.names import clipped, voice_word
from sayso.records.case import Entity, Judgement
from sayso.records.documents import DocumentRow
from sayso.records.statements import Trait

# Characters of a title by which a report without a voice is called.
_TITLE = 48

ROLES = ("report", "outlet", "speaker")


@dataclass(frozen=True, slots=True)
class Source:
    """One source and its weight in a case.

    ``role`` is one of ROLES: a report's own author or publisher, who passes on others' words, or
    who speaks. ``first`` and ``last`` are the EDTF dates of its earliest and latest report.
    ``accounts`` are tellings of events that stand on it; ``alone`` are the events that no other
    source tells of. ``example`` is the id of the first attribution to it. ``traits`` are what
    reports and packs tell of it, ``cites`` and ``cited_by`` the names of those it passes on and
    that pass it on, most often first; ``grade`` is its reliability as an analyst judged it.
    """

    name: str
    entity: str | None
    role: str
    attributions: int
    accounts: int
    first: str | None
    last: str | None
    alone: tuple[str, ...]
    example: str | None
    traits: tuple[Trait, ...] = ()
    cites: tuple[str, ...] = ()
    cited_by: tuple[str, ...] = ()
    grade: Judgement | None = None


def sources(view: CaseView) -> list[Source]:
    """Every source of a case, those with most accounts first, then by attributions and name."""
    grades = grades_of(view)
    return [_graded(source, grades) for source in SOURCES.of(view)]


def _ungraded(view: CaseView) -> list[Source]:
    """The same without grades, which change while links do not."""
    titles = report_names(view.document_rows())
    cast = Cast(view.entities())
    tallies = tallies_of(view, cast, titles)
    traits: dict[str, list[Trait]] = defaultdict(list)
    for trait in view.traits():
        traits[trait.entity].append(trait)
    names = {key: tally.name for key, tally in tallies.items()}
    rows = [_source(tally, names, traits) for tally in tallies.values()]
    return sorted(rows, key=lambda s: (-s.accounts, -s.attributions, s.name, s.role))


def _graded(source: Source, grades: Grades) -> Source:
    grade = grades.of_source(source.name, source.entity)
    return source if grade is None else replace(source, grade=grade)


SOURCES = Overview("sources 1", Source, _ungraded)


def speakers_of(
    documents: Iterable[DocumentRow], entities: Iterable[Entity] = ()
) -> dict[str, tuple[str, ...]]:
    """All who stand for each report's own word, by its id: author and publisher, where known.

    Who is one of the ``entities`` is called as the case calls them.
    """
    told = {d.id: tuple(name for name in (d.author, d.publisher) if name) for d in documents}
    known = _known({name for names in told.values() for name in names}, entities)
    return {id: tuple(known.get(name, name) for name in names) for id, names in told.items()}


def _known(names: Collection[str], entities: Iterable[Entity]) -> dict[str, str]:
    """What the case calls those of some names that one entity alone has."""
    asked: dict[str, list[str]] = defaultdict(list)
    for name in names:
        asked[voice_word(name)].append(name)
    found: dict[str, set[str]] = defaultdict(set)
    for entity in entities:
        for form in {voice_word(form) for form in (entity.name, *entity.aliases)} & asked.keys():
            found[form].add(entity.name)
    return {
        name: next(iter(called)) for form, called in found.items() if len(called) == 1
        for name in asked[form]
    }  # fmt: skip


def voices_of(documents: Iterable[DocumentRow]) -> dict[str, str]:
    """Who speaks in each report, by its id: the author, or else the publisher, if known."""
    return {d.id: voice for d in documents if (voice := d.author or d.publisher)}


def report_names(documents: Iterable[DocumentRow]) -> dict[str, str]:
    """What to call each report in a word, by its id: who speaks in it, its title, or its path."""
    return {d.id: report_name(d) for d in documents}


def report_name(document: DocumentRow) -> str:
    """What to call a report in a word: who speaks in it, its title, or its path."""
    voice = document.author or document.publisher
    # A title may be a sentence, and stands among other words here.
    return voice or clipped(document.title or document.path, _TITLE)


def names_of_reports(view: CaseView) -> Mapping[str, str]:
    """The same for every report of a case; each is looked up when it is first wanted."""

    def one(id: str) -> str | None:
        found = view.document_row(id)
        return report_name(found) if found else None

    def some(ids: Iterable[str]) -> dict[str, str]:
        return report_names(view.document_rows(ids))

    return Late(one, lambda: report_names(view.document_rows()), some)


def _source(
    tally: Tally,
    names: Mapping[Key, str],
    traits: Mapping[str, Iterable[Trait]],
) -> Source:
    dates = sorted(tally.dates)
    return Source(
        name=tally.name,
        entity=tally.entity,
        role=tally.role,
        attributions=tally.attributions,
        accounts=tally.accounts,
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        alone=tuple(tally.alone),
        example=tally.example,
        traits=tuple(traits.get(tally.entity or "", ())),
        cites=_often_first(tally.cites, names),
        cited_by=_often_first(tally.cited_by, names),
    )


def _often_first(counts: Counter[Key], names: Mapping[Key, str]) -> tuple[str, ...]:
    ranked = sorted(counts, key=lambda key: (-counts[key], names[key], key))
    return tuple(dict.fromkeys(names[key] for key in ranked))
