"""Calendar arithmetic: periods as a unit and a running number, in proleptic Gregorian days.

``datetime`` knows no year before 1, so days are plain integers here: day 1 is Monday,
1 January of the year 1, as in ``date.toordinal``. Years are astronomical: year 0 is 1 BC.
"""

from __future__ import annotations

from typing import NamedTuple

MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
MONTHS_IN = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12}
YEARS_IN = {"decade": 10, "century": 100, "millennium": 1000}
DAYS_IN = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}

# The first year of which Easter was counted by the Gregorian calendar.
_REFORM = 1583


class Period(NamedTuple):
    """One day, week, month ... of the calendar; ``number`` counts such units from the epoch.

    Weeks are ISO weeks. A season is counted from March; winter belongs to the year it begins in.
    Decades and centuries before the common era are numbered -1 (9 to 1 BC, 100 to 1 BC) downwards.
    """

    unit: str
    number: int

    def shift(self, amount: int) -> Period:
        """The period so many units later (earlier, if negative)."""
        return Period(self.unit, self.number + amount)

    @property
    def first(self) -> int:
        """The number of its first day."""
        if self.unit in MONTHS_IN:
            months = self.number * MONTHS_IN[self.unit] + (2 if self.unit == "season" else 0)
            return day_number(months // 12, months % 12 + 1, 1)
        if self.unit in YEARS_IN:
            return day_number(self._years[0], 1, 1)
        if self.unit == "weekend":
            return self.number * 7 + 6
        return self.number * 7 + 1 if self.unit == "week" else self.number

    @property
    def last(self) -> int:
        """The number of its last day."""
        if self.unit in MONTHS_IN:
            return self.shift(1).first - 1
        if self.unit in YEARS_IN:
            return day_number(self._years[1] + 1, 1, 1) - 1
        return self.number * 7 + 7 if self.unit in ("week", "weekend") else self.number

    @property
    def year(self) -> int:
        """The year its first day lies in; for a week, the ISO year."""
        if self.unit == "week":
            return civil(self.first + 3)[0]
        return civil(self.first)[0]

    @property
    def _years(self) -> tuple[int, int]:
        size = YEARS_IN[self.unit]
        if self.number >= 0:
            return max(self.number * size, 1), self.number * size + size - 1
        last_bc = (-self.number - 1) * size
        if size > 10:
            return 1 - (last_bc + size), -last_bc
        return 1 - (last_bc + size - 1), 1 - max(last_bc, 1)


def day_number(year: int, month: int, day: int) -> int:
    """Days up to this date, counted so that 1 January of the year 1 is 1."""
    before = year - 1
    days = before * 365 + before // 4 - before // 100 + before // 400
    leap = 1 if month > 2 and is_leap(year) else 0
    return days + sum(MONTH_DAYS[: month - 1]) + leap + day


def civil(day: int) -> tuple[int, int, int]:
    """Year, month and day of the month of a day number."""
    year = (day * 400) // 146097 + 1
    while day_number(year, 1, 1) > day:
        year -= 1
    while day_number(year + 1, 1, 1) <= day:
        year += 1
    month = 12
    while day_number(year, month, 1) > day:
        month -= 1
    return year, month, day - day_number(year, month, 1) + 1


def is_leap(year: int) -> bool:
    """Whether the year has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """How many days the month has."""
    return 29 if month == 2 and is_leap(year) else MONTH_DAYS[month - 1]


def containing(unit: str, day: int) -> Period:
    """The week, month, year ... in which a day lies."""
    if unit == "day":
        return Period("day", day)
    if unit in DAYS_IN:
        return Period("week" if unit == "fortnight" else unit, (day - 1) // 7)
    year, month, _ = civil(day)
    if unit in YEARS_IN:
        size = YEARS_IN[unit]
        bc = -year if size > 10 else 1 - year
        return Period(unit, year // size if year > 0 else -(bc // size) - 1)
    months = year * 12 + month - 1 - (2 if unit == "season" else 0)
    return Period(unit, months // MONTHS_IN[unit])


def weekday(day: int) -> int:
    """0 for Monday to 6 for Sunday."""
    return (day - 1) % 7


def iso(day: int) -> str:
    """The date as ISO 8601 writes it; years before the common era with a minus sign."""
    year, month, number = civil(day)
    return f"{'-' if year < 0 else ''}{abs(year):04d}-{month:02d}-{number:02d}"


def from_iso(text: str | None) -> Period | None:
    """The day, month or year that an ISO or EDTF date begins with, if it begins with one."""
    fields = (text or "")[:10].split("T")[0].split("-")
    if not fields[0].isdecimal() or len(fields[0]) != 4:
        return None
    numbers = [int(field) for field in fields if field.isdecimal()]
    year, month, day = (*numbers, 1, 1)[:3]
    if not 1 <= month <= 12 or not 1 <= day <= month_length(year, month):
        return None
    unit = ("year", "month", "day")[min(len(numbers), 3) - 1]
    return containing(unit, day_number(year, month, day))


def move(day: int, amount: int, unit: str) -> int:
    """The day so many days, weeks, months or years later; clipped at the end of a short month."""
    if unit in DAYS_IN:
        return day + amount * DAYS_IN[unit]
    year, month, number = civil(day)
    size = MONTHS_IN[unit] if unit in MONTHS_IN else YEARS_IN[unit] * 12
    months = year * 12 + month - 1 + amount * size
    year, month = months // 12, months % 12 + 1
    return day_number(year, month, min(number, month_length(year, month)))


def easter(year: int) -> int:
    """Western Easter Sunday (the anonymous Gregorian computus).

    Before 1583 it is the Julian one, as a day of the Julian calendar: as texts name it.
    """
    if year < _REFORM:
        month, day = _julian_easter(year)
        return day_number(year, month, day)
    golden, century = year % 19, year // 100
    epact = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    moon = epact - (epact // 28) * (1 - (29 // (epact + 1)) * ((21 - golden) // 11))
    sunday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    return day_number(year, 3, 28) + moon - sunday


def orthodox_easter(year: int) -> int:
    """Orthodox Easter Sunday (the Julian computus), as a day of the Gregorian calendar."""
    month, day = _julian_easter(year)
    return day_number(year, month, day) + year // 100 - year // 400 - 2


def _julian_easter(year: int) -> tuple[int, int]:
    moon = (19 * (year % 19) + 15) % 30
    sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    days = moon + sunday + 114
    return days // 31, days % 31 + 1


def nth_weekday(year: int, month: int, day_of_week: int, nth: int) -> int | None:
    """The first, second ... (or, with -1, the last) such weekday of a month."""
    if nth < 0:
        last = day_number(year, month, month_length(year, month))
        return last - (weekday(last) - day_of_week) % 7
    first = day_number(year, month, 1)
    found = first + (day_of_week - weekday(first)) % 7 + 7 * (nth - 1)
    return found if found < first + month_length(year, month) else None
