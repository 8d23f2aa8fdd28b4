"""What somebody asks for, by name and date as they are typed, found in a case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from sayso.analysis.naming.places import places_in
from sayso.analysis.people import who
from sayso.analysis.timeline import in_order
from sayso.analysis.wording.called import did_you_mean
from sayso.analysis.wording.late import Pages
from sayso.records.accounts import EVENT_TYPES
from sayso.records.case import Entity, Event, EventRow
from sayso.records.dates import Interval, bounds
from sayso.records.errors import UsageError
from sayso.store.rows.conditions import Filters
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
            hint=f"{did_you_mean(view, name)}'sayso search' finds words, 'sayso who' finds names",
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


def days_of(since: str | None, until: str | None) -> tuple[str | None, str | None]:
    """The first day of one date and the last of another, open where none is given; raises
    UsageError, also where there is no day between them."""
    first, last = interval_of(since)[0], interval_of(until)[1]
    if first and last and first > last:
        raise UsageError(
            f"no day is both after {since} and before {until}", hint="turn the two dates round"
        )
    return first, last


@dataclass(frozen=True, slots=True)
class Wanted:
    """Events that are asked for, by names and dates as the command line takes them."""

    who: str | None = None
    where: str | None = None
    type: str | None = None
    since: str | None = None
    until: str | None = None
    source: str | None = None


def type_called(type: str | None) -> str | None:
    """A type of event, or a type and a mode, as the case writes it; raises UsageError where there
    is no such type."""
    if type is None:
        return None
    kind, slash, mode = type.partition("/")
    if kind.upper() not in EVENT_TYPES:
        near = get_close_matches(kind.upper(), EVENT_TYPES, n=1)
        meant = f"did you mean {near[0]}? " if near else ""
        known = ", ".join(EVENT_TYPES)
        raise UsageError(f"there is no type of event '{kind}'", hint=f"{meant}known: {known}")
    return f"{kind.upper()}{slash}{mode.lower()}"


def events_asked(view: View, wanted: Wanted) -> list[Event]:
    """Events that fit all filters, in order of time, the undated last.

    At a country are also the events at towns that a pack knows to lie in it.
    """
    given = _filters(view, wanted)
    chosen: dict[str, Event] = {}
    for place in places_in(view, _id_of(view, wanted.where)):
        given["where"] = place
        chosen |= {event.id: event for event in view.events(**given)}
    return in_order(chosen.values())


def ids_asked(view: View, wanted: Wanted) -> Sequence[str]:
    """Ids of the same in the same order; a stretch of them is read when it is looked at."""
    given = _filters(view, wanted)
    place, *inside = places_in(view, _id_of(view, wanted.where))
    if inside:
        every: dict[str, EventRow] = {}
        for one in (place, *inside):
            given["where"] = one
            every |= {event.id: event for event in view.event_rows(**given)}
        return [event.id for event in in_order(every.values())]
    given["where"] = place
    return Pages(
        lambda: view.count_happened(**given)[0],
        lambda part: view.happened(page=part, **given),
        lambda: view.happened(**given),
    )


def _filters(view: View, wanted: Wanted) -> Filters:
    since, until = days_of(wanted.since, wanted.until)
    return {
        "who": _id_of(view, wanted.who),
        "type": type_called(wanted.type),
        "since": since,
        "until": until,
        "source": _id_of(view, wanted.source),
    }


def _id_of(view: View, name: str | None) -> str | None:
    return entity_called(view, name).id if name is not None else None
