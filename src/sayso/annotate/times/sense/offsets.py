"""Distances from the report, from what is told, or from an event: "two weeks later"."""

from __future__ import annotations

from dataclasses import replace

from sayso.annotate.times.calendars.gregorian import Period, containing, move
from sayso.annotate.times.calendars.writing import between, edtf, timex
from sayso.annotate.times.expressions import EVENT, STORY, Deictic, Expression, Offset
from sayso.annotate.times.grammar.lengths import both, duration
from sayso.annotate.times.sense.near import deictic
from sayso.annotate.times.sense.settling import CLIPPED, Placed, opened, settle
from sayso.annotate.times.sense.story import QUARTER, WEEK, Story

_BOUNDING = ("more", "less", "least", "most", "within")
_YEARS = ("year", "decade", "century")
CLOCK_UNITS = ("second", "minute", "hour")


def offset(what: Offset, expression: Expression, story: Story) -> Placed:
    if expression.rule in ("the eve of", "anniversary", "day of an event"):
        return Placed("POINTER", "")
    if what.beside:
        # Only TimeML's value counts from the story; the days are the event's to tell.
        period = deictic(Deictic(what.unit, what.sign, STORY), story)[0]
        return Placed("DATE", timex(period) if period else "XXXX-XX-XX")
    if what.base == EVENT and what.counted and what.unit == "day":
        return Placed("TIME" if expression.hour else "DATE", f"XXXX-XX-XX{expression.hour or ''}")
    if what.base == EVENT:
        return Placed("DURATION", both(duration(what.amount, what.unit), what.more))
    base, anchor = _base(what, story)
    if what.amount is None or base is None:
        return _vague_offset(what, base, anchor, story.report)
    if what.unit in CLOCK_UNITS:
        return Placed("TIME", timex(base) + "TXX", base.first, base.last, edtf(base), anchor)
    if what.unit == "year" and what.amount == 1:
        same = same_stretch(story, what.sign, anchor)
        if same:
            return same
    if what.unit == "year" and what.amount == 1 and story.quarter:
        return settle(story.quarter.shift(4 * what.sign), expression, anchor)
    told = story.days if base == story.last and story.days else (base.first, base.last)
    moved = _moved(what, what.amount, base, told, expression, anchor)
    return loosened(moved, expression.mod, what.sign, base, story.report)


def _base(what: Offset, story: Story) -> tuple[Period | None, str | None]:
    """What a distance is counted from, and the name of that."""
    if story.passing is not None and hangs_in_passing(what, story):
        return story.passing, edtf(story.passing)
    return story.base(what.base)


def hangs_in_passing(what: object, story: Story) -> bool:
    """Whether a distance is counted from a year told in passing, not from the narrative.

    In the sentence of that year years are ("in 2019, and a year later"); behind it those that would
    else lead beyond the report.
    """
    years = isinstance(what, Offset) and what.base == STORY and what.unit in _YEARS
    if not years or story.passing is None or not isinstance(what, Offset):
        return False
    base, report = story.base(STORY)[0], story.report
    if story.in_passing or base is None or report is None:
        return story.in_passing
    return move(base.first, int((what.amount or 0) * what.sign), what.unit) > report.last


def same_stretch(story: Story, sign: int, anchor: str | None) -> Placed | None:
    """ "A year earlier", told of the accounts of some months: the same months of that year."""
    if story.stretch is None:
        return None
    first, last = story.stretch
    first, last = move(first, sign, "year"), move(last + 1, sign, "year") - 1
    if abs(last - first - QUARTER) < WEEK and story.quarter:
        named = story.quarter.shift(4 * sign)
    else:
        named = containing("year", (first + last) // 2)
    return Placed("DATE", timex(named), first, last, between(first, last), anchor, named)


def _moved(
    what: Offset,
    amount: float,
    base: Period,
    days: tuple[int, int],
    expression: Expression,
    anchor: str | None,
) -> Placed:
    """The base moved by whole units; the result is as fine as the unit."""
    if what.more:
        day = move(base.first, int(amount * what.sign), what.unit)
        amount, unit = what.more
        rest = replace(what, amount=amount, unit=unit, more=None)
        return _moved(rest, amount, Period("day", day), (day, day), expression, anchor)
    steps = int(amount * what.sign)
    weeks_told = what.unit in ("week", "fortnight") and what.base == "story"
    if what.counted and base.unit == "day":
        return settle(Period("day", move(base.first, steps, what.unit)), expression, anchor)
    if (what.unit == "day" or weeks_told) and base.unit == "day":
        period = Period("day", move(base.first, steps, what.unit))
        return settle(period, expression, anchor)
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
    if mod not in _BOUNDING or moved.first is None or moved.last is None:
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
    if what.unit in CLOCK_UNITS and base.unit == "day":
        return Placed("TIME", timex(base) + "TXX", base.first, base.last, edtf(base), anchor)
    if what.sign < 0:
        return Placed("DATE", value, None, base.last, between(None, base.last), anchor)
    return opened(
        Placed("DATE", value, anchor=anchor), base.first, None if base == report else report
    )
