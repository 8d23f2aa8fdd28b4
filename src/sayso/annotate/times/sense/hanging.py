"""Stretches that hang on a date or an event told elsewhere: "44 days from 27 September"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.annotate.times.calendars.gregorian import Period, containing, move
from sayso.annotate.times.expressions import EVENT, Deictic, Expression, Length, Offset
from sayso.annotate.times.grammar.tokens import Tokens
from sayso.annotate.times.sense.placing import Placed, settle
from sayso.annotate.times.sense.writing import between

Pair = tuple[Expression, Placed]
_ENDS = frozenset(("DOT", "BREAK", "STOP", "SEMI"))
# So many words may stand between an event's name and its date.
_REACH = 14
# A sentence is not followed further than so many words.
_SENTENCE = 60
# So many dates back an event may have been told.
_BACK = 40


def hang(
    tokens: Tokens, pairs: Sequence[Pair], report: Period | None, asides: frozenset[int]
) -> list[Pair]:
    """The same times, with those that hang on another placed where the other allows it.

    ``asides`` are the places of dates that no event is dated by (citations, captions).
    """
    found = list(pairs)
    for place, (expression, placed) in enumerate(found):
        what = expression.what
        if isinstance(what, Offset) and what.base == EVENT:
            near = range(max(0, place - _BACK), place)
            told = [found[at] for at in near if at not in asides]
            anchor = _event(tokens, found, place, told)
            found[place] = (expression, _from_event(placed, what, anchor, report))
        elif isinstance(what, Length) and what.window is None and place + 1 < len(found):
            found[place] = (expression, _bound_length(tokens, found, place, what))
        elif isinstance(what, Deictic) and place + 1 < len(found):
            found[place] = (expression, _beside(found, place, what))
    return found


def _beside(found: Sequence[Pair], place: int, what: Deictic) -> Placed:
    """ "The day before 5 May": counted from the date that stands behind it."""
    (expression, placed), (after, other) = found[place], found[place + 1]
    relation = expression.rule in ("before unit", "after unit")
    if not relation or expression.last != after.first or other.period is None:
        return placed
    period = containing(what.unit, other.period.first).shift(what.shift)
    return settle(period, expression, other.edtf)


def _dated(placed: Placed) -> bool:
    return placed.first is not None and placed.last is not None and placed.type != "DURATION"


def _bound_length(tokens: Tokens, found: Sequence[Pair], place: int, what: Length) -> Placed:
    """ "The 18 months to June 2020", "44 days from 27 September"."""
    (expression, placed), (after, other) = found[place], found[place + 1]
    link = [token.kind for token in tokens.items[expression.last : after.first]]
    up_to = link in (["to"], ["ended"], ["ending"])
    if what.amount is None or not _dated(other) or not (up_to or link == ["from"]):
        return placed
    amount, unit = int(what.amount), what.unit
    if unit in ("hour", "minute", "second") or amount < 1:
        return placed
    first, last = other.first or 0, other.last or 0
    if up_to:
        bounds = (move(last + 1, -amount, unit), last)
    else:
        bounds = (first, move(first, amount, unit) - 1)
    return replace(
        placed, first=bounds[0], last=bounds[1], edtf=between(*bounds), anchor=other.edtf
    )


def _event(
    tokens: Tokens, found: Sequence[Pair], place: int, told: Sequence[Pair]
) -> Placed | None:
    """The date of the event: told with it, told where it was named before, or just told."""
    expression = found[place][0]
    return (
        _told_behind(tokens, found, place)
        or _named_before(tokens, told, expression)
        or _just_told(tokens, told, expression)
    )


def _told_behind(tokens: Tokens, found: Sequence[Pair], place: int) -> Placed | None:
    if place + 1 == len(found):
        return None
    expression, (after, other) = found[place][0], found[place + 1]
    between_them = tokens.items[expression.last : after.first]
    kinds = {token.kind for token in between_them}
    near = len(between_them) <= _REACH and not kinds & (_ENDS | {","})
    return other if near and _dated(other) else None


def _named_before(tokens: Tokens, told: Sequence[Pair], hanging: Expression) -> Placed | None:
    """The nearest date in an earlier sentence that has the event's noun.

    In "left on Monday, a week after police came" it is the leaving that was on Monday.
    """
    noun = hanging.what.noun if isinstance(hanging.what, Offset) else None
    here, _ = _sentence(tokens, hanging)
    for expression, other in reversed(told):
        start, end = _sentence(tokens, expression)
        if start == here:
            continue
        words = {token.text.lower() for token in tokens.items[start:end]}
        if noun in words and _dated(other):
            return other
    return None


def _just_told(tokens: Tokens, told: Sequence[Pair], hanging: Expression) -> Placed | None:
    """The only date of the sentence before."""
    start, _ = _sentence(tokens, hanging)
    if start < 2:
        return None
    before = [other for expression, other in told if _same(tokens, expression, start - 2)]
    return before[0] if len(before) == 1 and _dated(before[0]) else None


def _same(tokens: Tokens, expression: Expression, place: int) -> bool:
    start, end = _sentence(tokens, expression)
    return start <= place < end


def _sentence(tokens: Tokens, expression: Expression) -> tuple[int, int]:
    """The tokens between full stops around an expression."""
    items = tokens.items
    start, end = expression.first, expression.last
    first, last = max(0, start - _SENTENCE), min(len(items), end + _SENTENCE)
    while start > first and items[start - 1].kind not in _ENDS:
        start -= 1
    while end < last and items[end].kind not in _ENDS:
        end += 1
    return start, end


def _from_event(
    placed: Placed, what: Offset, anchor: Placed | None, report: Period | None
) -> Placed:
    if anchor is None or what.amount is None or anchor.first is None or anchor.last is None:
        return placed
    if what.inclusive:
        last = report.last if report and report.last >= anchor.first else None
        bounds: tuple[int, int | None] = (anchor.first, last)
    elif what.unit in ("hour", "minute", "second"):
        return placed
    else:
        steps = int(what.amount * what.sign)
        bounds = (move(anchor.first, steps, what.unit), move(anchor.last, steps, what.unit))
    return replace(
        placed,
        first=bounds[0],
        last=bounds[1],
        edtf=between(*bounds, rough=True),
        anchor=anchor.edtf,
    )
