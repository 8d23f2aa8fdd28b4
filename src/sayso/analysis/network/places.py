"""Where actors stand in the picture: computed, the same each time, names clear of each other."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

import networkx as nx

from sayso.analysis.network.bonds import Network

Point = tuple[float, float]
# Room for a name in its box: a character is about this wide, a line this high.
_CHARACTER, _LINE = 7.0, 34.0
# Letters of a name that a box shows.
LONGEST = 34
_ROUNDS = 200
_SEED = 7


def places(whole: Network, width: float) -> tuple[dict[str, Point], float]:
    """A point for each actor, by id, in a picture of this width, and the height it needs.

    Actors that hang together are laid out by forces (Fruchterman and Reingold 1991) with a fixed
    seed; the groups stand below one another, the largest first; boxes that touch are pushed apart.
    """
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(sorted(actor.id for actor in whole.actors))
    graph.add_edges_from(
        sorted({(min(b.left, b.right), max(b.left, b.right)) for b in whole.bonds})
    )
    names = {actor.id: actor.name for actor in whole.actors}
    found: dict[str, Point] = {}
    top = x = tallest = 0.0
    for group in sorted(nx.connected_components(graph), key=lambda g: (-len(g), min(g))):
        part, size = _group(graph.subgraph(sorted(group)), names, width)
        if x + size[0] > width and x > 0:
            top, x, tallest = top + tallest + _LINE / 2, 0.0, 0.0
        found |= {id: (x + px, top + py) for id, (px, py) in part.items()}
        x, tallest = x + size[0], max(tallest, size[1])
    return found, top + tallest


def label(name: str) -> str:
    """A name as its box shows it."""
    return name if len(name) <= LONGEST else name[: LONGEST - 1] + "…"


def box(name: str) -> float:
    """How wide the box of a name is."""
    return _CHARACTER * min(len(name), LONGEST) + 22


def _group(
    graph: nx.Graph[str], names: Mapping[str, str], width: float
) -> tuple[dict[str, Point], Point]:
    count = len(graph)
    widest = max(box(names[id]) for id in graph)
    across = min(width, max(widest + 24, widest * math.sqrt(count) * 1.5))
    down = max(_LINE * 1.4, across * 0.5 if count > 2 else _LINE * 1.6 * count)
    raw = nx.spring_layout(graph, seed=_SEED, iterations=120, k=2.2 / math.sqrt(count))
    points = {id: (float(p[0]), float(p[1])) for id, p in sorted(raw.items())}
    if count == 1:
        return {id: (across / 2, down / 2) for id in graph}, (across, down)
    spread = _stretched(points, names, across, down)
    return _apart(spread, names, across)


def _stretched(
    points: Mapping[str, Point], names: Mapping[str, str], across: float, down: float
) -> dict[str, Point]:
    def scale(values: Iterable[float]) -> tuple[float, float]:
        low, *_, high = sorted(values)
        return low, (high - low) or 1.0

    (left, wide), (top, high) = (scale(p[axis] for p in points.values()) for axis in (0, 1))
    return {
        id: (
            box(names[id]) / 2 + (x - left) / wide * (across - box(names[id])),
            _LINE / 2 + (y - top) / high * (down - _LINE),
        )
        for id, (x, y) in points.items()
    }


def _apart(
    points: Mapping[str, Point], names: Mapping[str, str], across: float
) -> tuple[dict[str, Point], Point]:
    """Boxes pushed up and down until none touches another, and the room they take."""
    at = {id: [x, y] for id, (x, y) in points.items()}
    ids = sorted(at)
    for _ in range(_ROUNDS):
        moved = False
        for i, one in enumerate(ids):
            for other in ids[i + 1 :]:
                gap = (box(names[one]) + box(names[other])) / 2 + 6
                if abs(at[one][0] - at[other][0]) < gap and (
                    (lack := _LINE - abs(at[one][1] - at[other][1])) > 0.01
                ):
                    above, below = sorted((one, other), key=lambda id: (at[id][1], id))
                    at[above][1] -= lack / 2
                    at[below][1] += lack / 2
                    moved = True
        if not moved:
            break
    top = min(y for _, y in at.values()) - _LINE / 2
    down = max(y for _, y in at.values()) + _LINE / 2 - top
    return {id: (x, y - top) for id, (x, y) in at.items()}, (across, down + 10)
