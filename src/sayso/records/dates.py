"""Days as reports give them: ISO dates with open ends, and their EDTF form."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from functools import lru_cache

_TURN = 146_097
_DATE = re.compile(
    r"(?P<sign>-?)(?P<year>\d{4}|\d{3}X|\d\dXX)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?[~?%]?"
    r"(?:T.*)?$"
)
_CALENDAR = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
# Days before the year 1 that can be ordered: some two million years.
_FAR = 10**9
# Few days are told of in one case, and each is compared with many.
NUMBERS_AT_HAND = 16_384
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
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
    """First and last day of an EDTF date, interval or set; null where open or not understood.

    Of level 1 and 2 it reads what sayso writes: seasons (northern), decades and centuries with X,
    approximate and uncertain dates, open intervals, "{...}" and "[...]", years before the year 1.
    """
    if not text:
        return None, None
    if text[0] in "{[":
        members = [_one(member) for member in text[1:-1].split(",")]
        return members[0][0], members[-1][1]
    first, slash, last = text.partition("/")
    if not slash:
        return _one(first)
    return _one(first)[0], _one(last)[1]


def calendar_date(text: str | None) -> str | None:
    """An EDTF date, where it is one day, month or year of our era and no doubt is on it."""
    return text if text and _CALENDAR.fullmatch(text) else None


def parts(day: str) -> tuple[int, int, int]:
    """Year, month and day of an ISO date; the year is astronomical, 0 being 1 BC."""
    year, month, of_month = day.removeprefix("-").split("-")
    return (-int(year) if day.startswith("-") else int(year)), int(month), int(of_month)


@lru_cache(maxsize=NUMBERS_AT_HAND)
def number(day: str) -> int:
    """Days counted so that 1 January of the year 1 is 1; years before it may be given too."""
    year, month, of_month = parts(day)
    # The calendar repeats every 400 years, and the standard library knows none before the year 1.
    turns = (1 - year + 399) // 400 if year < 1 else 0
    return dt.date(year + 400 * turns, month, of_month).toordinal() - _TURN * turns


def order(day: str) -> str:
    """A key that sorts ISO dates in time; as text, years before the common era run backwards.

    What is no date is its own key.
    """
    if not day.startswith("-"):
        return day
    try:
        return f"-{number(day) + _FAR:012d}"
    except (ValueError, OverflowError):
        return day


def date_of_key(key: str) -> str:
    """The ISO date of which this is the key; a key that is no date's is given back."""
    if not re.fullmatch(r"-\d{12}", key):
        return key
    return day_at(int(key[1:]) - _FAR)


def day_at(place: int) -> str:
    """The ISO date of a day's number: ``number`` turned round."""
    turns = (_TURN - place) // _TURN if place < 1 else 0
    day = dt.date.fromordinal(place + turns * _TURN)
    return f"{written(day.year - 400 * turns)}-{day.month:02d}-{day.day:02d}"


def written(year: int) -> str:
    """A year as ISO dates write it: "-0043", "0800"."""
    return f"{'-' if year < 0 else ''}{abs(year):04d}"


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


def _one(text: str) -> Interval:
    """First and last day of a single EDTF date."""
    found = _DATE.match(text.strip())
    if found is None:
        return None, None
    sign, year, month, day = found["sign"], found["year"], found["month"], found["day"]
    if "X" in year:
        return f"{sign}{year.replace('X', '0')}-01-01", f"{sign}{year.replace('X', '9')}-12-31"
    if month is None:
        return f"{sign}{year}-01-01", f"{sign}{year}-12-31"
    if 21 <= int(month) <= 24 and day is None:
        return _season(f"{sign}{year}", int(month) - 21)
    if not 1 <= int(month) <= 12:
        return None, None
    whole = f"{sign}{year}-{month}"
    end = _month_end(f"{whole}-01")
    if day is None:
        return f"{whole}-01", end
    return (f"{whole}-{day}",) * 2 if 1 <= int(day) <= int(end[-2:]) else (None, None)


def _season(year: str, index: int) -> Interval:
    """Spring, summer, autumn or winter; winter ends in February of the next year."""
    first = 3 * index + 3
    if index < 3:
        return f"{year}-{first:02d}-01", _month_end(f"{year}-{first + 2:02d}-01")
    return f"{year}-12-01", _month_end(f"{written(int(year) + 1)}-02-01")
