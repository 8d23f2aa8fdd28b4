"""Dates of the Hijri and Solar Hijri calendars, as days of the Gregorian."""

from __future__ import annotations

from sayso.annotate.times.calendars.gregorian import Period, civil, day_number, weekday
from sayso.annotate.times.calendars.others import HIJRI, month_of, year_at, year_of
from sayso.annotate.times.calendars.parts import THIRD, share_of
from sayso.annotate.times.calendars.writing import between, edtf, timex
from sayso.annotate.times.expressions import Expression, Foreign
from sayso.annotate.times.sense.settling import Placed, bounded
from sayso.annotate.times.sense.story import Story

_NOWHERE = Placed("DATE", "XXXX-XX-XX")


def foreign(what: Foreign, expression: Expression, story: Story) -> Placed:
    """The days of the date; those of the moon's calendar are rough, for they hang on its sight."""
    year, anchor = what.year, None
    if year is None:
        year, anchor = _year_near(what, story)
    elif what.common:
        year = _year_in(what, year)
    days = _days(what, year) if year is not None else None
    if days is None:
        return _NOWHERE
    first, last = _part(*days, expression.part)
    rough = what.calendar == HIJRI or expression.part is not None
    period = Period("day", first) if first == last else None
    text = edtf(period) + ("~" if rough else "") if period else between(first, last, rough=rough)
    placed = Placed("DATE", _value(first, last), first, last, text, anchor, period)
    return bounded(placed, expression.edge, story) if expression.edge else placed


def _days(what: Foreign, year: int) -> tuple[int, int] | None:
    if what.month is None:
        return year_of(what.calendar, year)
    bounds = month_of(what.calendar, year, what.month)
    if bounds is None or what.day is None:
        return bounds
    if what.weekday is not None:
        return _nth_weekday(bounds, what.day, what.weekday)
    if what.day < 0:
        return (bounds[1], bounds[1])
    day = bounds[0] + what.day - 1
    return (day, day) if day <= bounds[1] else None


def _nth_weekday(bounds: tuple[int, int], nth: int, day: int) -> tuple[int, int] | None:
    """The first, second ... of these weekdays of a month, or (-1) the last."""
    first = bounds[0] + (day - weekday(bounds[0])) % 7
    days = range(first, bounds[1] + 1, 7)
    number = nth - 1 if nth > 0 else nth
    return (days[number], days[number]) if -len(days) <= number < len(days) else None


def _part(first: int, last: int, part: str | None) -> tuple[int, int]:
    """The early, middle or late third of the days; a half or a week of them."""
    if part and " " in part:
        share, _, nth = part.partition(" ")
        return share_of(first, last, share, int(nth))
    third = THIRD.get(part or "")
    if third is None or last - first < 3:
        return first, last
    length = last - first + 1
    return first + length * third // 3, first + length * (third + 1) // 3 - 1


def _year_in(what: Foreign, common: int) -> int | None:
    """The year of the calendar whose month begins in this year of the common era."""
    start, end = day_number(common, 1, 1), day_number(common + 1, 1, 1)
    first = year_at(what.calendar, start)
    for year in (first, first + 1):
        days = _days(what, year)
        if days is not None and start <= days[0] < end:
            return year
    return None


def _year_near(what: Foreign, story: Story) -> tuple[int | None, str | None]:
    """The last such date before the report's day, or the next, where the words look ahead."""
    if story.report is None:
        return None, None
    here = story.report.first
    year = year_at(what.calendar, here)
    days = _days(what, year)
    if days is None:
        return None, None
    if story.outlook == "ahead" and days[1] < here:
        year += 1
    elif story.outlook != "ahead" and days[0] > here:
        year -= 1
    return year, "report date"


def _value(first: int, last: int) -> str:
    """TimeML's value; it has none for a month of another calendar, only the year it lies in."""
    if first == last:
        return timex(Period("day", first))
    years = {civil(first)[0], civil(last)[0]}
    return f"{min(years):04d}-XX" if len(years) == 1 and min(years) > 0 else "XXXX-XX"
