"""The case for other programs, and back."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.terminal.options import case_option, case_view
from sayso.records.errors import UsageError

if TYPE_CHECKING:
    from sayso.store.view import View
    from sayso.store.where import Where


@click.command(epilog="Example: sayso export --to lines -o case.jsonl")
@click.option(
    "--to",
    "form",
    type=click.Choice(["lines", "timeml"]),
    default="lines",
    show_default=True,
    help="Case lines, or the reports with their times as TimeML.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="OUT",
    help="Where to write: a file, for TimeML a folder. Without it, standard output.",
)
@case_option  # fmt: skip
def export(case_path: Where, form: str, output: Path | None) -> None:
    """Write the whole case as JSON Lines (see docs/case-lines.md); two runs, the same bytes.

    As TimeML: each report a document of its own, with its times as TIMEX3 (see docs/time.md).
    """
    from sayso.publish.lines import export_lines

    with case_view(case_path) as view:
        if form == "timeml":
            _export_timeml(view, output)
            return
        if output is None:
            export_lines(view, sys.stdout)
            return
        with output.open("w", encoding="utf-8", newline="\n") as stream:
            export_lines(view, stream)
    click.echo(f"{output}", err=True)


def _export_timeml(view: View, output: Path | None) -> None:
    from sayso.publish.timeml import timeml

    documents = list(view.documents())
    if output is None:
        if len(documents) != 1:
            raise UsageError(
                f"the case has {len(documents)} reports, and TimeML has one a file",
                hint="name a folder to write them to with -o",
            )
        sys.stdout.write(timeml(documents[0], view.times(documents[0].id)))
        return
    output.mkdir(parents=True, exist_ok=True)
    for document in documents:
        path = output / f"{document.id}.tml"
        text = timeml(document, view.times(document.id))
        path.write_text(text, encoding="utf-8", newline="\n")
    click.echo(f"{output}", err=True)


@click.command("import", epilog="Example: sayso import case.jsonl --case copy.sayso")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@case_option
def import_(case_path: Where, file: Path) -> None:
    """Make a case from case lines; every quote is checked against its text."""
    from sayso.publish.lines import import_lines
    from sayso.store.case import discard, is_taken, open_case

    if is_taken(case_path):
        raise UsageError(
            f"there is a case already at {case_path}", hint="name another with --case FILE"
        )
    try:
        with (
            file.open(encoding="utf-8") as stream,
            open_case(case_path, create=True) as case,
            case.writer() as writer,
        ):
            import_lines(stream, writer)
    except BaseException:
        # Half a case would stand in the way of the next try.
        discard(case_path)
        raise
    click.echo(f"{case_path}", err=True)
