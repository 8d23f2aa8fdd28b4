"""Where those who travel most were: their visits in order of time, and whom they met."""

from __future__ import annotations

from collections import Counter

from sayso.analysis.citations import cited
from sayso.analysis.record.itinerary import Stop, itinerary
from sayso.analysis.wording.names import isolated, listed
from sayso.publish.briefing import Band, Cell, Part, Remark, Section, Table
from sayso.publish.desk import Desk
from sayso.records.case import Entity

_HEAD = ("When", "What the reports say", "Met there", "Accounts")
# Somebody of whom fewer visits are told has no itinerary; of so many people it is shown.
_LEAST, _PEOPLE = 2, 5


def itineraries(desk: Desk) -> Section:
    """A table with a band for each traveller, those of most visits first."""
    bands = tuple(_band(desk, entity) for entity in _travellers(desk))
    parts: tuple[Part, ...] = (Table("Visits by person", _HEAD, bands, 1, (3,)),)
    if not bands:
        parts = (Remark("Of nobody are two visits or more told."),)
    return Section("itineraries", "Itineraries", parts)


def _travellers(desk: Desk) -> list[Entity]:
    visits: Counter[str] = Counter(
        part.entity
        for event in desk.view.events()
        if event.mode == "visit" and event.realis == "actual" and event.accounts
        for part in event.participants
        if part.role == "actor"
    )
    people = [e for e in desk.view.entities("Person") if visits[e.id] >= _LEAST]
    return sorted(people, key=lambda e: (-visits[e.id], e.name, e.id))[:_PEOPLE]


def _band(desk: Desk, person: Entity) -> Band:
    stops = itinerary(desk.view, person)
    return Band(tuple(row for stop in stops if (row := _row(desk, stop))), isolated(person.name))


def _row(desk: Desk, stop: Stop) -> tuple[Cell, ...]:
    event = desk.view.event(stop.visit.event)
    if event is None or not event.accounts:
        return ()
    notes = ["several visits told of together"] if stop.several else []
    notes += ["may be one with another stop"] if stop.perhaps else []
    sentence = desk.sentence(f"{stop.visit.text}.", cited(event.accounts))
    return (
        Cell(stop.visit.when),
        Cell(sentences=(sentence,), small="; ".join(notes)),
        Cell(listed(isolated(name) for name in stop.met) or "–"),
        Cell(str(stop.visit.accounts)),
    )
