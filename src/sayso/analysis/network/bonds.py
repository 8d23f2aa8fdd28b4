"""Actors and their ties on a day, or before and after one: a pure reading of the ties of a case."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sayso.analysis.wording.dates import edtf_words
from sayso.analysis.wording.sentences import tie_title
from sayso.records.case import Entity, Tie
from sayso.records.dates import before, bounds

# How a tie stands to a turning point, or to a day.
STATES = ("begins", "ends", "lasts", "undated")
HOLDS, MAY, NOT = "holds", "may", "not"
_ACTORS = ("Person", "Organization", "Group", "Outlet", "Place")
# Of the parties of a tie, who stands at its other end, first choice first.
_ENDS = ("object", "territory", "office")


@dataclass(frozen=True, slots=True)
class Bond:
    """A tie between two actors, and how it stands to the day asked for.

    ``state`` is one of STATES: "begins" and "ends" for a tie told of one side of the turning point
    alone, "lasts" for one whose dates allow the day (or both sides), "undated" where no date is
    told: it is drawn, and marked as such. ``origins`` are independent origins, null if uncounted.
    """

    tie: str
    type: str
    left: str
    right: str
    text: str
    when: str
    negative: bool
    state: str
    accounts: int
    origins: int | None


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody in the network: ``ties`` counts bonds, ``alone`` the actors tied to nobody else,
    who would stand apart without it."""

    id: str
    name: str
    type: str
    ties: int
    alone: int


@dataclass(frozen=True, slots=True)
class Network:
    """Actors, those with most ties first, and the bonds between them, by names."""

    actors: tuple[Actor, ...]
    bonds: tuple[Bond, ...]


def holds(tie: Tie, day: str) -> str:
    """Whether a tie is told to hold on an ISO day: "holds", "may" or "not".

    It may where a date is missing, or says only a month or year around the day.
    """
    since, until = bounds(tie.since), bounds(tie.until)
    if (since[0] and before(day, since[0])) or (until[1] and before(until[1], day)):
        return NOT
    begun = since[1] is not None and not before(day, since[1])
    on = until[0] is not None and not before(until[0], day)
    return HOLDS if begun and on else MAY


def state(tie: Tie, *, on: str | None = None, pivot: str | None = None) -> str | None:
    """One of STATES, or null for a tie that does not hold on the day.

    At a pivot, "begins" is told of the time from it on alone, "ends" of the time before it alone,
    and "lasts" of a tie whose dates allow both.
    """
    if tie.since is None and tie.until is None:
        return "undated"
    if pivot is not None:
        first, last = bounds(tie.since)[0], bounds(tie.until)[1]
        if first is not None and not before(first, pivot):
            return "begins"
        return "ends" if last is not None and before(last, pivot) else "lasts"
    return "lasts" if on is None or holds(tie, on) != NOT else None


def network(
    ties: Iterable[Tie],
    entities: Mapping[str, Entity],
    origins: Mapping[str, int],
    *,
    on: str | None = None,
    pivot: str | None = None,
) -> Network:
    """The network of some ties, on a day, around a turning point, or at any time.

    ``entities`` and ``origins`` are by id. A tie without a second party that is an actor is left
    out: it joins nobody.
    """
    names = {id: entity.name for id, entity in entities.items()}
    bonds = [
        bond
        for tie in ties
        if (stands := state(tie, on=on, pivot=pivot)) is not None
        if (bond := _bond(tie, entities, names, origins.get(tie.id), stands)) is not None
    ]
    bonds.sort(key=lambda b: (names[b.left], names[b.right], b.type, b.tie))
    return Network(tuple(_actors(bonds, entities)), tuple(bonds))


def focused(whole: Network, id: str, steps: int = 1) -> Network:
    """Only those within some steps of one actor, and the bonds between them."""
    near = {id}
    for _ in range(steps):
        near |= {end for b in whole.bonds if {b.left, b.right} & near for end in (b.left, b.right)}
    return within(whole, near)


def within(whole: Network, chosen: set[str]) -> Network:
    """The part of a network between some actors."""
    return Network(
        tuple(actor for actor in whole.actors if actor.id in chosen),
        tuple(b for b in whole.bonds if {b.left, b.right} <= chosen),
    )


def largest(whole: Network, count: int) -> Network:
    """The actors with most ties, and their bonds to one another; none that would stand alone."""
    part = within(whole, {actor.id for actor in whole.actors[:count]})
    return within(part, {end for bond in part.bonds for end in (bond.left, bond.right)})


def _bond(
    tie: Tie, entities: Mapping[str, Entity], names: Mapping[str, str], origins: int | None,
    stands: str,
) -> Bond | None:  # fmt: skip
    ends = (getattr(tie, name) for name in _ENDS)
    other = next((e for e in ends if e in entities and entities[e].type in _ACTORS), None)
    if other is None or other == tie.subject or tie.subject not in entities:
        return None
    since, until = (edtf_words(date) if date else "" for date in (tie.since, tie.until))
    when = f"{since or '?'} – {until or '?'}" if since or until else "dates not given"
    return Bond(
        tie.id, tie.type, tie.subject, other, tie_title(tie, names), when,
        tie.polarity == "negative", stands, len(tie.accounts), origins,
    )  # fmt: skip


def _actors(bonds: Iterable[Bond], entities: Mapping[str, Entity]) -> Iterator[Actor]:
    count: Counter[str] = Counter()
    near: dict[str, set[str]] = defaultdict(set)
    for bond in bonds:
        for one, other in ((bond.left, bond.right), (bond.right, bond.left)):
            count[one] += 1
            near[one].add(other)
    for id in sorted(count, key=lambda id: (-count[id], entities[id].name, id)):
        alone = sum(len(near[other]) == 1 for other in near[id])
        yield Actor(id, entities[id].name, entities[id].type, count[id], alone)
