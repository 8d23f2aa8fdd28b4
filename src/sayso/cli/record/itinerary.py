"""The command that lists where somebody was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sayso.cli.terminal.options import case_option, case_view, first_of, json_option, limit_option
from sayso.cli.terminal.tables import show_json, show_more, show_table

if TYPE_CHECKING:
    from sayso.analysis.record.itinerary import Stop
    from sayso.records.dates import Interval
    from sayso.store.where import Where


@click.command(epilog="Example: sayso itinerary Qaani --from 2020 --to 2020")
@click.argument("name")
@click.option("--from", "since", metavar="DATE", help="Not before this day, month or year.")
@click.option("--to", "until", metavar="DATE", help="Not after this day, month or year.")
@limit_option
@case_option
@json_option
def itinerary(
    name: str,
    since: str | None,
    until: str | None,
    limit: int | None,
    case_path: Where,
    as_json: bool,
) -> None:
    """Where a person was: visits in order of time, whom they met there, and who reported it.

    A visit may have parts: meetings and statements told to have been during it. Undated stops come
    last; with --from or --to they are left out.
    """
    from sayso.analysis.record.itinerary import itinerary as stops_of
    from sayso.cli.record.days import days_of, entity_called

    days = days_of(since, until)
    with case_view(case_path) as view:
        person = entity_called(view, name)
        found = stops_of(view, person)
        if days != (None, None):
            found = [stop for stop in found if _between(stop, days)]
        shown = first_of(found, limit, as_json=as_json)
        if as_json:
            show_json(shown)
            return
        shown = list(shown)
    click.echo(click.style(person.name, bold=True))
    show_table(
        ("When", "Where and with whom", "Reported by", "Told", "Id"),
        [row for stop in shown for row in _rows(stop)],
        empty="The case tells of no visit or meeting that fits.",
        grows="Where and with whom",
    )
    show_more(len(found) - len(shown))


def _between(stop: Stop, days: Interval) -> bool:
    from sayso.records.dates import overlap

    told = (stop.visit.earliest, stop.visit.latest)
    return told != (None, None) and overlap(told, days)


def _rows(stop: Stop) -> list[tuple[str, ...]]:
    visit = stop.visit
    notes = ["several visits told of together"] if stop.several else []
    notes += [f"perhaps the same as {', '.join(stop.perhaps)}"] if stop.perhaps else []
    text = visit.text + "".join(f" ({note})" for note in notes)
    first = (visit.when, text, "; ".join(stop.reported), str(visit.accounts), visit.event)
    during = [("", f"  – {part.text}", "", str(part.accounts), part.event) for part in stop.parts]
    return [first, *during]
