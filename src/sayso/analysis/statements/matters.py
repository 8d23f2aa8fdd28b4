"""Matters: what two reports, or two places of one, say of the same thing, side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from sayso.analysis.statements.likeness import Likeness
from sayso.analysis.statements.relations import Relation, relation
from sayso.analysis.statements.statement import Statement

# Statements on one side of a matter; more of them tell a reader nothing new.
_MOST = 4


@dataclass(frozen=True, slots=True)
class Link:
    """Two statements and what they are to each other."""

    likeness: float
    relation: Relation
    left: Statement
    right: Statement


@dataclass(slots=True)
class Matter:
    """Links of one kind that have statements in common, the closest first."""

    links: list[Link] = field(default_factory=list)
    left: list[Statement] = field(default_factory=list)
    right: list[Statement] = field(default_factory=list)

    def take(self, link: Link) -> None:
        """Add a link, if there is room for its statements."""
        for side, one in ((self.left, link.left), (self.right, link.right)):
            if not any(_touch(one, other) for other in side):
                side.append(one)
        self.links.append(link)


def across(left: Sequence[Statement], right: Sequence[Statement]) -> Iterator[Link]:
    """How the statements of two reports that are on one matter stand to each other."""
    measure = Likeness([*left, *right])
    index: dict[str, list[int]] = {}
    for place, one in enumerate(right):
        for feature in one.features:
            index.setdefault(feature, []).append(place)
    for one in left:
        met = Counter(place for feature in one.features for place in index.get(feature, ()))
        for place in sorted(place for place, shared in met.items() if shared > 1):
            other = right[place]
            likeness = measure.of(one, other)
            said = relation(one, other, likeness) if likeness else None
            if said is not None and one.span.quote != other.span.quote:
                yield Link(likeness, said, one, other)


def grouped(links: Iterable[Link]) -> list[Matter]:
    """Links by the statements they share, each statement in one matter of a kind."""
    ordered = sorted(
        links,
        key=lambda k: (-k.likeness, k.left.span.start, k.right.span.start, k.left.span.end),
    )
    made: list[tuple[tuple[bool, str], Matter]] = []
    for link in ordered:
        kind = (link.relation.agree, link.relation.field)
        homes = [m for k, m in made if k == kind and _shares(m, link)]
        if not homes:
            matter = Matter()
            matter.take(link)
            made.append((kind, matter))
        elif len(homes) == 1 and _room(homes[0], link):
            homes[0].take(link)
    return [matter for _, matter in made]


def _shares(matter: Matter, link: Link) -> bool:
    return any(_touch(link.left, one) for one in matter.left) or any(
        _touch(link.right, one) for one in matter.right
    )


def _room(matter: Matter, link: Link) -> bool:
    return len(matter.left) < _MOST and len(matter.right) < _MOST


def _touch(one: Statement, other: Statement) -> bool:
    """Whether two statements are of one sentence: one is a part of the other, or its neighbour."""
    return one.span.document == other.span.document and one.sentence == other.sentence
