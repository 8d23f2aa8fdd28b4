"""Matters: what two reports, or two places of one, say of the same thing, side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from sayso.analysis.statements.likeness import Likeness
from sayso.analysis.statements.relations import Relation, nearly, relation, unlike
from sayso.analysis.statements.statement import Statement

# Statements on one side of a matter; more of them tell a reader nothing new.
_MOST = 5
_COMMON = 40
# In statements: a report of one event, and not a study of a whole subject.
_SHORT = 60
# Of the links between two reports the closest are kept.
_LINKS = 500


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
            if not any(one.span.touches(other.span) for other in side):
                side.append(one)
        self.links.append(link)


def across(
    left: Sequence[Statement], right: Sequence[Statement], *, close: bool = False
) -> Iterator[Link]:
    """How the statements of two reports that are on one matter stand to each other; in short
    reports that are close less in common is enough."""
    close = close and max(len(left), len(right)) <= _SHORT
    measure = Likeness([*left, *right])
    index: dict[str, list[int]] = {}
    for place, one in enumerate(right):
        for feature in one.features:
            index.setdefault(feature, []).append(place)
    # What half of a report speaks of brings no two statements together by itself.
    common = max(_COMMON, len(right) // 4)
    mains = _mains((*left, *right))
    for one in left:
        lists = (index.get(feature, ()) for feature in one.features)
        met = {place for places in lists if len(places) <= common for place in places}
        for place in sorted(met):
            other = right[place]
            likeness = measure.of(one, other)
            said = relation(one, other, likeness) if likeness else unlike(one, other)
            said = said or (nearly(one, other) if close else None)
            if said is None or _is_copy(one, other):
                continue
            if not said.agree or not (_turned(one, mains) or _turned(other, mains)):
                yield Link(likeness, said, one, other)


def _is_copy(one: Statement, other: Statement) -> bool:
    """Whether one says what the other says word for word, or a part of it: none denies it."""
    if one.denied != other.denied:
        return False
    first, second = (" ".join(s.span.quote.split()) for s in (one, other))
    return first in second or second in first


def _mains(statements: Iterable[Statement]) -> dict[object, set[int]]:
    """Which ways the main clauses of each sentence go."""
    found: dict[object, set[int]] = {}
    for one in statements:
        if not one.part and one.way:
            found.setdefault((one.span.document, one.sentence), set()).add(one.way)
    return found


def _turned(one: Statement, mains: dict[object, set[int]]) -> bool:
    """Whether a part of a sentence goes against the sentence: then it does not speak for it."""
    ways = mains.get((one.span.document, one.sentence), set())
    return one.part and bool(ways) and all((way > 0) != (one.way > 0) for way in ways)


def grouped(links: Iterable[Link]) -> list[Matter]:
    """Links by the statements they share, each statement in one matter of a kind."""
    ordered = sorted(
        links,
        key=lambda k: (-k.likeness, k.left.span.start, k.right.span.start, k.left.span.end),
    )[:_LINKS]
    made: list[tuple[tuple[bool, str], Matter]] = []
    for link in ordered:
        kind = (link.relation.agree, link.relation.field)
        homes = [m for k, m in made if k == kind and _shares(m, link)]
        home = next((m for m in homes if _is_on(m, link)), None)
        if home is None and not any(_holds(m, link.left) and _holds(m, link.right) for m in homes):
            home = Matter()
            made.append((kind, home))
        if home is not None and _room(home):
            home.take(link)
    return [matter for _, matter in made]


def _is_on(matter: Matter, link: Link) -> bool:
    """Whether two links are on one thing: what the closest pair has in common, most of it."""
    if not matter.links:
        return True
    first, own = _common(matter.links[0]), _common(link)
    return 2 * len(first & own) >= min(len(first), len(own))


def _common(link: Link) -> frozenset[str]:
    return link.left.features & link.right.features


def _shares(matter: Matter, link: Link) -> bool:
    return _holds(matter, link.left) or _holds(matter, link.right)


def _holds(matter: Matter, one: Statement) -> bool:
    """Whether a statement is one of a matter's, or a part of one."""
    return any(one.span.touches(other.span) for other in (*matter.left, *matter.right))


def _room(matter: Matter) -> bool:
    return len(matter.left) < _MOST and len(matter.right) < _MOST
