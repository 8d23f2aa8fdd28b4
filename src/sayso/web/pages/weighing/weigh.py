"""Rival hypotheses weighed: the ranking as picture and table, and the matrix with its quotes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.analysis.weighing.matrix import Cell, Row, Score
from sayso.analysis.weighing.weigh import Kept, Weighing
from sayso.analysis.wording.names import listed
from sayso.analysis.wording.weighing import (
    EXPLAINED,
    MARKED,
    NO_PROBABILITY,
    figure,
    mark_words,
    options_words,
)
from sayso.records.statements import MARKS
from sayso.run.weighing.kept import kept_weighing
from sayso.web import known
from sayso.web.ask import Ask
from sayso.web.page import Page
from sayso.web.shown import Quote, quote

_SHOWN, _QUOTED, _APART = 60, 4, 3


@dataclass(frozen=True, slots=True)
class Bar:
    """A hypothesis in the picture; ``wide`` is its length in per cent of the longest."""

    name: str
    says: str
    rank: int
    against: str
    in_favour: str
    pieces: int
    silent: int
    wide: float
    likelihood: str
    confidence: str


@dataclass(frozen=True, slots=True)
class Line:
    """A piece of evidence with its cells and the first of its quotes."""

    id: str
    kind: str
    text: str
    when: str
    origins: str
    separates: int
    weight: str
    cells: tuple[tuple[Cell, str], ...]
    quotes: tuple[Quote, ...]
    more: int


def weigh(ask: Ask) -> Page:
    """The hypotheses that were weighed last; ``row`` is a piece whose cells are to be set."""
    kept: Kept | None = ask.kept("weighing", lambda: kept_weighing(ask.view))
    found = kept.weighing if kept else None
    values: dict[str, object] = {
        "trouble": kept.trouble if kept else None,
        "found": found,
        "marks": MARKS,
    }
    if found:
        values |= _values(ask, found)
    return Page("weigh.html", "Weigh", values, "/weigh")


def _values(ask: Ask, found: Weighing) -> dict[str, object]:
    given = found.sheet.options
    chosen, whole = ask.given("row"), ask.given("all") == "yes"
    rows = [r for place, r in enumerate(found.rows)
            if whole or place < _SHOWN or r.piece.id == chosen]  # fmt: skip
    reports = known.reports(ask)
    return {
        "options": options_words(
            given.judgements, grades=given.grades, hedges=given.hedges, half_life=given.half_life
        ),
        "bars": _bars(found),
        "lines": [_line(row, reports) for row in rows],
        "more": len(found.rows) - len(rows),
        "chosen": chosen,
        "explained": EXPLAINED,
        "marked": MARKED,
        "no_probability": NO_PROBABILITY,
        "turned": [(t, listed(t.leaders)) for t in found.trials if t.turned],
        "same": sum(not trial.turned for trial in found.trials),
        "trials": [(t, listed(t.leaders), _figures(t.scores, found)) for t in found.trials],
        "moments": [(m, listed(m.leaders), _figures(m.scores, found)) for m in found.moments],
        "needs": [(need, figure(need.behind)) for need in found.needs],
        "texts": {row.piece.id: row.piece.text for row in found.rows},
        "apart": [(pair, pair.pieces[:_APART]) for pair in found.separations],
        "absent": [
            (one.name, listed(a.bearing for a in found.absences if a.hypothesis == one.name))
            for one in found.sheet.hypotheses
        ],
    }


def _bars(found: Weighing) -> list[Bar]:
    by_name = {one.name: one for one in found.sheet.hypotheses}
    most = max((score.against for score in found.ranking), default=0) or 1
    return [
        Bar(
            score.hypothesis, by_name[score.hypothesis].says, score.rank, figure(score.against),
            figure(score.in_favour), score.pieces, score.silent,
            round(score.against / most * 100, 2),
            by_name[score.hypothesis].likelihood or "", by_name[score.hypothesis].confidence or "",
        )
        for score in found.ranking
    ]  # fmt: skip


def _line(row: Row, reports: Mapping[str, str]) -> Line:
    piece = row.piece
    spans = dict.fromkeys(telling.citation.span for telling in piece.tellings)
    return Line(
        piece.id, piece.kind, piece.text, piece.when, listed(piece.origins),
        row.diagnosticity, figure(row.weight),
        tuple((cell, mark_words(cell.mark, proposed=cell.by is None)) for cell in row.cells),
        tuple(quote(span, reports) for span in list(spans)[:_QUOTED]),
        max(0, len(spans) - _QUOTED),
    )  # fmt: skip


def _figures(scores: tuple[Score, ...], found: Weighing) -> list[str]:
    by_name = {score.hypothesis: figure(score.against) for score in scores}
    return [by_name[one.name] for one in found.sheet.hypotheses]
