"""Packs: which there are, what is in them, whether they are sound."""

from __future__ import annotations

from pathlib import Path

import click

from sayso.cli.terminal.options import json_option
from sayso.cli.terminal.tables import show_json, show_table


@click.group(epilog="Example: sayso pack check my-pack/")
def pack() -> None:
    """List, show and check packs of domain knowledge."""


@pack.command("list", epilog="Example: sayso pack list")
@json_option
def list_(as_json: bool) -> None:
    """The packs that are built in or installed."""
    from sayso.packs.shelf import builtin_packs, installed_packs, more_packs

    found = [*builtin_packs(), *more_packs(), *installed_packs()]
    rows = [(p.name, p.version, p.origin, ", ".join(p.extends), p.description) for p in found]
    if as_json:
        keys = ("name", "version", "origin", "extends", "description")
        show_json([dict(zip(keys, row, strict=True)) for row in rows])
        return
    show_table(
        ("Pack", "Version", "Origin", "Extends", "For"), rows, empty="No packs.", grows="For"
    )


@pack.command(epilog="Example: sayso pack show conflict")
@click.argument("name")
@json_option
def show(name: str, as_json: bool) -> None:
    """What a pack has in it, with those it extends: its sections and how much stands in each."""
    from sayso.packs.load import SECTIONS, load
    from sayso.packs.shelf import find

    found = load([find(name)])
    rows = [(f"words: {key}", len(words)) for key, words in sorted(found.words.items())]
    for section in SECTIONS:
        rows.append((section, len(getattr(found, section))))
    if as_json:
        show_json([{"section": section, "entries": count} for section, count in rows])
        return
    show_table(
        ("Section", "Entries"), [(section, str(count)) for section, count in rows],
        empty="The pack is empty.", grows="Section",
    )  # fmt: skip


@pack.command(epilog="Example: sayso pack check my-pack/")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--examples/--no-examples", default=True, help="Run the pack's examples too.")
@json_option
@click.pass_context
def check(context: click.Context, folder: Path, examples: bool, as_json: bool) -> None:
    """Every fault of a pack at once, with file, line and advice; then its examples."""
    from sayso.packs.check import check as faults_of
    from sayso.packs.shelf import find

    place = folder if folder.is_dir() else find(str(folder))
    faults = [str(fault) for fault in faults_of(place)]
    if not faults and examples:
        from sayso.run.examples import run_examples

        faults = run_examples(place)
    if as_json:
        show_json([{"fault": fault} for fault in faults])
    elif faults:
        click.echo("\n".join(faults))
    else:
        click.echo(f"{place.name}: sound")
    if faults:
        context.exit(1)
