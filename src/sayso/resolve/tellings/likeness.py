"""How likely two tellings are of one event, where neither who took part nor the day decides.

A logistic model of a few likenesses, with weights learned from tellings of one happening in several
reports (docs/models/tellings.md). Without weights nothing is likely.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from sayso.resolve.events import SIDES, Telling, is_dated, is_narrow

# From this number on a number is hardly shared by chance, and is no stronger for being larger.
LARGE = 1e6
MANY_WORDS = 4
# Nobody takes or leaves an office every week.
_OFFICES = "APPOINT"


class Likeness(NamedTuple):
    """What two tellings share and where they differ, each from 0 to 1."""

    family: float
    mode: float
    day: float
    month: float
    undated: float
    who: float
    pair: float
    post: float
    other_role: float
    others: float
    thing: float
    other_thing: float
    only: float
    place: float
    number: float
    bare_number: float
    size: float
    other_number: float
    words: float
    many_words: float


def likeness(a: Telling, b: Telling, seen: Mapping[str, int] | None = None) -> Likeness:
    """What two tellings of one kind share and where they differ.

    ``seen`` counts the tellings of their kind on the subject in which a word, somebody or a place
    stands: what stands in many says little of which event is told of.
    """

    def rare(names: Iterable[str]) -> list[float]:
        counts = (max((seen or {}).get(name, 2), 2) for name in names)
        return sorted((1 / math.log2(count) for count in counts), reverse=True)

    who = rare(entity for _, entity in a.roles & b.roles)
    dated, narrow = is_dated(a) and is_dated(b), is_narrow(a) and is_narrow(b)
    units, values = _numbers(a) & _numbers(b), _values(a) & _values(b)
    words = sum(rare(a.words & b.words))
    return Likeness(
        family=max(rare(_kin(a, b)), default=0.0),
        mode=float(a.mode is not None and a.mode == b.mode),
        day=float(narrow),
        month=float(dated and not narrow),
        undated=float(not dated),
        who=who[0] if who else 0.0,
        pair=who[1] if len(who) > 1 else 0.0,
        post=float(a.type == _OFFICES and bool(a.roles & b.roles) and bool(_people(a, b))),
        other_role=0.0 if who else max(rare(a.entities & b.entities), default=0.0),
        others=float(any(_apart(a, b, role) for role in (*SIDES, "partner"))),
        thing=max(rare(a.things & b.things), default=0.0),
        other_thing=float(any(_other_things(a, b, side) for side in SIDES)),
        only=float(a.only and b.only),
        place=max(rare(_where(a, b)), default=0.0),
        number=float(bool(units)),
        bare_number=float(not units and bool(values)),
        size=max((min(math.log(1 + v) / math.log(LARGE), 1.0) for v in values), default=0.0),
        other_number=float(not values and bool(_units(a) & _units(b))),
        words=words / math.sqrt(max(len(a.words) * len(b.words), 1)),
        many_words=min(words, MANY_WORDS) / MANY_WORDS,
    )


def likelihood(a: Telling, b: Telling, seen: Mapping[str, int] | None = None) -> float:
    """How likely two tellings are of one event, from 0 to 1; 0 where nothing was learned."""
    weights = shipped()
    if not weights:
        return 0.0
    found = likeness(a, b, seen)
    odds = weights["any"] + sum(
        weights.get(name, 0.0) * value for name, value in zip(Likeness._fields, found, strict=True)
    )
    return 1 / (1 + math.exp(-odds))


def counted_in(telling: Telling) -> frozenset[str]:
    """What is counted over tellings: the words, those who took part, and the places."""
    named = telling.entities | telling.places
    return telling.words | telling.things | named | {telling.family}


@cache
def shipped() -> dict[str, float]:
    """The weights as learned: one for each likeness, and one for any pair."""
    found: dict[str, float] = json.loads(
        (files("sayso.resolve.tellings") / "likeness.json").read_text("utf-8")
    )
    return found


def _kin(a: Telling, b: Telling) -> frozenset[str]:
    own, other = frozenset({a.family}), frozenset({b.family})
    return own & (other | b.words) | other & a.words


def _people(a: Telling, b: Telling) -> frozenset[str]:
    return frozenset(entity for _, entity in a.roles & b.roles) & a.persons


def _other_things(a: Telling, b: Telling, side: str) -> bool:
    one, other = (
        {thing for thing in telling.things if thing.startswith(side)} for telling in (a, b)
    )
    return bool(one and other) and not one & other


def _where(a: Telling, b: Telling) -> frozenset[str]:
    return a.places & (b.places | b.entities) | b.places & a.entities


def _apart(a: Telling, b: Telling, role: str) -> bool:
    one, other = a.in_role(role) & a.bearers, b.in_role(role) & b.bearers
    return bool(one and other) and not one & other


def _numbers(telling: Telling) -> frozenset[tuple[float, str]]:
    return frozenset((low or high or 0, unit) for low, high, unit in telling.counts)


def _values(telling: Telling) -> frozenset[float]:
    # One of something is told of all the time.
    return frozenset(value for value, _ in _numbers(telling) if value > 1)


def _units(telling: Telling) -> frozenset[str]:
    return frozenset(unit for _, unit in _numbers(telling))
