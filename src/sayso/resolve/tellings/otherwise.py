"""One event that two reports tell as events of different kinds: "arrested" and "was seized"."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from sayso.records.dates import number, overlap
from sayso.resolve.events import Telling, is_narrow, kind_of, tells_of_several
from sayso.resolve.retelling.families import family_of

# From this number on a number is hardly shared by two events of one month.
MANY = 1000
# What somebody said is not told by who said it; offices have rules of their own.
_APART = frozenset({"STATE", "APPOINT"})
_TARGET = "target "


def meets(telling: Telling) -> Iterator[str]:
    """Under what it meets tellings of other kinds: a day, or a large number, with whoever or
    whatever it befell."""
    if telling.type in _APART or not telling.family:
        return
    whens = [f"{value:g}" for value, _ in _numbers(telling) if value >= MANY]
    if is_narrow(telling):
        first, last = number(telling.earliest or ""), number(telling.latest or "")
        whens += [f"day {day}" for day in range(first, last + 1)]
    for when in sorted(whens):
        for what in sorted({*_marks(telling), *telling.bearers}):
            yield f"{telling.realis}|{when}|{what}"


def told_otherwise(a: Telling, b: Telling) -> bool:
    """Whether two reports tell one event as two kinds of event.

    The kinds are such as are told of one another, or the words that tell are of one family; the
    day is the same, or a large number; so is a number of something or a thing that it befell; and
    nothing keeps them apart. What befalls somebody once a day needs nothing but who that is.
    """
    return (
        a.document != b.document
        and a.realis == b.realis
        and not {a.type, b.type} & _APART
        and _differ(a, b)
        and _at_once(a, b)
        and (_befalls_somebody(a, b) or _befalls_something(a, b))
        and not _kept_apart(a, b)
    )


def _differ(a: Telling, b: Telling) -> bool:
    """Whether they are of kinds that are never compared otherwise."""
    return a.type != b.type or bool(a.mode and b.mode and kind_of(a.mode) != kind_of(b.mode))


def _told_as(a: Telling, b: Telling, how: str) -> bool:
    kinds = _kind(a), _kind(b)
    return any(set(kinds) <= group for group in shipped()[how])


def _kind(telling: Telling) -> str:
    return f"{telling.type}/{telling.mode}" if telling.mode else telling.type


def _at_once(a: Telling, b: Telling) -> bool:
    days = overlap((a.earliest, a.latest), (b.earliest, b.latest))
    many = any(value >= MANY for value, _ in _numbers(a) & _numbers(b))
    return days and (many or (is_narrow(a) and is_narrow(b)))


def _befalls_somebody(a: Telling, b: Telling) -> bool:
    """Whether a person by name is taken in both."""
    people = a.in_role("target") & b.in_role("target") & a.persons & a.bearers
    return bool(people) and _told_as(a, b, "once a day")


def _befalls_something(a: Telling, b: Telling) -> bool:
    """Whether both tell of the same number of the same, or of one thing that it was done to."""
    if not (_told_as(a, b, "often") or a.family == b.family):
        return False
    # Whose accounts were frozen says less than that it was accounts: a body is fined and banned on
    # one day.
    named = {family_of(name) for name in a.names | b.names}
    return any(one.removeprefix(_TARGET) not in named for one in _marks(a) & _marks(b))


def _marks(telling: Telling) -> frozenset[str]:
    return _counts(telling) | {one for one in telling.things if one.startswith(_TARGET)}


def _counts(telling: Telling) -> frozenset[str]:
    """How many of what; of a large number also without what."""
    found = _numbers(telling)
    large = {f"{value:g}" for value, _ in found if value >= MANY}
    return frozenset(large | {f"{value:g} {unit}" for value, unit in found})


def _kept_apart(a: Telling, b: Telling) -> bool:
    """Other places, other people or things that it befell, other names in the words."""
    if tells_of_several(a) != tells_of_several(b):
        return True
    if a.places and b.places and not a.places & b.places:
        return True
    if not (a.bearers | a.places) & (b.bearers | b.places) and a.names and b.names:
        return not a.names & b.names
    doers = a.in_role("actor") & a.persons, b.in_role("actor") & b.persons
    befallen = a.in_role("target") & a.bearers, b.in_role("target") & b.bearers
    return _others(*doers) or (not _counts(a) & _counts(b) and _others(*befallen))


def _others(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and not one & other


def _numbers(telling: Telling) -> frozenset[tuple[float, str]]:
    # One of something is told of all the time.
    found = ((low or high or 0, unit.lower()) for low, high, unit in telling.counts)
    return frozenset((value, unit) for value, unit in found if value > 1)


@cache
def shipped() -> dict[str, tuple[frozenset[str], ...]]:
    """Groups of kinds, as type/mode, that are told of one another: those that befall somebody once
    a day, and those of which there may be several."""
    listed = json.loads((files("sayso.resolve.retelling") / "told_as.json").read_text("utf-8"))
    return {how: tuple(map(frozenset, groups)) for how, groups in listed.items()}
