"""How a network hangs together and how much of it hangs on each: measures of networkx.

All look at what joins: rivalry, attacks and what is denied are no part of them. A pair weighs as
many independent origins as tell of a link between the two, however often they tell it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import networkx as nx

from sayso.analysis.network.bonds import Actor, Network
from sayso.analysis.network.measured.passages import passages

# Shortest paths between all actors take too long in larger networks, by actors times pairs.
LARGEST_FOR_PATHS = 1_000_000
# Nor can constraint be had there; that of who has more neighbours is next to nothing.
_MOST_NEIGHBOURS = 60
# Communities are sought in networks of at most so many pairs.
LARGEST_FOR_COMMUNITIES = 10_000
_SEED = 7


@dataclass(frozen=True, slots=True)
class Pair:
    """Two actors that are joined, and the numbers of the origins that tell it."""

    ends: tuple[str, str]
    origins: frozenset[int]


@dataclass(frozen=True, slots=True)
class Standing:
    """How much of a network hangs on one actor.

    ``share`` is the part of the weight of all pairs that it is in (0 to 1); ``expected`` what the
    share would be if pairs fell on actors by how often the reports mention them. ``brokerage`` is
    the part of shortest paths between others that lead through it (Freeman 1977), null in a network
    too large for it; ``constraint`` is Burt's (1992): low for who joins those that are not joined
    themselves, null where it has no neighbour or more than 60. ``alone`` counts those joined to it
    and to nobody else.
    """

    actor: str
    name: str
    type: str
    degree: int
    share: float
    expected: float | None
    brokerage: float | None
    constraint: float | None
    alone: int


@dataclass(frozen=True, slots=True)
class Shape:
    """A network as a whole.

    ``centralisation`` is Freeman's (1978) by degree: 1 for a star, 0 where all have as many
    neighbours; null below three actors. ``largest`` is the part of the actors in the largest
    component.
    ``communities`` are found by the method of Louvain (Blondel and others 2008) with a fixed seed,
    empty where the network is too large; ``modularity`` tells how far they stand apart.
    """

    actors: int
    pairs: int
    against: int
    denied: int
    origins: int
    centralisation: float | None
    components: int
    largest: float | None
    communities: tuple[tuple[str, ...], ...]
    modularity: float | None


def pairs_of(whole: Network) -> tuple[Pair, ...]:
    """The pairs that some bond joins, in a fixed order."""
    found: dict[tuple[str, str], set[int]] = {}
    for bond in whole.bonds:
        if bond.joins:
            found.setdefault(bond.key, set()).update(bond.origins)
    return tuple(Pair(ends, frozenset(found[ends])) for ends in sorted(found) if found[ends])


def graph_of(pairs: Iterable[Pair], counts: Mapping[int, int] | None = None) -> nx.Graph[str]:
    """The pairs as a graph with weights; ``counts`` say how often each origin counts (once)."""
    graph: nx.Graph[str] = nx.Graph()
    for pair in pairs:
        weight = (
            len(pair.origins)
            if counts is None
            else sum(counts.get(origin, 0) for origin in pair.origins)
        )
        if weight:
            graph.add_edge(*pair.ends, weight=weight)
    return graph


def shares(graph: nx.Graph[str]) -> dict[str, float]:
    """For each actor the part of the weight of all pairs that it is in."""
    total = graph.size(weight="weight") or 1
    return {id: float(weight) / total for id, weight in graph.degree(weight="weight")}


def centralisation(graph: nx.Graph[str]) -> float | None:
    """Freeman's, by degree: how far the network is from one in which all hangs on one actor."""
    count = len(graph)
    if count < 3:
        return None
    degrees = [degree for _, degree in graph.degree()]
    return sum(max(degrees) - degree for degree in degrees) / ((count - 1) * (count - 2))


def brokerage(graph: nx.Graph[str]) -> dict[str, float] | None:
    """Betweenness of each actor, 0 to 1; null in a network too large for it."""
    if _too_large(graph):
        return None
    ids = list(graph)
    places = {id: n for n, id in enumerate(ids)}
    passed = passages([[places[other] for other in graph[id]] for id in ids])
    # Each two ends were gone through from both.
    pairs = (len(ids) - 1) * (len(ids) - 2)
    return {id: passed[n] / pairs if pairs > 0 else 0.0 for n, id in enumerate(ids)}


