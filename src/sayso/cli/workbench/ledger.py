"""The ledger over time: events and judgements by front, aspect and quarter, and what pressed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.terminal.options import case_option, case_view, json_option
from sayso.cli.terminal.tables import one_line, show_json, show_table

if TYPE_CHECKING:
    from sayso.analysis.ledger.quarters import Cell, Line, OverTime
    from sayso.store.where import Where


@click.command(epilog="Example: sayso ledger --front Iraq --by-author")
@click.option("--front", metavar="PLACE", help="Only what is of this country or arena.")
@click.option("--by-author", is_flag=True, help="A line for each author instead of all pooled.")
@click.option("--to", "format", type=click.Choice(["svg"]), help="A picture instead of a table.")
@click.option(
    "-o", "output", type=click.Path(path_type=Path), metavar="FILE", help="Write it here."
)
@case_option
@json_option
def ledger(
    case_path: Where, front: str | None, by_author: bool, format: str | None,
    output: Path | None, as_json: bool,
) -> None:  # fmt: skip
    """Events and judgements by front, aspect and quarter, and the pressures beside them.

    An event counts in the quarter it is told for, a judgement in that of its report's date. The
    numbers are counts of what the reports tell; they are never added up into an index.
    """
    from sayso.analysis.ledger.quarters import quarters
    from sayso.cli.workbench.files import write

    with case_view(case_path) as view:
        found = quarters(view, by_author=by_author, front=front or "")
        if format:
            from sayso.publish.graph.quarters import svg

            write(svg(found).encode(), output, f"{len(found.lines)} lines")
        elif as_json:
            show_json(found)
        else:
            _show(found)


def _show(found: OverTime) -> None:
    show_table(
        ("Front", "Aspect", "Author", "When", "Events", "Judged"),
        [row for line in found.lines for row in _rows(line, found.quarters)],
        empty="No event and no judgement fits.",
        grows="Judged",
    )
    if found.pressures:
        click.echo("\n" + click.style("What pressed", bold=True))
        show_table(
            ("Pressure", "Author", "When", "Events", "Judged"),
            [row[1:] for line in found.pressures for row in _rows(line, found.quarters)],
            empty="",
            grows="Judged",
        )


def _rows(line: Line, quarters: tuple[str, ...]) -> list[tuple[str, ...]]:
    """A row for each quarter in which anything is told."""
    return [
        (
            one_line(line.front or "none told"),
            line.aspect or "none told",
            one_line(line.author)[:40],
            quarter or "no quarter told",
            str(len(cell.events) or ""),
            _judged(cell),
        )
        for quarter, cell in zip(quarters, line.cells, strict=True)
        if cell.events or cell.claims
    ]


def _judged(cell: Cell) -> str:
    from sayso.analysis.ledger.comparing import DIRECTION_WORDS

    return ", ".join(f"{DIRECTION_WORDS[d]} {count}" for d, count in cell.directions)
