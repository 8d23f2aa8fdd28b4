"""What somebody asks for, by name and date as they are typed, found in a case."""

from __future__ import annotations

from sayso.analysis.naming.places import by_day, places_in
from sayso.analysis.people import who
from sayso.records.case import Entity, Event
from sayso.records.dates import Interval, bounds
from sayso.records.errors import UsageError
from sayso.store.view import View


def entity_called(view: View, name: str) -> Entity:
    """Who has this id or is called so, the best match; raises UsageError where nobody is."""
    one = view.entity(name)
    if one is not None:
        return one
    found = who(view, name)
    if not found:
        raise UsageError(
            f"nobody and nothing in the case is called '{name}'",
            hint="'sayso search' finds words, 'sayso who' finds names",
        )
    return found[0].entity


def interval_of(date: str | None) -> Interval:
    """First and last ISO day of a date, open where none is given; raises UsageError."""
    if date is None:
        return None, None
    found = bounds(date)
    if None in found:
        raise UsageError(f"'{date}' is not a date", hint="write 2020, 2020-03 or 2020-03-31")
    return found


def events_asked(  # noqa: PLR0913 - each filter is an option of its own
    view: View,
    *,
    who: str | None = None,
    where: str | None = None,
    type: str | None = None,
    since: str | None = None,
    until: str | None = None,
    source: str | None = None,
) -> list[Event]:
    """Events that fit all filters, by day; names and dates as the command line takes them.

    At a country are also the events at towns that a pack knows to lie in it.
    """

    def id_of(name: str | None) -> str | None:
        return entity_called(view, name).id if name is not None else None

    places = places_in(view, id_of(where))
    given = {
        "who": id_of(who),
        "type": type.upper() if type and "/" not in type else type,
        "since": interval_of(since)[0],
        "until": interval_of(until)[1],
        "source": id_of(source),
    }
    chosen = {e.id: e for place in places for e in view.events(where=place, **given)}
    return by_day(chosen.values())
