"""Whether the words around a date look ahead or back, without a parse: the nearest cue decides."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.annotate.times.expressions import Expression
from sayso.annotate.times.grammar.tokens import Token, Tokens

_PAST = frozenset(
    ("was", "were", "had", "did", "said", "took", "came", "went", "made", "began", "met", "fell")
)
# Words that lead up to a date still to come: "extended to", "valid until", "as soon as".
_UP_TO = frozenset(("to", "until", "till", "through", "as"))
_ENDS = frozenset(("BREAK", "STOP", "SEMI"))
_BEHIND, _BEYOND = 12, 6


def outlook(tokens: Tokens, expression: Expression) -> str | None:
    """ "ahead" or "past" as the nearest cue tells, null where none stands near."""
    items, first, last = tokens.items, expression.first, expression.last
    if first and items[first - 1].kind in _UP_TO:
        return "ahead"
    # "They tried to stop Friday's vote": an infinitive says little of a weekday.
    weekday = expression.rule == "weekday"
    behind = range(first - 1, max(0, first - _BEHIND), -1)
    beyond = range(last, min(len(items), last + _BEYOND))
    return _cue(items, behind, weekday=weekday) or _cue(items, beyond, weekday=weekday)


def _cue(items: tuple[Token, ...], places: Iterable[int], *, weekday: bool) -> str | None:
    """The first verb of the past or word of the future on the way from the date."""
    for place in places:
        token, before = items[place], items[place - 1]
        if token.kind in _ENDS or (token.kind == "DOT" and len(before.text) > 1):
            return None
        if token.kind == "MODAL" or (not weekday and _to_be_done(token, before)):
            return "ahead"
        if _is_past(token):
            return "past"
    return None


def _to_be_done(token: Token, before: Token) -> bool:
    """ "To resume", "be completed"."""
    verb = token.kind == "OTHER" and token.text.islower() and len(token.text) > 1
    return verb and (before.kind == "to" or before.text == "be")


def _is_past(token: Token) -> bool:
    word = token.text.lower()
    return word in _PAST or (token.kind == "OTHER" and word.endswith("ed") and len(word) > 4)
