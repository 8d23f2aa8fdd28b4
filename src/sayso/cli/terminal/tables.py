"""Answers as tables that fit the terminal, or as JSON."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any

import click

# Line ends, and the marks that wall off names that run from right to left.
_KEPT = "\n\u2068\u2069"
# Rows that are written together.
_AT_ONCE = 100


def show_json(value: Any) -> None:
    """Print records as JSON, one document; a list as its rows come, so that none waits for all."""
    import msgspec

    def written(record: Any) -> str:
        return msgspec.json.format(msgspec.json.encode(record), indent=2).decode()

    if isinstance(value, dict) or hasattr(value, "__dataclass_fields__"):
        click.echo(written(value))
        return
    rows, before = iter(value), "[\n"
    while some := list(islice(rows, _AT_ONCE)):
        # No line of JSON breaks within a text.
        parts = ["  " + written(row).replace("\n", "\n  ") for row in some]
        click.echo(before + ",\n".join(parts), nl=False)
        before = ",\n"
    click.echo("[]" if before == "[\n" else "\n]")


def show_table(
    columns: Sequence[str], rows: Iterable[Sequence[str]], *, empty: str, grows: str = ""
) -> None:
    """Print rows under their columns; ``grows`` names the column that takes the room left."""
    from rich.console import Console
    from rich.table import Table

    listed = list(rows)
    if not listed:
        click.echo(empty)
        return
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for column in columns:
        wide = column == grows
        table.add_column(column, overflow="fold", ratio=1 if wide else None, no_wrap=False)
    for row in listed:
        table.add_row(*map(_cell, row))
    Console(file=sys.stdout, highlight=False, soft_wrap=False, width=_width()).print(table)


def _cell(text: str) -> Any:
    """A cell; a line that is set in from the left is so however often it breaks."""
    from rich.console import Group
    from rich.padding import Padding
    from rich.text import Text

    # Text, not markup: a report's brackets are its own.
    lines = [(line, line.lstrip(" ")) for line in visible(text).split("\n")]
    if all(line == bare for line, bare in lines):
        return Text(visible(text))
    return Group(*(Padding(Text(bare), (0, 0, 0, len(line) - len(bare))) for line, bare in lines))


def show_more(count: int) -> None:
    """Say how many rows were left out, and how to see them."""
    if count > 0:
        click.echo(f"\nand {count:,} more: --limit all shows them")


def _width() -> int | None:
    return None if sys.stdout.isatty() else 120


def visible(text: str) -> str:
    """Text without control characters: a report must not steer the terminal."""
    return "".join(c if c.isprintable() or c in _KEPT else " " for c in text)


def one_line(text: str) -> str:
    """The same on one line."""
    return " ".join(visible(text).split())
