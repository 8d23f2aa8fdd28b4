"""What authors and sources judge: claims, compare."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sayso.cli.terminal.options import case_option, case_view, json_option
from sayso.cli.terminal.tables import one_line, show_json, show_table
from sayso.records.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sayso.analysis.ledger.rows import Row, Stance
    from sayso.records.case import Claim
    from sayso.store.view import View
    from sayso.store.where import Where


@click.command(epilog="Example: sayso claims --aspect economic --front Iraq")
@click.option("--of", "subject", metavar="WHO", help="Only judgements of this name.")
@click.option("--aspect", metavar="NAME", help="Only under this aspect: political, command, ...")
@click.option("--front", metavar="PLACE", help="Only on this front: a country or an arena.")
@click.option("--by", "holder", metavar="WHO", help="Only those that this voice holds.")
@click.option("--main", is_flag=True, help="Only main arguments and conclusions.")
@case_option
@json_option
def claims(  # noqa: PLR0913 - each filter is an option of its own
    case_path: Where,
    subject: str | None,
    aspect: str | None,
    front: str | None,
    holder: str | None,
    main: bool,
    as_json: bool,
) -> None:
    """What authors and sources judge, apart from what they report; in order of the reports.

    A judgement tells who holds it, of whom and under which aspect, on which front, which way the
    thing goes, and how firmly it is said.
    """
    from sayso.analysis.ledger.listing import Filter, listed_claims

    with case_view(case_path) as view:
        asked = Filter(subject, aspect, front, holder, main=main)
        found = listed_claims(view, asked)
        if as_json:
            show_json(found)
            return
        _show_claims(view, found)


@click.command(epilog="Example: sayso compare north.txt south.txt")
@click.argument("one", metavar="DOC")
@click.argument("other", metavar="DOC")
@case_option
@json_option
def compare(case_path: Where, one: str, other: str, as_json: bool) -> None:
    """Two reports side by side: who says up, down or on, by front and aspect.

    DOC is a report's id, its path or file name, or words of its title. Where they agree, where
    they part and how far, and on what one of them is silent. Below stands what both tell alike,
    and what they tell differently, in their words.
    """
    from sayso.analysis.ledger.listing import comparison, report_named, shared_matters
    from sayso.cli.judging.accounts import show_matters

    with case_view(case_path) as view:
        ids = [report_named(view, name) for name in (one, other)]
        if ids[0] == ids[1]:
            raise UsageError("that is one report twice", hint="name two reports of the case")
        rows = comparison(view, ids[0], ids[1])
        if as_json:
            show_json(rows)
            return
        _show_rows(view, rows, ids)
        matters = shared_matters(view, ids[0], ids[1])
        if matters:
            click.echo()
            show_matters(view, matters)


def _show_claims(view: View, found: list[Claim]) -> None:
    from sayso.analysis.ledger.listing import holder_name
    from sayso.analysis.sources import names_of_reports
    from sayso.analysis.wording.names import clipped, names_of

    names, reports = names_of(view), names_of_reports(view)
    show_table(
        ("Holder", "Of", "Aspect", "Front", "Goes", "Said", "In these words", ""),
        [
            (
                one_line(clipped(holder_name(claim, names, reports), 40)),
                one_line(clipped(_subject(claim, names), 40)),
                claim.aspect or "",
                one_line(claim.front or ""),
                claim.direction or "",
                _said(claim),
                one_line(clipped(claim.span.quote, 220)),
                claim.id,
            )
            for claim in found
        ],
        empty="No judgement was found.",
        grows="In these words",
    )


def _subject(claim: Claim, names: Mapping[str, str]) -> str:
    return names.get(claim.subject or "", claim.topic or "")


def _said(claim: Claim) -> str:
    words = [claim.strength]
    words += ["prediction"] if claim.mode == "prediction" else []
    words += [claim.position] if claim.position != "body" else []
    words += [f"said {len(claim.also) + 1} times"] if claim.also else []
    return "\n".join(words)


def _show_rows(view: View, rows: list[Row], ids: list[str]) -> None:
    from sayso.analysis.ledger.listing import verdict_words
    from sayso.analysis.sources import names_of_reports
    from sayso.analysis.wording.names import clipped

    reports = names_of_reports(view)
    heads = [one_line(clipped(reports[id], 30)) for id in ids]
    show_table(
        ("Front", "Of", "Aspect", *heads, ""),
        [
            (
                one_line(row.front or "overall"),
                one_line(clipped(row.name, 40)),
                row.aspect or "",
                *("\n".join(_cell(row, id)) for id in ids),
                verdict_words(row),
            )
            for row in rows
        ],
        empty="Neither report judges anything that sayso found.",
        grows=heads[0],
    )


def _cell(row: Row, document: str) -> list[str]:
    stances = [stance for stance in row.stances if stance.document == document]
    return [line for stance in stances for line in _stance(stance)] or ["silent"]


def _stance(stance: Stance) -> list[str]:
    from sayso.analysis.ledger.comparing import DIRECTION_WORDS
    from sayso.analysis.wording.names import quoted

    first = stance.claims[0]
    return [
        f"{DIRECTION_WORDS[stance.direction]} ({len(stance.claims)})",
        f"{one_line(quoted(first.span.quote, 90))} {first.id}",
    ]
