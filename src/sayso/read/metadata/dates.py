"""Dates of publication as reports print them → EDTF; a date that may mean two days is none."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from sayso.records.dates import MONTHS

_MONTHS = {
    name: number
    for number, month in enumerate(map(str.lower, MONTHS), start=1)
    for name in (month, month[:3])
} | {"sept": 9}
_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\b\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
# "12 March, 1600 local time" tells an hour.
_YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)\b(?!\s*(?:hours|hrs|local|GMT|UTC|Z)\b)"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_FORMS = tuple(
    re.compile(rf"\b{_WEEKDAY}{form}", re.IGNORECASE)
    for form in (
        rf"{_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)",
        rf"{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}",
        rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}",
        rf"{_MONTH},?\s+{_YEAR}",
        rf"{_YEAR}-(?P<month>\d\d)(?![\d-])",
        rf"(?P<day>\d\d?)\.\s?(?P<month>\d\d?)\.\s?{_YEAR}",
        rf"(?P<either>\d\d?)/(?P<other>\d\d?)/{_YEAR}",
    )
)
_YEAR_ALONE = re.compile(rf"\s*{_YEAR}\s*\Z")


class FoundDate(NamedTuple):
    """A date, as EDTF, and where it stands."""

    edtf: str
    start: int
    end: int


def find_date(text: str) -> FoundDate | None:
    """The first full date (or month with year) in a line."""
    found = []
    for rank, form in enumerate(_FORMS):
        match = form.search(text)
        edtf = match and _edtf(match)
        if match and edtf:
            found.append((match.start(), rank, FoundDate(edtf, *match.span())))
    return min(found)[2] if found else None


def read_date(text: str) -> str | None:
    """The EDTF date of a field that holds a date, with or without a time of day; or null."""
    text = text.strip()
    if _YEAR_ALONE.match(text):
        return text
    if re.match(r"D?:?\d{8}", text):
        digits = re.sub(r"\D", "", text)
        text = f"{digits[:4]}-{digits[4:6]}-{digits[6:8]}"
    found = find_date(text)
    return found.edtf if found and found.start == 0 else None


def _edtf(match: re.Match[str]) -> str | None:
    part = match.groupdict()
    year, month, day = part["year"], part.get("month"), part.get("day")
    if "either" in part:
        month, day = _order(part["either"], part["other"])
    if month is None:
        return None
    number = _MONTHS.get(month.lower()) or int(month)
    try:
        date = dt.date(int(year), number, int(day or 1))
    except ValueError:
        return None
    return date.isoformat() if day else f"{year}-{number:02d}"


def _order(first: str, second: str) -> tuple[str | None, str | None]:
    """Month and day of 3/14 and 14/3; unknown for 3/4, which half the world reads otherwise."""
    if int(first) > 12 or first == second:
        return second, first
    return (first, second) if int(second) > 12 else (None, None)
