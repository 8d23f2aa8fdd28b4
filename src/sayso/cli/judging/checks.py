"""Statements held against the record: check."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sayso.cli.terminal.options import case_option, case_view, json_option
from sayso.cli.terminal.tables import one_line, show_json, show_table

if TYPE_CHECKING:
    from sayso.store.where import Where


@click.command(epilog="Example: sayso check --verdict fails")
@click.option(
    "--verdict",
    type=click.Choice(["holds", "fails", "undecided"]),
    help="Only checks that came out so.",
)
@case_option
@json_option
def check(case_path: Where, verdict: str | None, as_json: bool) -> None:
    """Statements that can be counted or compared, and whether the record bears them out.

    Holds: the record shows what is said. Fails: it shows what excludes it. Undecided: neither,
    and what would be needed is told.
    """
    from sayso.analysis.wording.names import clipped

    with case_view(case_path) as view:
        titles = {row.id: row.path for row in view.document_rows()}
        found = sorted(
            (one for one in view.checks() if verdict in (None, one.verdict)),
            key=lambda one: (titles[one.span.document], one.span.start, one.id),
        )
        if as_json:
            show_json(found)
            return
        show_table(
            ("Verdict", "Said", "The record", "Why", "Where"),
            [
                (
                    one.verdict,
                    one_line(clipped(one.claimed, 120)),
                    one_line(one.found or "–"),
                    one_line(one.reason),
                    one_line(f"{titles[one.span.document]}:{one.span.start} {one.id}"),
                )
                for one in found
            ],
            empty="No statement was found that can be held against the record.",
            grows="Why",
        )
