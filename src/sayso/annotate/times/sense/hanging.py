"""Stretches that hang on a date or an event told elsewhere: "44 days from 27 September"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.annotate.times.calendars.gregorian import Period, containing, from_iso, iso, move
from sayso.annotate.times.calendars.writing import between, timex
from sayso.annotate.times.expressions import EVENT, Deictic, Expression, Length, Offset, Pointer
from sayso.annotate.times.grammar.tokens import Tokens
from sayso.annotate.times.sense.happenings import ENDS, Happenings, Pair, dated
from sayso.annotate.times.sense.placing import loosened
from sayso.annotate.times.sense.settling import CLIPPED, Placed, settle
from sayso.records.marks import Hanging, Time

# So many words may stand between an event's name and its date.
_REACH = 14
# Why such a time is left open: the end of its rule.
UNTOLD = "no date is told for it"


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
            sense = hung(placed, expression, anchor, report, note)
            if anchor is None:
                sense = replace(sense, hangs=_left_open(tokens, expression, report))
            found[place] = (expression, sense)
        elif isinstance(what, Length) and what.window is None and place + 1 < len(found):
            found[place] = (expression, _bound_length(tokens, found, place, what))
        elif isinstance(what, Deictic) and place + 1 < len(found):
            found[place] = (expression, _beside(found, place, what))
        if getattr(what, "unit", None) == "quarter" and place + 1 < len(found):
            found[place] = (expression, _ended(tokens, found, place))
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


def _ended(tokens: Tokens, found: Sequence[Pair], place: int) -> Placed:
    """ "The quarter ended 31 August": the three months up to it, whatever its number."""
    (expression, placed), (after, other) = found[place], found[place + 1]
    link = [token.kind for token in tokens.items[expression.last : after.first]]
    if link not in (["ended"], ["ending"]) or other.last is None or other.period is None:
        return placed
    bounds = move(other.last + 1, -3, "month"), other.last
    value = placed.value
    if isinstance(expression.what, Deictic):
        value = timex(containing("quarter", sum(bounds) // 2))
    text, anchor = between(*bounds), other.edtf
    return replace(placed, value=value, first=bounds[0], last=bounds[1], edtf=text, anchor=anchor)


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
            return None, f"'{noun}': {UNTOLD}"
        return before, "taken for what the sentence before tells" if noun else None
    return None, f"'{noun}': {UNTOLD}" if noun else UNTOLD


def _names_behind(tokens: Tokens, expression: Expression) -> frozenset[str]:
    """Names that tell which event is meant: "the killing of Haddad", "the fall of the city"."""
    names = set()
    for token in tokens.items[expression.first : expression.last + 6]:
        if token.kind in ENDS or token.kind == ",":
            break
        if token.kind == "OTHER" and token.text[:1].isupper() and token.text[1:2].islower():
            names.add(token.text)
    return frozenset(names)


def _left_open(tokens: Tokens, expression: Expression, report: Period | None) -> Hanging | None:
    """What the words say of the event, for whoever knows its date."""
    what = expression.what
    if not isinstance(what, Offset | Pointer) or not what.noun:
        return None
    event = Hanging(
        start=tokens.items[expression.first].start,
        noun=what.noun,
        names=tuple(sorted(_names_behind(tokens, expression))),
        mod=expression.mod,
        report=iso(report.last) if report else None,
    )
    if isinstance(what, Pointer):
        return replace(event, edge=what.edge)
    return replace(
        event, amount=what.amount, unit=what.unit, sign=what.sign, counted=what.counted,
        edge="since" if what.inclusive else None,
    )  # fmt: skip


def told_elsewhere(time: Time, event: Hanging, days: tuple[str, str], where: str) -> Time:
    """A time that hangs on an event, given the event's first and last day (ISO) and who tells."""
    first, last = (from_iso(day) for day in days)
    if first is None or last is None:
        return time
    what: Offset | Pointer = Pointer(event.edge or "after", event.noun)
    if event.unit is not None:
        what = Offset(
            event.amount, event.unit, event.sign, EVENT, event.noun,
            inclusive=event.edge == "since", counted=event.counted,
        )  # fmt: skip
    expression = Expression(0, 0, time.rule, what, mod=event.mod)
    anchor = Placed("DATE", "", first.first, last.last, between(first.first, last.last))
    hung = _from_event if isinstance(what, Offset) else _pointed
    placed = Placed(time.type, time.value or "")
    report = from_iso(event.report)
    sense = hung(placed, expression, anchor, report, f"'{event.noun}' is dated by {where}")
    if sense.first is None and sense.last is None:
        return time
    return replace(
        time,
        earliest=iso(sense.first) if sense.first is not None else None,
        latest=iso(sense.last) if sense.last is not None else None,
        edtf=sense.edtf,
        anchor=sense.anchor,
        rule=": ".join(filter(None, (time.rule.partition(": ")[0], sense.note))),
        value=sense.value or time.value,
    )


def _told_behind(tokens: Tokens, found: Sequence[Pair], place: int) -> Placed | None:
    if place + 1 == len(found):
        return None
    expression, (after, other) = found[place][0], found[place + 1]
    return other if _near(tokens, expression, after) and dated(other) else None


def _near(tokens: Tokens, expression: Expression, after: Expression) -> bool:
    between_them = tokens.items[expression.last : after.first]
    kinds = {token.kind for token in between_them}
    return len(between_them) <= _REACH and not kinds & (ENDS | {","})


def dates_event(tokens: Tokens, expression: Expression, after: Expression) -> bool:
    """Whether a date is that of the event which the expression before it hangs on."""
    what = expression.what
    counted = isinstance(what, Offset) and what.base == EVENT and what.noun is not None
    return counted and _near(tokens, expression, after)


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
