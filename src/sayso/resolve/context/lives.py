"""One name in several reports: one life, or several that contradict one another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from sayso.records.marks import Fact
from sayso.resolve.context.weighing import Context, Weighed, weigh

# From here on what speaks for two outweighs that the name is the same.
PARTS = -0.14
# How much more must speak for one life than for any other.
CLEARLY = 0.05
# A life told of in so many times as many reports as all others has those that tell nothing.
MOST = 3


class Lives(NamedTuple):
    """The reports of each life, most first; what fits several lives is in none of them."""

    lives: tuple[tuple[str, ...], ...]
    silent: tuple[str, ...] = ()

    @property
    def main(self) -> bool:
        """Whether the first life is told of so much more that silence means it."""
        first, *others = map(len, self.lives)
        return first >= MOST * max(1, sum(others))


def lives_of(contexts: Mapping[str, Context], manifold: AbstractSet[str] = frozenset()) -> Lives:
    """The lives in which a name is told of, from its context in each report (by path).

    Reports of most alike facts come first, so that the result depends on the reports alone.
    """
    groups: dict[frozenset[Fact], list[str]] = defaultdict(list)
    for path in sorted(contexts):
        groups[contexts[path].facts].append(path)
    silent = groups.pop(frozenset(), [])
    order = sorted(groups.items(), key=lambda one: (-len(one[1]), -len(one[0]), one[1]))
    found: list[tuple[list[str], Context]] = []
    waiting = [[path] for path in silent]
    for _, paths in order:
        own = _all([contexts[path] for path in paths])
        place = _life_of(own, [context for _, context in found], manifold)
        if place is None:
            waiting.append(paths)
        elif place == len(found):
            found.append((paths, own))
        else:
            found[place] = (found[place][0] + paths, found[place][1].with_(own))
    return _settled(found, waiting, contexts, manifold)


def _settled(
    found: list[tuple[list[str], Context]],
    waiting: list[list[str]],
    contexts: Mapping[str, Context],
    manifold: AbstractSet[str],
) -> Lives:
    """Those that fitted several, now that all lives are known."""
    lives = [list(paths) for paths, _ in found]
    told, silent = [context for _, context in found], []
    for paths in waiting:
        place = _life_of(_all([contexts[path] for path in paths]), told, manifold)
        if place is None or place == len(told):
            silent += paths
        else:
            lives[place] += paths
    ranked = sorted((tuple(sorted(paths)) for paths in lives), key=lambda p: (-len(p), p))
    return Lives(tuple(ranked), tuple(sorted(silent)))


def _life_of(own: Context, lives: list[Context], manifold: AbstractSet[str]) -> int | None:
    """The place of the one life that fits, a new place where none does; null where several do."""
    weighed = [weigh(own, life, manifold) for life in lives]
    fits = [place for place, w in enumerate(weighed) if w.points >= PARTS]
    if not fits:
        return len(lives)
    best = clearest([weighed[place] for place in fits])
    return None if best is None else fits[best]


def clearest(weighed: list[Weighed]) -> int | None:
    """The place of that for which clearly most speaks; null where none is."""
    ranked = sorted(((w.points, -n) for n, w in enumerate(weighed)), reverse=True)
    if len(ranked) > 1 and ranked[0][0] < ranked[1][0] + CLEARLY:
        return None
    return -ranked[0][1]


def _all(contexts: list[Context]) -> Context:
    facts = frozenset().union(*(context.facts for context in contexts))
    return Context(facts, frozenset().union(*(context.beside for context in contexts)))
