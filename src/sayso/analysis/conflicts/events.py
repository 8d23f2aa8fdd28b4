"""Conflicts between accounts of one event. Silence, a wider date or a rounder number is none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from sayso.analysis.conflicts.ground import Ground, Telling, conflict
from sayso.analysis.wording.dates import date_words
from sayso.analysis.wording.names import folded
from sayso.analysis.wording.sentences import measure_words
from sayso.records.case import Account, Conflict, Event, Measure

# "About 175" leaves room on both sides; a tenth is what newspapers round away.
_ABOUT = 0.1
# Shorter words carry grammar more often than a purpose.
_CONTENT_LETTERS = 4
_HAPPENED = {True: "it happened", False: "it did not happen"}
_SO_FAR = re.compile(r"\b(?:so far|thus far|to date|until now|up to now|as yet)\b", re.I)
_KILLED = ("ASSAULT", "kill")
_PEOPLE = "people"
_ALL_DEAD = frozenset({"people", "persons", "bodies", "dead", "deaths", "fatalities", "lives"})
# Those who happened to be there are all the dead where no others are counted beside them.
_THERE = frozenset(
    {"civilians", "inhabitants", "passengers", "residents", "townspeople", "villagers"}
)
_INCLUDED = re.compile(r"\b(?:including|among (?:them|whom))\b")
Apart = Callable[[Account, Account], bool]
UnitOf = Callable[[Measure], str | None]


def event_conflicts(event: Event, ground: Ground) -> tuple[Conflict, ...]:
    """Every field on which accounts of one event cannot all be right (time, place,
    responsibility, quantity, occurrence), or give different answers (purpose)."""
    if len(event.accounts) < 2:
        return ()
    finders = (_occurrence, _time, _place, _responsibility, _quantity, _purpose)
    told = [account for account in event.accounts if account.factuality != "denied"]
    return tuple(found for find in finders for found in find(event, told, ground))


def _occurrence(event: Event, told: Sequence[Account], ground: Ground) -> Iterator[Conflict]:
    denied = [account for account in event.accounts if account.factuality == "denied"]
    if denied and told:
        tellings = [
            Telling(_HAPPENED[account.factuality != "denied"], account)
            for account in event.accounts
        ]
        why = "Some tell of it and some deny it"
        yield conflict(ground, (event.id,), "occurrence", tellings, ("contradiction", why))


def _time(event: Event, told: Sequence[Account], ground: Ground) -> Iterator[Conflict]:
    involved = sorted(_involved(told, _other_time), key=lambda a: a.earliest or a.latest or "")
    tellings = [Telling(date_words(a.earliest, a.latest), a) for a in involved]
    if tellings:
        why = "The dates do not overlap"
        yield conflict(ground, (event.id,), "time", tellings, ("contradiction", why))


def _place(event: Event, told: Sequence[Account], ground: Ground) -> Iterator[Conflict]:
    together = {
        pair for account in event.accounts for pair in combinations(sorted(account.places), 2)
    }

    def apart(one: Account, other: Account) -> bool:
        if len(one.places) != 1 or len(other.places) != 1:
            return False
        pair = sorted((one.places[0], other.places[0]))
        return tuple(pair) not in together and _other_place(ground, *pair)

    tellings = [Telling(_name(ground, a.places[0]), a) for a in _involved(told, apart)]
    if tellings:
        why = "The accounts put it in different places"
        yield conflict(ground, (event.id,), "place", tellings, ("contradiction", why))


def _responsibility(event: Event, told: Sequence[Account], ground: Ground) -> Iterator[Conflict]:
    """Only people against people and countries against countries: others may be one's own arm."""
    if event.type not in ("ASSAULT", "COERCE"):
        return

    def apart(one: Account, other: Account) -> bool:
        first, second = _actors(one), _actors(other)
        if len(first) != 1 or len(second) != 1 or first == second:
            return False
        kinds = {ground.types.get(first[0]), ground.types.get(second[0])}
        return kinds == {"Person"} or {*first, *second} <= ground.countries

    tellings = [Telling(_name(ground, _actors(a)[0]), a) for a in _involved(told, apart)]
    if tellings:
        why = "The accounts name different actors"
        yield conflict(ground, (event.id,), "responsibility", tellings, ("tension", why))


