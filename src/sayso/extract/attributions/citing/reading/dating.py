"""When a cited report came out, as its citation or its web address says."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence

from sayso.extract.attributions.citing.reading.outlets import Outlets
from sayso.extract.attributions.finders.quotations import Bounds
from sayso.records.dates import MONTHS, days, edtf
from sayso.records.dates import bounds as days_of
from sayso.records.marks import Time

_YEAR = re.compile(r"(?<![\w/-])(1[5-9]\d\d|20\d\d)[a-z]?(?![\w/-])")
_IN_NAMES = frozenset({"Today", "Tomorrow"})
_SEASON = re.compile(r"\d{4}-2[1-4]")
_MONTHS = tuple(month[:3].lower() for month in MONTHS)
_IN_ADDRESS = re.compile(
    rf"[/_-]((?:19|20)\d\d)[/_-]?(\d\d|{'|'.join(_MONTHS)})(?:[/_-]?(\d\d))?(?!\d)"
)
# "2018 and 2019", "May 3 and May 5, 2020": two dates of one report, or of two numbers of it.
_JOIN = re.compile(r"\s*(?:,|and|&|[-–—])\s*(?:and\s+)?")
# What has a number for its name: "Bulletin 19", "Report No. 14".
_COUNTED = re.compile(r"(?:[A-Z]\w+|\b[Nn]os?\.)\s*\Z")
_ACCESS_GAP = 25
_MONTH_LONG = len("2020-07")
_MOST_DAYS = 366


def dates_in(outlets: Outlets, bounds: Bounds) -> list[Time]:
    """The dates in these bounds, without those on which somebody only looked at a page."""
    times = [t for t in outlets.scene.times_in(bounds) if t.edtf and t.type == "DATE"]
    return [
        t for t in times if not _is_season(t) and not _is_access(outlets, bounds[0], t.span.start)
    ]


def _is_season(time: Time) -> bool:
    """ "The Winter Strike, 1978", "Punjab Today": a season without a year is a word of a title."""
    if time.span.quote in _IN_NAMES:
        return True
    return not any(letter.isdigit() for letter in time.span.quote) and bool(
        _SEASON.fullmatch(time.edtf or "")
    )


def is_exact(published: str | None) -> bool:
    """Whether a date tells the month, or the day."""
    return published is not None and bool(re.match(r"\d{4}-\d\d", published))


def published(text: str, times: Sequence[Time]) -> str | None:
    """One EDTF date for the dates of one report: the first, or all from it to one joined to it.

    Nothing where the two lie years apart, as the days of somebody's life do.
    """
    exact = [time for time in times if is_exact(time.edtf)]
    first, *rest = exact or times or (None,)
    if first is None:
        return None
    if not rest and first.edtf and first.edtf.startswith("{"):
        return _listed(text, first)
    if not rest or not _JOIN.fullmatch(text, first.span.end, rest[0].span.start):
        return first.edtf
    begin, end = days_of(first.edtf)[0], days_of(rest[0].edtf)[1]
    if not begin or not end or begin >= end:
        return first.edtf
    if not exact:
        return f"{begin[:4]}/{end[:4]}"
    return edtf(begin, end) if days(begin, end) <= _MOST_DAYS else None


def _listed(text: str, time: Time) -> str | None:
    """Days in a row; the last alone where the first is another's: "Bulletin 19, 25 May"."""
    counts = _COUNTED.search(text, max(0, time.span.start - _ACCESS_GAP), time.span.start)
    alone = counts is not None and time.span.quote[:1].isdigit()
    return (time.edtf or "").strip("{}").split(",")[-1] if alone else time.edtf


def year_in(text: str, bounds: Bounds) -> str | None:
    """The last year that stands by itself in these bounds, as in "(Oslo, 2015)"."""
    years = _YEAR.findall(text, *bounds)
    return years[-1] if years else None


def date_of_address(address: str) -> str | None:
    """The day or month in a web address: /2020/07/19/, /2020/jul/19, -20200719."""
    found = _IN_ADDRESS.search(address.lower())
    if found is None:
        return None
    year, month, day = found.groups()
    number = _MONTHS.index(month) + 1 if month in _MONTHS else int(month)
    if not 1 <= number <= len(_MONTHS):
        return None
    whole = f"{year}-{number:02d}"
    is_day = day and 1 <= int(day) <= calendar.monthrange(int(year), number)[1]
    return f"{whole}-{day}" if is_day else whole


def _is_access(outlets: Outlets, start: int, place: int) -> bool:
    before = outlets.text[max(start, place - _ACCESS_GAP) : place].lower()
    return any(word in before for word in outlets.pack.list("access_words"))
