"""From expressions to placed times, one after the other, as a reader would."""

from __future__ import annotations

from dataclasses import replace

from sayso.annotate.times.calendars.gregorian import DAYS_IN, Period, containing, move, weekday
from sayso.annotate.times.calendars.writing import between, edtf, timex
from sayso.annotate.times.expressions import (
    AUTO,
    EVENT,
    STORY,
    Clock,
    Deictic,
    Expression,
    Fields,
    Foreign,
    Length,
    Offset,
    Pointer,
    Repeat,
    Vague,
)
from sayso.annotate.times.grammar.lengths import duration
from sayso.annotate.times.sense.fields import in_year, period_of
from sayso.annotate.times.sense.foreign import foreign
from sayso.annotate.times.sense.settling import CLIPPED, Placed, bounded, settle, unplaced
from sayso.annotate.times.sense.story import Story

_CLOCK_UNITS = ("second", "minute", "hour")


def placed_at(expression: Expression, story: Story) -> Placed:
    """Where the expression lies on the calendar, given what the text has told so far."""
    what = expression.what
    match what:
        case Length():
            return _length(what, expression, story)
        case Repeat():
            return Placed("SET", what.value)
        case Vague():
            return _vague(what, expression, story)
        case Clock():
            return _clock(what, expression, story)
        case Offset():
            return _offset(what, expression, story)
        case Pointer():
            return Placed("POINTER", "")
        case Foreign():
            return foreign(what, expression, story)
        case _:
            return _date(what, expression, story)


def _date(what: Fields | Deictic, expression: Expression, story: Story) -> Placed:
    if isinstance(what, Fields) and what.figures:
        return _figures(what, what.figures, expression, story)
    if isinstance(what, Fields):
        period, anchor = period_of(what, story)
    else:
        period, anchor = _deictic(what, story)
        if period is None and what.unit == "day" and what.base == STORY:
            return _some_day(expression, story)
    if period is None:
        return Placed("TIME" if expression.hour else "DATE", unplaced(expression))
    return settle(period, expression, anchor, story)


def _figures(
    what: Fields, figures: tuple[int, int], expression: Expression, story: Story
) -> Placed:
    """A date in figures; where the document does not show the order, both readings bound it."""
    day_first, month_first = [figures], [figures[::-1]]
    either = sorted({figures, figures[::-1]})
    known = {True: day_first, False: month_first, None: either}[story.profile.day_first]
    days = [
        period
        for day, month in known
        if month <= 12
        and (period := period_of(replace(what, day=day, month=month, figures=None), story)[0])
    ]
    if len(days) == 1:
        return settle(days[0], expression, None, story)
    if not days:
        return Placed("DATE", "XXXX-XX-XX")
    first, last = min(day.first for day in days), max(day.last for day in days)
    return Placed("DATE", "XXXX-XX-XX", first, last, f"[{','.join(sorted(map(edtf, days)))}]")


def _deictic(what: Deictic, story: Story) -> tuple[Period | None, str | None]:
    base, anchor = story.base(what.base)
    told = story.fine
    if story.profile.history and what.named and what.unit == "day" and told and told.unit == "day":
        return _weekday_told(what.named, told), edtf(told)
    if what.unit == "quarter" and what.base == STORY and what.shift and what.shift != -4:
        return _quarter_beside(what, story)
    if base is None:
        return None, None
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


def _some_day(expression: Expression, story: Story) -> Placed:
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
    if this is None or what.base != "report":
        return in_year(named, base.year + what.shift)
    if what.shift < 0 and this.first < base.first and this.last < base.first:
        return this
    if what.shift > 0 and this.first > base.last:
        return this
    return in_year(named, base.year + what.shift)


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


def _offset(what: Offset, expression: Expression, story: Story) -> Placed:
    if expression.rule == "the eve of":
        return Placed("POINTER", "")
    if what.base == EVENT and what.counted:
        return Placed("TIME" if expression.hour else "DATE", f"XXXX-XX-XX{expression.hour or ''}")
    if what.base == EVENT:
        return Placed("DURATION", duration(what.amount, what.unit))
    base, anchor = story.base(what.base)
    if what.amount is None or base is None:
        return _vague_offset(what, base, anchor, story.report)
    if what.unit in _CLOCK_UNITS:
        return Placed("TIME", timex(base) + "TXX", base.first, base.last, edtf(base), anchor)
    if what.unit == "year" and what.amount == 1 and story.quarter:
        return settle(story.quarter.shift(4 * what.sign), expression, anchor)
    told = story.days if base == story.last and story.days else (base.first, base.last)
    moved = _moved(what, what.amount, base, told, expression, anchor)
    return loosened(moved, expression.mod, what.sign, base, story.report)


