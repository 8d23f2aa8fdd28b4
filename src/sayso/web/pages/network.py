"""The network on a day, or before and after a turning point: a picture, and the same as a table."""

from __future__ import annotations

from collections import Counter

from sayso.analysis.network.bonds import STATES, Network, focused, largest
from sayso.analysis.network.bonds import network as network_of
from sayso.analysis.network.places import places
from sayso.analysis.people import who
from sayso.records.accounts import TIE_TYPES
from sayso.records.dates import bounds
from sayso.web import known
from sayso.web.ask import Ask
from sayso.web.drawing.graph import ONE, TWO, draw
from sayso.web.page import Page

_SHOWN, _LISTED = 40, 400
# What is drawn of each picture around a turning point.
_SIDES = {
    "at": ("begins", "ends", "lasts", "undated"),
    "before": ("ends", "lasts", "undated"),
    "after": ("begins", "lasts", "undated"),
}


def network(ask: Ask) -> Page:
    """Ties ``on`` a day or around a ``pivot``, near ``who``, of one ``type``."""
    on, pivot, person = (ask.given(name)[:200] for name in ("on", "pivot", "who"))
    type = ask.given("type") if ask.given("type") in TIE_TYPES else ""
    undated = ask.given("undated", "yes") != "no"
    faults = [text for text in (on, pivot) if text and bounds(text)[0] is None]
    whole = _network(ask, bounds(on)[0], None if faults else bounds(pivot)[0], type, undated)
    found, seen = _focus(ask, whole, person)
    shown = largest(found, _SHOWN)
    sides = ("before", "after") if pivot and not faults else ("at",)
    width = TWO if len(sides) > 1 else ONE
    spots, height = ask.linked(("places", ask.request.url.query), lambda: places(shown, width))
    pictures = [(side, draw(shown, spots, (width, height), _SIDES[side])) for side in sides]
    values = {
        "on": on, "pivot": pivot, "person": person, "type": type, "types": TIE_TYPES,
        "undated": undated, "faults": faults, "nobody": bool(person) and not seen,
        "pictures": pictures,
        "bonds": found.bonds[:_LISTED],
        "more": max(0, len(found.bonds) - _LISTED),
        "actors": found.actors[:_SHOWN],
        "hidden": max(0, len(found.actors) - _SHOWN),
        "counts": _counts(found),
        "total": len(known.ties(ask)),
    }  # fmt: skip
    return Page("network.html", "Network", values, "/network")


def _network(ask: Ask, on: str | None, pivot: str | None, type: str, undated: bool) -> Network:
    entities = ask.linked("entities", lambda: {e.id: e for e in ask.view.entities()})
    ties = [
        tie
        for tie in known.ties(ask)
        if type in ("", tie.type) and (undated or tie.since or tie.until)
    ]
    return network_of(ties, entities, known.origins(ask), on=on, pivot=pivot)


def _focus(ask: Ask, whole: Network, person: str) -> tuple[Network, bool]:
    """The part around somebody, and whether anybody was found."""
    if not person:
        return whole, True
    ids = {actor.id for actor in whole.actors}
    found = next((c.entity.id for c in who(ask.view, person) if c.entity.id in ids), None)
    found = person if person in ids else found
    return (focused(whole, found), True) if found else (Network((), ()), False)


def _counts(found: Network) -> list[tuple[str, int]]:
    counts = Counter(bond.state for bond in found.bonds)
    return [(state, counts[state]) for state in STATES if counts[state]]
