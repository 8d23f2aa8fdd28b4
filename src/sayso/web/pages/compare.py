"""Two reports' judgements side by side, by front and aspect."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sayso.analysis.ledger.comparing import clash, leaning
from sayso.records.case import Claim
from sayso.web import known, links
from sayso.web.ask import Ask
from sayso.web.page import Page
from sayso.web.shown import Quote, quote

_ELSEWHERE = "not told"
_CELL = 6


@dataclass(frozen=True, slots=True)
class Judged:
    """A judgement in its words: which way, how surely, whose."""

    direction: str
    strength: str
    holder: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class Row:
    """A front and an aspect, with what each report judges, and how many more judgements it has.

    ``opposed`` says how far the two part (see analysis.ledger.comparing), empty where they do not.
    """

    front: str
    aspect: str
    cells: tuple[tuple[tuple[Judged, ...], int], ...]
    opposed: str


def compare(ask: Ask) -> Page:
    """The judgements of the reports ``a`` and ``b``; the two with most, if none are named."""
    claims = ask.linked("claims", lambda: tuple(ask.view.claims()))
    counts = Counter(claim.span.document for claim in claims)
    order = sorted(counts, key=lambda id: (-counts[id], id))
    chosen = [_chosen(ask.given(name), order, place) for place, name in enumerate("ab")]
    rows = known.rows(ask)
    values = {
        "reports": [(id, rows[id].title or rows[id].path, counts[id]) for id in order],
        "chosen": chosen,
        "titles": [rows[id].title or rows[id].path if id else "" for id in chosen],
        "hrefs": [links.report(id) if id else "" for id in chosen],
        "rows": _rows(ask, claims, chosen),
        "total": len(claims),
    }
    return Page("compare.html", "Compare", values, "/compare")


def _chosen(given: str, order: list[str], place: int) -> str:
    return given if given in order else order[place] if place < len(order) else ""


def _rows(ask: Ask, claims: Iterable[Claim], chosen: list[str]) -> list[Row]:
    cells: dict[tuple[str, str], list[list[Claim]]] = defaultdict(lambda: [[], []])
    for claim in claims:
        for place, id in enumerate(chosen):
            if claim.span.document == id:
                key = (claim.front or _ELSEWHERE, claim.aspect or _ELSEWHERE)
                cells[key][place].append(claim)
    names, reports = known.names(ask), known.reports(ask)
    ordered = sorted(cells, key=lambda key: (_ELSEWHERE in key, key))
    rows = [_row(key, cells[key], names, reports) for key in ordered]
    # What both judge, and judge apart, is what somebody compares them for.
    return sorted(rows, key=lambda row: (not row.opposed, not all(told for told, _ in row.cells)))


def _row(
    key: tuple[str, str],
    sides: list[list[Claim]],
    names: Mapping[str, str],
    reports: Mapping[str, str],
) -> Row:
    opposed = clash(leaning(sides[0]), leaning(sides[1])) or ""
    told = tuple(
        (tuple(_judged(claim, names, reports) for claim in side[:_CELL]), len(side[_CELL:]))
        for side in (sorted(side, key=lambda claim: claim.span) for side in sides)
    )
    return Row(key[0], key[1], told, opposed)


def _judged(claim: Claim, names: Mapping[str, str], reports: Mapping[str, str]) -> Judged:
    holder = "the author" if claim.holder == "author" else names.get(claim.holder, claim.holder)
    direction = claim.direction or "none"
    return Judged(direction, claim.strength, holder, quote(claim.span, reports))
