"""Stretches that hang on a date or an event told elsewhere: "44 days from 27 September"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.annotate.times.calendars.gregorian import Period, from_iso, iso
from sayso.annotate.times.calendars.writing import between
from sayso.annotate.times.expressions import EVENT, Deictic, Expression, Length, Offset, Pointer
from sayso.annotate.times.grammar.relations.named import Named, named_event
from sayso.annotate.times.grammar.tokens import Tokens
from sayso.annotate.times.sense.events.counting import from_event, pointed
from sayso.annotate.times.sense.events.happenings import ENDS, Happenings, Pair, dated, stem
from sayso.annotate.times.sense.events.lengths import beside, bound_length, ended
from sayso.annotate.times.sense.settling import Placed
from sayso.records.marks import Hanging, Time

# So many words may stand between an event's name and its date.
_REACH = 14
# Why such a time is left open: the end of its rule.
UNTOLD = "no date is told for it"
# So long a chain of events is followed, and so many times back "its anniversary" looks.
_CHAINS, _SAME = 4, 6
_RELATIVE = frozenset(("which", "who", "when"))
# These count from the beginning of what lasts.
_ASPECTS = {"nth day": "begin", "units into": "begin", "nth unit": "begin"}
_BETWEEN = frozenset(
    ("before", "after", "into", "since", "following", "prior", "on", "to", "from", "of", "day",
     "the")
)  # fmt: skip


def hang(
    tokens: Tokens, pairs: Sequence[Pair], report: Period | None, asides: frozenset[int]
) -> list[Pair]:
    """The same times, with those that hang on another placed where the other allows it.

    ``asides`` are the places of dates that no event is dated by (citations, captions).
    """
    found = list(pairs)
    for place, (expression, _) in enumerate(found[:-1]):
        what = expression.what
        if isinstance(what, Length):
            found[place] = (expression, bound_length(tokens, found, place, what))
        elif isinstance(what, Deictic):
            found[place] = (expression, beside(found, place, what))
        if getattr(what, "unit", None) == "quarter":
            found[place] = (expression, ended(tokens, found, place))
    waiting = [place for place, (one, _) in enumerate(found) if hangs_on_event(one)]
    if waiting:
        _hang_on_events(tokens, found, waiting, report, asides)
    return found


def hangs_on_event(expression: Expression) -> bool:
    """Whether a time is counted from an event, or points to one."""
    what = expression.what
    return isinstance(what, Offset | Pointer) and what.base == EVENT


def _hang_on_events(
    tokens: Tokens,
    found: list[Pair],
    waiting: list[int],
    report: Period | None,
    asides: frozenset[int],
) -> None:
    """Date what hangs on events that are told; then what hangs on the events so dated."""
    all_of_them = tuple(waiting)
    told, waiting = _follow(tokens, found, waiting, report, asides)
    for place in waiting:
        expression, placed = found[place]
        anchor, note = _just_told(tokens, found, place, told)
        sense = _hung((expression, placed), anchor, report, note)
        if anchor is not None and _is_late(sense, report):
            anchor, sense = None, _hung((expression, placed), None, report, _untold(expression))
        if anchor is None:
            sense = replace(sense, hangs=_left_open(tokens, expression, report))
        found[place] = (expression, sense)
    for place in all_of_them:
        if anchor := _the_same(tokens, found, place):
            found[place] = (found[place][0], _hung(found[place], anchor, report, None))


def _follow(
    tokens: Tokens,
    found: list[Pair],
    waiting: list[int],
    report: Period | None,
    asides: frozenset[int],
) -> tuple[Happenings, list[int]]:
    """Go from event to event as far as they are told; what is told then, and what still waits."""
    told = Happenings(tokens, found, asides)
    for _ in range(_CHAINS):
        left, dates = [], False
        for place in reversed(waiting):
            if not _settled(tokens, found, place, told, report):
                left.append(place)
            elif isinstance(found[place][0].what, Offset):
                dates = True
        done, waiting = len(left) == len(waiting), left[::-1]
        if done or not waiting:
            break
        told = Happenings(tokens, found, asides) if dates else told
    return told, waiting


def _the_same(tokens: Tokens, found: Sequence[Pair], place: int) -> Placed | None:
    """ "His resignation", when the time before hangs on a resignation, too: the same one."""
    expression, placed = found[place]
    if not _follows(tokens, found, place) or _told_behind(tokens, found, place):
        return None
    here, before = event_of(tokens, expression), event_of(tokens, found[place - 1][0])
    owned = here.owned and not here.names and here.noun and before.noun
    same = owned and stem(str(here.noun)) == stem(str(before.noun))
    anchor = found[place - 1][1].hung_on
    return anchor if same and placed.hung_on != anchor else None


def _settled(
    tokens: Tokens, found: list[Pair], place: int, told: Happenings, report: Period | None
) -> bool:
    """Date a time by the date beside it, or by the event's, where that is told."""
    expression, _ = found[place]
    if same := _apposed(tokens, found, place):
        found[place] = (expression, same)
        return True
    anchor = _told_behind(tokens, found, place) or _told(tokens, found, place, told)
    if anchor is not None:
        found[place] = (expression, _hung(found[place], anchor, report, None))
    return anchor is not None


def _apposed(tokens: Tokens, found: Sequence[Pair], place: int) -> Placed | None:
    """ "On 9 April, the anniversary of the fall": the day that stands before it."""
    expression, placed = found[place]
    what = expression.what
    if not place or not isinstance(what, Offset) or not (what.counted or what.beside):
        return None
    before, other = found[place - 1]
    between = [token.kind for token in tokens.items[before.last : expression.first]]
    day = other.period is not None and other.period.unit == "day" and before.edge is None
    if between not in ([","], ["DASH"], ["OPEN"]) or not day or hangs_on_event(before):
        return None
    return replace(other, type=placed.type, anchor=other.edtf, hung_on=None)


