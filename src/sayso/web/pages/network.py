"""The network on a day, or before and after a turning point: a picture, the same as a table, and
how much hangs on whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from sayso.analysis.network.around import AtHand, around, mentions_of
from sayso.analysis.network.asking import KINDS, ONLY, Material, Question
from sayso.analysis.network.asking import ask as network_of
from sayso.analysis.network.bonds import SIDES, Bond, Network
from sayso.analysis.network.links import Present, Whole
from sayso.analysis.network.measured.sureness import Seen
from sayso.analysis.network.overall import DRAWS, OVERALL, Shown, overall, shown
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

_QUOTED = 4
# Ties and events behind the picture of one actor: it shows forty actors and four hundred links of
# them, and a page should not wait for thousands.
_LOOKED_AT = 500


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
        kinds=ONLY.get(given["only"], KINDS),
        types=frozenset({given["type"]} & {*TIE_TYPES, *EVENT_TYPES}),
        front=given["front"],
        around=person or "",
        undated=undated,
    )
    nobody = bool(given["who"]) and person is None
    values = _found(ask, question) if not nobody else _nothing()
    counts = ask.linked("counts", ask.view.counts)
    values |= {
        **given, "at": at, "person": given["who"], "undated": undated, "faults": faults,
        "types": (*TIE_TYPES, *EVENT_TYPES), "nobody": nobody,
        "total": counts["tie"] + counts["event"],
    }  # fmt: skip
    return Page("network.html", "Network", values, "/network")


def _nothing() -> dict[str, object]:
    return {"bonds": (), "turning": None, "seen": None, "further": 0, "unread": 0}


def _found(ask: Ask, question: Question) -> dict[str, object]:
    turns = question.pivot != OPEN
    sides = ("before", "after") if turns else ("at",)
    turning: Turning | None = None
    here: Seen | None = None
    if turns:
        turning = ask.linked(("turning", question), lambda: _turning(ask, question))
        first = ask.linked(("overall", question), lambda: overall(_network(ask, question), TWO))
    else:
        found = ask.linked(("shown", question), lambda: _shown(ask, question))
        first, here = found.overall, found.seen
    size = (TWO if turns else ONE, first.height)
    return {
        "pictures": [(s, draw(first.drawn, first.points, size, SIDES[s])) for s in sides],
        "bonds": first.bonds,
        "more": first.more,
        "actors": first.actors,
        "names": {actor.id: actor.name for actor in turning.whole.actors} if turning else {},
        "hidden": first.hidden,
        "further": first.further,
        "unread": first.unread,
        "counts": first.counts,
        "turning": turning,
        "seen": here,
        "changes": list(_changes(ask, turning)) if turning else [],
    }


def _shown(ask: Ask, question: Question) -> Shown:
    if question == Question():
        return OVERALL.of(ask.view)[0]
    return shown(_network(ask, question))


def _turning(ask: Ask, question: Question) -> Turning:
    return turning_of(_material(ask), question, draws=DRAWS)


def _network(ask: Ask, question: Question) -> Network:
    if question.around and not question.front:
        mentions = ask.linked("mentions", lambda: mentions_of(ask.view))
        return around(ask.view, question, _LOOKED_AT, AtHand(_links(ask, question), mentions))
    return network_of(_material(ask), question)


def _links(ask: Ask, question: Question) -> Present:
    """All links of the case are kept for whoever asks next; those of a day are soon found."""
    whole = ask.linked("whole", lambda: Whole.of(ask.view))
    anybody = replace(question, around="")
    if anybody != Question():
        return whole.asked(anybody)
    return ask.linked("links", lambda: whole.asked(anybody))


def _material(ask: Ask) -> Material:
    return ask.linked("network", lambda: Material.of(ask.view))


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
