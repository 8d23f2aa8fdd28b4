"""What is told of the profiles of a case, as the joining of names asks for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace

from sayso.resolve.clusters import Clusters
from sayso.resolve.context.lives import PARTS
from sayso.resolve.context.weighing import Context, Weighed, weigh

# Before the id of what keeps two apart whom reports tell apart; behind all ids of decisions.
TOLD_APART = "~told"
# Of a name that several lives bear: which of them is not told.
UNCLEAR = -1
FITS = "fits several of this name"
JOIN, DOUBT, PART = "join", "doubt", "part"
# At least so much must speak for two names that are only alike, and so much it adds at most:
# more where an office or a year is one; a family has its companions in common.
RAISES, AT_MOST, BY_COMPANY = 0.15, 0.22, 0.06


@dataclass(frozen=True)
class Telling:
    """By a profile's place its context and plain names, and for a name of several lives which name
    and life; and the surnames that a report tells apart from the only bearer whom it names in full
    (``strangers``, by place: the surname, the bearer)."""

    contexts: Mapping[int, Context] = field(default_factory=dict)
    lives: Mapping[int, tuple[str, int]] = field(default_factory=dict)
    manifold: AbstractSet[str] = frozenset()
    names: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    strangers: AbstractSet[tuple[int, int]] = frozenset()

    def judge(self, a: int, b: int, score: float, enough: float) -> tuple[str, Weighed]:
        """Whether names of this likeness are joined, left in doubt or parted, and why."""
        weighed = weigh(
            self.contexts.get(a, Context()), self.contexts.get(b, Context()), self.manifold
        )
        one, other = self.lives.get(a), self.lives.get(b)
        if one is not None and other is not None and one[0] == other[0]:
            if one[1] == other[1]:
                return JOIN, weighed
            unclear = UNCLEAR in (one[1], other[1])
            return (DOUBT, weighed._replace(reasons=(FITS,))) if unclear else (PART, weighed)
        if weighed.points < PARTS:
            return PART, weighed
        if not (weighed.against or self._told_together(a, b)) and weighed.points >= RAISES:
            score += min(weighed.points, AT_MOST if weighed.agreed else BY_COMPANY)
        return (JOIN if score >= enough else DOUBT), weighed

    def _told_together(self, a: int, b: int) -> bool:
        """Whether a report of one names the other beside, as somebody else."""
        return any(
            ("person", name) in self.contexts.get(other, Context()).beside
            for one, other in ((a, b), (b, a))
            for name in self.names.get(one, ())
        )

    def after(self, clusters: Clusters) -> Telling:
        """The same where lives that analysts joined are one, and silence means the only one."""
        if not self.lives:
            return self
        first: dict[tuple[str, int], int] = {}
        lives = sorted((life, place) for place, life in self.lives.items() if life[1] != UNCLEAR)
        merged = Clusters(max(self.lives) + 1)
        for life, place in lives:
            # All of a life are one, and one with whomever a decision joined to any of them.
            merged.join(first.setdefault(life, place), place)
            merged.join(clusters.find(place), place)
        number = {life: (life[0], merged.find(place)) for life, place in first.items()}
        left: dict[str, set[int]] = defaultdict(set)
        for name, one in number.values():
            left[name].add(one)
        only = {name: (name, min(told)) for name, told in left.items() if len(told) == 1}
        found = {place: number.get(life, only.get(life[0], life))
                 for place, life in self.lives.items()}  # fmt: skip
        return replace(self, lives=found)

    def part(self, clusters: Clusters, pairs: list[tuple[int, int]]) -> None:
        """Keep apart the lives of one name, and these pairs, save those that analysts joined."""
        for left, right in (*self._lives(), *(([a], [b]) for a, b in pairs)):
            ours, theirs = ({clusters.find(n) for n in side} for side in (left, right))
            if ours.isdisjoint(theirs):
                clusters.keep_apart(f"{TOLD_APART}{left[0]}-{right[0]}", ours, theirs)

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