def _moved(
    what: Offset,
    amount: float,
    base: Period,
    days: tuple[int, int],
    expression: Expression,
    anchor: str | None,
) -> Placed:
    """The base moved by whole units; the result is as fine as the unit."""
    steps = int(amount * what.sign)
    weeks_told = what.unit in ("week", "fortnight") and what.base == "story"
    if what.counted and base.unit == "day":
        return settle(Period("day", move(base.first, steps, what.unit)), expression, anchor)
    if (what.unit == "day" or weeks_told) and base.unit == "day":
        day = Period("day", move(base.first, steps, what.unit))
        return settle(day, expression, anchor)
    if what.unit == "day" or weeks_told:
        first, last = move(days[0], steps, what.unit), move(days[1], steps, what.unit)
        coarse = base if base.unit in ("month", "year") else containing("year", base.first)
        value = timex(coarse) + ("-XX" if base.unit == "month" else "-XX-XX")
        return Placed("DATE", value, first, last, between(first, last, rough=True), anchor)
    if what.base == "report" and base.unit != "day":
        return _vague_offset(what, base, anchor, None)
    moved = move(base.first, steps, what.unit)
    unit = {"fortnight": "week", "decade": "year", "century": "decade"}.get(what.unit, what.unit)
    return settle(containing(unit, moved), expression, anchor)


def loosened(
    moved: Placed, mod: str | None, sign: int, base: Period, report: Period | None
) -> Placed:
    """ "More than two weeks later" leaves the far side open, "less than" fills the near one."""
    if mod not in ("more", "less", "least", "most") or moved.first is None or moved.last is None:
        return moved
    further = mod in ("more", "least")
    first: int | None = moved.first
    last: int | None = moved.last
    note = moved.note
    if sign > 0 and further:
        clipped = report is not None and report.last >= moved.first
        last, note = (report.last, CLIPPED) if report and clipped else (None, note)
    elif sign > 0:
        first = base.first
    elif further:
        first = None
    else:
        last = base.last
    return replace(moved, first=first, last=last, edtf=between(first, last), note=note)


def _vague_offset(
    what: Offset, base: Period | None, anchor: str | None, report: Period | None
) -> Placed:
    value = "PAST_REF" if what.sign < 0 else "FUTURE_REF"
    if base is None:
        return Placed("DATE", value)
    if what.unit in _CLOCK_UNITS and base.unit == "day":
        return Placed("TIME", timex(base) + "TXX", base.first, base.last, edtf(base), anchor)
    if what.sign < 0:
        return Placed("DATE", value, None, base.last, between(None, base.last), anchor)
    return _opened(
        Placed("DATE", value, anchor=anchor), base.first, None if base == report else report
    )


def _vague(what: Vague, expression: Expression, story: Story) -> Placed:
    told = story.base(STORY)[0]
    if what.then and told is not None:
        value = what.value or timex(told)
        kind = "POINTER" if expression.edge else "DATE"
        then = Placed(kind, value, told.first, told.last, edtf(told), edtf(told))
        return bounded(then, expression.edge, story) if expression.edge else then
    if not what.after or told is None:
        return Placed("DATE", what.value or "PAST_REF")
    return _opened(Placed("DATE", what.value, anchor=edtf(told)), told.first, story.report)


def _opened(placed: Placed, first: int, report: Period | None) -> Placed:
    """From a day on, up to the report where that lies behind it."""
    last = report.last if report and report.last >= first else None
    note = CLIPPED if last is not None else None
    return replace(placed, first=first, last=last, edtf=between(first, last), note=note)


def _clock(what: Clock, expression: Expression, story: Story) -> Placed:
    if what.any_day:
        return Placed("TIME", f"XXXX-XX-XX{expression.hour}")
    base = story.last if story.last and story.last.unit == "day" and story.day_here else None
    anchor = edtf(base) if base else None
    if base is None and not story.profile.story and story.report:
        base, anchor = story.report, "report date"
    if base is None:
        return Placed("TIME", f"XXXX-XX-XX{expression.hour}")
    return settle(base, expression, anchor)


def _length(what: Length, expression: Expression, story: Story) -> Placed:
    amount = None if what.most else what.amount
    value = duration(what.amount if what.most is None else amount, what.unit)
    base, anchor = story.base(what.base) if what.window else (None, None)
    if base is None:
        return Placed("DURATION", value)
    bounds = window(what, base, story.profile.conventions.recent)
    return Placed("DURATION", value, *bounds, between(*bounds), anchor)


def window(what: Length, base: Period, recent: int) -> tuple[int, int]:
    """The days that the past or next so many units take, counted from the base."""
    amount, unit = what.amount if what.amount is not None else recent, what.unit
    if unit in _CLOCK_UNITS:
        hours = amount / {"hour": 1, "minute": 60, "second": 3600}[unit]
        amount, unit = -(-hours // 24), "day"
    steps = int(amount) if amount >= 1 else 1
    if unit not in DAYS_IN and amount != int(amount):
        steps, unit = int(amount * 12), "month"
    if what.window == "past":
        return move(base.first, -steps, unit), base.last
    return base.first, move(base.last, steps, unit)
