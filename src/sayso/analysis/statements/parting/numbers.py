"""Numbers of statements: what they count, and whether two of them can both be right."""

from __future__ import annotations

from sayso.analysis.wording.stems import stem
from sayso.records.marks import Quantity

_ABOUT = 0.1


def unit_of(quantity: Quantity) -> str:
    """What a number counts, as a word without its ending; empty where nothing tells."""
    words = (quantity.unit or "").split()
    return stem(words[-1]) if words else ""


def disjoint(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers cannot both be right."""

    def bounds(q: Quantity) -> tuple[float, float]:
        low = float("-inf") if q.low is None else q.low
        high = float("inf") if q.high is None else q.high
        room = _ABOUT if q.bound == "about" else 0.0
        return low - abs(low) * room, high + abs(high) * room

    (low, high), (other_low, other_high) = bounds(one), bounds(other)
    return high < other_low or other_high < low
