"""What a reader settles beforehand: how large "early" is, which figure is the day, and the like."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sayso.packs.conventions import Convention, read_convention


@dataclass(frozen=True, slots=True)
class Conventions:
    """The house's conventions, where no pack says otherwise.

    ``day_first`` tells the order of 3/4/2020 where the text does not (null: both are kept);
    ``fiscal_month`` begins a fiscal year; ``weekend`` is the first of its two days, 0 for Monday;
    ``month_parts`` and ``decade_parts`` are the last day or year of early and of mid;
    ``edge_months`` make the beginning or end of a year; ``recent`` units are recent.
    """

    day_first: bool | None = None
    fiscal_month: int = 1
    weekend: int = 5
    southern: bool = False
    month_parts: tuple[int, int] = (10, 20)
    decade_parts: tuple[int, int] = (3, 6)
    edge_months: int = 2
    recent: int = 6


HOUSE = Conventions()
# The keys of a pack's times.yaml, and what each sets.
_SET: dict[str, tuple[str, Callable[[Any], object]]] = {
    "figures": ("day_first", lambda value: value == "day"),
    "fiscal year": ("fiscal_month", int),
    "weekend": ("weekend", lambda days: days[0]),
    "seasons": ("southern", lambda value: value == "southern"),
    "month parts": ("month_parts", tuple),
    "decade parts": ("decade_parts", tuple),
    "year edges": ("edge_months", int),
    "recent": ("recent", int),
}


def conventions_of(settled: Mapping[str, Convention]) -> Conventions:
    """The conventions of a pack's times.yaml over those of the house."""
    changed: dict[str, Any] = {}
    for name, convention in settled.items():
        field, make = _SET[name]
        changed[field] = make(read_convention(name, convention.value))
    return Conventions(**changed)
