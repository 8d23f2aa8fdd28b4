"""Conflicts of one matter over several reports: what pairs of them raise, made one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.records.case import Conflict, Side
from sayso.records.ids import content_id
from sayso.records.spans import Span

# Fields whose values tell what is held: of others ("it is so") only the words tell.
VALUED = frozenset({"quantity", "time", "place", "participants", "purpose", "manner"})
# Passages on one side; more of them tell a reader nothing new.
MANY = 8
_Key = tuple[str, str]


def merged(conflicts: Iterable[Conflict]) -> Iterator[Conflict]:
    """Conflicts in their order, those of one matter as one with all who hold its sides.

    Two are of one matter where they are on one field, their sides give the same values, and they
    have a passage of one side in common: "40 boxes" in two reports against "60" in a third.
    """
    groups: list[list[Conflict]] = []
    where: dict[tuple[_Key, Span], list[int]] = {}
    for one in conflicts:
        marks = list(_marks(one))
        home = next((n for mark in marks for n in where.get(mark, ()) if _alike(groups[n], one)),
                    None)  # fmt: skip
        if home is None:
            home = len(groups)
            groups.append([])
        groups[home].append(one)
        for mark in marks:
            where.setdefault(mark, []).append(home)
    yield from (_one(group) for group in groups)


def _marks(one: Conflict) -> Iterator[tuple[_Key, Span]]:
    if one.field in VALUED and len(one.sides) > 1:
        for side in one.sides:
            for span in side.spans:
                yield (one.field, plain_value(side.value)), span


def _alike(group: list[Conflict], one: Conflict) -> bool:
    first, second = (sorted(plain_value(s.value) for s in c.sides) for c in (group[0], one))
    return first == second and group[0].scope == one.scope


def plain_value(value: str) -> str:
    """The value of a side as it is compared: capitals and blanks say nothing."""
    return " ".join(value.lower().split())


def _one(group: list[Conflict]) -> Conflict:
    first = group[0]
    if len(group) == 1:
        return first
    sides = []
    for side in first.sides:
        same = [
            s for c in group for s in c.sides if plain_value(s.value) == plain_value(side.value)
        ]
        spans = dict.fromkeys(span for s in same for span in s.spans)
        holders = dict.fromkeys(holder for s in same for holder in s.holders)
        sides.append(Side(side.value, tuple(spans)[:MANY], tuple(holders)))
    about = tuple(sorted({id for one in group for id in one.about}))
    id = content_id("x", about, first.field, *((s.value, s.spans) for s in sides))
    return Conflict(id, first.scope, about, first.field, tuple(sides), first.reason, first.severity)
