"""Days as reports give them: ISO dates with open ends, and their EDTF form."""

from __future__ import annotations

import calendar
import datetime as dt

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
    if earliest[:4] == latest[:4] and earliest[4:] == "-01-01" and latest[4:] == "-12-31":
        return earliest[:4]
    if earliest[:7] == latest[:7] and earliest.endswith("-01") and latest == _month_end(latest):
        return earliest[:7]
    return f"{earliest}/{latest}"


def bounds(text: str | None) -> Interval:
    """First and last day of an EDTF date or interval; null where open or not understood."""
    if not text:
        return None, None
    first, slash, last = text.partition("/")
    if not slash:
        return _first_day(first), _last_day(first)
    return _first_day(first), _last_day(last)


def days(earliest: str, latest: str) -> int:
    """How many days an interval has, both ends counted."""
    return (dt.date.fromisoformat(latest) - dt.date.fromisoformat(earliest)).days + 1


def days_between(first: str | None, last: str | None) -> int:
    """How many days lie from one day to another, negative backwards; far for an open one."""
    if first is None or last is None:
        return 10**6
    return (dt.date.fromisoformat(last) - dt.date.fromisoformat(first)).days


def days_later(day: str, count: int) -> str:
    """The day so many days after an ISO date; the date itself at the end of the calendar."""
    try:
        return (dt.date.fromisoformat(day) + dt.timedelta(days=count)).isoformat()
    except (ValueError, OverflowError):
        return day


def overlap(a: Interval, b: Interval) -> bool:
    """Whether two intervals share a day; an open side reaches for ever."""
    return not ((a[1] and b[0] and a[1] < b[0]) or (b[1] and a[0] and b[1] < a[0]))


def intersection(a: Interval, b: Interval) -> Interval:
    """What two overlapping intervals have in common."""
    first = max((day for day in (a[0], b[0]) if day), default=None)
    last = min((day for day in (a[1], b[1]) if day), default=None)
    return first, last


def _month_end(day: str) -> str:
    year, month = int(day[:4]), int(day[5:7])
    return f"{day[:7]}-{calendar.monthrange(year, month)[1]:02d}"


def _first_day(text: str) -> str | None:
    text = text.rstrip("~?%")
    if text in ("", "..") or not text[:4].isdigit():
        return None
    return (text + "-01-01"[len(text) - 4 :] if len(text) < 10 else text)[:10]


def _last_day(text: str) -> str | None:
    text = text.rstrip("~?%")
    if text in ("", "..") or not text[:4].isdigit():
        return None
    if len(text) == 4:
        return f"{text}-12-31"
    return _month_end(f"{text}-01") if len(text) == 7 else text[:10]
