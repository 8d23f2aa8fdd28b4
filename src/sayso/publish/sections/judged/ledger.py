"""Who says up, down or on: the judgements side by side, each cell with its words."""

from __future__ import annotations

from itertools import groupby

from sayso.analysis.citations import Citation
from sayso.analysis.ledger.comparing import DIRECTION_WORDS
from sayso.analysis.ledger.listing import verdict_words
from sayso.analysis.ledger.rows import Row, Stance, ledger
from sayso.analysis.sources import report_names
from sayso.analysis.wording.names import capital, clipped, isolated, quoted
from sayso.publish.briefing import Band, Cell, Part, Remark, Section, Sentence, Table
from sayso.publish.desk import Desk, remainder

_HEAD = ("Judged", "What the voices say", "Together")
# In each cell so many of a voice's judgements are quoted.
_QUOTED = 2


def judgements(desk: Desk) -> Section:
    """A table of judgements by front: what is judged, which way each voice says it goes."""
    rows = ledger(desk.view.claims(), desk.names, report_names(desk.view.document_rows()))
    told = [row for row in rows if any(s.direction != "none" for s in row.stances)]
    ranked = sorted(told, key=_interest)[: desk.limits.judgements]
    shown = [row for row in told if row in set(ranked)]
    bands = tuple(
        Band(tuple(_row(desk, row) for row in group), isolated(front or "Overall"))
        for front, group in groupby(shown, key=lambda row: row.front)
    )
    parts: tuple[Part, ...] = (
        Remark(
            "What authors and sources judge, apart from what they report. A voice that judges a "
            "thing both ways is shown with the direction that most of its passages give."
        ),
        Table("Judgements by front and aspect", _HEAD, bands),
        *remainder(len(told), len(shown), "things judged", "claims"),
    )
    if not bands:
        parts = (Remark("No judgement was found: the reports only report."),)
    return Section("judgements", "Who judges what", parts)


def _interest(row: Row) -> tuple[int, int, str, str, str]:
    count = sum(len(stance.claims) for stance in row.stances)
    rank = ("part", "agree", "beside", "alone").index(row.verdict)
    return (rank, -count, row.front or "", row.name, row.aspect or "")


def _row(desk: Desk, row: Row) -> tuple[Cell, ...]:
    silent = f"silent: {', '.join(clipped(name, 40) for name in row.silent)}" if row.silent else ""
    return (
        Cell(isolated(clipped(row.name, 80)), small=row.aspect or "no aspect told"),
        Cell(sentences=tuple(s for stance in row.stances for s in _stance(desk, stance))),
        Cell(capital(verdict_words(row)), small=silent),
    )


def _stance(desk: Desk, stance: Stance) -> tuple[Sentence, ...]:
    lead = f"{isolated(clipped(stance.name, 60))}: {DIRECTION_WORDS[stance.direction]}"
    chosen = [c for c in stance.claims if c.direction == stance.direction] or list(stance.claims)
    return tuple(
        desk.sentence(
            quoted(claim.span.quote, 200),
            [Citation(span, claim.attributions) for span in (claim.span, *claim.also)],
            lead=lead if number == 0 else "",
        )
        for number, claim in enumerate(chosen[:_QUOTED])
    )
