"""Three numbers told of one thing: what pairs of reports raise, as one conflict of three sides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso.analysis.statements.gathering.merging import MANY, VALUED, plain_value
from sayso.analysis.wording.names import listed
from sayso.records.case import Conflict, Side
from sayso.records.ids import content_id

_Key = tuple[str, str]
_SEVERITIES = ("contradiction", "tension", "emphasis")


def together(conflicts: Iterable[Conflict]) -> Iterator[Conflict]:
    """Conflicts in their order; those of two sides each of which parts from all the others are one
    with as many sides.

    "40 boxes", "60 boxes" and "90 boxes" of one seizure are raised as three pairs. Where one of
    the pairs is not raised, as two of the values go together, they stay apart.
    """
    known = list(conflicts)
    index: dict[_Key, list[int]] = {}
    for place, one in enumerate(known):
        for side in one.sides if _is_pair(one) else ():
            index.setdefault(_key(one, side), []).append(place)
    groups = {place: [one] for place, one in enumerate(known)}
    homes = dict.fromkeys(range(len(known)), -1)
    for place, one in enumerate(known):
        near = {homes[n] for side in one.sides for n in index.get(_key(one, side), ())} - {-1}
        fits = (n for n in sorted(near) if _part_from_all([*groups[n], one], known, index))
        home = next(fits, place)
        homes[place] = home
        if home != place:
            groups[home] += groups.pop(place)
    yield from map(_one, groups.values())


def _is_pair(one: Conflict) -> bool:
    return one.field in VALUED and len(one.sides) == 2 and one.scope == "across"


def _key(one: Conflict, side: Side) -> _Key:
    return one.field, plain_value(side.value)


def _sides(group: Sequence[Conflict]) -> list[list[Side]]:
    """The sides of conflicts, those of one value with a passage in common as one."""
    found: list[list[Side]] = []
    for side in (side for one in group for side in one.sides):
        home = next((same for same in found if any(_same(side, other) for other in same)), None)
        if home is None:
            found.append([side])
        else:
            home.append(side)
    return found


def _same(one: Side, other: Side) -> bool:
    return plain_value(one.value) == plain_value(other.value) and any(
        a.touches(b) for a in one.spans for b in other.spans
    )


def _part_from_all(
    group: Sequence[Conflict], known: Sequence[Conflict], index: Mapping[_Key, Sequence[int]]
) -> bool:
    """Whether a conflict joins others on a side, and each two of their sides are a conflict."""
    if not all(map(_is_pair, group)):
        return False
    sides = _sides(group)
    values = {plain_value(same[0].value) for same in sides}
    if len(sides) > len(group) + 1 or len(values) < len(sides):
        return False
    return all(
        any(_is_between(known[n], one, other) for n in index.get(_key(group[0], one[0]), ()))
        for place, one in enumerate(sides)
        for other in sides[place + 1 :]
    )


def _is_between(one: Conflict, first: Sequence[Side], second: Sequence[Side]) -> bool:
    left, right = one.sides

    def holds(side: Side, same: Sequence[Side]) -> bool:
        return any(_same(side, other) for other in same)

    return (holds(left, first) and holds(right, second)) or (
        holds(left, second) and holds(right, first)
    )


def _rank(severity: str) -> int:
    return _SEVERITIES.index(severity)


def _one(group: Sequence[Conflict]) -> Conflict:
    first = group[0]
    if len(group) == 1:
        return first
    made = []
    for same in _sides(group):
        spans = dict.fromkeys(span for side in same for span in side.spans)
        holders = dict.fromkeys(holder for side in same for holder in side.holders)
        made.append(Side(same[0].value, tuple(spans)[:MANY], tuple(holders)))
    about = tuple(sorted({id for one in group for id in one.about}))
    severity = min((s for one in group if (s := one.severity)), key=_rank, default=None)
    told = f"{listed(side.value for side in first.sides)}."
    reason = first.reason
    if reason.endswith(told):
        reason = f"{reason.removesuffix(told)}{listed(side.value for side in made)}."
    id = content_id("x", about, first.field, *((s.value, s.spans) for s in made))
    return Conflict(id, first.scope, about, first.field, tuple(made), reason, severity)
