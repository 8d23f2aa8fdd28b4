"""Dates as an editor would write them, and how precise they are."""

from __future__ import annotations

import re
from calendar import month_name, monthrange
from datetime import date

UNKNOWN = "date not given"
PRECISIONS = ("day", "month", "year", "interval", "open", "unknown")
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_PART = re.compile(r"^(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}))?(?:-(\d{2}))?([~?%]?)$", re.IGNORECASE)


def precision(earliest: str | None, latest: str | None) -> str:
    """How closely two inclusive ISO bounds place something in time: one of PRECISIONS."""
    if earliest is None and latest is None:
        return "unknown"
    if earliest is None or latest is None:
        return "open"
    first, last = date.fromisoformat(earliest), date.fromisoformat(latest)
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
        return _until(date.fromisoformat(str(latest)), about)
    if latest is None:
        return _since(date.fromisoformat(earliest), about)
    return about + _span(date.fromisoformat(earliest), date.fromisoformat(latest))


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


def _span(first: date, last: date) -> str:
    if first == last:
        return _day(first)
    if _is_whole_year(first, last):
        return str(first.year)
    if first.day == 1 and first.month == 1 and last.month == 12 and last.day == 31:
        return f"{first.year}–{last.year}"
    if _is_whole_months(first, last):
        return _months(first, last)
    if _same_month(first, last):
        return f"{first.day}–{_day(last)}"
    if first.year == last.year:
        return f"{first.day} {month_name[first.month]} – {_day(last)}"
    return f"{_day(first)} – {_day(last)}"


def _since(day: date, about: str) -> str:
    if day.day > 1:
        return f"from {about}{_day(day)}"
    return f"from {about}{'' if day.month == 1 else month_name[day.month] + ' '}{day.year}"


def _until(day: date, about: str) -> str:
    if day.day < monthrange(day.year, day.month)[1]:
        return f"by {about}{_day(day)}"
    month = "" if day.month == 12 else f"{month_name[day.month]} "
    return f"by the end of {about}{month}{day.year}"


def _months(first: date, last: date) -> str:
    end = f"{month_name[last.month]} {last.year}"
    if _same_month(first, last):
        return end
    if first.year == last.year:
        return f"{month_name[first.month]}–{end}"
    return f"{month_name[first.month]} {first.year} – {end}"


def _day(day: date) -> str:
    return f"{day.day} {month_name[day.month]} {day.year}"


def _same_month(first: date, last: date) -> bool:
    return (first.year, first.month) == (last.year, last.month)


def _is_whole_year(first: date, last: date) -> bool:
    return (first.year, first.month, first.day) == (last.year, 1, 1) and (
        last.month,
        last.day,
    ) == (12, 31)


def _is_whole_months(first: date, last: date) -> bool:
    return first.day == 1 and last.day == monthrange(last.year, last.month)[1]
