"""A network as boxes and lines with their places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from sayso.analysis.network.bonds import Network
from sayso.analysis.network.overall import WIDTH
from sayso.analysis.network.places import Point, box, label
from sayso.web import links

# How wide a picture is where one stands alone, and where two stand side by side.
ONE, TWO = WIDTH, 720.0
_RANK = {"ends": 0, "begins": 1, "lasts": 2, "undated": 3}


@dataclass(frozen=True, slots=True)
class Box:
    """An actor, where it stands, and how wide its box is; ``dim`` where nothing ties it."""

    id: str
    href: str
    name: str
    label: str
    type: str
    x: float
    y: float
    wide: float
    dim: bool


@dataclass(frozen=True, slots=True)
class Line:
    """All bonds between two actors as one line; ``state`` is that of the one that changes most,
    ``negative`` where nothing joins them: rivalry, attacks, what is denied."""

    x1: float
    y1: float
    x2: float
    y2: float
    state: str
    negative: bool
    count: int
    title: str
    href: str


@dataclass(frozen=True, slots=True)
class Picture:
    """The picture and its height."""

    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    width: int
    height: int


def draw(
    shown: Network, spots: Mapping[str, Point], size: Point, states: tuple[str, ...]
) -> Picture:
    """The part of a network in some states; actors stand where they stand in all pictures."""
    pairs = defaultdict(list)
    for bond in shown.bonds:
        if bond.state in states:
            pairs[bond.key].append(bond)
    lines = []
    for (left, right), bonds in sorted(pairs.items()):
        first = min(bonds, key=lambda b: (_RANK[b.state], b.id))
        title = "\n".join(f"{b.text} ({b.when})" for b in bonds[:6])
        lines.append(
            Line(
                *spots[left], *spots[right], first.state, all(b.sign < 0 or b.negative for b in
                bonds), min(len(bonds), 5), title, f"#{first.id}",
            )
        )  # fmt: skip
    tied = {end for pair in pairs for end in pair}
    boxes = tuple(
        Box(
            actor.id, links.who(actor.id), actor.name, label(actor.name), actor.type,
            spots[actor.id][0], spots[actor.id][1], box(actor.name), actor.id not in tied,
        )
        for actor in shown.actors
    )  # fmt: skip
    return Picture(boxes, tuple(lines), round(size[0]), round(size[1]) + 4)
