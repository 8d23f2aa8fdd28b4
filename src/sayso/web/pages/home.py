"""Home: what came in, what is new, what failed, and what is most worth a look."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from sayso.analysis.highlights import Highlight, highlights
from sayso.analysis.wording.names import plural
from sayso.records.case import Conflict, Entity, Event, Tie
from sayso.records.documents import DocumentRow
from sayso.records.statements import Attribution
from sayso.store.view import View
from sayso.store.writer import IMPORTED, LINKS
from sayso.web import known, links
from sayso.web.ask import Ask
from sayso.web.deeds.desk import SEEN
from sayso.web.page import Page
from sayso.web.shown import Quote, ReportLine, quote, report_line

_EVIDENCE = 2
# Reports that Home lists by itself, so that what stands below is near; and those of all on demand.
_LATEST, _REPORTS = 25, 1000
_SHOWN = ("new", "all")
# Counts of a case, in words, in the order of the page, and where they lead.
_FIGURES = (
    ("document", "report", None, "#h-reports"),
    ("event", "event", None, "/timeline"),
    ("entity", "person, body or place", "people, bodies and places", "/who"),
    ("attribution", "attributed statement", None, "/sources"),
    ("tie", "tie", None, "/network"),
    ("conflict", "conflict", None, "/conflicts"),
)


@dataclass(frozen=True, slots=True)
class Worth:
    """A highlight with the first words it stands on, and how many more there are.

    ``href`` leads to what it is about, and is empty where nothing shows that.
    """

    kind: str
    text: str
    href: str
    quotes: tuple[Quote, ...]
    more: int


def home(ask: Ask) -> Page:
    """The page a case opens with."""
    view, rows = ask.view, known.every_row(ask)
    counts = view.counts()
    seen = set(json.loads(view.meta(SEEN) or "[]"))
    fresh = [row for row in rows.values() if row.id not in seen]
    show = ask.given("show") if ask.given("show") in _SHOWN else ""
    chosen = _latest(fresh if show == "new" else list(rows.values()), set() if show else seen)
    shown = chosen[: _REPORTS if show else _LATEST]
    values = {
        "figures": [(plural(counts[kind], *forms), href) for kind, *forms, href in _FIGURES],
        "worth": ask.linked("worth", lambda: _worths(ask)),
        "reports": [_line(row.id, report_line(row), seen) for row in shown],
        "total": len(rows),
        "fresh": len(fresh) if seen else 0,
        "show": show,
        "left_out": len(chosen) - len(shown),
        "failures": list(view.failures()),
        "remark": view.remark(),
        "linked": view.meta(LINKS) is not None or view.meta(IMPORTED) is not None,
    }
    return Page("home.html", "Home", values, "/")


def _latest(rows: list[DocumentRow], seen: set[str]) -> list[DocumentRow]:
    """The rows, which stand oldest first, the other way round: what nobody has seen, the dated,
    the undated."""
    return sorted(
        reversed(rows), key=lambda row: (bool(seen) and row.id in seen, not row.published)
    )


def _line(id: str, line: ReportLine, seen: set[str]) -> tuple[ReportLine, bool]:
    return line, bool(seen) and id not in seen


def _worths(ask: Ask) -> list[Worth]:
    return [_worth(ask.view, one, known.reports(ask)) for one in highlights(ask.view)]


def _worth(view: View, found: Highlight, reports: Mapping[str, str]) -> Worth:
    spans = list(dict.fromkeys(citation.span for citation in found.citations))
    return Worth(
        kind=found.kind,
        text=found.text,
        href=address(view, found.about),
        quotes=tuple(quote(span, reports, 160) for span in spans[:_EVIDENCE]),
        more=max(0, len(spans) - _EVIDENCE),
    )


def address(view: View, id: str) -> str:
    """The page that shows a record, empty where there is none."""
    match view.find(id):
        case Event():
            return links.event(id)
        case Entity():
            return links.who(id)
        case Tie(subject=subject):
            return f"{links.who(subject)}#{id}"
        case Attribution(content=content):
            return links.words(content)
        case Conflict():
            return links.conflict(id)
    return ""
