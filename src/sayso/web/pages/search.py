"""Words and names that somebody looks for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.analysis.wording.names import folded
from sayso.records.case import Entity
from sayso.records.documents import Hit
from sayso.web import known, links
from sayso.web.ask import Ask
from sayso.web.page import Page
from sayso.web.shown import ReportLine, report_line

_PASSAGES = 50
_NAMES, _EVENTS = 8, 8
_LONGEST = 500
_FOUND = re.compile(r"(\[[^\[\]]*\])")


@dataclass(frozen=True, slots=True)
class Found:
    """A passage and the way to it; every second piece of it was looked for."""

    report: ReportLine
    href: str
    beside: str
    pieces: tuple[str, ...]


def search(ask: Ask) -> Page:
    """Names like ``q``, events that name it, and passages with its words, best first."""
    query = ask.given("q")[:_LONGEST]
    hits = ask.view.search(query, _PASSAGES)
    rows = known.rows(ask)
    known.fetch(rows, (hit.document for hit in hits))
    values = {
        "names": _names(ask, query),
        "found": [_found(hit, report_line(rows[hit.document])) for hit in hits],
        "full": len(hits) == _PASSAGES,
    }
    return Page("search.html", "Search", values, "/search", query)


def _names(ask: Ask, query: str) -> list[Entity]:
    """Entities with such a name, those that begin so first, then those most spoken of."""
    sought = folded(query)
    if not sought:
        return []
    found = list(ask.view.entities(name=query))
    return sorted(found, key=lambda e: (not folded(e.name).startswith(sought), len(e.name), e.id))[
        :_NAMES
    ]


def _found(hit: Hit, report: ReportLine) -> Found:
    pieces = tuple(
        part.strip("[]") if i % 2 else part for i, part in enumerate(_FOUND.split(hit.snippet))
    )
    return Found(report, links.words(hit.span), links.beside(hit.span), pieces)