def _is_late(sense: Placed, report: Period | None) -> bool:
    """Whether a time would lie behind the report: then it was another event."""
    return report is not None and sense.first is not None and sense.first > report.last


def _untold(expression: Expression) -> str:
    noun = getattr(expression.what, "noun", None)
    return f"'{noun}': {UNTOLD}" if noun else UNTOLD


def _hung(pair: Pair, anchor: Placed | None, report: Period | None, note: str | None) -> Placed:
    expression, placed = pair
    hung = from_event if isinstance(expression.what, Offset) else pointed
    return replace(hung(placed, expression, anchor, report, note), hung_on=anchor)


def _told(tokens: Tokens, found: list[Pair], place: int, told: Happenings) -> Placed | None:
    expression = found[place][0]
    return told.date(event_of(tokens, expression), expression)


def event_of(tokens: Tokens, expression: Expression) -> Named:
    """The event that a time hangs on, as the words beside it name it."""
    what = expression.what
    if isinstance(what, Offset) and not what.behind:
        place = next(
            at for at in range(expression.first - 1, -1, -1) if tokens.items[at].kind == "followed"
        )
        return named_event(tokens.items, place + 1)
    place = expression.first if isinstance(what, Pointer) else expression.last
    items = tokens.items
    while place < len(items) and items[place].kind in _BETWEEN:
        place += 1
    named = named_event(items, place)
    aspect = _ASPECTS.get(expression.rule)
    if expression.rule == "nth unit" and isinstance(what, Offset) and what.sign < 0:
        aspect = "end"
    if aspect and named.aspect is None:
        named = replace(named, aspect=aspect)
    return named if isinstance(what, Offset | Pointer) and what.noun else replace(named, noun=None)


def _just_told(
    tokens: Tokens, found: Sequence[Pair], place: int, told: Happenings
) -> tuple[Placed | None, str | None]:
    """The date of what the sentences before tell, where that may be the event, and what to know."""
    expression = found[place][0]
    what, event = expression.what, event_of(tokens, expression)
    untold = f"'{event.noun}': {UNTOLD}" if event.noun else UNTOLD
    if not event.noun and expression.rule == "anniversary":
        owned = expression.first and tokens.items[expression.first - 1].kind == "POSS"
        return (None if owned else _same_event(found, place)), untold
    if event.names or event.bound:
        return None, untold
    before = None
    # "The incident", "his departure": words that lean on what has just been told.
    bare = event.noun is not None and not event.told and not told.told_at_all(event, expression)
    if bare:
        before = _same_event(found, place) if _follows(tokens, found, place) else None
    if before is None and isinstance(what, Offset) and (bare or not event.noun):
        before = told.just_told(expression, far=bare, saying=event.noun is None)
    if before is None:
        return None, untold
    return before, f"taken for what is told of {before.edtf}" if event.noun else None


def _follows(tokens: Tokens, found: Sequence[Pair], place: int) -> bool:
    """Whether the time before, in the same paragraph, hangs on an event, too."""
    if not place or found[place - 1][1].hung_on is None:
        return False
    between = tokens.items[found[place - 1][0].last : found[place][0].first]
    return all(token.kind != "BREAK" for token in between)


def _same_event(found: Sequence[Pair], place: int) -> Placed | None:
    """The event that the time before was counted from: "its first anniversary"."""
    for expression, placed in reversed(found[max(0, place - _SAME) : place]):
        if hangs_on_event(expression) and placed.hung_on is not None:
            return placed.hung_on
    return None


def _left_open(tokens: Tokens, expression: Expression, report: Period | None) -> Hanging | None:
    """What the words say of the event, for whoever knows its date."""
    what = expression.what
    if not isinstance(what, Offset | Pointer) or not what.noun:
        return None
    # What a case could not count as the words have it stays open there, too.
    counted = isinstance(what, Offset) and (what.more or expression.edge)
    if counted or expression.rule == "nth unit":
        return None
    event = Hanging(
        start=tokens.items[expression.first].start,
        noun=what.noun,
        names=tuple(sorted(event_of(tokens, expression).names)),
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
    hung = from_event if isinstance(what, Offset) else pointed
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
    """The date that stands with the event, or what that itself hangs on."""
    if place + 1 == len(found):
        return None
    expression, (after, other) = found[place][0], found[place + 1]
    what = expression.what
    unnamed = isinstance(what, Offset) and expression.rule == "anniversary" and not what.noun
    if unnamed or not _near(tokens, expression, after):
        return None
    if not hangs_on_event(after):
        return other if dated(other) else None
    chained = {token.kind for token in tokens.items[expression.last : after.first]}
    known = other.first is not None and other.last is not None
    pointer = isinstance(after.what, Pointer)
    return other if known and not pointer and not chained & {"and", "or"} else None


def _near(tokens: Tokens, expression: Expression, after: Expression) -> bool:
    between_them = tokens.items[expression.last : after.first]
    kinds = [token.kind for token in between_them]
    if len(between_them) > _REACH or ENDS & set(kinds):
        return False
    commas = [at for at, kind in enumerate(kinds) if kind == ","]
    # "The revolution, which began on 22 November".
    return not commas or (
        len(commas) == 1
        and any(token.text in _RELATIVE for token in between_them[commas[0] :][1:2])
    )


def dates_event(tokens: Tokens, expression: Expression, after: Expression) -> bool:
    """Whether a date is that of the event which the expression before it hangs on."""
    what = expression.what
    counted = isinstance(what, Offset) and what.base == EVENT and what.noun is not None
    return counted and _near(tokens, expression, after)
