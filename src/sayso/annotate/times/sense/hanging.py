"""Stretches that hang on a date or an event told elsewhere: "44 days from 27 September"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.annotate.times.calendars.gregorian import Period, containing, move
from sayso.annotate.times.calendars.writing import between, timex
from sayso.annotate.times.expressions import EVENT, Deictic, Expression, Length, Offset, Pointer
from sayso.annotate.times.grammar.tokens import Tokens
from sayso.annotate.times.sense.happenings import ENDS, Happenings, Pair, dated
from sayso.annotate.times.sense.placing import loosened
from sayso.annotate.times.sense.settling import CLIPPED, Placed, settle

# So many words may stand between an event's name and its date.
_REACH = 14
_EXCUSE = "no date is told for it"


def hang(
    tokens: Tokens, pairs: Sequence[Pair], report: Period | None, asides: frozenset[int]
) -> list[Pair]:
    """The same times, with those that hang on another placed where the other allows it.

    ``asides`` are the places of dates that no event is dated by (citations, captions).
    """
    found = list(pairs)
    told = Happenings(tokens, found, asides) if _any_hanging(found) else None
    for place, (expression, placed) in enumerate(found):
        what = expression.what
        if told and isinstance(what, Offset | Pointer) and what.base == EVENT:
            anchor, note = _event(tokens, found, place, told)
            hung = _from_event if isinstance(what, Offset) else _pointed
            found[place] = (expression, hung(placed, expression, anchor, report, note))
        elif isinstance(what, Length) and what.window is None and place + 1 < len(found):
            found[place] = (expression, _bound_length(tokens, found, place, what))
        elif isinstance(what, Deictic) and place + 1 < len(found):
            found[place] = (expression, _beside(found, place, what))
    return found


def _any_hanging(found: Sequence[Pair]) -> bool:
    return any(
        isinstance(one.what, Offset | Pointer) and one.what.base == EVENT for one, _ in found
    )


def _beside(found: Sequence[Pair], place: int, what: Deictic) -> Placed:
    """ "The day before 5 May": counted from the date that stands behind it."""
    (expression, placed), (after, other) = found[place], found[place + 1]
    relation = expression.rule in ("before unit", "after unit")
    if not relation or expression.last != after.first or other.period is None:
        return placed
    period = containing(what.unit, other.period.first).shift(what.shift)
    return settle(period, expression, other.edtf)


def _bound_length(tokens: Tokens, found: Sequence[Pair], place: int, what: Length) -> Placed:
    """ "The 18 months to June 2020", "44 days from 27 September"."""
    (expression, placed), (after, other) = found[place], found[place + 1]
    link = [token.kind for token in tokens.items[expression.last : after.first]]
    up_to = link in (["to"], ["ended"], ["ending"])
    if what.amount is None or not dated(other) or not (up_to or link == ["from"]):
        return placed
    amount, unit = int(what.amount), what.unit
    if what.amount != amount and unit == "year":
        amount, unit = round(12 * what.amount), "month"
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
    tokens: Tokens, found: Sequence[Pair], place: int, told: Happenings
) -> tuple[Placed | None, str | None]:
    """The date of the event, told with it, elsewhere or just before, and what to know of it."""
    expression = found[place][0]
    what = expression.what
    noun = what.noun if isinstance(what, Offset | Pointer) else None
    if behind := _told_behind(tokens, found, place):
        return behind, None
    names = _names_behind(tokens, expression)
    if noun and (elsewhere := told.date(noun, expression, names)):
        return elsewhere, None
    if isinstance(what, Offset) and not names and (before := told.just_told(expression)):
        if noun and told.reported(expression):
            return None, f"'{noun}': {_EXCUSE}"
        return before, "taken for what the sentence before tells" if noun else None
    return None, f"'{noun}': {_EXCUSE}" if noun else _EXCUSE


def _names_behind(tokens: Tokens, expression: Expression) -> frozenset[str]:
    """Names that tell which event is meant: "the killing of Haddad", "the fall of the city"."""
    names = set()
    for token in tokens.items[expression.first : expression.last + 6]:
        if token.kind in ENDS or token.kind == ",":
            break
        if token.kind == "OTHER" and token.text[:1].isupper() and token.text[1:2].islower():
            names.add(token.text)
    return frozenset(names)


def _told_behind(tokens: Tokens, found: Sequence[Pair], place: int) -> Placed | None:
    if place + 1 == len(found):
        return None
    expression, (after, other) = found[place][0], found[place + 1]
    between_them = tokens.items[expression.last : after.first]
    kinds = {token.kind for token in between_them}
    near = len(between_them) <= _REACH and not kinds & (ENDS | {","})
    return other if near and dated(other) else None


def _from_event(
    placed: Placed,
    expression: Expression,
    anchor: Placed | None,
    report: Period | None,
    note: str | None,
) -> Placed:
    what = expression.what
    if not isinstance(what, Offset) or anchor is None or what.amount is None:
        return replace(placed, note=note)
    if anchor.first is None or anchor.last is None or what.unit in ("hour", "minute", "second"):
        return replace(placed, note=note)
    if what.inclusive:
        return _since(placed, anchor, report, note)
    steps = int(what.amount * what.sign)
    first, last = move(anchor.first, steps, what.unit), move(anchor.last, steps, what.unit)
    rough = None if what.counted else "about"
    text = between(first, last, rough=rough is not None)
    moved = replace(placed, first=first, last=last, edtf=text, anchor=anchor.edtf, note=note)
    base = Period("day", anchor.first)
    if what.counted and first == last:
        moved = replace(moved, value=timex(Period("day", first)) + (expression.hour or ""))
    return loosened(moved, expression.mod, what.sign, base, report)


def _since(placed: Placed, anchor: Placed, report: Period | None, note: str | None) -> Placed:
    """From the event up to the report."""
    clipped = report is not None and anchor.first is not None and report.last >= anchor.first
    last = report.last if report and clipped else None
    note = "; ".join(filter(None, (note, CLIPPED if clipped else None))) or None
    text = between(anchor.first, last, rough=True)
    return replace(placed, first=anchor.first, last=last, edtf=text, anchor=anchor.edtf, note=note)


def _pointed(
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
