"""The figures of a network, or of the two sides of a turning point, each with its interval."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.analysis.network.bonds import Bond, Network
from sayso.analysis.network.measured.measures import (
    Pair,
    Shape,
    Standing,
    brokerage,
    centralisation,
    constraint,
    graph_of,
    pairs_of,
    shape_of,
    shares,
    standings_of,
)
from sayso.analysis.network.measured.resampling import (
    DRAWS,
    FEWEST,
    Counts,
    Figures,
    Range,
    left_out,
    resampled,
)

# The other figures are taken anew without each origin: only for so many pairs and origins. In
# larger networks they come without a range.
_PAIRS, _ORIGINS = 400, 100
_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Sure:
    """One figure on both sides of a turning point: of an ``actor``, or of the whole network (null).

    ``told`` is "rises", "falls", "open" or "thin" (a side has fewer origins than an interval
    needs). It is open where the interval of the change holds zero, where the change is not seen
    without the undated ties, which stand on both sides, and where no link of the actor's own
    begins or ends: all shares shift when others are added.
    """

    figure: str
    actor: str | None
    name: str
    before: Range
    after: Range
    change: Range
    told: str


@dataclass(frozen=True, slots=True)
class Seen:
    """One network as an answer: its bonds, its shape, on whom most hangs, and how surely.

    ``centralisation`` and ``shares`` (by the order of ``standings``) have their intervals.
    """

    bonds: tuple[Bond, ...]
    origins: tuple[str, ...]
    shape: Shape
    standings: tuple[Standing, ...]
    centralisation: Range
    shares: tuple[Range, ...]


def seen(whole: Network, *, draws: int = DRAWS) -> Seen:
    """A network with its measures."""
    standings = standings_of(whole)
    ids = tuple(one.actor for one in standings)
    found = _ranges((pairs_of(whole),), ids, draws, _Form)
    shape = shape_of(whole)
    return Seen(
        bonds=whole.bonds,
        origins=whole.origins,
        shape=shape,
        standings=standings,
        centralisation=found.get("0 centralisation", Range(shape.centralisation, None, None)),
        shares=tuple(found[f"0 share {id}"] for id in ids),
    )


def sides_compared(before: Network, after: Network, *, draws: int = DRAWS) -> tuple[Sure, ...]:
    """How much hangs on the actors with the largest shares, before and after, and on one alone.

    Both sides are taken from the same draws of origins, so that the change has an interval too.
    """
    sides = (pairs_of(before), pairs_of(after))
    first = _first((before, after), sides)
    found = _ranges(sides, tuple(first), draws, _Others)
    enough = tuple(_enough(side) for side in sides)
    dated = _dated_changes(before, after, tuple(first))
    moved = {end for one in (before, after) for bond in one.bonds for end in bond.key
             if bond.state in ("begins", "ends") and bond.joins}  # fmt: skip
    dated = {
        key: value for key, value in dated.items()
        if (actor := key.rpartition(" ")[2]) in moved or actor not in first
    }  # fmt: skip
    keys = [key.removeprefix("0 ") for key in found if key.startswith("0 ")]
    return tuple(_sure(key, first, found, enough, dated) for key in keys)


def _dated_changes(before: Network, after: Network, actors: tuple[str, ...]) -> Figures:
    """What changes where undated ties are left out, as all origins give it."""
    sides = tuple(
        pairs_of(replace(one, bonds=tuple(b for b in one.bonds if b.state != "undated")))
        for one in (before, after)
    )
    once = {origin: 1 for side in sides for pair in side for origin in pair.origins}
    told = Shares(sides, actors).at(once)
    # Of a side without a dated tie nobody has a share.
    changes = {
        f"change share {actor}": (told[f"1 share {actor}"] or 0.0)
        - (told[f"0 share {actor}"] or 0.0)
        for actor in actors
    }
    return {**_Others(sides, actors).at(once), **changes}


def _ranges(
    sides: Sequence[Sequence[Pair]], actors: tuple[str, ...], draws: int, figures: type[_Sides]
) -> dict[str, Range]:
    """Of the shares, and of what ``figures`` gives beside them."""
    origins = sorted({origin for side in sides for pair in side for origin in pair.origins})
    drawn = resampled(origins, Shares(sides, actors).at, draws=draws)
    others = figures(sides, actors).at
    if max(map(len, sides)) <= _PAIRS and len(origins) <= _ORIGINS:
        return left_out(origins, others) | drawn
    whole = others(dict.fromkeys(origins, 1))
    return {name: Range(value, None, None, "leaving out") for name, value in whole.items()} | drawn


def _first(networks: Iterable[Network], sides: Iterable[Sequence[Pair]]) -> dict[str, str]:
    """The names of the actors with the largest share on either side, by id."""
    names = {actor.id: actor.name for one in networks for actor in one.actors}
    best: dict[str, float] = {}
    for side in sides:
        for id, share in shares(graph_of(side)).items():
            best[id] = max(best.get(id, 0.0), share)
    order = sorted(best, key=lambda id: (-best[id], names[id], id))
    return {id: names[id] for id in order[:_SHOWN]}


def _enough(side: Sequence[Pair]) -> bool:
    return len({origin for pair in side for origin in pair.origins}) >= FEWEST


def _sure(
    key: str,
    names: Mapping[str, str],
    found: Mapping[str, Range],
    enough: tuple[bool, ...],
    dated: Figures,
) -> Sure:
    figure, _, actor = key.partition(" ")
    before, after = (
        found[f"{n} {key}"] if good else replace(found[f"{n} {key}"], low=None, high=None)
        for n, good in enumerate(enough)
    )
    change = found[f"change {key}"]
    if not all(enough):
        change = replace(change, low=None, high=None)
    told = change.direction if change.told else "open" if all(enough) else "thin"
    if told == "rises" and not (dated.get(f"change {key}") or 0) > 0:
        told = "open"
    if told == "falls" and not (dated.get(f"change {key}") or 0) < 0:
        told = "open"
    return Sure(figure, actor or None, names.get(actor, ""), before, after, change, told)


class _Sides:
    """Figures of one or two sides from how often each origin counts."""

    def __init__(self, sides: Sequence[Sequence[Pair]], actors: tuple[str, ...]) -> None:
        self._sides, self._actors = sides, actors

    def at(self, counts: Counts) -> Figures:
        """Each side's figures, under "0 NAME" and "1 NAME", and what changes between two."""
        sides = [self._side(n, counts) for n in range(len(self._sides))]
        found = {f"{n} {name}": value for n, side in enumerate(sides) for name, value in side}
        for name, value in sides[0] if len(sides) == 2 else ():
            other = found[f"1 {name}"]
            known = value is not None and other is not None
            found[f"change {name}"] = other - value if known else None  # type: ignore[operator]
        return found

    def _side(self, n: int, counts: Counts) -> list[tuple[str, float | None]]:
        raise NotImplementedError


