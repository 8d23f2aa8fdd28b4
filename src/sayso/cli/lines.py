"""The case for other programs, and back."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from sayso.cli.options import case_option, case_view
from sayso.records.errors import UsageError


@click.command(epilog="Example: sayso export --to lines -o case.jsonl")
@click.option("--to", "form", type=click.Choice(["lines"]), default="lines", show_default=True)
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="OUT",
              help="Where to write; standard output if left out.")  # fmt: skip
@case_option
def export(case_path: Path, form: str, output: Path | None) -> None:
    """Write the whole case as JSON Lines (see docs/case-lines.md); two runs, the same bytes."""
    from sayso.publish.lines import export_lines

    with case_view(case_path) as view:
        if output is None:
            export_lines(view, sys.stdout)
            return
        with output.open("w", encoding="utf-8", newline="\n") as stream:
            export_lines(view, stream)
    click.echo(f"{output}", err=True)


@click.command("import", epilog="Example: sayso import case.jsonl --case copy.sayso")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@case_option
def import_(case_path: Path, file: Path) -> None:
    """Make a case from case lines; every quote is checked against its text."""
    from sayso.publish.lines import import_lines
    from sayso.store.case import open_case

    if case_path.exists():
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
        case_path.unlink(missing_ok=True)
        raise
    click.echo(f"{case_path}", err=True)
