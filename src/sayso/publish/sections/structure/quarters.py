"""The ledger over time, as a picture and as a table with the words of each quarter."""

from __future__ import annotations

from sayso.analysis.citations import Citation
from sayso.analysis.ledger.comparing import DIRECTION_WORDS
from sayso.analysis.ledger.quarters import Line, quarters
from sayso.analysis.wording.names import isolated, plural
from sayso.publish.briefing import Band, Cell, Part, Picture, Remark, Section, Table
from sayso.publish.desk import Desk, remainder
from sayso.publish.graph.quarters import svg

_HEAD = ("Front and aspect", "When", "What is told")
_QUOTED = 3


def quarterly(desk: Desk) -> Section:
    """Counts by front, aspect and quarter, each with the words of its first tellings."""
    found = quarters(desk.view)
    shown = [line for line in found.lines if line.front or line.aspect]
    ranked = sorted(shown, key=lambda line: -line.count)[: desk.limits.judgements]
    lines = [line for line in shown if line in ranked]
    bands = [
        Band(_rows(desk, line, found.quarters), _name(line)) for line in (*lines, *found.pressures)
    ]
    if not bands:
        none = Remark("No event and no judgement was found to set out over time.")
        return Section("quarters", "Over time", (none,))
    parts: tuple[Part, ...] = (
        Remark(
            "Events stand in the quarter they are told for, judgements in that of their report's "
            "date. These are counts of what is told; they are not added up into an index, and more "
            "may be told of a quarter because more was written in it."
        ),
        Picture(svg(found), "Events and judgements by front, aspect and quarter"),
        Table("By front, aspect and quarter", _HEAD, tuple(bands)),
        *remainder(len(shown), len(lines), "fronts and aspects", "ledger"),
    )
    return Section("quarters", "Over time", parts)


def _name(line: Line) -> str:
    return isolated(" · ".join(filter(None, (line.front, line.aspect))))


def _rows(desk: Desk, line: Line, columns: tuple[str, ...]) -> tuple[tuple[Cell, ...], ...]:
    rows = []
    for quarter, cell in zip(columns, line.cells, strict=True):
        if cell.quotes:
            told = [plural(len(cell.events), "event")] if cell.events else []
            told += [f"{DIRECTION_WORDS[d]} ({count})" for d, count in cell.directions]
            words = [Citation(span) for span in cell.quotes[:_QUOTED]]
            sentence = desk.sentence(", ".join(told), words)
            rows.append(
                (Cell(_name(line)), Cell(quarter or "not told"), Cell(sentences=(sentence,)))
            )
    return tuple(rows)
