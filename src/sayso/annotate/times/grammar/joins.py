"""What neighbouring expressions share: years, hours, the ends of a range, prepositions."""

from __future__ import annotations

from dataclasses import replace

from sayso.annotate.times.expressions import (
    EVENT,
    STORY,
    Clock,
    Deictic,
    Expression,
    Fields,
    Offset,
    Pointer,
    Vague,
)
from sayso.annotate.times.grammar.tokens import Token, Tokens

_RANGE = frozenset({"DASH", "to", "through", "until", "till"})
_LINKS = _RANGE | {"and", "or", ",", "SLASH"}
# "In January and in June 2011".
_AGAIN = ({"and", "in"}, {"and", "on"}, {"or", "in"}, {"or", "on"})
_EDGES = {
    "since": "since", "until": "until", "till": "until", "before": "before", "after": "after",
    "by": "by",
}  # fmt: skip
_ROUGHLY = frozenset(("about", "around", "circa", "approximately", "roughly"))
_ONWARDS = frozenset(("onward", "onwards", "forward"))
_CLOSELY = frozenset(("shortly", "just", "soon", "right", "minutes", "hours", "immediately"))
# "10:35 a.m. (0735 GMT) Friday".
_ZONED = 4
_NIGHT = ("of", "between", "on", "from")


def join(tokens: Tokens, found: list[Expression]) -> list[Expression]:
    """The same expressions with what they lend each other."""
    merged = _merge_hours(tokens.items, found)
    for place in range(len(merged) - 2, -1, -1):
        merged[place], merged[place + 1] = _lend(tokens.items, merged[place], merged[place + 1])
    before = [None, *merged]
    return [
        _edged(tokens.items, expression, other)
        for expression, other in zip(merged, before, strict=False)
    ]


def southern(expression: Expression) -> Expression:
    """The expression with its season turned about: summer begins in December."""
    what = expression.what
    if isinstance(what, Fields) and what.unit == "season" and what.index is not None:
        return replace(expression, what=_turned(what))
    if isinstance(what, Deictic) and what.named and what.named.unit == "season":
        return replace(expression, what=replace(what, named=_turned(what.named)))
    return expression


def _turned(season: Fields) -> Fields:
    return replace(season, index=((season.index or 0) + 2) % 4)


def _between(items: tuple[Token, ...], one: Expression, other: Expression) -> tuple[str, ...]:
    return tuple(token.kind for token in items[one.last : other.first])


def _merge_hours(items: tuple[Token, ...], found: list[Expression]) -> list[Expression]:
    """A time of day and a day that stand side by side are one expression."""
    merged: list[Expression] = []
    for expression in found:
        before = merged[-1] if merged else None
        wider = _night_of(items, expression)
        if before is None or wider.first >= before.last:
            expression = wider
        if before and (one := _hour_and_day(items, before, expression)):
            merged[-1] = one
        else:
            merged.append(expression)
    return merged


def _is_day(expression: Expression) -> bool:
    return isinstance(expression.what, Fields | Deictic) and (
        expression.what.unit == "day" or expression.rule == "weekday"
    )


def _hour_and_day(
    items: tuple[Token, ...], one: Expression, other: Expression
) -> Expression | None:
    between = _between(items, one, other)
    overnight = one.rule == "overnight" and between in ((), ("on",))
    if between not in ((), (",",)) and not overnight:
        return None
    for clock, day in ((one, other), (other, one)):
        is_hour = isinstance(clock.what, Clock) or (overnight and clock is one)
        if is_hour and _is_day(day) and day.hour is None and day.group is None:
            link = "overnight" if overnight else None
            return replace(day, first=one.first, last=other.last, hour=clock.hour, link=link)
    return None


def _night_of(items: tuple[Token, ...], expression: Expression) -> Expression:
    """ "The night of 13 April", "the week (or weekend) of 13 April" are one expression."""
    first = expression.first
    if first < 2 or not _is_day(expression) or expression.hour:
        return expression
    if items[first - 1].kind == "of" and items[first - 2].kind in ("week", "weekend"):
        start = first - 3 if first > 2 and items[first - 3].kind == "the" else first - 2
        return replace(expression, first=start, part=f"its {items[first - 2].kind}")
    if items[first - 1].kind in _NIGHT and items[first - 2].kind == "DAYPART":
        start = first - 3 if first > 2 and items[first - 3].kind == "the" else first - 2
        return replace(expression, first=start, hour=str(items[first - 2].value))
    return expression


