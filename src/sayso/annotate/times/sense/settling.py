"""A period with the part, the hour and the preposition of its words brought to bear."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sayso.annotate.times.calendars.gregorian import Period, containing, iso, move
from sayso.annotate.times.calendars.parts import part_days
from sayso.annotate.times.calendars.writing import between, edtf, timex
from sayso.annotate.times.conventions import HOUSE
from sayso.annotate.times.expressions import STORY, Expression, Fields
from sayso.annotate.times.sense.fields import fiscal_start
from sayso.annotate.times.sense.story import Story
from sayso.records.marks import Hanging


@dataclass(frozen=True, slots=True)
class Placed:
    """What an expression means: first and last day (null where open), EDTF, TimeML, and why.

    ``note`` is what else is to be known: that a side was clipped, or why nothing was found, and
    ``hangs`` then the event that would tell. ``hung_on`` is the date of the event it hangs on.
    """

    type: str
    value: str
    first: int | None = None
    last: int | None = None
    edtf: str | None = None
    anchor: str | None = None
    period: Period | None = None
    note: str | None = None
    hangs: Hanging | None = None
    hung_on: Placed | None = None


CLIPPED = "clipped at the report date"


def settle(
    period: Period, expression: Expression, anchor: str | None, story: Story | None = None
) -> Placed:
    """The period with the expression's part, hour and preposition brought to bear."""
    if expression.part in ("its week", "its weekend"):
        period = containing(expression.part.removeprefix("its "), period.first)
        expression = replace(expression, part=None)
    first, last = _days(period, expression, story)
    value = _value(period, story) + (expression.hour or "")
    whole = (first, last) == (period.first, period.last)
    rough = expression.mod == "about" or expression.part is not None
    text = edtf(period) if whole and not rough else between(first, last, rough=rough)
    kind = "TIME" if expression.hour else "DATE"
    placed = Placed(kind, value, first, last, text, anchor, period)
    return bounded(placed, expression.edge, story) if expression.edge else placed


def _value(period: Period, story: Story | None) -> str:
    value = timex(period)
    if period.unit == "season" and story and story.profile.conventions.southern:
        return value[:-2] + {"SP": "FA", "SU": "WI", "FA": "SP", "WI": "SU"}[value[-2:]]
    return value


def _days(period: Period, expression: Expression, story: Story | None) -> tuple[int, int]:
    settled = story.profile.conventions if story else HOUSE
    first, last, part = period.first, period.last, expression.part
    if isinstance(expression.what, Fields) and expression.what.fiscal:
        return _fiscal(period, settled.fiscal_month, told=expression.what.year is not None)
    if period.unit == "weekend":
        first = last - 6 + settled.weekend
        last = first + 1
    if part in ("earlier", "later", "rest"):
        here = _here(period, expression, story)
        if here is None or not first <= here <= last:
            return first, last
        return (first, here) if part == "earlier" else (here, last)
    if part and period.unit != "day":
        return part_days(period, part, settled)
    if expression.link == "overnight":
        return first, last + 1
    return first, last


def _fiscal(period: Period, month: int, *, told: bool) -> tuple[int, int]:
    """The days of a fiscal year, half or quarter, where its years begin in this month.

    A year that is ``told`` is the one in which the fiscal year ends.
    """
    if not told and period.unit in ("quarter", "half"):
        first = fiscal_start(period, month)
        return first, move(first, 3 if period.unit == "quarter" else 6, "month") - 1
    back = 0 if month == 1 else month - 13
    return move(period.first, back, "month"), move(period.last + 1, back, "month") - 1


def _here(period: Period, expression: Expression, story: Story | None) -> int | None:
    """The day inside the period from which "earlier" and "later" are told.

    "Later this year" is told from the report, "later that year" from the last date told.
    """
    if story is None:
        return None
    bases = [story.report, story.last]
    if getattr(expression.what, "base", None) == STORY:
        bases.reverse()
    return next(
        (base.first for base in bases if base and period.first <= base.first <= period.last), None
    )


def bounded(placed: Placed, edge: str | None, story: Story | None) -> Placed:
    """The open side that since, until, by, before or after makes of a time."""
    first, last = placed.first, placed.last
    report = story.report.first if story and story.report else None
    if first is None or last is None:
        return placed
    bounds: tuple[int | None, int | None]
    if edge == "since":
        bounds = (first, report if report and report >= first else None)
    elif edge == "from":
        bounds = (first, None)
    elif edge in ("until", "by"):
        bounds = (None, last)
    elif edge == "before":
        bounds = (None, last if placed.type == "TIME" else first - 1)
    else:
        begins = first if placed.type == "TIME" else last + 1
        bounds = (begins, report if report and report > last else None)
    note = CLIPPED if edge in ("since", "after") and bounds[1] is not None else placed.note
    text = _open(placed.edtf, edge, bounds) or between(*bounds)
    return replace(placed, first=bounds[0], last=bounds[1], edtf=text, note=note)


def _open(told: str | None, edge: str | None, bounds: tuple[int | None, int | None]) -> str | None:
    """The EDTF of an interval from or to what was told, as finely as it was told."""
    if told is None or "/" in told:
        return None
    if edge in ("since", "from"):
        return f"{told}/{'..' if bounds[1] is None else iso(bounds[1])}"
    return f"../{told}" if edge in ("until", "by") else None


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


def opened(placed: Placed, first: int, report: Period | None) -> Placed:
    """From a day on, up to the report where that lies behind it."""
    last = report.last if report and report.last >= first else None
    note = CLIPPED if last is not None else None
    return replace(placed, first=first, last=last, edtf=between(first, last), note=note)