class Shares(_Sides):
    """The share of each actor from how often each origin counts, without building a graph."""

    def __init__(self, sides: Sequence[Sequence[Pair]], actors: tuple[str, ...]) -> None:
        super().__init__(sides, actors)
        self._totals = [Counter(o for pair in side for o in pair.origins) for side in sides]
        self._parts: list[dict[str, Counter[int]]] = []
        for side in sides:
            parts: dict[str, Counter[int]] = {actor: Counter() for actor in actors}
            for pair in side:
                for end in pair.ends:
                    if end in parts:
                        parts[end].update(pair.origins)
            self._parts.append(parts)

    def _side(self, n: int, counts: Counts) -> list[tuple[str, float | None]]:
        total = _weighted(self._totals[n], counts)
        return [
            (f"share {actor}", _weighted(part, counts) / total if total else None)
            for actor, part in self._parts[n].items()
        ]


class _Form(_Sides):
    """Only how far all hangs on one actor: quick, since no path is looked for."""

    def _side(self, n: int, counts: Counts) -> list[tuple[str, float | None]]:
        return [("centralisation", centralisation(graph_of(self._sides[n], counts)))]


class _Others(_Sides):
    """What hangs on the form of the graph."""

    def _side(self, n: int, counts: Counts) -> list[tuple[str, float | None]]:
        graph = graph_of(self._sides[n], counts)
        between, bound = brokerage(graph) or {}, constraint(graph, self._actors)
        found: list[tuple[str, float | None]] = [("centralisation", centralisation(graph))]
        for actor in self._actors:
            found.append((f"brokerage {actor}", between.get(actor)))
            found.append((f"constraint {actor}", bound.get(actor)))
        return found


def _weighted(told: Counter[int], counts: Counts) -> int:
    drawn = counts.get
    return sum([count * drawn(origin, 0) for origin, count in told.items()])
