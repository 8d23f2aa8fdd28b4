"""What is told of the profiles of a case, as the joining of names asks for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from sayso.resolve.clusters import Clusters
from sayso.resolve.context.lives import PARTS
from sayso.resolve.context.weighing import Context, Weighed, weigh

# Before the id of what keeps two apart whom reports tell apart; behind all ids of decisions.
TOLD_APART = "~told"
# Of a name that several lives bear: which of them is not told.
UNCLEAR = -1
JOIN, DOUBT, PART = "join", "doubt", "part"
# At least so much must speak for two names that are only alike, and so much it adds at most.
RAISES, AT_MOST = 0.15, 0.22


@dataclass(frozen=True)
class Telling:
    """By a profile's place its context, and for a name of several lives which name and life."""

    contexts: Mapping[int, Context] = field(default_factory=dict)
    lives: Mapping[int, tuple[str, int]] = field(default_factory=dict)
    manifold: AbstractSet[str] = frozenset()

    def judge(self, a: int, b: int, score: float, enough: float) -> tuple[str, Weighed]:
        """Whether names of this likeness are joined, left in doubt or parted, and why."""
        weighed = weigh(
            self.contexts.get(a, Context()), self.contexts.get(b, Context()), self.manifold
        )
        one, other = self.lives.get(a), self.lives.get(b)
        if one is not None and other is not None and one[0] == other[0]:
            if one[1] == other[1]:
                return JOIN, weighed
            return (DOUBT if UNCLEAR in (one[1], other[1]) else PART), weighed
        if weighed.points < PARTS:
            return PART, weighed
        raised = not weighed.against and weighed.points >= RAISES
        score += min(weighed.points, AT_MOST) if raised else 0.0
        return (JOIN if score >= enough else DOUBT), weighed

    def part(self, clusters: Clusters, pairs: list[tuple[int, int]]) -> None:
        """Keep apart the lives of one name, and these pairs, save what analysts joined."""
        for left, right in (*self._lives(), *(([a], [b]) for a, b in pairs)):
            ours, theirs = ({clusters.find(n) for n in side} for side in (left, right))
            both = ours & theirs
            id = f"{TOLD_APART}{left[0]}-{right[0]}"
            clusters.keep_apart(id, ours - both, theirs - both)

    def _lives(self) -> Iterator[tuple[list[int], list[int]]]:
        names: dict[str, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
        for place, (name, life) in sorted(self.lives.items()):
            if life != UNCLEAR:
                names[name][life].append(place)
        for _, lives in sorted(names.items()):
            told = sorted(lives.items())
            for n, (_, left) in enumerate(told):
                for _, right in told[n + 1 :]:
                    yield left, right


NOTHING_TOLD = Telling()
