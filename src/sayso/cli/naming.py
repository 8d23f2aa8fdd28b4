"""Who is who, as an analyst decides it: merges, same, different, undo, log, decisions."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.terminal.login import login
from sayso.cli.terminal.options import case_option, case_view, json_option
from sayso.cli.terminal.tables import one_line, show_json, show_table
from sayso.records.errors import UsageError

if TYPE_CHECKING:
    from sayso.records.case import Judgement
    from sayso.store.where import Where

by_option = click.option("--by", metavar="NAME", help="Who decides; your login if left out.")
why_option = click.option("--reason", metavar="TEXT", help="Why, for those who read the log.")


@click.command(epilog="Example: sayso merges")
@click.option("--limit", default=20, show_default=True, help="Show at most this many.")
@case_option
@json_option
def merges(case_path: Where, limit: int, as_json: bool) -> None:
    """Names that may be of one and were not joined, those first on which most hangs.

    Decide with 'sayso same A B' or 'sayso different A B'; either takes the pair off the list.
    """
    from sayso.analysis.naming.merges import called, doubts

    with case_view(case_path) as view:
        found = doubts(view)[:limit]
        if as_json:
            show_json(found)
            return
        paths = {row.id: row.path for row in view.document_rows()} if found else {}
        show_table(
            ("Value", "Names", "Score", "Why", "Ids"),
            [
                (
                    f"{d.value:.1f}",
                    one_line(" – ".join(called(d, paths))),
                    f"{d.score:.2f}",
                    one_line("; ".join(d.reasons)),
                    f"{d.left.id}\n{d.right.id}",
                )
                for d in found
            ],
            empty="Nothing is in doubt.",
            grows="Why",
        )


@click.command(epilog='Example: sayso same "Qasem Soleimani" "Haj Qasem"')
@click.argument("a")
@click.argument("b")
@by_option
@why_option
@case_option
def same(case_path: Where, a: str, b: str, by: str | None, reason: str | None) -> None:
    """Decide that two are one. A and B are names or ids; 'NAME @ REPORT' means one report's.

    The decision is about the names and stays when reports are read again, changed or added.
    """
    _decide(case_path, "same", a, b, by=by, reason=reason)


@click.command(epilog='Example: sayso different "Hezbollah" "Kataib Hezbollah"')
@click.argument("a")
@click.argument("b")
@by_option
@why_option
@case_option
def different(case_path: Where, a: str, b: str, by: str | None, reason: str | None) -> None:
    """Decide that two are not one; no rule ever joins them again, however alike they are.

    Two of one name are told apart by their reports: different "Ali Hassan @ a.txt" "Ali Hassan
    @ b.txt".
    """
    _decide(case_path, "different", a, b, by=by, reason=reason)


@click.command(epilog="Example: sayso undo")
@click.argument("id", required=False)
@by_option
@case_option
def undo(case_path: Where, id: str | None, by: str | None) -> None:
    """Take back a decision: the one with this id, or the last on who is who.

    The case is then as it was without it; the log keeps both.
    """
    from sayso.analysis.judging.settling import KINDS, reversal
    from sayso.analysis.naming.deciding import shown, taken_back
    from sayso.records.case import Judgement
    from sayso.run.deciding import decide, note, now
    from sayso.store.case import open_case

    with open_case(case_path) as case:
        view = case.view()
        old = view.find(id) if id else None
        if isinstance(old, Judgement) and old.decision in KINDS:
            if old.value is None or old.revoked_by:
                raise UsageError("this decision no longer holds", hint="'sayso log' lists them")
            note(case, reversal(old, by=by or login(), at=now()), old)
            click.echo(f"taken back: {old.decision} {one_line(_about(old))}")
            return
        new, old = taken_back(view, id, by=by or login(), at=now())
        decide(case, [new], [(old.id, new.id)])
    click.echo(f"taken back: {old.decision} {one_line(shown(old.about))}")


@click.command(epilog="Example: sayso log")
@case_option
@json_option
def log(case_path: Where, as_json: bool) -> None:
    """Every decision of an analyst, oldest first; nothing is ever deleted from it."""
    with case_view(case_path) as view:
        found = list(view.judgements())
        if as_json:
            show_json(found)
            return
        show_table(
            ("At", "Decision", "Of", "Why", "Id"),
            [
                (
                    _when(j),
                    f"{_said(j)}\n{_state(j)}".strip(),
                    _about(j),
                    one_line(j.reason or ""),
                    j.id,
                )
                for j in found
            ],
            empty="Nobody has decided anything yet.",
            grows="Of",
        )


@click.group(epilog="Example: sayso decisions export -o decisions.jsonl")
def decisions() -> None:
    """Take the decisions of analysts from one case to another, as a file."""


@decisions.command("export", epilog="Example: sayso decisions export -o decisions.jsonl")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="OUT",
              help="Where to write; standard output if left out.")  # fmt: skip
@case_option
def export_decisions(case_path: Where, output: Path | None) -> None:
    """Write every decision, those taken back too, as JSON Lines."""
    from sayso.publish.decisions import export_decisions

    with case_view(case_path) as view:
        if output is None:
            export_decisions(view.judgements(), sys.stdout)
            return
        with output.open("w", encoding="utf-8", newline="\n") as stream:
            export_decisions(view.judgements(), stream)
    click.echo(f"{output}", err=True)


@decisions.command("import", epilog="Example: sayso decisions import decisions.jsonl")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@case_option
def import_decisions(case_path: Where, file: Path) -> None:
    """Add the decisions of a file to those of the case; what it has already is left alone."""
    from sayso.analysis.wording.names import plural
    from sayso.publish.decisions import import_decisions
    from sayso.run.deciding import decide
    from sayso.store.case import open_case

    with file.open(encoding="utf-8") as stream:
        told = list(import_decisions(stream))
    with open_case(case_path) as case:
        had = {j.id: j for j in case.view().judgements()}
        new = [j for j in told if j.id not in had]
        closed = [
            (j.id, j.revoked_by)
            for j in told
            if j.revoked_by and j.id in had and not had[j.id].revoked_by
        ]
        decide(case, new, closed, told=True)
    click.echo(f"{plural(len(new), 'decision')} added, {len(told) - len(new)} known already")


def _decide(
    case_path: Where, kind: str, a: str, b: str, *, by: str | None, reason: str | None
) -> None:
    from sayso.analysis.naming.deciding import anchor, judged, replaced, shown
    from sayso.run.deciding import decide, now
    from sayso.store.case import open_case

    with open_case(case_path) as case:
        view = case.view()
        who, at = by or login(), now()
        made = judged(kind, anchor(view, a), anchor(view, b), by=who, at=at, reason=reason)
        decide(case, [made], replaced(view, made))
    click.echo(f"{kind}: {one_line(shown(made.about))}  {made.id}")
    click.echo("take it back with: sayso undo")


def _when(judgement: Judgement) -> str:
    """Day and minute, and who decided."""
    return f"{judgement.at[:16].replace('T', ' ')}\n{one_line(judgement.by)}"


def _said(judgement: Judgement) -> str:
    value = judgement.value if judgement.decision == "grade" else None
    return f"{judgement.decision} {value}" if value else judgement.decision


def _about(judgement: Judgement) -> str:
    from sayso.analysis.naming.deciding import KINDS, shown

    if judgement.decision in KINDS:
        return one_line(shown(judgement.about))
    return one_line(" ".join(reversed(judgement.about)))


def _state(judgement: Judgement) -> str:
    if judgement.value is None:
        # Its reason says which decision it takes back.
        return ""
    return "closed" if judgement.revoked_by else "holds"
