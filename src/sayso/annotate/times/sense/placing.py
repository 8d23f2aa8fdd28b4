"""From expressions to placed times, one after the other, as a reader would."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sayso.annotate.times.calendars.gregorian import DAYS_IN, Period, containing, move, weekday
from sayso.annotate.times.expressions import (
    AUTO,
    EVENT,
    STORY,
    Clock,
    Deictic,
    Expression,
    Fields,
    Length,
    Offset,
    Repeat,
    Vague,
)
from sayso.annotate.times.grammar.lengths import duration
from sayso.annotate.times.sense.fields import in_year, period_of
from sayso.annotate.times.sense.story import Story
from sayso.annotate.times.sense.writing import between, edtf, part_days, timex

# "Recent weeks" reach back at most so many weeks.
_RECENT = 6
_CLOCK_UNITS = ("second", "minute", "hour")


@dataclass(frozen=True, slots=True)
class Placed:
    """What an expression means: first and last day (null where open), EDTF, TimeML, and why."""

    type: str
    value: str
    first: int | None = None
    last: int | None = None
    edtf: str | None = None
    anchor: str | None = None
    period: Period | None = None


def placed_at(expression: Expression, story: Story) -> Placed:
    """Where the expression lies on the calendar, given what the text has told so far."""
    what = expression.what
    if isinstance(what, Length):
        return _length(what, expression, story)
    if isinstance(what, Repeat):
        return Placed("SET", what.value)
    if isinstance(what, Vague):
        return _vague(what, story)
    if isinstance(what, Clock):
        return _clock(what, expression, story)
    if isinstance(what, Offset):
        return _offset(what, expression, story)
    if isinstance(what, Fields) and what.figures:
        return _figures(what, what.figures, expression, story)
    if isinstance(what, Deictic):
        period, anchor = _deictic(what, story)
        if period is None and what.unit == "day" and what.base == STORY:
            return _some_day(expression, story)
    else:
        period, anchor = period_of(what, story)
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


def settle(
    period: Period, expression: Expression, anchor: str | None, story: Story | None = None
) -> Placed:
    """The period with the expression's part, hour and preposition brought to bear."""
    if expression.part == "its week":
        period, expression = containing("week", period.first), replace(expression, part=None)
    first, last = _days(period, expression, story)
    value = timex(period) + (expression.hour or "")
    whole = (first, last) == (period.first, period.last)
    rough = expression.approximate or expression.part is not None
    text = edtf(period) if whole and not rough else between(first, last, rough=rough)
    kind = "TIME" if expression.hour else "DATE"
    placed = Placed(kind, value, first, last, text, anchor, period)
    return _bounded(placed, expression.edge, story) if expression.edge else placed


def _days(period: Period, expression: Expression, story: Story | None) -> tuple[int, int]:
    first, last, part = period.first, period.last, expression.part
    if part in ("earlier", "later", "rest"):
        here = _here(period, story)
        if here is None:
            return first, last
        return (first, here) if part == "earlier" else (here, last)
    if part and period.unit != "day":
        return part_days(period, part)
    if expression.link == "overnight":
        return first, last + 1
    return first, last


def _here(period: Period, story: Story | None) -> int | None:
    """The day inside the period from which "earlier" and "later" are told."""
    bases = (story.report, story.last) if story else ()
    return next(
        (base.first for base in bases if base and period.first <= base.first <= period.last), None
    )


def _bounded(placed: Placed, edge: str | None, story: Story | None) -> Placed:
    first, last = placed.first, placed.last
    report = story.report.first if story and story.report else None
    if first is None or last is None:
        return placed
    bounds: tuple[int | None, int | None]
    if edge == "since":
        bounds = (first, report if report and report >= first else None)
    elif edge == "until":
        bounds = (None, last)
    elif edge == "before":
        bounds = (None, first - 1)
    else:
        bounds = (last + 1, report if report and report > last else None)
    return replace(placed, first=bounds[0], last=bounds[1], edtf=between(*bounds))


def unplaced(expression: Expression) -> str:
    """TimeML's value of a date whose year nothing tells."""
    what = expression.what
    if isinstance(what, Fields) and what.month:
        day = f"-{what.day:02d}" if what.day else ""
        return f"XXXX-{what.month:02d}{day}{expression.hour or ''}"
    if isinstance(what, Fields) and what.weekday is not None:
        return f"XXXX-WXX-{what.weekday + 1}"
    if isinstance(what, Fields) and what.index is not None:
        return "XXXX-" + timex(Period(what.unit, what.index))[5:]
    return ("XXXX-XX-XX" + expression.hour) if expression.hour else "XXXX-XX-XX"