def _quantity(event: Event, told: Sequence[Account], ground: Ground) -> Iterator[Conflict]:
    unit_of = _counted if (event.type, event.mode) == _KILLED else _unit
    units = {unit for account in told for m in account.quantities if (unit := unit_of(m))}
    nobody = any(m.high == 0 and unit_of(m) == _PEOPLE for a in told for m in a.quantities)
    unit_of = _anybody if nobody and unit_of is _counted else unit_of
    for unit in sorted(units):

        def apart(one: Account, other: Account, unit: str = unit) -> bool:
            first, second = _measure(one, unit, unit_of), _measure(other, unit, unit_of)
            if first is None or second is None or not _disjoint(first, second):
                return False
            # "12 so far" leaves room for whatever comes after.
            low = one if _bounds(first) < _bounds(second) else other
            return not _SO_FAR.search(low.span.quote)

        involved = _involved(told, apart)
        found = [(account, _measure(account, unit, unit_of)) for account in involved]
        tellings = [Telling(measure_words(measure), a) for a, measure in found if measure]
        if tellings:
            why = "The numbers exclude one another"
            yield conflict(ground, (event.id,), "quantity", tellings, ("contradiction", why))


def _purpose(event: Event, told: Sequence[Account], ground: Ground) -> Iterator[Conflict]:
    def apart(one: Account, other: Account) -> bool:
        if not one.purpose or not other.purpose:
            return False
        rival = set(ground.holders(one)).isdisjoint(ground.holders(other))
        return rival and not _content(one.purpose) & _content(other.purpose)

    tellings = [
        Telling(" ".join(str(account.purpose).split()), account)
        for account in _involved(told, apart)
    ]
    if tellings:
        why = "Different voices give different purposes, and both may be right"
        yield conflict(ground, (event.id,), "purpose", tellings, ("tension", why))


def _involved(accounts: Sequence[Account], apart: Apart) -> list[Account]:
    """The accounts that are apart from at least one other, in their order.

    Accounts that tell the same, as the copies of one report do, are compared once.
    """
    alike: dict[object, list[int]] = {}
    for place, account in enumerate(accounts):
        alike.setdefault(_what_it_tells(account), []).append(place)
    groups = list(alike.values())
    hit = {
        place
        for one, other in combinations(groups, 2)
        if apart(accounts[one[0]], accounts[other[0]])
        for place in (*one, *other)
    }
    return [accounts[place] for place in sorted(hit)]


def _what_it_tells(account: Account) -> object:
    """Everything of an account that can be at odds with another's; whose word it is on matters
    only for purposes, and of those who had a part only who did it."""
    voice = (account.span.document, account.attributions) if account.purpose else None
    return (account.earliest, account.latest, account.places, tuple(_actors(account)),
            account.quantities, account.purpose, voice)  # fmt: skip


def _other_time(one: Account, other: Account) -> bool:
    return _before(one.latest, other.earliest) or _before(other.latest, one.earliest)


def _before(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one < other


def _other_place(ground: Ground, one: str, other: str) -> bool:
    if one == other or (one in ground.countries) != (other in ground.countries):
        return False
    first, second = (f" {folded(_name(ground, place))} " for place in (one, other))
    return first not in second and second not in first


def _name(ground: Ground, entity: str) -> str:
    return ground.names.get(entity, entity)


def _actors(account: Account) -> list[str]:
    return [part.entity for part in account.participants if part.role == "actor"]


def _measure(account: Account, unit: str, unit_of: UnitOf) -> Measure | None:
    """The account's number of a unit, if it gives one and only one."""
    found = [measure for measure in account.quantities if unit_of(measure) == unit]
    if not found and unit == _PEOPLE and unit_of is _counted:
        found = [measure for measure in account.quantities if measure.unit in _THERE]
        others = len(account.quantities) > 1 and not _INCLUDED.search(account.span.quote)
        found = [] if others else found
    return found[0] if len(found) == 1 else None


def _unit(measure: Measure) -> str | None:
    return measure.unit


def _counted(measure: Measure) -> str | None:
    """What is counted where people were killed: "killing seventeen" and "thirty people" are both
    of all the dead."""
    return _PEOPLE if measure.unit is None or measure.unit in _ALL_DEAD else measure.unit


def _anybody(measure: Measure) -> str | None:
    """What is counted where somebody tells that nobody died: whoever they were, they are dead."""
    return _PEOPLE


def _disjoint(one: Measure, other: Measure) -> bool:
    (low, high), (other_low, other_high) = _bounds(one), _bounds(other)
    return high < other_low or other_high < low


def _bounds(measure: Measure) -> tuple[float, float]:
    low = float("-inf") if measure.low is None else measure.low
    high = float("inf") if measure.high is None else measure.high
    room = _ABOUT if measure.bound == "about" else 0.0
    return low - abs(low) * room, high + abs(high) * room


def _content(text: str) -> set[str]:
    return {word for word in folded(text).split() if len(word) >= _CONTENT_LETTERS}
