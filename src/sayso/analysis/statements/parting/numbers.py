"""Numbers of statements: what they count, and whether two of them can both be right."""

from __future__ import annotations

from sayso.analysis.wording.stems import stem
from sayso.records.marks import Quantity

_ABOUT = 0.1
# They measure, and do not tell of what: shares and sums are told of everything.
_MEASURES = frozenset(
    {"percent", "cent", "points", "share", "dollars", "euros", "pounds", "francs", "yen", "tons",
     "tonnes", "times", "degrees", "kilometres", "kilometers", "miles", "metres", "meters",
     "hectares", "acres"}
)  # fmt: skip


def unit_of(quantity: Quantity) -> str:
    """What a number counts, as a word without its ending; empty where nothing tells."""
    words = (quantity.unit or "").split()
    return stem(words[-1]) if words else ""


def measures(quantity: Quantity) -> bool:
    """Whether a number is of a measure ("46 percent", "$60 billion"), and tells not of what."""
    return "".join((quantity.unit or "").lower().split()[-1:]) in _MEASURES


def disjoint(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers cannot both be right."""

    def bounds(q: Quantity) -> tuple[float, float]:
        low = float("-inf") if q.low is None else q.low
        high = float("inf") if q.high is None else q.high
        room = _ABOUT if q.bound == "about" else 0.0
        return low - abs(low) * room, high + abs(high) * room

    (low, high), (other_low, other_high) = bounds(one), bounds(other)
    return high < other_low or other_high < low
