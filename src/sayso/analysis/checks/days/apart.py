"""Several days within a space of time: "three times within a year", "twice in a fortnight"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sayso.analysis.checks.days.lengths import lengths
from sayso.analysis.checks.reckoning.measure import LENGTH, length_of
from sayso.records.dates import Interval, before

_IN = re.compile(
    rf"\s(?:in|within)\s(?:the\sspace\sof\s|less\sthan\s|only\s|just\s)?{LENGTH}", re.I
)
_PARTS = {"fortnight": (2.0, "week"), "quarter": (3.0, "month")}
TOO_FAR = "they lie further apart than is said"
NOT_SURE = "whether they lie so close together cannot be seen from their dates"


def in_space(text: str, offset: int, days: Iterable[Interval]) -> str | None:
    """The verdict on the space of time told right behind an offset of a sentence; null where none
    is told there."""
    found = _IN.match(text, offset)
    length = length_of(found) if found else None
    told = [one for one in days if one[0] and one[1]]
    if length is None or not told:
        return None
    factor, unit = _PARTS.get(length.unit, (1.0, length.unit))
    first, last = told[0], told[0]
    for one in told:
        first = one if before(one[0] or "", first[0] or "") else first
        last = one if before(last[1] or "", one[1] or "") else last
    low, high = lengths((first, last), unit)
    count = factor * length.count
    return "holds" if high <= count else "fails" if low > count else "undecided"
