"""Where somebody was: visits in order of time, each with the meetings and statements during it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.analysis.record.sources import Reporters, Rows, rows_of
from sayso.analysis.timeline import Entry, in_order, named_in, origins_of, timeline
from sayso.analysis.timeline import entry as entry_of
from sayso.analysis.view import CaseView
from sayso.analysis.wording.firm import reserves
from sayso.analysis.wording.late import Late, LateRows
from sayso.analysis.wording.names import names_of
from sayso.records.case import Entity, Event, EventRow
from sayso.records.dates import Interval, days_later, overlap

# What a visit is counted in, where one sentence tells of several together.
_COUNTED = ("visit", "trip", "tour")
# A visit known only by the day of a report was hardly longer before it than this, in days.
_FRESH = 14
# Stops whose tellings are read together.
_AT_ONCE = 500
_GOING = frozenset({"actor", "partner"})


@dataclass(frozen=True, slots=True)
class Stop:
    """One visit, or a meeting that no visit is known for.

    ``places`` and ``met`` are names, ``met`` those of all meetings during it; ``parts`` are the
    events told as parts of it, in order of time; ``reported`` says on whose word. ``several``
    marks a telling of several visits at once ("six visits to Iraq"), which the others may be
    among. ``perhaps`` are ids of stops that may be this very one, told with other dates.
    """

    visit: Entry
    places: tuple[str, ...]
    met: tuple[str, ...]
    purpose: str | None
    parts: tuple[Entry, ...]
    reported: tuple[str, ...]
    several: bool = False
    perhaps: tuple[str, ...] = ()


def itinerary(view: CaseView, entity: Entity) -> Sequence[Stop]:
    """The stops of a person in order of time, undated ones last.

    Visits that were planned, tried or denied are among them, and say so.
    """
    every = view.event_rows(who=entity.id, type="CONSULT")
    own = [event for event in every if _goes(event, entity.id)]
    visits = [event for event in own if event.mode == "visit"]
    listed = frozenset(event.id for event in visits)
    alone = [e for e in own if e.mode not in ("visit", "phone") and e.part_of not in listed]
    desk = _Desk(view, rows_of(view), names_of(view), entity.id, listed, _by_place(visits))
    # Who was where needs no tellings: those of the stops that are looked at are read then.
    return LateRows([event.id for event in in_order([*visits, *alone])], desk.stops)


@dataclass(frozen=True)
class _Desk:
    """What stops are made with; ``listed`` are all visits of the person, and ``beside`` those that
    may be one with another, by place."""

    view: CaseView
    rows: Rows
    names: Late[str]
    person: str
    listed: frozenset[str]
    beside: Mapping[str, Sequence[EventRow]]

    def stops(self, ids: Sequence[str]) -> Iterator[Stop]:
        for first in range(0, len(ids), _AT_ONCE):
            yield from self._some(self.view.events_of(ids[first : first + _AT_ONCE]))

    def _some(self, events: Sequence[Event]) -> Iterator[Stop]:
        during = self._during(events)
        self.names.fetch(named_in([*events, *(part for of in during.values() for part in of)]))
        origins = origins_of(self.view, [event.id for event in events])
        said = Reporters(self.view, self.rows, [a for event in events for a in event.accounts])
        kept = reserves(self.view, events)
        for event in events:
            parts = during.get(event.id, [])
            visit = entry_of(event, self.names, origins.get(event.id), kept.get(event.id, ""))
            yield self._stop(event, visit, parts, said.of(event.accounts))

    def _during(self, events: Sequence[Event]) -> dict[str, list[Event]]:
        """What is told as a part of each visit, by its id."""
        found: dict[str, list[Event]] = defaultdict(list)
        visits = frozenset(event.id for event in events if event.mode == "visit")
        for part in self.view.events(part_of=visits) if visits else ():
            if part.id not in self.listed and part.part_of:
                found[part.part_of].append(part)
        return found

    def _stop(
        self, event: Event, visit: Entry, parts: Sequence[Event], reported: tuple[str, ...]
    ) -> Stop:
        met = [p.entity for one in (event, *parts) if one.mode != "visit" for p in one.participants
               if one.type == "CONSULT" and p.entity != self.person]  # fmt: skip
        met += [p.entity for p in event.participants if p.role == "partner"]
        return Stop(
            visit=visit,
            places=tuple(self.names[place] for place in event.places),
            met=tuple(dict.fromkeys(self.names[id] for id in met if id != self.person)),
            purpose=event.purpose,
            parts=tuple(timeline(self.view, parts)) if parts else (),
            reported=reported,
            several=_several(event),
            perhaps=self._perhaps(event),
        )

    def _perhaps(self, event: Event) -> tuple[str, ...]:
        """The visits to the same place on days that may be the same, by id."""
        if not _single(event):
            return ()
        near = {one.id: one for place in event.places for one in self.beside.get(place, ())}
        days = _days(event)
        found = [one for id, one in near.items() if id != event.id and overlap(days, _days(one))]
        return tuple(one.id for one in in_order(found))


def _by_place(visits: Iterable[EventRow]) -> dict[str, list[EventRow]]:
    found: dict[str, list[EventRow]] = defaultdict(list)
    for visit in visits:
        for place in visit.places if _single(visit) else ():
            found[place].append(visit)
    return found


def _goes(event: EventRow, person: str) -> bool:
    return event.type == "CONSULT" and any(
        part.entity == person and part.role in _GOING for part in event.participants
    )


def _several(event: EventRow) -> bool:
    return event.mode == "visit" and any(
        measure.low not in (None, 1) and (measure.unit or "").split(" ")[-1].startswith(_COUNTED)
        for measure in event.quantities
    )


def _single(event: EventRow) -> bool:
    """Whether it is one visit that was made, on days of which something is known."""
    made = event.mode == "visit" and event.realis == "actual"
    return made and event.latest is not None and not _several(event)


def _days(event: EventRow) -> Interval:
    return event.earliest or days_later(str(event.latest), -_FRESH), event.latest
