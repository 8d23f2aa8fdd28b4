"""On whose word the case rests: grades, leanings, who depends on whom."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.analysis.grades import RELIABILITY
from sayso.analysis.sources import ROLES, Source
from sayso.analysis.wording.dates import edtf_words
from sayso.analysis.wording.names import clipped
from sayso.analysis.wording.traits import trait_lines
from sayso.records.case import Judgement
from sayso.web import known, links
from sayso.web.ask import Ask
from sayso.web.page import Page

_LIMIT, _NAMED, _EVENTS = 150, 4, 5


@dataclass(frozen=True, slots=True)
class Row:
    """A source with its weight; ``alone`` are addresses of events that rest on it alone."""

    name: str
    href: str
    about: str
    role: str
    traits: tuple[str, ...]
    span: str
    attributions: int
    accounts: int
    alone: tuple[str, ...]
    alone_count: int
    cites: str
    cited_by: str
    grade: Judgement | None


def sources(ask: Ask) -> Page:
    """The sources of a ``role``, or all; those on which most rests first."""
    role = ask.given("role")
    everything = known.voices(ask)
    chosen = [source for source in everything if role not in ROLES or source.role == role]
    if ask.given("order") == "alone":
        chosen.sort(key=lambda s: (-len(s.alone), s.name))
    values = {
        "roles": [(one, sum(s.role == one for s in everything)) for one in ROLES],
        "role": role,
        "order": ask.given("order"),
        "rows": [_row(source) for source in chosen[:_LIMIT]],
        "more": max(0, len(chosen) - _LIMIT),
        "scale": RELIABILITY,
    }
    return Page("sources.html", "Sources", values, "/sources")


def _span(first: str | None, last: str | None) -> str:
    """From the first day of the earliest report to the last of the latest, in words."""
    dates = [date for date in (first, last) if date]
    if not dates:
        return ""
    start, end = dates[0].partition("/")[0], dates[-1].rpartition("/")[2]
    return edtf_words(start if start == end else f"{start}/{end}")


def _row(source: Source) -> Row:
    return Row(
        name=source.name,
        href=links.who(source.entity) if source.entity else "",
        about=source.entity or source.name,
        role=source.role,
        traits=tuple(trait_lines(source.traits)),
        span=_span(source.first, source.last),
        attributions=source.attributions,
        accounts=source.accounts,
        alone=tuple(links.event(id) for id in source.alone[:_EVENTS]),
        alone_count=len(source.alone),
        cites=_names(source.cites),
        cited_by=_names(source.cited_by),
        grade=source.grade,
    )


def _names(names: tuple[str, ...]) -> str:
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return ", ".join(clipped(name, 48) for name in names[:_NAMED]) + more
