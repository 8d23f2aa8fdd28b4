"""Where reports say the same and where they part: agreements, conflicts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sayso.cli.terminal.options import case_option, case_view, json_option
from sayso.cli.terminal.tables import one_line, show_json, show_table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sayso.records.case import Agreement, Conflict, Side
    from sayso.store.view import View
    from sayso.store.where import Where


@click.command(epilog="Example: sayso conflicts --scope within")
@click.option(
    "--scope",
    type=click.Choice(["within", "across"]),
    help="Only those within one report, or between reports.",
)
@click.option("--field", metavar="NAME", help="Only those on this: time, purpose, assessment, ...")
@case_option
@json_option
def conflicts(case_path: Where, scope: str | None, field: str | None, as_json: bool) -> None:
    """Where tellings cannot all be right, or judgements go apart: both sides in their words.

    Those between reports come first. What an analyst said of one stands beside it.
    """
    from sayso.analysis.judging.queues import ranked

    with case_view(case_path) as view:
        found = [
            one
            for one in ranked(view.conflicts())
            if scope in (None, one.scope) and field in (None, one.field)
        ]
        if as_json:
            show_json(found)
            return
        show_matters(view, found)


@click.command(epilog="Example: sayso agreements --in north.txt")
@click.option("--in", "report", metavar="DOC", help="Only those in which this report has a part.")
@case_option
@json_option
def agreements(case_path: Where, report: str | None, as_json: bool) -> None:
    """Where reports say the same of one thing, each in its own words.

    That two say the same makes it no truer where both go back to one origin: see the origins of
    an event in the briefing. What an analyst said of one stands beside it (sayso judge).
    """
    from sayso.analysis.ledger.listing import report_named

    with case_view(case_path) as view:
        id = report_named(view, report) if report else None
        found = [
            one
            for one in view.agreements()
            if id is None or any(s.document == id for side in one.sides for s in side.spans)
        ]
        if as_json:
            show_json(found)
            return
        show_matters(view, found)


def show_matters(view: View, matters: Sequence[Agreement | Conflict]) -> None:
    """A table of agreements and conflicts, with what an analyst said of each."""
    from sayso.analysis.judging.rulings import ruling_words, rulings_of

    rulings = rulings_of(view)
    said = [(one, rulings.of(one)) for one in matters]
    rows = [
        (
            one.field,
            "\n".join(filter(None, (_standing(one), ruling_words(word) if word else ""))),
            one,
        )
        for one, word in said
    ]
    _show(view, rows, "Nothing of the kind was found.")


def _standing(one: Agreement | Conflict) -> str:
    return getattr(one, "severity", "agree") or ""


def _show(view: View, rows: Sequence[tuple[str, str, Agreement | Conflict]], empty: str) -> None:
    from sayso.analysis.sources import names_of_reports

    reports = names_of_reports(view)
    show_table(
        ("On", "How far", "Said", "Why, and id"),
        [
            (
                field,
                far,
                "\n".join(line for side in one.sides for line in _side(side, reports)),
                one_line(f"{one.reason} {one.id}"),
            )
            for field, far, one in rows
        ],
        empty=empty,
        grows="Said",
    )


def _side(side: Side, reports: Mapping[str, str]) -> list[str]:
    from sayso.analysis.citations import holders
    from sayso.analysis.wording.names import quoted

    lines = [one_line(f"{holders(side, reports)}: {side.value}")]
    return lines + [f"  {one_line(quoted(span.quote, 180))}" for span in side.spans[:3]]
