"""The briefing, and the ten things most worth a look."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.terminal.options import case_option, case_view
from sayso.publish.forms.files import write_whole
from sayso.records.errors import UsageError

if TYPE_CHECKING:
    from sayso.publish.briefing import Briefing
    from sayso.store.where import Where

FORMS = (".html", ".md", ".docx", ".pdf")


@click.command(epilog="Example: sayso brief -o briefing.html")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default="briefing.html",
    show_default=True,
    metavar="OUT",
    help="A page (.html), Markdown (.md), Word (.docx) or PDF (.pdf).",
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
    write_whole(output, [text])
    click.echo(f"\nThe briefing lies at {output}")
    if worth_a_look:
        click.echo("\nMost worth a look:")
    for place, found in enumerate(worth_a_look, 1):
        click.echo(f"{place:3}. {_one_line(found.text)}")
        click.echo(click.style(f"     sayso show {found.about} --case {case_path}", dim=True))


def _render(briefing: Briefing, suffix: str) -> bytes:
    if suffix == ".docx":
        from sayso.publish.paper.docx.document import docx

        return docx(briefing)
    if suffix == ".pdf":
        from sayso.publish.paper.pdf import pdf

        return pdf(briefing)
    if suffix == ".md":
        from sayso.publish.markdown import markdown

        return markdown(briefing).encode()
    from sayso.publish.html import html

    return html(briefing).encode()


def _one_line(text: str) -> str:
    return "".join(c if c.isprintable() else " " for c in text)
