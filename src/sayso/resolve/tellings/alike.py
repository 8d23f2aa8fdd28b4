"""Tellings that are alike, joined where it is clear which event each is of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from sayso.resolve.clusters import Clusters, cluster

# Of two that a telling may be, one must be likelier than the other by this (in a hundred).
CLEAR = 10
# Of all pairs among what becomes one event this share must be alike: a chain is no event.
DENSE = 0.5
Pairs = Mapping[tuple[int, int], int]


def join_alike(documents: Sequence[int], clusters: Clusters, alike: Pairs) -> None:
    """Join what is alike, of tellings (by place) of which the number of the document is given.

    A telling that may be either of two events of one report stays apart from both. No two events
    of one report become one by it; where that would be, the least likely are left. The order of
    the pairs does not matter.
    """
    events: dict[tuple[int, int], int] = {}
    for (a, b), score in alike.items():
        low, high = sorted((clusters.find(a), clusters.find(b)))
        if low != high:
            events[low, high] = max(score, events.get((low, high), 0))
    told = {one: {documents[m] for m in clusters.members(one)} for pair in events for one in pair}
    clear = {pair: score for pair, score in events.items() if not told[pair[0]] & told[pair[1]]}
    clear = dict(_clear(told, clear))
    for a, b in _joint(told, clear):
        clusters.join(a, b)


def _clear(
    told: Mapping[int, Collection[int]], events: Pairs
) -> Iterator[tuple[tuple[int, int], int]]:
    """Those of which neither may as well be another event of the same report."""
    best: dict[tuple[int, int], list[int]] = defaultdict(list)
    for (a, b), score in events.items():
        for one, other in ((a, b), (b, a)):
            for document in told[other]:
                best[one, document].append(score)
    for (a, b), score in sorted(events.items()):
        rivals = [*(best[a, d] for d in told[b]), *(best[b, d] for d in told[a])]
        if all(len(s) == 1 or sorted(s)[-2] <= score - CLEAR for s in rivals):
            yield (a, b), score


def _joint(told: Mapping[int, Collection[int]], events: Pairs) -> Iterator[tuple[int, int]]:
    """The pairs whose joining puts no two events of one report together, and makes no chain."""
    rest = dict(events)
    while rest:
        numbers = {one: place for place, one in enumerate(sorted({n for p in rest for n in p}))}
        groups = cluster(len(numbers), ((numbers[a], numbers[b]) for a, b in rest))
        names = list(numbers)
        weak: dict[int, int] = {}
        for head, members in groups.joined().items():
            reports = [report for member in members for report in told[names[member]]]
            links = [s for (a, _), s in rest.items() if groups.find(numbers[a]) == head]
            thin = len(links) < DENSE * len(members) * (len(members) - 1) / 2
            if thin or len(reports) > len(set(reports)):
                weak[head] = min(links)
        if not weak:
            yield from sorted(rest)
            return
        rest = {
            pair: score
            for pair, score in rest.items()
            if score != weak.get(groups.find(numbers[pair[0]]))
        }
