"""From expressions to placed times, one after the other, as a reader would."""

from __future__ import annotations

from dataclasses import replace

from sayso.annotate.times.calendars.gregorian import DAYS_IN, Period, move
from sayso.annotate.times.calendars.writing import between, edtf, timex
from sayso.annotate.times.expressions import (
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
from sayso.annotate.times.grammar.lengths import both, duration
from sayso.annotate.times.sense.fields import period_of
from sayso.annotate.times.sense.foreign import foreign
from sayso.annotate.times.sense.near import deictic, some_day
from sayso.annotate.times.sense.offsets import CLOCK_UNITS, offset, same_stretch
from sayso.annotate.times.sense.settling import Placed, bounded, opened, settle, unplaced
from sayso.annotate.times.sense.story import Story

# For so many days something is news, and its hours are those of the day of the report.
_FRESH = 3


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
            return offset(what, expression, story)
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
        period, anchor = deictic(what, story)
        if period is None and what.unit == "day" and what.base == STORY:
            return some_day(expression, story)
    if period is None:
        return Placed("TIME" if expression.hour else "DATE", unplaced(expression))
    if isinstance(what, Deictic) and (what.unit, what.shift) == ("quarter", -4):
        return same_stretch(story, -1, anchor) or settle(period, expression, anchor, story)
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


def _vague(what: Vague, expression: Expression, story: Story) -> Placed:
    told = story.base(STORY)[0]
    if what.then and told is not None:
        value = what.value or timex(told)
        kind = "POINTER" if expression.edge else "DATE"
        then = Placed(kind, value, told.first, told.last, edtf(told), edtf(told))
        return bounded(then, expression.edge, story) if expression.edge else then
    if not what.after or told is None:
        return Placed("DATE", what.value or "PAST_REF")
    return opened(Placed("DATE", what.value, anchor=edtf(told)), told.first, story.report)


def _clock(what: Clock, expression: Expression, story: Story) -> Placed:
    if what.any_day:
        return Placed("TIME", f"XXXX-XX-XX{expression.hour}")
    base = story.last if story.last and story.last.unit == "day" and story.day_here else None
    anchor = edtf(base) if base else None
    if base is None and not story.profile.story and story.report and not _elsewhen(story):
        base, anchor = story.report, "report date"
    if base is None:
        return Placed("TIME", f"XXXX-XX-XX{expression.hour}")
    return settle(base, expression, anchor)


def _elsewhen(story: Story) -> bool:
    """Whether a report has come to days long before its own: "before dawn" in a paper of October
    on the raids of September is no hour of the day it is printed on."""
    told, report = story.last, story.report
    return told is not None and report is not None and told.last < report.first - _FRESH


def _length(what: Length, expression: Expression, story: Story) -> Placed:
    amount = None if what.most else what.amount
    value = duration(what.amount if what.most is None else amount, what.unit)
    value = both(value, what.more)
    base, anchor = story.base(what.base) if what.window else (None, None)
    if base is None:
        return Placed("DURATION", value)
    bounds = window(what, base, story.profile.conventions.recent)
    return Placed("DURATION", value, *bounds, between(*bounds), anchor)


def window(what: Length, base: Period, recent: int) -> tuple[int, int]:
    """The days that the past or next so many units take, counted from the base."""
    amount, unit = what.amount if what.amount is not None else recent, what.unit
    if unit in CLOCK_UNITS:
        hours = amount / {"hour": 1, "minute": 60, "second": 3600}[unit]
        amount, unit = -(-hours // 24), "day"
    steps = int(amount) if amount >= 1 else 1
    if unit not in DAYS_IN and amount != int(amount):
        steps, unit = int(amount * 12), "month"
    if what.window == "past":
        return move(base.first, -steps, unit), base.last
    return base.first, move(base.last, steps, unit)
