"""The briefing, and the ten things most worth a look."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.terminal.options import case_option, case_view
from sayso.records.errors import UsageError

if TYPE_CHECKING:
    from sayso.publish.briefing import Briefing
    from sayso.store.where import Where

FORMS = (".html", ".md")


@click.command(epilog="Example: sayso brief -o briefing.html")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default="briefing.html",
    show_default=True,
    metavar="OUT",
    help="A page (.html) or Markdown (.md).",
)
@click.option("--title", default="Briefing", show_default=True, help="The title on top.")
@case_option
def brief(case_path: Where, output: Path, title: str) -> None:
    """Write a briefing in which every sentence has a footnote that opens at the exact words."""
    from sayso.analysis.highlights import highlights
    from sayso.publish.compose import compose
    from sayso.run.weighing.kept import kept_weighing

    if output.suffix not in FORMS:
        raise UsageError(
            f"a briefing cannot be written as '{output.suffix}'",
            hint=f"end the file's name in {' or '.join(FORMS)}",
        )
    with case_view(case_path) as view:
        text = _render(compose(view, title=title, kept=kept_weighing(view)), output.suffix)
        worth_a_look = highlights(view)
    _write(output, text)
    click.echo(f"\nThe briefing lies at {output}")
    if worth_a_look:
        click.echo("\nMost worth a look:")
    for place, found in enumerate(worth_a_look, 1):
        click.echo(f"{place:3}. {_one_line(found.text)}")
        click.echo(click.style(f"     sayso show {found.about} --case {case_path}", dim=True))


def _render(briefing: Briefing, suffix: str) -> str:
    if suffix == ".md":
        from sayso.publish.markdown import markdown

        return markdown(briefing)
    from sayso.publish.html import html

    return html(briefing)


def _write(output: Path, text: str) -> None:
    """Write beside the target and move into place: a briefing is whole or not there."""
    partial = output.with_name(output.name + ".part")
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        partial.write_text(text, encoding="utf-8", newline="\n")
        partial.replace(output)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise UsageError(
            f"the briefing could not be written: {error.strerror}",
            where=str(output),
            hint="name a folder you may write to with -o, or make room on the disk",
        ) from error


def _one_line(text: str) -> str:
    return "".join(c if c.isprintable() else " " for c in text)
