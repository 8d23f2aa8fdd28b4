"""Reports into a case."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from sayso.cli.terminal.options import case_option, wait_option
from sayso.cli.terminal.tables import show_json

if TYPE_CHECKING:
    from sayso.run.reading import Summary
    from sayso.store.where import Where


@click.command(epilog="Example: sayso read reports/ --case inquiry.sayso")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option(
    "--pack",
    "packs",
    multiple=True,
    metavar="PACK",
    help="A pack by name or folder, beside the built-in ones; may be repeated.",
)
@click.option("--publisher", metavar="NAME", help="Who published these reports.")
@click.option("--published", metavar="DATE", help="When, e.g. 2020-03-31 or 2020-03.")
@click.option("--prune", is_flag=True, help="Drop reports whose files are gone.")
@click.option(
    "--workers",
    type=click.IntRange(0),
    default=None,
    metavar="N",
    help="Processes to work with; 0 works in this one. Default: one a core.",
)
@click.option(
    "--on",
    metavar="CLUSTER",
    help="Work on a cluster: ray (begun here), or ray://ADDRESS (running); see docs/scale.md.",
)
@click.option(
    "--model", default=None, metavar="NAME", help="Another installed spaCy model of English."
)
@wait_option
@case_option
@click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON.")
@click.pass_context
def read(  # noqa: PLR0913 - each choice is an option of its own
    context: click.Context,
    sources: tuple[str, ...],
    packs: tuple[str, ...],
    publisher: str | None,
    published: str | None,
    prune: bool,
    workers: int | None,
    on: str | None,
    model: str | None,
    wait: float,
    case_path: Where,
    as_json: bool,
) -> None:
    """Read files, folders, .zip archives or - (standard input) into a case.

    Run again, it reads only what is new or changed. Exit code 2: done, but some files failed.
    """  # fmt: skip
    from sayso.cli.terminal.progress import terminal_progress
    from sayso.run.reading import read_sources
    from sayso.run.tools import executor_on, tools
    from sayso.store.case import open_case

    bench = tools(packs, model=model, publisher=publisher, published=published)
    count = (os.cpu_count() or 1) if workers is None else workers
    with (
        executor_on(on, count) as place,
        open_case(case_path, create=True, wait=wait) as case,
        terminal_progress() as progress,
    ):
        summary = read_sources(case, sources, bench, place, prune=prune, progress=progress)
    if bench.remark:
        click.echo(f"note: {bench.remark}", err=True)
    if as_json:
        show_json(summary)
    else:
        _tell(summary, case_path)
    context.exit(2 if summary.failed and summary.documents else 1 if summary.failed else 0)


def _tell(summary: Summary, case_path: Where) -> None:
    from sayso.analysis.wording.names import plural

    click.echo(
        f"{case_path}: {plural(summary.documents, 'report')}"
        f" ({summary.read} read, {summary.unchanged} unchanged, {summary.dropped} dropped)"
    )
    click.echo(
        f"{summary.entities} people, bodies and places · {plural(summary.events, 'event')}"
        f" · {plural(summary.attributions, 'attribution')}"
        f" · {plural(summary.conflicts, 'conflict')}"
    )
    if summary.vanished:
        click.echo(f"{plural(len(summary.vanished), 'file')} gone; --prune drops their reports:")
        for path in summary.vanished[:5]:
            click.echo(f"  {path}")
    if not summary.documents and not summary.failed:
        click.echo("No report was found there: name files, or a folder that has some.")
    if summary.failed:
        failed = plural(summary.failed, "file")
        click.echo(f"{failed} could not be read, or not in full: sayso failures --case {case_path}")
