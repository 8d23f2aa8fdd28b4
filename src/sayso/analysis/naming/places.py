"""Which places lie in a country, so that what happened in its towns happened in it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from sayso.analysis.view import CaseView
from sayso.records.case import Event, EventRow

Happened = TypeVar("Happened", Event, EventRow)


def places_in(view: CaseView, place: str | None) -> tuple[str | None, ...]:
    """The ids of a place and of all that a pack knows to lie in it, the place first."""
    found = view.entity(place) if place else None
    if found is None:
        return (place,)
    inside = {t.entity for t in view.traits() if t.attribute == "country" and t.value == found.name}
    within = sorted(id for id in inside if (e := view.entity(id)) and e.type == "Place")
    return (place, *within)


def by_day(events: Iterable[Happened]) -> list[Happened]:
    """Events by first day and id, the undated last."""
    return sorted(events, key=lambda e: (e.earliest is None, e.earliest or "", e.id))
