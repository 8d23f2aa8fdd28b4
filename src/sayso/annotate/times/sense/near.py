"""What is named by its relation to the report or the story: last month, the next Tuesday."""

from __future__ import annotations

from sayso.annotate.times.calendars.gregorian import (
    Period,
    civil,
    containing,
    month_length,
    weekday,
)
from sayso.annotate.times.calendars.writing import between, edtf, timex
from sayso.annotate.times.expressions import AUTO, STORY, Deictic, Expression, Fields
from sayso.annotate.times.sense.fields import in_year
from sayso.annotate.times.sense.settling import Placed, unplaced
from sayso.annotate.times.sense.story import Story


def deictic(what: Deictic, story: Story) -> tuple[Period | None, str | None]:
    base, anchor = story.base(what.base)
    told = story.fine
    # "Said Friday" is told by the report, whatever years it looks back on.
    former = story.profile.history and not story.saying
    if former and what.named and what.unit == "day" and told and told.unit == "day":
        return _weekday_told(what.named, told), edtf(told)
    if what.unit == "quarter" and what.base == STORY and what.shift and what.shift != -4:
        return _quarter_beside(what, story)
    if base is None:
        return None, None
    if what.named and what.unit == "month":
        return _day_of(containing("month", base.first).shift(what.shift), what.named), anchor
    if what.named:
        return _named(what, what.named, base, story), anchor
    if what.shift == -4 and what.unit == "quarter":
        return (story.quarter.shift(-4), anchor) if story.quarter else _year_before(base, anchor)
    if what.unit == "quarter" and what.shift == 0 and what.base != "report":
        return story.quarter or containing("quarter", base.first).shift(-1), anchor
    if what.unit == "day" and base.unit not in ("day", "weekend"):
        return None, None
    period = containing(what.unit, base.first if what.shift <= 0 else base.last).shift(what.shift)
    is_past = what.unit == "weekend" and what.base == AUTO and story.outlook != "ahead"
    if is_past and period.first > base.first:
        period = period.shift(-1)
    return period, anchor


def _quarter_beside(what: Deictic, story: Story) -> tuple[Period | None, str | None]:
    """ "The previous quarter": beside the last one told, else beside that of the report."""
    if story.quarter:
        return story.quarter.shift(what.shift), edtf(story.quarter)
    if story.report is None:
        return None, None
    return containing("quarter", story.report.first).shift(what.shift), "report date"


def some_day(expression: Expression, story: Story) -> Placed:
    """ "The next day" after a month or year: a day of it, none knows which."""
    base, anchor = story.base(STORY)
    if base is None or base.unit not in ("month", "year"):
        return Placed("TIME" if expression.hour else "DATE", unplaced(expression))
    value = timex(base) + ("-XX" if base.unit == "month" else "-XX-XX") + (expression.hour or "")
    first, last = base.first, base.last
    return Placed("DATE", value, first, last, between(first, last, rough=True), anchor)


def _year_before(base: Period, anchor: str | None) -> tuple[Period, str | None]:
    return containing("year", base.first).shift(-1), anchor


def _named(what: Deictic, named: Fields, base: Period, story: Story) -> Period | None:
    if named.weekday is not None:
        return _weekday(what, named.weekday, base, story)
    this = in_year(named, base.year)
    if what.base != "report" and named.unit == "season" and what.shift:
        return _season_beside(what, named, base)
    if this is None or what.base != "report":
        return in_year(named, base.year + what.shift)
    # This year's is the last, or the next, one.
    if what.shift < 0 and this.first < base.first and this.last < base.first:
        return in_year(named, base.year + what.shift + 1)
    if what.shift > 0 and this.first > base.last:
        return in_year(named, base.year + what.shift - 1)
    return in_year(named, base.year + what.shift)


def _season_beside(what: Deictic, named: Fields, base: Period) -> Period | None:
    """ "The previous spring": the one nearest before what is told, "the following" behind it."""
    years = (base.year + what.shift * step for step in (0, 1))
    near = (season for year in years if (season := in_year(named, year)))
    if what.shift < 0:
        return next((season for season in near if season.last < base.first), None)
    return next((season for season in near if season.first > base.last), None)


def _day_of(month: Period, named: Fields) -> Period | None:
    """ "The 28th of last month"; null where that has no such day."""
    year, number, _ = civil(month.first)
    day = named.day or 0
    longest = month_length(year, number)
    return Period("day", month.first + day - 1) if 0 < day <= longest else None


def _weekday(what: Deictic, day: int, base: Period, story: Story) -> Period | None:
    """The nearest such weekday: behind the report's day, or ahead where the words look ahead."""
    if base.unit != "day":
        return None
    here = base.first
    ahead = (day - weekday(here)) % 7
    if what.unit == "week" and what.shift:
        nearest = (ahead or 7) if what.shift > 0 else ahead - 7
        further = what.shift - (1 if what.shift > 0 else -1)
        return Period("day", here + nearest + 7 * further)
    if what.base == "story" or (what.unit == "week" and what.shift == 0):
        return Period("day", here + ahead)
    looks_ahead = story.outlook == "ahead" and ahead
    return Period("day", here + ahead - (0 if looks_ahead or not ahead else 7))


def _weekday_told(named: Fields, told: Period) -> Period:
    """In a narrative of former days a weekday is one of those days: the one nearest."""
    near = (named.weekday or 0) - weekday(told.first)
    return Period("day", told.first + (near + 3) % 7 - 3)
