"""Agreements of more than two reports: what pairs of them say alike, joined."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.records.case import Agreement, Side
from sayso.records.ids import content_id
from sayso.records.spans import Span

# Reports that are quoted for one thing; more of them tell a reader nothing new.
_SIDES = 12
_PASSAGES = 4


def joined(agreements: Iterable[Agreement]) -> Iterator[Agreement]:
    """Agreements that quote the same words as one, with a side for each report.

    They must name the same thing, in the words of their sides, by half.
    """
    groups: list[list[Agreement]] = []
    where: dict[Span, list[int]] = {}
    for one in agreements:
        homes = {n for side in one.sides for span in side.spans for n in where.get(span, ())}
        home = next((n for n in sorted(homes) if _alike(groups[n][0], one)), None)
        if home is None:
            home = len(groups)
            groups.append([])
        groups[home].append(one)
        for side in one.sides:
            for span in side.spans:
                where.setdefault(span, []).append(home)
    yield from (_merged(group) for group in groups)


def _alike(one: Agreement, other: Agreement) -> bool:
    first, second = (set(a.sides[0].value.replace(",", "").split()) for a in (one, other))
    return 2 * len(first & second) >= min(len(first), len(second))


def _merged(group: list[Agreement]) -> Agreement:
    first = group[0]
    if len(group) == 1:
        return first
    spans: dict[str, dict[Span, None]] = {}
    holders: dict[str, dict[str, None]] = {}
    for one in group:
        for side in one.sides:
            for span in side.spans:
                spans.setdefault(span.document, {})[span] = None
                holders.setdefault(span.document, {}).update(dict.fromkeys(side.holders))
    value = first.sides[0].value
    sides = tuple(
        Side(value, tuple(spans[id])[:_PASSAGES], tuple(holders[id])) for id in list(spans)[:_SIDES]
    )
    about = tuple(sorted({id for one in group for id in one.about}))
    reason = f"{len(sides)} reports say the same of {value}."
    id = content_id("ag", about, *(side.spans for side in sides))
    return Agreement(id, about, first.field, sides, reason)
