"""A written report held against its case: lint."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.terminal.options import case_option, case_view, json_option
from sayso.cli.terminal.tables import one_line, show_json
from sayso.records.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.analysis.linting.lint import Finding
    from sayso.store.where import Where

_FORMS = (".md", ".markdown", ".txt")


@click.command(epilog="Example: sayso lint report.md")
@click.argument("file", type=click.Path(path_type=Path))
@case_option
@json_option
@click.pass_context
def lint(context: click.Context, case_path: Where, file: Path, as_json: bool) -> None:
    """Find what a report in Markdown says without support, or otherwise than its sources.

    Sentences without a footnote into the case, hedges that were dropped, two scales of likelihood,
    what one origin tells stated as fact, numbers that no account gives. A footnote cites by quoting
    ("…"), by an id (ev-…), or by a place ([d-…:120-164]). Exit code 2: something was found.
    """
    from sayso.analysis.linting.draft import draft
    from sayso.analysis.linting.lint import lint as findings
    from sayso.analysis.linting.words import words_of
    from sayso.cli.main import DONE, DONE_WITH_FAILURES
    from sayso.publish.compose import compose
    from sayso.publish.markdown import markdown
    from sayso.run.deciding import pack_of
    from sayso.run.weighing.kept import kept_weighing

    text = _read(file)
    with case_view(case_path) as view:
        own = draft(markdown(compose(view, kept=kept_weighing(view))))
        found = findings(view, draft(text), words_of(pack_of(view)), own)
    if as_json:
        show_json(found)
    else:
        _show(file, found)
    context.exit(DONE_WITH_FAILURES if found else DONE)


def _read(file: Path) -> str:
    if file.suffix.lower() not in _FORMS:
        raise UsageError(
            f"a report is read as Markdown, not as '{file.suffix}'",
            where=str(file),
            hint="save it as .md; of a briefing: sayso brief -o briefing.md",
        )
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            f"the report cannot be read: {getattr(error, 'strerror', None) or 'it is not UTF-8'}",
            where=str(file),
            hint="name a file that is there, in UTF-8",
        ) from error


def _show(file: Path, found: Sequence[Finding]) -> None:
    for one in found:
        click.echo(f"{file}:{one.line}: {click.style(one.kind, bold=True)}: {one_line(one.why)}")
        click.echo(f"    {one_line(one.text)[:300]}")
        if one.cited:
            click.echo(click.style(f"    the case: {one_line(one.cited)}", dim=True))
    counts = Counter(one.kind for one in found)
    told = ", ".join(f"{kind} {count}" for kind, count in sorted(counts.items()))
    click.echo(f"{len(found)} found: {told}" if found else f"{file}: nothing found")
