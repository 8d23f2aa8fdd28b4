"""Two reports' judgements side by side, by subject, front and aspect: the ledger of judgements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from sayso.analysis.ledger import rows as ledger
from sayso.analysis.ledger.comparing import DIRECTION_WORDS
from sayso.analysis.ledger.listing import comparison, shared_matters, verdict_words
from sayso.records.case import Conflict
from sayso.web import known, links
from sayso.web.ask import Ask
from sayso.web.page import Page
from sayso.web.pages.event import Dispute, dispute
from sayso.web.shown import Quote, quote

_SHOWN = 6
_MATTERS = 60


@dataclass(frozen=True, slots=True)
class Cell:
    """What one report says of a thing: where it goes, in words, whose voice, its first quotes."""

    direction: str
    words: str
    voice: str
    quotes: tuple[Quote, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Row:
    """A thing that is judged, with a column of cells for each report; ``parts``: they part."""

    subject: str
    front: str
    aspect: str
    verdict: str
    parts: bool
    columns: tuple[tuple[Cell, ...], ...]


def compare(ask: Ask) -> Page:
    """The judgements of the reports ``a`` and ``b``; the two with most, if none are named."""
    claims = ask.linked("claims", lambda: tuple(ask.view.claims()))
    counts = Counter(claim.span.document for claim in claims)
    order = sorted(counts, key=lambda id: (-counts[id], id))
    chosen = [_chosen(ask.given(name), order, place) for place, name in enumerate("ab")]
    rows = known.rows(ask)
    known.fetch(rows, order)
    values = {
        "reports": [(id, rows[id].title or rows[id].path, counts[id]) for id in order],
        "chosen": chosen,
        "titles": [rows[id].title or rows[id].path if id else "" for id in chosen],
        "hrefs": [links.report(id) if id else "" for id in chosen],
        "rows": _rows(ask, chosen),
        "total": counts.total(),
        "matters": _matters(ask, chosen),
    }
    return Page("compare.html", "Compare", values, "/compare")


def _matters(ask: Ask, chosen: list[str]) -> list[tuple[str, str, Dispute]]:
    """Where both say the same and where they part: the kind, where it is settled, the sides."""
    if not all(chosen):
        return []
    told = ask.linked(("matters", *chosen), lambda: shared_matters(ask.view, *chosen))
    return [
        ("They part", links.conflict(one.id), dispute(ask, one))
        if isinstance(one, Conflict)
        else ("They agree", links.agreement(one.id), dispute(ask, one))
        for one in told[:_MATTERS]
    ]


def _chosen(given: str, order: list[str], place: int) -> str:
    return given if given in order else order[place] if place < len(order) else ""


def _rows(ask: Ask, chosen: list[str]) -> list[Row]:
    told = ask.linked(("compare", *chosen), lambda: comparison(ask.view, *chosen))
    reports = known.reports(ask)
    return [_row(row, chosen, reports) for row in told]


def _row(row: ledger.Row, chosen: list[str], reports: Mapping[str, str]) -> Row:
    columns = tuple(
        tuple(_cell(stance, reports) for stance in row.stances if _is_told_in(stance, id))
        for id in chosen
    )
    return Row(
        row.name, row.front or "overall", row.aspect or "", verdict_words(row),
        row.verdict == "part", columns,
    )  # fmt: skip


def _is_told_in(stance: ledger.Stance, document: str) -> bool:
    """Whether a report holds a stance: its author's, or that of a source it quotes."""
    return any(claim.span.document == document for claim in stance.claims)


def _cell(stance: ledger.Stance, reports: Mapping[str, str]) -> Cell:
    quotes = tuple(quote(claim.span, reports) for claim in stance.claims[:_SHOWN])
    voice = "the author" if stance.document else stance.name
    more = len(stance.claims) - len(quotes)
    return Cell(stance.direction, DIRECTION_WORDS[stance.direction], voice, quotes, more)
