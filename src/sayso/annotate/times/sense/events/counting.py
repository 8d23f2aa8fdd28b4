"""How far from an event: the days of a time that is counted from one, once that is dated."""

from __future__ import annotations

from dataclasses import replace

from sayso.annotate.times.calendars.gregorian import DAYS_IN, Period, civil, containing, move
from sayso.annotate.times.calendars.writing import between, timex
from sayso.annotate.times.expressions import Expression, Offset, Pointer
from sayso.annotate.times.sense.offsets import loosened
from sayso.annotate.times.sense.settling import CLIPPED, Placed, bounded

# So many of a unit of the clock make a day.
_HOURS = {"hour": 24, "minute": 24 * 60, "second": 24 * 60 * 60}


def from_event(
    placed: Placed,
    expression: Expression,
    anchor: Placed | None,
    report: Period | None,
    note: str | None,
) -> Placed:
    what = expression.what
    if not isinstance(what, Offset) or anchor is None or what.amount is None:
        return replace(placed, note=note)
    if anchor.first is None or anchor.last is None:
        return replace(placed, note=note)
    if what.inclusive:
        return _since(placed, anchor, report, note)
    if expression.rule == "nth unit":
        return _nth_unit(placed, what, anchor, note)
    first, last = _moved(what, what.amount, anchor.first, anchor.last)
    if what.more:
        amount, unit = what.more
        first, last = _moved(replace(what, unit=unit), amount, first, last)
    text = between(first, last, rough=not what.counted)
    moved = replace(placed, first=first, last=last, edtf=text, anchor=anchor.edtf, note=note)
    base = Period("day", anchor.first if what.sign > 0 else anchor.last)
    if what.counted:
        moved = _named_day(moved, expression, anchor)
    elif what.beside:
        moved = replace(moved, value=timex(containing(what.unit, first)))
    moved = loosened(moved, expression.mod, what.sign, base, report)
    return _edged(moved, expression.edge, report) if what.counted else moved


def _edged(moved: Placed, edge: str | None, report: Period | None) -> Placed:
    """ "By the first anniversary": open to one side, and closed by the report."""
    if edge is None:
        return moved
    opened = bounded(moved, edge, None)
    if edge not in ("since", "after") or report is None or (opened.first or 0) > report.last:
        return opened
    text = between(opened.first, report.last)
    return replace(opened, last=report.last, edtf=text, note=CLIPPED)


def _moved(what: Offset, amount: float, first: int, last: int) -> tuple[int, int]:
    """The days so far from the event; hours that make no whole days leave a day open."""
    unit = what.unit
    if unit in _HOURS:
        days, rest = divmod(amount, _HOURS[unit])
        apart = move(first, int(days) * what.sign, "day"), move(last, int(days) * what.sign, "day")
        if not rest:
            return apart
        return (apart[0], apart[1] + 1) if what.sign > 0 else (apart[0] - 1, apart[1])
    if amount != int(amount) and unit == "year":
        amount, unit = round(12 * amount), "month"
    steps = int(amount * what.sign)
    whole = unit not in DAYS_IN and civil(first)[2] == civil(last + 1)[2] == 1
    if whole and last > first:
        return move(first, steps, unit), move(last + 1, steps, unit) - 1
    return move(first, steps, unit), move(last, steps, unit)


def _named_day(moved: Placed, expression: Expression, anchor: Placed) -> Placed:
    """The day that a number names ("on the third day", "the first anniversary") as a date."""
    if moved.first is None or moved.first != moved.last:
        unit = anchor.period.unit if anchor.period else None
        dated = expression.hour is None and unit in ("month", "year") and moved.first is not None
        value = timex(containing(str(unit), moved.first or 0)) if dated else moved.value
        return replace(moved, value=value, type="DATE" if dated else moved.type)
    kind = moved.type
    if kind == "POINTER":
        kind = "TIME" if expression.hour else "DATE"
    value = timex(Period("day", moved.first)) + (expression.hour or "")
    return replace(moved, type=kind, value=value)


def _since(placed: Placed, anchor: Placed, report: Period | None, note: str | None) -> Placed:
    """From the event up to the report."""
    clipped = report is not None and anchor.first is not None and report.last >= anchor.first
    last = report.last if report and clipped else None
    note = "; ".join(filter(None, (note, CLIPPED if clipped else None))) or None
    text = between(anchor.first, last, rough=True)
    return replace(placed, first=anchor.first, last=last, edtf=text, anchor=anchor.edtf, note=note)


def pointed(
    placed: Placed,
    expression: Expression,
    anchor: Placed | None,
    report: Period | None,
    note: str | None,
) -> Placed:
    """ "Since the killing": from its date on; "before the vote": up to it."""
    what = expression.what
    if anchor is None or not isinstance(what, Pointer):
        return replace(placed, note=note)
    if what.edge in ("before", "until"):
        text = between(None, anchor.last)
        return replace(placed, last=anchor.last, edtf=text, anchor=anchor.edtf, note=note)
    return _since(placed, anchor, report, note)


def _nth_unit(placed: Placed, what: Offset, anchor: Placed, note: str | None) -> Placed:
    """ "The first week of the war", "the last month of the siege": all its days."""
    if anchor.first is None or anchor.last is None or what.unit in _HOURS:
        return replace(placed, note=note)
    steps = int(what.amount or 0)
    if what.sign > 0:
        bounds = anchor.first, move(anchor.last, steps, what.unit) - 1
    else:
        bounds = move(anchor.first + 1, -steps, what.unit), anchor.last
    text = between(*bounds)
    return replace(
        placed, first=bounds[0], last=bounds[1], edtf=text, anchor=anchor.edtf, note=note
    )
