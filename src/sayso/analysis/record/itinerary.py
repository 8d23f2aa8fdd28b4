"""Where somebody was: visits in order of time, each with the meetings and statements during it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.analysis.record.sources import Reporters, Rows, rows_of
from sayso.analysis.timeline import Entry, in_order, named_in, origins_of, timeline
from sayso.analysis.timeline import entry as entry_of
from sayso.analysis.view import CaseView
from sayso.analysis.wording.late import Late, LateRows
from sayso.analysis.wording.names import names_of
from sayso.records.case import Entity, Event
from sayso.records.dates import Interval, days_later, overlap

# What a visit is counted in, where one sentence tells of several together.
_COUNTED = ("visit", "trip", "tour")
# A visit known only by the day of a report was hardly longer before it than this, in days.
_FRESH = 14
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
    own = [event for event in view.events(who=entity.id, type="CONSULT") if _goes(event, entity.id)]
    visits = [event for event in own if event.mode == "visit"]
    listed = frozenset(event.id for event in visits)
    alone = [e for e in own if e.mode not in ("visit", "phone") and e.part_of not in listed]
    desk = _Desk(view, rows_of(view), names_of(view), entity.id, visits)
    return LateRows(in_order([*visits, *alone]), desk.stops)


@dataclass(frozen=True)
class _Desk:
    """What stops are made with; ``visits`` are all of the person."""

    view: CaseView
    rows: Rows
    names: Late[str]
    person: str
    visits: Sequence[Event]

    def stops(self, events: Sequence[Event]) -> Iterator[Stop]:
        listed = {visit.id for visit in self.visits}
        self.names.fetch(named_in(events))
        origins = origins_of(self.view, [event.id for event in events])
        said = Reporters(self.view, self.rows, [a for event in events for a in event.accounts])
        for event in events:
            during = self.view.events(part_of=event.id) if event.mode == "visit" else ()
            parts = [part for part in during if part.id not in listed]
            yield self._stop(event, parts, origins.get(event.id), said.of(event.accounts))

    def _stop(
        self,
        event: Event,
        parts: Sequence[Event],
        origins: int | None,
        reported: tuple[str, ...],
    ) -> Stop:
        met = [p.entity for one in (event, *parts) if one.mode != "visit" for p in one.participants
               if one.type == "CONSULT" and p.entity != self.person]  # fmt: skip
        met += [p.entity for p in event.participants if p.role == "partner"]
        return Stop(
            visit=entry_of(event, self.names, origins),
            places=tuple(self.names[place] for place in event.places),
            met=tuple(dict.fromkeys(self.names[id] for id in met if id != self.person)),
            purpose=event.purpose,
            parts=tuple(timeline(self.view, parts)) if parts else (),
            reported=reported,
            several=_several(event),
            perhaps=tuple(other.id for other in self.visits if _perhaps_one(event, other)),
        )


def _goes(event: Event, person: str) -> bool:
    return event.type == "CONSULT" and any(
        part.entity == person and part.role in _GOING for part in event.participants
    )


def _several(event: Event) -> bool:
    return event.mode == "visit" and any(
        measure.low not in (None, 1) and (measure.unit or "").split(" ")[-1].startswith(_COUNTED)
        for measure in event.quantities
    )


def _perhaps_one(event: Event, other: Event) -> bool:
    """Whether two visits share a place and days that may be the same, and so may be one."""
    return (
        event.id != other.id
        and event.mode == other.mode == "visit"
        and event.realis == other.realis == "actual"
        and not (_several(event) or _several(other))
        and bool(set(event.places) & set(other.places))
        and None not in (event.latest, other.latest)
        and overlap(_days(event), _days(other))
    )


def _days(event: Event) -> Interval:
    return event.earliest or days_later(str(event.latest), -_FRESH), event.latest