def _deictic(what: Deictic, story: Story) -> tuple[Period | None, str | None]:
    base, anchor = story.base(what.base)
    told = story.fine
    if story.profile.history and what.named and what.unit == "day" and told and told.unit == "day":
        return _weekday_told(what.named, told), edtf(told)
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
    if what.unit == "weekend" and what.base == AUTO and period.first > base.first:
        period = period.shift(-1)
    return period, anchor


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
        if what.shift > 0:
            return Period("day", here + (ahead or 7))
        return Period("day", here + ahead - 7)
    if what.base == "story" or (what.unit == "week" and what.shift == 0):
        return Period("day", here + ahead)
    looks_ahead = story.outlook == "ahead" and ahead
    return Period("day", here + ahead - (0 if looks_ahead or not ahead else 7))


def _weekday_told(named: Fields, told: Period) -> Period:
    """In a narrative of former days a weekday is one of those days: the one nearest."""
    near = (named.weekday or 0) - weekday(told.first)
    return Period("day", told.first + (near + 3) % 7 - 3)


def _offset(what: Offset, expression: Expression, story: Story) -> Placed:
    if what.base == EVENT and what.counted:
        return Placed("TIME" if expression.hour else "DATE", f"XXXX-XX-XX{expression.hour or ''}")
    if what.base == EVENT:
        return Placed("DURATION", duration(what.amount, what.unit))
    base, anchor = story.base(what.base)
    if what.amount is None or base is None:
        return _vague_offset(what, base, anchor)
    if what.unit in _CLOCK_UNITS:
        return Placed("TIME", timex(base) + "TXX", base.first, base.last, edtf(base), anchor)
    if what.unit == "year" and what.amount == 1 and story.quarter:
        return settle(story.quarter.shift(4 * what.sign), expression, anchor)
    return _moved(what, what.amount, base, expression, anchor)


def _moved(
    what: Offset, amount: float, base: Period, expression: Expression, anchor: str | None
) -> Placed:
    """The base moved by whole units; the result is as fine as the unit."""
    steps = int(amount * what.sign)
    weeks_told = what.unit in ("week", "fortnight") and what.base == "story"
    if (what.unit == "day" or weeks_told) and base.unit == "day":
        day = Period("day", move(base.first, steps, what.unit))
        return settle(day, expression, anchor)
    if what.unit == "day" or weeks_told:
        first, last = move(base.first, steps, what.unit), move(base.last, steps, what.unit)
        value = timex(base) + ("-XX" if base.unit == "month" else "-XX-XX")
        return Placed("DATE", value, first, last, between(first, last, rough=True), anchor)
    if what.base == "report" and base.unit != "day":
        return _vague_offset(what, base, anchor)
    moved = move(base.first, steps, what.unit)
    unit = {"fortnight": "week", "decade": "year", "century": "decade"}.get(what.unit, what.unit)
    return settle(containing(unit, moved), expression, anchor)


def _vague_offset(what: Offset, base: Period | None, anchor: str | None) -> Placed:
    value = "PAST_REF" if what.sign < 0 else "FUTURE_REF"
    if base is None:
        return Placed("DATE", value)
    first, last = (None, base.last) if what.sign < 0 else (base.first, None)
    return Placed("DATE", value, first, last, between(first, last), anchor)


def _vague(what: Vague, story: Story) -> Placed:
    if what.then and story.last is not None:
        last = story.last
        value = what.value or timex(last)
        return Placed("DATE", value, last.first, last.last, edtf(last), edtf(last))
    if not what.after or story.last is None:
        return Placed("DATE", what.value or "PAST_REF")
    first, report = story.last.first, story.report
    last = report.first if report and report.first >= first else None
    return Placed("DATE", what.value, first, last, between(first, last), edtf(story.last))


def _clock(what: Clock, expression: Expression, story: Story) -> Placed:
    if what.any_day:
        return Placed("TIME", f"XXXX-XX-XX{expression.hour}")
    base = story.last if story.last and story.last.unit == "day" and story.told_here else None
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
    bounds = window(what, base)
    return Placed("DURATION", value, *bounds, between(*bounds), anchor)


def window(what: Length, base: Period) -> tuple[int, int]:
    """The days that the past or next so many units take, counted from the base."""
    amount, unit = what.amount if what.amount is not None else _RECENT, what.unit
    if unit in _CLOCK_UNITS:
        hours = amount / {"hour": 1, "minute": 60, "second": 3600}[unit]
        amount, unit = -(-hours // 24), "day"
    steps = int(amount) if amount >= 1 else 1
    if unit not in DAYS_IN and amount != int(amount):
        steps, unit = int(amount * 12), "month"
    if what.window == "past":
        return move(base.first, -steps, unit), base.last
    return base.first, move(base.last, steps, unit)
