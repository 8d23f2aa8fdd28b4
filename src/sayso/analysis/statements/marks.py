"""The marks of a report by their place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import Generic, Protocol, TypeVar

from sayso.records.spans import Span
from sayso.records.statements import Attribution

# Of what begins before a clause, so many are looked at for one that reaches into it.
_BACK = 12


class Spanned(Protocol):
    """What stands somewhere in a report."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        ...


Marked = TypeVar("Marked", bound=Spanned)


class Marks(Generic[Marked]):
    """Marks of a report by their place."""

    def __init__(self, marks: Iterable[Marked]) -> None:
        self.all = sorted(marks, key=lambda m: (m.span.start, m.span.end))
        self._starts = [m.span.start for m in self.all]

    def within(self, start: int, end: int) -> list[Marked]:
        """Those that lie in a stretch whole."""
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [m for m in self.all[low:high] if m.span.end <= end]

    def over(self, start: int, end: int) -> list[Marked]:
        """Those that touch a stretch, as far as they begin a little before it at most."""
        low, high = bisect_right(self._starts, start), bisect_left(self._starts, end)
        return [m for m in self.all[max(0, low - _BACK) : high] if m.span.end > start]


class Said:
    """An attribution by the place of its content."""

    def __init__(self, attribution: Attribution) -> None:
        self.attribution = attribution
        self.span = attribution.content
