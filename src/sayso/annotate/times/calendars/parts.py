"""Which days the early, middle or late part of a period takes."""

from __future__ import annotations

from sayso.annotate.times.calendars.gregorian import Period, civil, containing, day_number, move
from sayso.annotate.times.conventions import HOUSE, Conventions

THIRD = {"early": 0, "start": 0, "turn": 0, "mid": 1, "middle": 1, "late": 2, "end": 2}
# The last year, counted from its first, of early and of mid in a century.
_CENTURY_PARTS = (33, 66)
# "The turn of" a period reaches so many parts of its length to both sides of its first day.
_TURN = 20
_SHARES = {"half": 2, "third": 3, "quarter": 4, "decade": 10}


def part_days(period: Period, part: str, settled: Conventions = HOUSE) -> tuple[int, int]:
    """First and last day of a part of a period, by the conventions.

    By those of the house months fall into days 1-10, 11-20 and the rest; years into four-month
    thirds, but a year's start and end are its first and last two months; decades into years 0-3,
    4-6 and 7-9; centuries into years 0-33, 34-66 and 67-99; all else into thirds. The turn of a
    period is a twentieth of it before its first day and behind.
    """
    if part.startswith("days "):
        days = int(part.removeprefix("days "))
        start = period.first if days > 0 else period.last + days + 1
        return start, min(start + abs(days) - 1, period.last)
    if part == "turn":
        near = max(1, (period.last - period.first + 1) // _TURN)
        return period.first - near, period.first + near - 1
    if " " in part:
        return _share(period, *part.split())
    third = THIRD[part]
    year = period.year
    if period.unit == "month":
        return _within_month(period, third, settled.month_parts)
    if period.unit == "year":
        edge = settled.edge_months
        months = {"start": (1, edge), "end": (13 - edge, 12)}
        return _months(year, *months.get(part, (third * 4 + 1, third * 4 + 4)))
    if period.unit == "decade":
        return _within_years(year, third, (*settled.decade_parts, 9))
    if period.unit == "century":
        return _within_years(year, third, (*_CENTURY_PARTS, 99))
    if period.unit == "season":
        begins, behind = (move(period.first, number, "month") for number in (third, third + 1))
        return begins, behind - 1
    length = period.last - period.first + 1
    first = period.first + length * third // 3
    return first, period.first + length * (third + 1) // 3 - 1 if length > 2 else period.last


def _within_month(period: Period, third: int, ends: tuple[int, int]) -> tuple[int, int]:
    first = period.first + (0, *ends)[third]
    return first, period.last if third == 2 else period.first + ends[third] - 1


def _within_years(year: int, third: int, ends: tuple[int, ...]) -> tuple[int, int]:
    first = year if third == 0 else year + ends[third - 1] + 1
    return day_number(first, 1, 1), day_number(year + ends[third] + 1, 1, 1) - 1


def _share(period: Period, unit: str, nth: str) -> tuple[int, int]:
    """The nth half or week of a month, or half, third ... of a longer stretch; -1 is the last."""
    if period.unit != "month":
        return _share_of_years(period, _SHARES[unit], int(nth))
    return share_of(period.first, period.last, unit, int(nth))


def share_of(first: int, last: int, unit: str, number: int) -> tuple[int, int]:
    """The nth half or week of a month's days; -1 is the last."""
    length = 15 if unit == "half" else 7
    if number < 0 or (unit == "half" and number == 2):
        return (first + 15 if unit == "half" else last - 6), last
    start = first + length * (number - 1)
    return start, start + length - 1


def _share_of_years(period: Period, shares: int, nth: int) -> tuple[int, int]:
    years = civil(period.last)[0] - period.year + 1
    number = shares if nth < 0 else nth
    start, end = (period.year + years * n // shares for n in (number - 1, number))
    return day_number(start, 1, 1), day_number(end, 1, 1) - 1


def _months(year: int, first: int, last: int) -> tuple[int, int]:
    return day_number(year, first, 1), containing("month", day_number(year, last, 1)).last
