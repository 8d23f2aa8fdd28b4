"""How a period is written: as TimeML's value, and as EDTF."""

from __future__ import annotations

from sayso.annotate.times.calendars.gregorian import (
    MONTHS_IN,
    Period,
    civil,
    containing,
    day_number,
    iso,
)

SEASON_CODES = ("SP", "SU", "FA", "WI")
_EDTF_SEASONS = (21, 22, 23, 24)


def _year(year: int, *, before: str = "BC") -> str:
    return f"{before}{1 - year:04d}" if year <= 0 else f"{year:04d}"


def timex(period: Period) -> str:
    """TimeML's value of a period, e.g. 1989-Q3, 1998-W04, 195, BC0480-08."""
    unit = period.unit
    if unit in ("decade", "century", "millennium"):
        digits = {"decade": 3, "century": 2, "millennium": 1}[unit]
        number = period.number
        return f"BC{-number - 1:0{digits}d}" if number < 0 else f"{number:0{digits}d}"
    if unit in ("week", "weekend"):
        week = Period("week", period.number)
        number = (week.first - Period("week", _first_week(week.year)).first) // 7 + 1
        return f"{_year(week.year)}-W{number:02d}{'-WE' if unit == 'weekend' else ''}"
    year, month, day = civil(period.first)
    if unit == "day":
        return f"{_year(year)}-{month:02d}-{day:02d}"
    if unit == "month":
        return f"{_year(year)}-{month:02d}"
    if unit in ("quarter", "half"):
        return f"{_year(year)}-{unit[0].upper()}{(month - 1) // MONTHS_IN[unit] + 1}"
    return f"{_year(year)}-{SEASON_CODES[period.number % 4]}" if unit == "season" else _year(year)


def _first_week(year: int) -> int:
    return containing("week", day_number(year, 1, 4)).number


def edtf(period: Period) -> str:
    """EDTF of a whole period: level 0 or 1, an interval where no single form exists."""
    year, month, _ = civil(period.first)
    signed = f"{'-' if year < 0 else ''}{abs(year):04d}"
    if period.unit == "day":
        return iso(period.first)
    if period.unit == "month":
        return f"{signed}-{month:02d}"
    if period.unit == "year":
        return signed
    if period.unit == "season":
        return f"{signed}-{_EDTF_SEASONS[period.number % 4]}"
    if period.unit in ("decade", "century") and period.number > 0:
        return f"{period.number:0{3 if period.unit == 'decade' else 2}d}".ljust(4, "X")
    return between(period.first, period.last) or ""


def between(first: int | None, last: int | None, *, rough: bool = False) -> str | None:
    """EDTF of an interval of days, written as months or years where it fills them."""
    if first is None and last is None:
        return None
    if first is not None and first == last:
        return iso(first) + ("~" if rough else "")
    ends = _ends(first, last)
    mark = "~" if rough else ""
    start, end = (end + mark if end else ".." for end in ends)
    return f"{start}/{end}"


def _ends(first: int | None, last: int | None) -> tuple[str | None, str | None]:
    """Both ends at the coarsest grain that says the same days."""
    for unit in ("year", "month"):
        opens = first is None or containing(unit, first).first == first
        closes = last is None or containing(unit, last).last == last
        if opens and closes:
            return (
                edtf(containing(unit, first)) if first is not None else None,
                edtf(containing(unit, last)) if last is not None else None,
            )
    return iso(first) if first is not None else None, iso(last) if last is not None else None
