"""The network of ties on a day, or around a turning point."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sayso.cli.terminal.options import case_option, case_view, json_option
from sayso.cli.terminal.tables import one_line, show_json, show_table
from sayso.records.errors import UsageError

if TYPE_CHECKING:
    from sayso.store.where import Where

_WORDS = {"begins": "only after", "ends": "only before", "lasts": "", "undated": "no date"}


@click.command(epilog="Example: sayso network --before 2020-01-03")
@click.option("--on", metavar="DATE", help="Ties that may hold on this day.")
@click.option("--before", "pivot", metavar="DATE", help="What changes with this day.")
@click.option("--who", metavar="NAME", help="Only those tied to this one.")
@case_option
@json_option
def network(
    case_path: Where, on: str | None, pivot: str | None, who: str | None, as_json: bool
) -> None:
    """Who is tied to whom: on a day, or before and after a turning point.

    A tie whose dates are not told is listed, and marked so. Each line ends with the id that
    'sayso show' opens at the words.
    """
    from sayso.analysis.network.bonds import focused
    from sayso.analysis.network.bonds import network as network_of
    from sayso.analysis.timeline import origins_of

    if on and pivot:
        raise UsageError("give either --on or --before", hint="they ask different things")
    with case_view(case_path) as view:
        entities = {entity.id: entity for entity in view.entities()}
        found = network_of(view.ties(), entities, origins_of(view), on=_day(on), pivot=_day(pivot))
        if who is not None:
            from sayso.analysis.people import who as candidates_of

            candidates = candidates_of(view, who)
            if not candidates:
                raise UsageError(f"nobody is called '{who}'", hint=f"try: sayso search {who!r}")
            found = focused(found, candidates[0].entity.id)
        if as_json:
            show_json(found.bonds)
            return
        show_table(
            ("Tie", "When", "", "Accounts", "Origins", "Id"),
            [
                (
                    one_line(b.text), b.when, _WORDS[b.state], str(b.accounts),
                    str(b.origins or ""), b.tie,
                )
                for b in found.bonds
            ],
            empty="No tie between two actors fits.",
            grows="Tie",
        )  # fmt: skip


def _day(text: str | None) -> str | None:
    from sayso.records.dates import bounds

    if text is None:
        return None
    first = bounds(text)[0]
    if first is None:
        raise UsageError(f"'{text}' is not a date", hint="write 2020, 2020-03 or 2020-03-31")
    return first
