"""What a time expression means."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sayso.cli.terminal.options import json_option
from sayso.cli.terminal.tables import show_json, show_table
from sayso.records.errors import UsageError

if TYPE_CHECKING:
    from sayso.annotate.times import Conventions, Reading

_FIELDS = ("type", "value", "earliest", "latest", "edtf", "grain", "mod", "anchor", "rule", "note")


@click.command(epilog='Example: sayso when "two weeks before 3 May" --anchor 2020-06-01')
@click.argument("text")
@click.option("--anchor", metavar="DATE", help="The day the words were written, e.g. 2020-03-31.")
@click.option(
    "--pack", "packs", multiple=True, metavar="PACK",
    help="A pack whose conventions count; may be repeated.",
)  # fmt: skip
@json_option
def when(text: str, anchor: str | None, packs: tuple[str, ...], as_json: bool) -> None:
    """What time expressions mean: their days, EDTF, the rule, and what they were counted from."""
    from sayso.annotate.times import read_times

    found = read_times(text, _day(anchor), conventions=_conventions(packs))
    if as_json:
        show_json([_row(text, reading) for reading in found])
        return
    rows = [
        (
            text[one.start : one.end], f"{one.earliest or '..'} to {one.latest or '..'}",
            one.edtf or "", one.why, one.anchor or "",
        )
        for one in found
    ]  # fmt: skip
    show_table(
        ("Words", "Days", "EDTF", "Rule", "Anchor"), rows,
        empty="No time is told in these words.", grows="Rule",
    )  # fmt: skip


def _row(text: str, reading: Reading) -> dict[str, object]:
    place = {"words": text[reading.start : reading.end], "start": reading.start, "end": reading.end}
    row = place | {name: getattr(reading, name) for name in _FIELDS}
    return row | {"parts": [_row(text, part) for part in reading.parts]}


def _day(anchor: str | None) -> str | None:
    from sayso.records.dates import bounds

    if anchor is not None and bounds(anchor) == (None, None):
        raise UsageError(f"'{anchor}' is not a date", hint="write 2020, 2020-03 or 2020-03-31")
    return anchor


def _conventions(packs: tuple[str, ...]) -> Conventions:
    from sayso.annotate.times.conventions import HOUSE, conventions_of

    if not packs:
        return HOUSE
    from sayso.packs.load import load
    from sayso.packs.shelf import find

    return conventions_of(load(find(pack) for pack in packs).times)
