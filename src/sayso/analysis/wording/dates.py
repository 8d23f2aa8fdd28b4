"""Dates as an editor would write them, and how precise they are."""

from __future__ import annotations

import re
from calendar import month_name, monthrange
from typing import NamedTuple

from sayso.records.dates import parts

UNKNOWN = "date not given"
PRECISIONS = ("day", "month", "year", "interval", "open", "unknown")
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_PART = re.compile(r"^(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}))?(?:-(\d{2}))?([~?%]?)$", re.IGNORECASE)


class Day(NamedTuple):
    """A day; ``year`` is astronomical, so that histories have one too."""

    year: int
    month: int
    day: int


def precision(earliest: str | None, latest: str | None) -> str:
    """How closely two inclusive ISO bounds place something in time: one of PRECISIONS."""
    if earliest is None and latest is None:
        return "unknown"
    if earliest is None or latest is None:
        return "open"
    first, last = _read(earliest), _read(latest)
    if first == last:
        return "day"
    if _is_whole_year(first, last):
        return "year"
    return "month" if _is_whole_months(first, last) and _same_month(first, last) else "interval"


def date_words(earliest: str | None, latest: str | None, edtf: str | None = None) -> str:
    """Two inclusive ISO bounds in words; ``edtf`` only adds "about" where it says so."""
    about = "about " if edtf and re.search(r"[~%]", edtf) else ""
    if earliest is None and latest is None:
        return UNKNOWN
    if earliest is None:
        return _until(_read(str(latest)), about)
    if latest is None:
        return _since(_read(earliest), about)
    return about + _span(_read(earliest), _read(latest))


def edtf_words(edtf: str | None) -> str:
    """An EDTF date in words; a form this module does not know is shown as it is."""
    if not edtf:
        return UNKNOWN
    first, slash, last = edtf.partition("/")
    if not slash:
        return _part(first)
    if last in ("", ".."):
        return f"from {_part(first)}"
    if first in ("", ".."):
        return f"until {_part(last)}"
    ends = (_part(first), _part(last))
    return ("–" if not any(" " in end for end in ends) else " – ").join(ends)


def _part(text: str) -> str:
    match = _PART.match(text)
    if not match:
        return text
    year, month, day, doubt = match.groups()
    about = "about " if doubt in ("~", "%") else "perhaps " if doubt == "?" else ""
    if year[-1] in "xX":
        return f"{about}the {year.upper().replace('X', '0')}s"
    if not month:
        return about + year
    if int(month) in _SEASONS:
        return f"{about}{_SEASONS[int(month)]} {year}"
    if not 1 <= int(month) <= 12:
        return text
    return f"{about}{f'{int(day)} ' if day else ''}{month_name[int(month)]} {year}"


def _span(first: Day, last: Day) -> str:
    if first == last:
        return _day(first)
    if _is_whole_year(first, last):
        return _year(first)
    if first.day == 1 and first.month == 1 and last.month == 12 and last.day == 31:
        return f"{_year(first)}–{_year(last)}"
    if _is_whole_months(first, last):
        return _months(first, last)
    if _same_month(first, last):
        return f"{first.day}–{_day(last)}"
    if first.year == last.year:
        return f"{first.day} {month_name[first.month]} – {_day(last)}"
    return f"{_day(first)} – {_day(last)}"


def _since(day: Day, about: str) -> str:
    if day.day > 1:
        return f"from {about}{_day(day)}"
    return f"from {about}{'' if day.month == 1 else month_name[day.month] + ' '}{_year(day)}"


def _until(day: Day, about: str) -> str:
    if day.day < _length(day):
        return f"by {about}{_day(day)}"
    month = "" if day.month == 12 else f"{month_name[day.month]} "
    return f"by the end of {about}{month}{_year(day)}"


def _months(first: Day, last: Day) -> str:
    end = f"{month_name[last.month]} {_year(last)}"
    if _same_month(first, last):
        return end
    if first.year == last.year:
        return f"{month_name[first.month]}–{end}"
    return f"{month_name[first.month]} {_year(first)} – {end}"


def _read(day: str) -> Day:
    return Day(*parts(day))


def _length(day: Day) -> int:
    return monthrange(2000 + day.year % 400, day.month)[1]


def _year(day: Day) -> str:
    return str(day.year) if day.year > 0 else f"{1 - day.year} BC"


def _day(day: Day) -> str:
    return f"{day.day} {month_name[day.month]} {_year(day)}"


def _same_month(first: Day, last: Day) -> bool:
    return (first.year, first.month) == (last.year, last.month)


def _is_whole_year(first: Day, last: Day) -> bool:
    return (first.year, first.month, first.day) == (last.year, 1, 1) and (
        last.month,
        last.day,
    ) == (12, 31)


def _is_whole_months(first: Day, last: Day) -> bool:
    return first.day == 1 and last.day == _length(last)
