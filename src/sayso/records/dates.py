"""Days as reports give them: ISO dates with open ends, and their EDTF form."""

from __future__ import annotations

import calendar
import datetime as dt

_TURN = 146_097
# Days before the year 1 that can be ordered: some two million years.
_FAR = 10**9
Interval = tuple[str | None, str | None]


def edtf(earliest: str | None, latest: str | None) -> str | None:
    """The EDTF string of an interval of days, as short as it can be said; null if unknown.

    A whole month is "2020-03", a whole year "2020", an open side "..".
    """
    if earliest is None and latest is None:
        return None
    if earliest is None or latest is None:
        return f"{earliest or '..'}/{latest or '..'}"
    if earliest == latest:
        return earliest
    if earliest[:-6] == latest[:-6] and earliest[-6:] == "-01-01" and latest[-6:] == "-12-31":
        return earliest[:-6]
    if earliest[:-3] == latest[:-3] and earliest.endswith("-01") and latest == _month_end(latest):
        return earliest[:-3]
    return f"{earliest}/{latest}"


def bounds(text: str | None) -> Interval:
    """First and last day of an EDTF date or interval; null where open or not understood."""
    if not text:
        return None, None
    first, slash, last = text.partition("/")
    if not slash:
        return _first_day(first), _last_day(first)
    return _first_day(first), _last_day(last)


def parts(day: str) -> tuple[int, int, int]:
    """Year, month and day of an ISO date; the year is astronomical, 0 being 1 BC."""
    year, month, number_ = day.removeprefix("-").split("-")
    return (-int(year) if day.startswith("-") else int(year)), int(month), int(number_)


def number(day: str) -> int:
    """Days counted so that 1 January of the year 1 is 1; years before it may be given too."""
    year, month, number_ = parts(day)
    # The calendar repeats every 400 years, and the standard library knows none before the year 1.
    turns = (1 - year + 399) // 400 if year < 1 else 0
    return dt.date(year + 400 * turns, month, number_).toordinal() - _TURN * turns


def order(day: str) -> str:
    """A key that sorts ISO dates in time; as text, years before the common era run backwards."""
    return f"-{number(day) + _FAR:012d}" if day.startswith("-") else day


def before(one: str, other: str) -> bool:
    """Whether one ISO date lies before another."""
    return order(one) < order(other)


def days(earliest: str, latest: str) -> int:
    """How many days an interval has, both ends counted."""
    return number(latest) - number(earliest) + 1


def days_between(first: str | None, last: str | None) -> int:
    """How many days lie from one day to another, negative backwards; far for an open one."""
    if first is None or last is None:
        return 10**6
    return number(last) - number(first)


def days_later(day: str, count: int) -> str:
    """The day so many days after an ISO date; the date itself at the end of the calendar."""
    try:
        return (dt.date.fromisoformat(day) + dt.timedelta(days=count)).isoformat()
    except (ValueError, OverflowError):
        return day


def overlap(a: Interval, b: Interval) -> bool:
    """Whether two intervals share a day; an open side reaches for ever."""
    apart = a[1] and b[0] and before(a[1], b[0])
    return not (apart or (b[1] and a[0] and before(b[1], a[0])))


def intersection(a: Interval, b: Interval) -> Interval:
    """What two overlapping intervals have in common."""
    first = max((day for day in (a[0], b[0]) if day), default=None, key=order)
    last = min((day for day in (a[1], b[1]) if day), default=None, key=order)
    return first, last


def _month_end(day: str) -> str:
    year, month, _ = parts(day)
    return f"{day[:-3]}-{calendar.monthrange(2000 + year % 400, month)[1]:02d}"


def _first_day(text: str) -> str | None:
    sign, day = _signed(text)
    if day is None:
        return None
    return sign + (day + "-01-01"[len(day) - 4 :] if len(day) < 10 else day)[:10]


def _last_day(text: str) -> str | None:
    sign, day = _signed(text)
    if day is None:
        return None
    if len(day) == 4:
        return f"{sign}{day}-12-31"
    return sign + (_month_end(f"{day}-01") if len(day) == 7 else day[:10])


def _signed(text: str) -> tuple[str, str | None]:
    """The sign of the year, and the date without it; null where it is open or no date."""
    text = text.rstrip("~?%")
    sign = "-" if text.startswith("-") else ""
    text = text.removeprefix("-")
    return sign, text if text[:4].isdigit() else None
