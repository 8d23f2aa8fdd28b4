"""Rules for dates of the Hijri and Solar Hijri calendars."""

from __future__ import annotations

from dataclasses import replace

from sayso.annotate.times.expressions import Expression, Foreign
from sayso.annotate.times.grammar.dates import PART, one
from sayso.annotate.times.grammar.notation import Hit, Rule

# From here on a year beside a month of another calendar can only be the common era's.
_COMMON_ERA = 1700


def _foreign(hit: Hit) -> tuple[Expression, ...]:
    token = hit.token("month")
    calendar, month = str(token.value).split() if token else ("hijri", "0")
    year, day = hit.value("year"), hit.value("day")
    if day is not None and not 1 <= day <= (30 if calendar == "hijri" else 31):
        return ()
    common = year is not None and year >= _COMMON_ERA
    if hit.has("end"):
        day = {"first": 1, "last": -1, "final": -1}[hit.word("end")]
    elif common and day is not None:
        return ()
    what = Foreign(calendar, year, int(month) or None, day, common, doubtful=hit.has("lone"))
    return one(hit, f"{calendar} date", what)


def _share(hit: Hit) -> tuple[Expression, ...]:
    """ "The second week of Ramadan"."""
    nth = hit.value("nth") or -1
    share = "half" if "half" in hit.kinds("share") else "week"
    if nth > (2 if share == "half" else 4):
        return ()
    return tuple(replace(made, part=f"{share} {nth}") for made in _foreign(hit))


def _weekday(hit: Hit) -> tuple[Expression, ...]:
    """ "The last Friday of Ramadan"."""
    return tuple(
        replace(made, what=replace(made.what, day=hit.value("nth") or -1, weekday=weekday))
        for made in _foreign(hit)
        if isinstance(made.what, Foreign) and (weekday := hit.value("weekday")) is not None
    )


def _year(hit: Hit) -> tuple[Expression, ...]:
    calendar = "solar" if hit.word("era").replace(".", "") == "hs" else "hijri"
    return one(hit, f"{calendar} year", Foreign(calendar, hit.value("year")))


_DAY = "the? (?P<day> DAYTH ) of?"
_SURE = "(?P<month> OMONTH )"
_EITHER = "(?P<month> OMONTH | OMONTHQ )"
_YEAR = "(?P<year> YEAR ) (?: AH )?"

OTHERS = (
    Rule("day of another calendar", f"{_DAY} {_EITHER} ,? (?: of )? {_YEAR}", _foreign),
    Rule("day of another calendar", f"{_EITHER} (?P<day> DAYTH ) , {_YEAR}", _foreign),
    Rule("day of another calendar", f"{_DAY} {_SURE}", _foreign),
    Rule("month of another calendar", f"{PART}? {_EITHER} ,? (?: of | in )? {_YEAR}", _foreign),
    Rule("month of another calendar", f"{PART}? {_SURE}", _foreign),
    Rule(
        "first day of a month of another calendar",
        f"the (?P<end> first | last | final ) day of {_EITHER} (?: ,? {_YEAR} )?",
        _foreign,
    ),
    Rule(
        "part of a month of another calendar",
        "the? (?P<nth> ORDW | last | final | latter ) (?P<share> half | week ) (?: of | in )"
        f" {_EITHER} (?: ,? {_YEAR} )?",
        _share,
    ),
    Rule(
        "weekday of a month of another calendar",
        "the (?P<nth> ORDW | ORD | last | final ) (?P<weekday> WEEKDAY ) (?: of | in | during )"
        f" {_EITHER} (?: ,? {_YEAR} )?",
        _weekday,
    ),
    Rule(
        "doubtful month of another calendar",
        f"(?: {_DAY} | (?<= [in of since until by during from to] ) ) (?P<lone> {_EITHER} )",
        _foreign,
    ),
    Rule("year of the Hijra", "(?: the year )? (?P<year> YEAR | NUM ) (?P<era> AH )", _year),
    Rule("year of the Hijra", "(?P<era> AH ) (?P<year> YEAR | NUM )", _year),
)
