"""The network on a day, or before and after a turning point: a picture, the same as a table, and
how much hangs on whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sayso.analysis.network.asking import KINDS, Material, Question
from sayso.analysis.network.asking import ask as network_of
from sayso.analysis.network.bonds import SIDES, STATES, Bond, Network, largest
from sayso.analysis.network.measured.sureness import Seen, seen
from sayso.analysis.network.places import places
from sayso.analysis.network.turning import Turning, pivot_of, turning_of
from sayso.analysis.people import who
from sayso.analysis.record.validity import OPEN
from sayso.records.accounts import EVENT_TYPES, TIE_TYPES
from sayso.records.dates import Interval, bounds
from sayso.web import known
from sayso.web.ask import Ask
from sayso.web.drawing.graph import ONE, TWO, draw
from sayso.web.page import Page
from sayso.web.shown import Quote, quote

_SHOWN, _LISTED, _QUOTED = 40, 400, 4
# A page should not wait: half of the draws of the command line tell the same to a percent or two.
_DRAWS = 200
_ONLY = {"ties": KINDS[:1], "events": KINDS[1:]}


@dataclass(frozen=True, slots=True)
class Told:
    """A bond in a table of what changed, with its first quotes."""

    bond: Bond
    change: str
    quotes: tuple[Quote, ...]


def network(ask: Ask) -> Page:
    """Links ``at`` a day or around a ``pivot``, near ``who``, on a ``front``, of one ``type``."""
    given = {name: ask.given(name)[:200] for name in ("pivot", "who", "front", "type", "only")}
    at = (ask.given("at") or ask.given("on"))[:200]
    undated = ask.given("undated", "yes") != "no"
    days, pivot = bounds(at), _pivot(ask, given["pivot"])
    faults = [t for t, found in ((at, days), (given["pivot"], pivot)) if t and None in found]
    person = _person(ask, given["who"])
    question = Question(
        at=OPEN if faults or pivot != OPEN else days,
        pivot=OPEN if faults else pivot,
        kinds=_ONLY.get(given["only"], KINDS),
        types=frozenset({given["type"]} & {*TIE_TYPES, *EVENT_TYPES}),
        front=given["front"],
        around=person or "",
        undated=undated,
    )
    nobody = bool(given["who"]) and person is None
    values = _found(ask, question) if not nobody else _nothing()
    values |= {
        **given, "at": at, "person": given["who"], "undated": undated, "faults": faults,
        "types": (*TIE_TYPES, *EVENT_TYPES), "nobody": nobody,
        "total": len(known.ties(ask)) + len(known.entries(ask)),
    }  # fmt: skip
    return Page("network.html", "Network", values, "/network")


def _nothing() -> dict[str, object]:
    return {"bonds": (), "turning": None, "seen": None}


def _found(ask: Ask, question: Question) -> dict[str, object]:
    material = ask.linked("network", lambda: Material.of(ask.view))
    found = ask.linked(("network", question), lambda: network_of(material, question))
    shown = largest(found, _SHOWN)
    sides = ("before", "after") if question.pivot != OPEN else ("at",)
    width = TWO if len(sides) > 1 else ONE
    spots, height = ask.linked(("places", question), lambda: places(shown, width))
    turning, here = _measured(ask, material, question, found)
    return {
        "pictures": [(side, draw(shown, spots, (width, height), SIDES[side])) for side in sides],
        "bonds": found.bonds[:_LISTED],
        "more": max(0, len(found.bonds) - _LISTED),
        "actors": found.actors[:_SHOWN],
        "names": {actor.id: actor.name for actor in found.actors},
        "hidden": max(0, len(found.actors) - _SHOWN),
        "counts": _counts(found),
        "turning": turning,
        "seen": here,
        "changes": list(_changes(ask, turning)) if turning else [],
    }


def _measured(
    ask: Ask, material: Material, question: Question, found: Network
) -> tuple[Turning | None, Seen | None]:
    """What the turning point changed, or how much hangs on whom on the day."""
    if question.pivot != OPEN:
        made = ask.linked(
            ("turning", question), lambda: turning_of(material, question, draws=_DRAWS)
        )
        return made, None
    return None, ask.linked(("seen", question), lambda: seen(found, draws=_DRAWS))


def _changes(ask: Ask, turning: Turning) -> Iterator[Told]:
    reports: Mapping[str, str] = known.reports(ask)
    for shift in turning.shifts:
        for side, bonds in (("gone", shift.before), ("new", shift.after)):
            for bond in bonds:
                word = side if shift.kind != "changed" else f"changed: {side}"
                quotes = tuple(quote(span, reports) for span in bond.quotes[:_QUOTED])
                yield Told(bond, word, quotes)


def _pivot(ask: Ask, text: str) -> Interval:
    """The days of a date, or of the event of this id."""
    return (pivot_of(ask.view, text) or OPEN) if text.startswith("ev-") else bounds(text)


def _person(ask: Ask, name: str) -> str | None:
    """The id of somebody by id or name; null where nobody is called so."""
    if not name:
        return None
    if ask.view.entity(name) is not None:
        return name
    return next((candidate.entity.id for candidate in who(ask.view, name)), None)


def _counts(found: Network) -> list[tuple[str, int]]:
    counts = Counter(bond.state for bond in found.bonds)
    return [(state, counts[state]) for state in STATES if counts[state]]
