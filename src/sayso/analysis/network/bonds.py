"""Actors and what links them on a day, or before and after a turning point: a pure reading of the
ties and events of a case."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sayso.records.case import Entity
from sayso.records.dates import Interval, before
from sayso.records.spans import Span

# How a bond stands to a turning point, or to a day.
STATES = ("begins", "ends", "lasts", "undated")
# Which states are seen from each side of a turning point, and on a day.
SIDES = {
    "at": ("begins", "ends", "lasts", "undated"),
    "before": ("ends", "lasts", "undated"),
    "after": ("begins", "lasts", "undated"),
}


@dataclass(frozen=True, slots=True)
class Bond:
    """A link between two actors, and how it stands to the day asked for.

    ``id`` is that of the tie or event it is read from (``kind``); it leads from ``left`` to
    ``right`` unless it is ``mutual``. ``sign`` is 1 for what joins, -1 for what sets against each
    other, 0 for neither; a ``negative`` one is told not to be. ``state`` is one of STATES: "begins"
    and "ends" for what is told of one side of the turning point alone, "lasts" for what its dates
    allow on the day (or on both sides), "undated" where no date is told.
    ``since`` and ``until`` are the first and last days it can have begun and ended on, null where
    open;
    ``grounds`` the ids from which more follows of them than its own accounts tell.
    ``origins`` are numbers of the network's origins, ``quotes`` the words that tell it, ``fronts``
    the countries or arenas that it names. ``reserve`` says how firmly it is told at most, where
    nobody tells it plainly.
    """

    id: str
    kind: str
    type: str
    left: str
    right: str
    text: str
    when: str
    mutual: bool
    sign: int
    negative: bool
    state: str
    since: Interval
    until: Interval
    grounds: tuple[str, ...]
    accounts: int
    origins: tuple[int, ...]
    quotes: tuple[Span, ...]
    fronts: tuple[str, ...] = ()
    reserve: str = ""

    @property
    def joins(self) -> bool:
        """Whether it makes the two parts of one network.

        Rivalry and what is denied do not, nor that one came after the other.
        """
        return self.sign >= 0 and not self.negative and self.type != "succeeds"

    @property
    def days(self) -> Interval:
        """The first day on which it can have held, and the last."""
        return self.since[0], self.until[1]

    @property
    def key(self) -> tuple[str, str]:
        """The two it links, in a fixed order."""
        return (min(self.left, self.right), max(self.left, self.right))


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody in the network: ``ties`` counts bonds, ``alone`` the actors tied to nobody else,
    who would stand apart without it; ``mentions`` is how often the reports name it."""

    id: str
    name: str
    type: str
    ties: int
    alone: int
    mentions: int = 0


@dataclass(frozen=True, slots=True)
class Network:
    """Actors, those with most ties first, and the bonds between them, by names.

    ``origins`` are the names of those on whose word the bonds stand; ``further`` is how many
    neighbours of the one it is about are left out of it, those with fewest links, and ``unread``
    how many ties and events between the others.
    """

    actors: tuple[Actor, ...]
    bonds: tuple[Bond, ...]
    origins: tuple[str, ...] = ()
    further: int = 0
    unread: int = 0

    def side(self, name: str) -> Network:
        """What is seen of it from one side of the turning point (a key of SIDES)."""
        return _among(self, [bond for bond in self.bonds if bond.state in SIDES[name]])


def turned(span: Interval, pivot: Interval) -> str:
    """How what lasted at most from one day to another stands to a turning point (see STATES).

    What begins on its first day or later belongs to the time after, what ends on its last day or
    earlier to the time before.
    """
    if span == (None, None):
        return "undated"
    first, last = span
    if first is not None and pivot[0] is not None and not before(first, pivot[0]):
        return "begins"
    if last is not None and pivot[1] is not None and not before(pivot[1], last):
        return "ends"
    return "lasts"


def network(
    bonds: Iterable[Bond],
    entities: Mapping[str, Entity],
    *,
    origins: tuple[str, ...] = (),
    mentions: Mapping[str, int] | None = None,
) -> Network:
    """The network of some bonds; ``entities`` are by id, ``mentions`` by the id of an entity."""
    chosen = list(bonds)
    ends = {end for bond in chosen for end in (bond.left, bond.right)}
    counted = mentions or {}
    known = {
        id: Actor(id, entities[id].name, entities[id].type, 0, 0, counted.get(id, 0)) for id in ends
    }
    chosen.sort(key=lambda b: (known[b.left].name, known[b.right].name, b.type, b.id))
    return Network(tuple(_counted(chosen, known)), tuple(chosen), origins)


def focused(whole: Network, id: str, steps: int = 1) -> Network:
    """Only those within some steps of one actor, and the bonds between them."""
    near = {id}
    for _ in range(steps):
        near |= {end for b in whole.bonds if {b.left, b.right} & near for end in (b.left, b.right)}
    return within(whole, near)


def within(whole: Network, chosen: set[str]) -> Network:
    """The part of a network between some actors, who keep what they count in the whole."""
    return Network(
        tuple(actor for actor in whole.actors if actor.id in chosen),
        tuple(b for b in whole.bonds if {b.left, b.right} <= chosen),
        whole.origins,
    )


def largest(whole: Network, count: int) -> Network:
    """The actors with most ties, and their bonds to one another; none that would stand alone."""
    part = within(whole, {actor.id for actor in whole.actors[:count]})
    return within(part, {end for bond in part.bonds for end in (bond.left, bond.right)})


def _among(whole: Network, bonds: list[Bond]) -> Network:
    """The same network with some of its bonds only, its actors counted anew."""
    known = {actor.id: actor for actor in whole.actors}
    return Network(tuple(_counted(bonds, known)), tuple(bonds), whole.origins)


def _counted(bonds: Iterable[Bond], known: Mapping[str, Actor]) -> Iterator[Actor]:
    count: Counter[str] = Counter()
    near: dict[str, set[str]] = defaultdict(set)
    for bond in bonds:
        for one, other in ((bond.left, bond.right), (bond.right, bond.left)):
            count[one] += 1
            near[one].add(other)
    for id in sorted(count, key=lambda id: (-count[id], known[id].name, id)):
        alone = sum(len(near[other]) == 1 for other in near[id])
        was = known[id]
        yield Actor(id, was.name, was.type, count[id], alone, was.mentions)
