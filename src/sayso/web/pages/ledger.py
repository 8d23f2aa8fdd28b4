"""The ledger over time: a picture, and a table whose every cell opens at its words."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.analysis.ledger.comparing import DIRECTION_WORDS
from sayso.analysis.ledger.quarters import Cell, Line, OverTime, quarters
from sayso.publish.graph.quarters import SIGNS, svg
from sayso.web import known, links
from sayso.web.ask import Ask
from sayso.web.page import Page
from sayso.web.shown import Quote, quote

_LINES, _QUOTED = 80, 4


@dataclass(frozen=True, slots=True)
class Told:
    """One quarter of a line: when, how many events, the judgements in words, the first quotes."""

    quarter: str
    events: int
    judged: tuple[tuple[str, str, int], ...]
    quotes: tuple[Quote, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the ledger with the quarters in which anything is told."""

    front: str
    aspect: str
    author: str
    told: tuple[Told, ...]


def ledger(ask: Ask) -> Page:
    """Events and judgements by front, aspect and quarter: of one ``front``, or ``by`` author."""
    front, by, found = _asked(ask)
    shown = sorted(found.lines, key=lambda line: -line.count)[:_LINES]
    values = {
        "front": front,
        "by": by,
        "picture": links.filtered("/ledger/picture", front=front, by="author" if by else ""),
        "lines": [_row(ask, line, found) for line in found.lines if line in shown],
        "pressures": [_row(ask, line, found) for line in found.pressures],
        "more": len(found.lines) - len(shown),
    }
    return Page("ledger.html", "Ledger", values, "/ledger")


def picture(ask: Ask) -> str:
    """The same as a picture (SVG)."""
    return svg(_asked(ask)[2])


def _asked(ask: Ask) -> tuple[str, bool, OverTime]:
    front, by = ask.given("front")[:200], ask.given("by") == "author"
    found = ask.linked(
        ("quarters", front, by), lambda: quarters(ask.view, by_author=by, front=front)
    )
    return front, by, found


def _row(ask: Ask, line: Line, found: OverTime) -> Row:
    told = tuple(
        _told(ask, quarter, cell)
        for quarter, cell in zip(found.quarters, line.cells, strict=True)
        if cell.quotes
    )
    return Row(line.front or "", line.aspect or "", line.author, told)


def _told(ask: Ask, quarter: str, cell: Cell) -> Told:
    reports = known.reports(ask)
    return Told(
        quarter=quarter,
        events=len(cell.events),
        judged=tuple((SIGNS[d], DIRECTION_WORDS[d], count) for d, count in cell.directions),
        quotes=tuple(quote(span, reports) for span in cell.quotes[:_QUOTED]),
        more=max(0, len(cell.quotes) - _QUOTED),
    )