def _lend(
    items: tuple[Token, ...], one: Expression, other: Expression
) -> tuple[Expression, Expression]:
    """Give the first of two linked dates the year of the second, and tie ranges together."""
    between = set(_between(items, one, other))
    if between in _AGAIN:
        between.discard("in")
        between.discard("on")
    aside = between >= {"OPEN", "CLOSE"} and other.first - one.last <= _ZONED
    if isinstance(one.what, Clock) and (between == {"on"} or aside) and _is_day(other):
        return replace(one, what=other.what), other
    if not between or not between <= _LINKS or one.group is not None:
        return one, other
    if weekdays := _weekdays(one, other, between):
        return weekdays
    if not isinstance(one.what, Fields) or not isinstance(other.what, Fields):
        return one, other
    opens = items[one.first - 1].kind if one.first else ""
    is_range = bool(between & _RANGE) or (opens == "between" and between == {"and"})
    what = _shared(one.what, other.what, is_range=is_range)
    if not is_range and what is not one.what and "SLASH" not in between:
        group = one.first if other.group is None else other.group
        tied = replace(other, group=group, link="list") if other.link in (None, "list") else other
        return replace(one, what=what, group=group, link="list"), tied
    if not is_range or other.group is not None:
        return replace(one, what=what), other
    return (
        replace(one, what=what, group=one.first, link="range"),
        replace(other, group=one.first, link="range"),
    )


def _weekdays(
    one: Expression, other: Expression, between: set[str]
) -> tuple[Expression, Expression] | None:
    """ "Monday to Wednesday": the second is the first such day behind the first."""
    if not between <= _RANGE or one.rule != "weekday" or other.rule != "weekday":
        return None
    if not isinstance(other.what, Deictic) or other.what.shift or other.group is not None:
        return None
    behind = replace(other, what=replace(other.what, base=STORY), group=one.first, link="range")
    return replace(one, group=one.first, link="range"), behind


def _shared(one: Fields, other: Fields, *, is_range: bool) -> Fields:
    if one.unit in ("year", "decade", "century") and one.unit == other.unit:
        bc = other.year is not None and other.year <= 0 < (one.year or 0)
        return replace(one, year=1 - (one.year or 1)) if bc else one
    if one.year is not None or one.turn is not None or one.unit not in ("day", "month", "season"):
        return one
    if other.turn is not None:
        return replace(one, turn=other.turn, base=other.base)
    if other.year is None or one.month is None or other.unit == "year":
        return one
    over = is_range and other.month is not None and one.month > other.month
    return replace(one, year=other.year - over)


def _edged(
    items: tuple[Token, ...], expression: Expression, before: Expression | None
) -> Expression:
    """The expression with the bound that a preposition sets, unless another uses that word.

    In "two days after 5 May" and "the day before 5 May" the date itself is meant.
    """
    kind = items[expression.first - 1].kind if expression.first else ""
    dated = isinstance(expression.what, Fields | Deictic | Clock)
    if kind in _ROUGHLY and dated:
        opens = items[expression.first - 2].kind if expression.first > 1 else ""
        return replace(expression, mod="about", edge=_EDGES.get(opens))
    if (
        kind == "from"
        and dated
        and expression.group is None
        and _onwards(items, expression.last, opens=items[expression.first - 1].text == "From")
    ):
        return replace(expression, edge="since")
    if kind == "than" and dated and _bounds(items, expression.first, "later"):
        return replace(expression, edge="until")
    if dated and (
        (kind == "than" and _bounds(items, expression.first, "earlier", "sooner", "before"))
        or (kind == "before" and items[max(0, expression.first - 2)].text.lower() == "not")
    ):
        return replace(expression, edge="from")
    if kind == "by" and not (dated or _by_then(expression) or expression.rule == "anniversary"):
        return expression
    if kind not in _EDGES or isinstance(expression.what, Pointer) or expression.group is not None:
        return expression
    if expression.hour and _within_its_day(items, expression):
        return expression
    if before and (before.last == expression.first or _counts_from(before, expression)):
        return expression
    # "Not until the 1720s": only then.
    if kind in ("until", "till") and items[max(0, expression.first - 2)].text.lower() == "not":
        return expression
    return replace(expression, edge=_EDGES[kind])


def _within_its_day(items: tuple[Token, ...], expression: Expression) -> bool:
    """ "Shortly before midnight" is that night's, "before dawn on 8 March" that day's: not any time
    before."""
    if items[max(0, expression.first - 2)].text.lower() in _CLOSELY:
        return True
    told_on = any(item.kind == "on" for item in items[expression.first : expression.last + 1])
    return items[expression.first - 1].kind in ("before", "after") and told_on


def _onwards(items: tuple[Token, ...], last: int, *, opens: bool) -> bool:
    """ "From October onwards", "from 2006 on the price rose", but not "from 2006 on this page"."""
    if last >= len(items):
        return False
    if items[last].text in _ONWARDS:
        return True
    beside = items[last + 1].kind if last + 1 < len(items) else ""
    return items[last].kind == "on" and (opens or beside not in ("this", "OTHER", "a"))


def _by_then(expression: Expression) -> bool:
    return isinstance(expression.what, Vague) and expression.what.then


def _bounds(items: tuple[Token, ...], first: int, *words: str) -> bool:
    """ "No later than 5 June", "not earlier than"."""
    if first <= 2 or items[first - 2].text.lower() not in words:
        return False
    return items[first - 3].text.lower() in ("no", "not")


def _counts_from(one: Expression, other: Expression) -> bool:
    from_event = isinstance(one.what, Offset) and one.what.base == EVENT
    return from_event and one.last == other.first - 1
