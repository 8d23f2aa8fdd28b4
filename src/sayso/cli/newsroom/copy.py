"""A case to another place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sayso.cli.terminal.options import CasePlace, wait_option

if TYPE_CHECKING:
    from sayso.store.where import Where


@click.command(epilog="Example: sayso copy inquiry.sayso postgresql://db.example/inquiry")
@click.argument("source", type=CasePlace(), metavar="CASE")
@click.argument("target", type=CasePlace(), metavar="COPY")
@wait_option
def copy(source: Where, target: Where, wait: float) -> None:
    """Copy a case whole: reports, findings, decisions, users and the audit log.

    Either place is a file or a database (postgresql://HOST/NAME). COPY must be new or empty. It is
    all or nothing: broken off, the copy is empty, and the same command begins again.
    """
    from sayso.analysis.wording.names import plural
    from sayso.store.copying import copy_case

    counts = copy_case(source, target, wait=wait)
    click.echo(
        f"{target}: {plural(counts['document'], 'report')}, {plural(counts['event'], 'event')}"
        f" and {plural(counts['judgement'], 'decision')} copied"
    )
