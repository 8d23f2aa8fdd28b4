"""From the fields of a date to its period; a missing year comes from the text around it."""

from __future__ import annotations

from dataclasses import replace

from sayso.annotate.times.calendars.feasts import feast
from sayso.annotate.times.calendars.gregorian import (
    Period,
    civil,
    containing,
    day_number,
    month_length,
    nth_weekday,
    weekday,
)
from sayso.annotate.times.calendars.writing import edtf
from sayso.annotate.times.expressions import Fields
from sayso.annotate.times.sense.story import Story

# A month that falls by so many tells that a new year has begun.
_ROLL = 8
# Days ahead that a sentence without a verb of the past may look.
_SEASON_DAYS = 100


def period_of(what: Fields, story: Story) -> tuple[Period | None, str | None]:
    """The period that the fields name, and the anchor that gave what was missing."""
    what, anchor = _with_month(what, story)
    if what.year is None or what.short_year:
        if what.year is not None:
            return in_year(what, _century(what, story)), None
        return _without_year(what, story) if anchor is None else (in_year(what, story.year), anchor)
    return in_year(what, what.year), anchor


def _with_month(what: Fields, story: Story) -> tuple[Fields, str | None]:
    """ "The 13th": month and year of the last date told."""
    if what.unit != "day" or what.month or what.holiday or what.weekday is not None or not what.day:
        return what, None
    base, anchor = story.base("story")
    if base is None or base.unit not in ("day", "month"):
        return what, None
    year, month, _ = civil(base.first)
    return replace(what, year=year, month=month), anchor


def in_year(what: Fields, year: int | None) -> Period | None:
    """The period of fields in this year; None where the calendar has no such day."""
    if year is None:
        return None
    if what.unit in ("year", "decade", "century", "millennium", "fiscal"):
        if what.unit == "fiscal":
            return Period("year", year)
        return containing(what.unit, day_number(year, 1, 1))
    if what.holiday:
        return _holiday(what.holiday, year)
    if what.index is not None:
        per_year = {"quarter": 4, "half": 2, "season": 4}[what.unit]
        return Period(what.unit, year * per_year + what.index)
    if what.month is None:
        return None
    if what.nth is not None:
        day = nth_weekday(year, what.month, what.weekday or 0, what.nth)
        return Period("day", day) if day else None
    if what.day is None:
        return Period("month", year * 12 + what.month - 1)
    longest = month_length(year, what.month)
    if what.day > longest:
        return None
    day = what.day if what.day > 0 else longest
    return Period("day", day_number(year, what.month, day))


def _holiday(name: str, year: int) -> Period | None:
    week = name.endswith(" week")
    day = feast(name.removesuffix(" week"), year)
    return containing("week" if week else "day", day) if day is not None else None


def _century(what: Fields, story: Story) -> int:
    """The full year of "'89" or "the '90s": the one nearest to the years the document is about."""
    short = what.year or 0
    about = story.year or story.profile.middle or (story.report.year if story.report else 1950)
    if story.report and not story.profile.story:
        about = story.report.year - 30
    return min(
        (about // 100 * 100 + short + step for step in (-100, 0, 100)), key=lambda y: abs(y - about)
    )


def _without_year(what: Fields, story: Story) -> tuple[Period | None, str | None]:
    if what.turn is not None:
        base, anchor = story.base(what.base)
        return (in_year(what, base.year + what.turn), anchor) if base else (None, None)
    if _follows_story(story):
        return _in_story(what, story), edtf(story.last) if story.last else str(story.year)
    if story.report is None:
        return None, None
    return _near_report(what, story, story.report), "report date"


def _follows_story(story: Story) -> bool:
    if story.year is None:
        return False
    near = story.profile.present and not story.profile.history
    ahead = story.outlook == "ahead" and story.report is not None and near
    if (story.profile.story and not ahead) or (story.section and story.outlook != "ahead"):
        return True
    # A passage that tells of an earlier year keeps to it, but for what is still to come.
    if story.report is None or story.outlook == "ahead":
        return False
    return story.told_here and story.year < story.report.year - 1


def _in_story(what: Fields, story: Story) -> Period | None:
    year = story.year or 0
    fine = story.fine
    if fine and fine.year == year and (_months(fine) - _month_of(what)) >= _ROLL:
        year += _may_be(in_year(what, year + 1), story)
    return _agreeing(what, in_year(what, year), year)


def _may_be(period: Period | None, story: Story) -> bool:
    """Whether the story can have come to it: what has happened is not behind the report."""
    report = story.report
    return not (period and report and story.outlook != "ahead" and period.first > report.last)


def _months(period: Period) -> int:
    return civil(period.first)[1]


def _month_of(what: Fields) -> int:
    """The month that the fields begin in; 12 where they tell none."""
    if what.index is not None and what.unit == "season":
        return what.index * 3 + 3
    return what.month or 12


def _agreeing(what: Fields, period: Period | None, year: int) -> Period | None:
    """The nearest year, earlier ones first, in which the date falls on the weekday named."""
    if what.weekday is None or what.nth is not None or period is None:
        return period
    for step in (0, -1, 1, -2, -3, -4):
        candidate = in_year(what, year + step)
        if candidate and weekday(candidate.first) == what.weekday:
            return candidate
    return period


def _near_report(what: Fields, story: Story, report: Period) -> Period | None:
    """The last such date before the report, or the next one where the verb looks ahead."""
    year = report.year
    month = story.profile.conventions.fiscal_month
    if what.fiscal and month > 1:
        return _fiscal_before(what, report, month)
    period = in_year(what, year)
    if period is None:
        return in_year(what, year - 1)
    if story.outlook == "ahead":
        year += period.last < report.first - _SEASON_DAYS
    elif period.first - report.last > (0 if story.outlook == "past" else _SEASON_DAYS):
        year -= 1
    return _agreeing(what, in_year(what, year), year)


def _fiscal_before(what: Fields, report: Period, month: int) -> Period | None:
    """The last such quarter or half, in years that begin with this month, to have begun.

    It bears the year in which it lies.
    """
    found = in_year(what, report.year)
    if found is None or fiscal_start(found, month) <= report.last:
        return found
    return in_year(what, report.year - 1)


def fiscal_start(period: Period, month: int) -> int:
    """The first day of a quarter or half of a year that begins with this month."""
    into = civil(period.first)[1] - 1
    return day_number(period.year, (month - 1 + into) % 12 + 1, 1)
