"""Rival hypotheses weighed against the case: weigh."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sayso.cli.terminal.login import login
from sayso.cli.terminal.options import case_option, json_option
from sayso.cli.terminal.tables import one_line, show_json
from sayso.records.errors import UsageError

if TYPE_CHECKING:
    from sayso.analysis.weighing.proposals import Guide
    from sayso.analysis.weighing.theses import Sheet
    from sayso.analysis.weighing.weigh import Weighing
    from sayso.store.case import Case
    from sayso.store.where import Where


@click.command(epilog="Example: sayso weigh hypotheses.yaml")
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("--propose", is_flag=True, help="Write hypotheses from what the authors judge.")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="OUT",
              help="Where --propose writes; standard output if left out.")  # fmt: skip
@click.option("--set", "cell", nargs=3, metavar="PIECE HYPOTHESIS MARK",
              help="Set a cell: CC, C, N, I or II.")  # fmt: skip
@click.option("--unset", nargs=2, metavar="PIECE HYPOTHESIS", help="Back to the proposal.")
@click.option("--reason", metavar="TEXT", help="Why a cell is set; kept with it.")
@click.option("--by", metavar="NAME", help="Who sets it. Default: the name of this login.")
@click.option(
    "--all", "whole", is_flag=True, help="Show every piece and every trial, not only the first."
)
@case_option
@json_option
def weigh(  # noqa: PLR0913 - each choice is an option of its own
    case_path: Where,
    file: Path | None,
    propose: bool,
    output: Path | None,
    cell: tuple[str, str, str] | None,
    unset: tuple[str, str] | None,
    reason: str | None,
    by: str | None,
    whole: bool,
    as_json: bool,
) -> None:
    """Hold every piece of evidence against rival hypotheses: least is said against the first.

    FILE has the question, the hypotheses and the options (YAML); the case keeps it, so that the
    workbench and the briefing show it, and without FILE it is weighed again. Marks are proposals
    until somebody sets them. How it is done, and what it cannot tell: docs/weighing.md.
    """
    if [propose, bool(cell), bool(unset)].count(True) > 1 or (propose and file):
        raise UsageError("that asks two things at once", hint="propose, set or weigh, one a time")
    if propose:
        _propose(case_path, output)
        return
    from sayso.store.case import open_case

    with open_case(case_path) as case:
        sheet, guide = _hypotheses(case, file)
        if cell or unset:
            piece, name, mark = cell or (*(unset or ("", "")), None)
            _set(case, sheet, (piece, name, mark), by or login(), reason)
        found = _weighed(case, sheet, guide)
        if as_json:
            show_json(found)
            return
        from sayso.cli.weighing.show import show

        show(found, whole=whole)


def _propose(case_path: Where, output: Path | None) -> None:
    from sayso.analysis.weighing.hypotheses import proposed
    from sayso.cli.terminal.options import case_view
    from sayso.publish.hypotheses import sheet_text

    with case_view(case_path) as view:
        found = proposed(view)
        text = sheet_text(found.sheet, found.grounds, found.others)
    if output is None:
        click.echo(text, nl=False)
        return
    if output.exists():
        raise UsageError(f"{output} is there already", hint="name another file with -o")
    try:
        output.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise UsageError(f"it could not be written: {error.strerror}", where=str(output)) from error
    click.echo(f"{output}: edit it, then: sayso weigh {output}", err=True)


def _hypotheses(case: Case, file: Path | None) -> tuple[Sheet, Guide]:
    """Those of the file, kept in the case from now on; without one, those it keeps."""
    from sayso.analysis.weighing.theses import ready
    from sayso.run.deciding import pack_of
    from sayso.run.weighing.kept import guide_of, keep, kept_or_refuse, sheet_from

    view = case.view()
    if file is None:
        return kept_or_refuse(view)
    sheet, pack = sheet_from(file), pack_of(view)
    words = (scale.words for scale in pack.scales.values() if scale.kind == "likelihood")
    ready(view, sheet, [word for group in words for word in group])
    guide = guide_of(view, pack)
    keep(case, sheet, guide)
    return sheet, guide


def _weighed(case: Case, sheet: Sheet, guide: Guide) -> Weighing:
    from sayso.analysis.weighing.weigh import weigh

    return weigh(case.view(), sheet, guide)


def _set(
    case: Case,
    sheet: Sheet,
    cell: tuple[str, str, str | None],
    by: str,
    reason: str | None,
) -> None:
    from sayso.run.weighing.kept import set_cell

    made: Any = set_cell(case, sheet, cell, by=by, reason=reason)
    click.echo(f"{one_line(made.about[0])} {one_line(made.about[1])}: {made.value or 'given back'}",
               err=True)  # fmt: skip
