"""What is shown first of a network: its largest actors, where they stand, its first bonds, and how
much hangs on whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sayso.analysis.network.asking import Material, Question, ask
from sayso.analysis.network.bonds import STATES, Actor, Bond, Network, largest
from sayso.analysis.network.measured.sureness import Seen, seen
from sayso.analysis.network.places import Point, places
from sayso.analysis.view import CaseView, Overview

# How wide the picture is.
WIDTH = 1120.0
_DRAWN, _LISTED = 40, 400
# A page should not wait: half of the draws of the command line tell the same to a percent or two.
DRAWS = 200
# All events of a larger case would fill the memory at once.
_MOST = 100_000


@dataclass(frozen=True, slots=True)
class Spot:
    """Where an actor stands in the picture."""

    actor: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Overall:
    """The first things of a network.

    ``drawn`` is the part that is drawn, each actor at its spot, in a picture of this ``height``;
    ``actors`` and ``bonds`` are the first of all, with the number that is left out of each.
    ``counts`` are of bonds by their state; ``further`` neighbours and ``unread`` links of the
    others were not looked at. Quotes are left out.
    """

    drawn: Network
    spots: tuple[Spot, ...]
    height: float
    actors: tuple[Actor, ...]
    hidden: int
    bonds: tuple[Bond, ...]
    more: int
    counts: tuple[tuple[str, int], ...]
    further: int = 0
    unread: int = 0

    @property
    def points(self) -> Mapping[str, Point]:
        """The spots by actor."""
        return {spot.actor: (spot.x, spot.y) for spot in self.spots}


@dataclass(frozen=True, slots=True)
class Shown:
    """A network as it is first shown, with its measures."""

    overall: Overall
    seen: Seen


def overall(found: Network, width: float = WIDTH) -> Overall:
    """What is shown first of a network, in a picture of this width."""
    drawn = largest(found, _DRAWN)
    spots, height = places(drawn, width)
    counts = Counter(bond.state for bond in found.bonds)
    return Overall(
        drawn=replace(drawn, bonds=_bare(drawn.bonds), origins=()),
        spots=tuple(Spot(id, *point) for id, point in sorted(spots.items())),
        height=height,
        actors=found.actors[:_DRAWN],
        hidden=max(0, len(found.actors) - _DRAWN),
        bonds=_bare(found.bonds[:_LISTED]),
        more=max(0, len(found.bonds) - _LISTED),
        counts=tuple((state, counts[state]) for state in STATES if counts[state]),
        further=found.further,
        unread=found.unread,
    )


def shown(found: Network) -> Shown:
    """A network and its measures, without the bonds that are not listed."""
    measured = replace(seen(found, draws=DRAWS), bonds=(), origins=())
    return Shown(overall(found), measured)


def _bare(bonds: Iterable[Bond]) -> tuple[Bond, ...]:
    return tuple(replace(bond, quotes=()) for bond in bonds)


def _whole(view: CaseView) -> list[Shown]:
    return [shown(ask(Material.of(view), Question()))]


OVERALL = Overview("network 3", Shown, _whole, most=_MOST)
