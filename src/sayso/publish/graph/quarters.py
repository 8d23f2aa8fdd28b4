"""The ledger over time as a picture (SVG): a row a front and aspect, a column a quarter."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.analysis.ledger.quarters import Cell, Line, OverTime
from sayso.analysis.wording.names import clipped
from sayso.publish.graph.picture import STYLE, escape

# So many rows and quarters are drawn; the table has all.
ROWS, COLUMNS = 24, 16
_LEFT, _STEP, _LINE, _HEAD = 250, 68, 26, 34
# What the legend takes: the events, then each direction.
_FIRST, _EACH = 80, 132
# A sign for each direction, told apart without colour.
SIGNS = {"increase": "▲", "decline": "▼", "persist": "■", "change": "◆", "none": "○"}
_WORDS = {
    "increase": "grows", "decline": "declines", "persist": "goes on", "change": "changes",
    "none": "no direction",
}  # fmt: skip
_LEGEND = _FIRST + _EACH * len(_WORDS) + 40
_MORE = """
.n{text-anchor:start}
.odd{fill:#8882;stroke:none}
.events{fill:#5b6470;stroke:none}
.increase{fill:#1a7f37}.decline{fill:#b3261e}.persist{fill:#1f5fa8}.change{fill:#7a4ba0}
@media (prefers-color-scheme:dark){.events{fill:#9aa3af}.increase{fill:#5fc77a}
.decline{fill:#ff8a80}.persist{fill:#7fb2f0}.change{fill:#c39be6}}
"""


def svg(ledger: OverTime) -> str:
    """The lines with most, then the pressures on the same axis; the last quarters told."""
    first = max(0, len(ledger.quarters) - COLUMNS)
    ranked = sorted(ledger.lines, key=lambda line: -line.count)[:ROWS]
    lines = [line for line in ledger.lines if line in ranked]
    count = len(lines) + (len(ledger.pressures) + 1 if ledger.pressures else 0)
    wide = max(_LEFT + _STEP * (len(ledger.quarters) - first) + 10, _LEGEND)
    tall = _HEAD + _LINE * count + 40
    body = [
        *_heads(ledger.quarters[first:]),
        *(part for n, line in enumerate(lines) for part in _row(line, n, first, wide)),
    ]
    if ledger.pressures:
        y = _HEAD + _LINE * len(lines) + 18
        body.append(f'<text class="head" x="8" y="{y}">What pressed</text>')
        for n, line in enumerate(ledger.pressures, start=len(lines) + 1):
            body += _row(line, n, first, wide, front="")
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{tall}" '
            f'viewBox="0 0 {wide} {tall}" role="img" '
            'aria-label="Events and judgements by front, aspect and quarter">',
            f"<style>{STYLE}{_MORE}</style>",
            '<rect class="ground" width="100%" height="100%"/>',
            *body,
            *_legend(tall - 10),
            "</svg>\n",
        ]
    )


def _heads(quarters: tuple[str, ...]) -> Iterator[str]:
    for n, one in enumerate(quarters):
        x = _LEFT + _STEP * n + _STEP // 2
        yield f'<text x="{x}" y="20">{escape(one or "no quarter")}</text>'


def _row(line: Line, place: int, first: int, wide: int, front: str = "no front") -> Iterator[str]:
    y = _HEAD + _LINE * place
    if place % 2:
        yield f'<rect class="odd" x="0" y="{y}" width="{wide}" height="{_LINE}"/>'
    told = (line.front or front, line.aspect or "no aspect", line.author)
    name = " · ".join(filter(None, told))
    yield f'<text class="n" x="8" y="{y + 17}">{escape(clipped(name, 36))}</text>'
    for n, cell in enumerate(line.cells[first:]):
        yield from _cell(cell, _LEFT + _STEP * n, y)


def _cell(cell: Cell, x: int, y: int) -> Iterator[str]:
    """Events as a bar with their number, judgements as a sign with theirs."""
    parts = [(SIGNS.get(d, SIGNS["none"]), d, count) for d, count in cell.directions]
    if cell.events:
        high = min(len(cell.events), 10) * 2
        yield (
            f'<rect class="events" x="{x + 3}" y="{y + 23 - high}" width="5" height="{high}">'
            f"<title>{len(cell.events)} events</title></rect>"
        )
        yield f'<text class="n" x="{x + 10}" y="{y + 12}">{len(cell.events)}</text>'
    if parts:
        told = "".join(
            f'<tspan class="{direction}">{sign}{count if count > 1 else ""}</tspan>'
            for sign, direction, count in parts[:3]
        )
        yield f'<text class="n" x="{x + 10}" y="{y + 24}">{told}</text>'


def _legend(y: int) -> Iterator[str]:
    yield f'<rect class="events" x="8" y="{y - 10}" width="5" height="10"/>'
    yield f'<text class="n" x="18" y="{y}">events</text>'
    for n, (direction, words) in enumerate(_WORDS.items()):
        x = _FIRST + n * _EACH
        sign = SIGNS[direction]
        yield (
            f'<text class="n" x="{x}" y="{y}"><tspan class="{direction}">{sign}</tspan> '
            f"judged: {words}</text>"
        )
