"""A briefing from a case: the sections in their order, then the footnotes they asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from sayso.analysis.view import CaseView
from sayso.analysis.weighing.weigh import Kept
from sayso.publish.briefing import Briefing, Section
from sayso.publish.desk import Desk, Limits, desk_for
from sayso.publish.sections.accounts import accounts
from sayso.publish.sections.conflicts import conflicts
from sayso.publish.sections.failures import failures
from sayso.publish.sections.highlights import highlights
from sayso.publish.sections.judged.agreements import agreements
from sayso.publish.sections.judged.checks import checks
from sayso.publish.sections.judged.gaps import gaps
from sayso.publish.sections.judged.ledger import judgements
from sayso.publish.sections.judged.weighing import weighing
from sayso.publish.sections.method import method
from sayso.publish.sections.people import people
from sayso.publish.sections.record.itineraries import itineraries
from sayso.publish.sections.reports import reports, scope
from sayso.publish.sections.sources import sources
from sayso.publish.sections.statements import statements
from sayso.publish.sections.structure.quarters import quarterly
from sayso.publish.sections.structure.turning import structure
from sayso.publish.sections.ties import ties
from sayso.publish.sections.timeline import timeline
from sayso.publish.words import own_words

SECTIONS: tuple[Callable[[Desk], Section], ...] = (
    highlights,
    reports,
    timeline,
    judgements,
    quarterly,
    weighing,
    conflicts,
    agreements,
    accounts,
    checks,
    gaps,
    sources,
    people,
    ties,
    structure,
    itineraries,
    statements,
    failures,
    method,
)


# What each section is called where sections are chosen.
NAMES = tuple(section.__name__ for section in SECTIONS)


def compose(
    view: CaseView,
    *,
    title: str = "Briefing",
    limits: Limits | None = None,
    chosen: Iterable[str] = NAMES,
    words: Mapping[str, str] | None = None,
    kept: Kept | None = None,
) -> Briefing:
    """The briefing of a case; the same case always gives the same briefing.

    ``chosen`` are the sections (of NAMES) in their order; ``words`` are what the analyst writes
    above a section, by its name (see publish.words); ``kept`` are hypotheses that were weighed.
    """
    desk = replace(desk_for(view, limits or Limits()), kept=kept)
    by_name = dict(zip(NAMES, SECTIONS, strict=True))
    sections = tuple(_section(desk, by_name[name], (words or {}).get(name, "")) for name in chosen)
    notes, cited = desk.notebook.footnotes(view, desk.reports, desk.grades)
    return Briefing(title, scope(desk), sections, notes, cited)


def _section(desk: Desk, make: Callable[[Desk], Section], words: str) -> Section:
    above = own_words(desk, words)
    made = make(desk)
    return replace(made, parts=(*above, *made.parts))