def constraint(graph: nx.Graph[str], actors: Sequence[str]) -> dict[str, float]:
    """Burt's constraint of some actors, by the weights of pairs; none of who has too many, and
    none in a network too large for it."""
    if _too_large(graph):
        return {}
    inside = [id for id in actors if id in graph and graph.degree(id) <= _MOST_NEIGHBOURS]
    near = {id for actor in inside for id in (actor, *graph[actor])}
    parts = {id: _parts(graph, id) for id in near}
    return {actor: _bound(parts, actor) for actor in inside}


def _parts(graph: nx.Graph[str], actor: str) -> dict[str, float]:
    """What part of an actor's weight each neighbour has."""
    weights = {other: pair["weight"] for other, pair in graph[actor].items()}
    total = sum(weights.values())
    return {other: weight / total for other, weight in weights.items()}


def _bound(parts: Mapping[str, Mapping[str, float]], actor: str) -> float:
    # The networkx function of this name sums the weights of a neighbour anew for each of its
    # pairs: on three hundred actors that took seconds.
    own = parts[actor]
    return sum(
        (part + sum(share * parts[between].get(other, 0.0) for between, share in own.items())) ** 2
        for other, part in own.items()
    )


def _too_large(graph: nx.Graph[str]) -> bool:
    return len(graph) * graph.number_of_edges() > LARGEST_FOR_PATHS


def expected_shares(actors: Iterable[Actor]) -> dict[str, float]:
    """The share of each actor if the two ends of a pair were drawn by mentions, never one twice."""
    mentions = {actor.id: actor.mentions for actor in actors}
    total = sum(mentions.values())
    if not total:
        return {}
    odds = {id: count / total for id, count in mentions.items()}
    if max(odds.values()) == 1:
        return {}
    second = {id: odd / (1 - odd) for id, odd in odds.items()}
    whole = sum(second.values())
    return {id: odds[id] * (1 + whole - second[id]) for id in odds}


def shape_of(whole: Network) -> Shape:
    """The measures of a network as a whole."""
    pairs = pairs_of(whole)
    graph = graph_of(pairs)
    groups = [] if not graph else sorted(nx.connected_components(graph), key=len, reverse=True)
    communities, modularity = _communities(graph)
    return Shape(
        actors=len(graph),
        pairs=graph.number_of_edges(),
        against=sum(bond.sign < 0 and not bond.negative for bond in whole.bonds),
        denied=sum(bond.negative for bond in whole.bonds),
        origins=len({origin for pair in pairs for origin in pair.origins}),
        centralisation=centralisation(graph),
        components=len(groups),
        largest=len(groups[0]) / len(graph) if groups else None,
        communities=communities,
        modularity=modularity,
    )


def standings_of(whole: Network, count: int = 15) -> tuple[Standing, ...]:
    """The actors on whom most hangs, by share, then by name."""
    graph = graph_of(pairs_of(whole))
    if not graph:
        return ()
    known = {actor.id: actor for actor in whole.actors}
    share, expected, between = shares(graph), expected_shares(whole.actors), brokerage(graph)
    first = sorted(share, key=lambda id: (-share[id], known[id].name, id))[:count]
    bound = constraint(graph, first)
    return tuple(
        Standing(
            actor=id,
            name=known[id].name,
            type=known[id].type,
            degree=int(graph.degree(id)),
            share=share[id],
            expected=expected.get(id),
            brokerage=between[id] if between is not None else None,
            constraint=bound.get(id),
            alone=sum(graph.degree(other) == 1 for other in graph[id]),
        )
        for id in first
    )


def _communities(graph: nx.Graph[str]) -> tuple[tuple[tuple[str, ...], ...], float | None]:
    if not 0 < graph.number_of_edges() <= LARGEST_FOR_COMMUNITIES:
        return (), None
    # The method takes the nodes as they come.
    fixed: nx.Graph[str] = nx.Graph()
    fixed.add_nodes_from(sorted(graph))
    fixed.add_edges_from(sorted(graph.edges(data=True), key=lambda edge: sorted(edge[:2])))
    found = nx.community.louvain_communities(fixed, weight="weight", seed=_SEED)
    ordered = sorted((tuple(sorted(group)) for group in found), key=lambda g: (-len(g), g))
    return tuple(ordered), float(nx.community.modularity(fixed, found, weight="weight"))
