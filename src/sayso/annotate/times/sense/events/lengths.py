"""Lengths and quarters that a date beside them bounds: "44 days from 27 September"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.annotate.times.calendars.gregorian import containing, move
from sayso.annotate.times.calendars.writing import between, timex
from sayso.annotate.times.expressions import Deictic, Expression, Length
from sayso.annotate.times.grammar.tokens import Tokens
from sayso.annotate.times.sense.events.happenings import Pair, dated
from sayso.annotate.times.sense.offsets import CLOCK_UNITS
from sayso.annotate.times.sense.settling import Placed, settle

_FIRST = ("first units",)
_SHARES = (*_FIRST, "last units", "final units")
_ENDED = frozenset(
    ("ended", "ending", ", ended", ", ending", "that ended", "that ended on", ", which ended",
     ", which ended on", "which ended on", "ended on", "to")
)  # fmt: skip


def beside(found: Sequence[Pair], place: int, what: Deictic) -> Placed:
    """ "The day before 5 May": counted from the date that stands behind it."""
    (expression, placed), (after, other) = found[place], found[place + 1]
    relation = expression.rule in ("before unit", "after unit")
    if not relation or expression.last != after.first or other.period is None:
        return placed
    period = containing(what.unit, other.period.first).shift(what.shift)
    return settle(period, expression, other.edtf)


def bound_length(tokens: Tokens, found: Sequence[Pair], place: int, what: Length) -> Placed:
    """ "The 18 months to June 2020", "44 days from 27 September"."""
    (expression, placed), (after, other) = found[place], found[place + 1]
    link = [token.kind for token in tokens.items[expression.last : after.first]]
    if link in (["of"], ["in"]) and expression.rule in _SHARES:
        return share_of(placed, expression, other, what)
    up_to = link in (["to"], ["ended"], ["ending"])
    if what.window or what.amount is None or not dated(other) or not (up_to or link == ["from"]):
        return placed
    amount, unit = int(what.amount), what.unit
    if what.amount != amount and unit == "year":
        amount, unit = round(12 * what.amount), "month"
    if unit in CLOCK_UNITS or amount < 1:
        return placed
    first, last = other.first or 0, other.last or 0
    if up_to:
        bounds = (move(last + 1, -amount, unit), last)
    else:
        bounds = (first, move(first, amount, unit) - 1)
    return replace(
        placed, first=bounds[0], last=bounds[1], edtf=between(*bounds), anchor=other.edtf
    )


def share_of(placed: Placed, expression: Expression, other: Placed, what: Length) -> Placed:
    """ "The first seven months of 2018": so many from its beginning or its end."""
    if other.first is None or other.last is None or not what.amount or what.unit in CLOCK_UNITS:
        return placed
    steps = int(what.amount)
    bounds = other.first, move(other.first, steps, what.unit) - 1
    if expression.rule not in _FIRST:
        bounds = move(other.last + 1, -steps, what.unit), other.last
    if steps < 1 or bounds[0] < other.first or bounds[1] > other.last:
        return placed
    text = between(*bounds)
    return replace(placed, first=bounds[0], last=bounds[1], edtf=text, anchor=other.edtf)


def ended(tokens: Tokens, found: Sequence[Pair], place: int) -> Placed:
    """ "The quarter ended 31 August": the three months up to it, whatever its number."""
    (expression, placed), (after, other) = found[place], found[place + 1]
    link = [token.text for token in tokens.items[expression.last : after.first]]
    if " ".join(link) not in _ENDED or other.last is None or other.period is None:
        return placed
    bounds = move(other.last + 1, -3, "month"), other.last
    value = placed.value
    if isinstance(expression.what, Deictic):
        value = timex(containing("quarter", sum(bounds) // 2))
    text, anchor = between(*bounds), other.edtf
    return replace(placed, value=value, first=bounds[0], last=bounds[1], edtf=text, anchor=anchor)
