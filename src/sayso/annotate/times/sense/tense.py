"""Whether the words around a date look ahead or back, without a parse."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.annotate.times.expressions import Deictic, Expression, Fields
from sayso.annotate.times.grammar.tokens import Token, Tokens

_PAST = frozenset("was were had did said took came went made began met fell left held told".split())
_AHEAD_BEFORE = frozenset(("until", "till", "by", "through"))
_ENDS = frozenset(("BREAK", "STOP", "SEMI"))
_BEHIND, _BEYOND = 14, 6


def looks_ahead(tokens: Tokens, expression: Expression) -> bool:
    """Whether the date may lie ahead of the report.

    A weekday needs a word of the future; for a day or month of the year it is enough that no
    verb of the past stands near.
    """
    near = list(_near(tokens.items, expression))
    if any(token.kind == "MODAL" for token in near):
        return True
    if _is_weekday(expression):
        return False
    return not any(_is_past(token) for token in near)


def _is_weekday(expression: Expression) -> bool:
    what = expression.what
    return isinstance(what, Deictic) or (isinstance(what, Fields) and what.unit != "day")


def _is_past(token: Token) -> bool:
    word = token.text.lower()
    return word in _PAST or (token.kind == "OTHER" and word.endswith("ed") and len(word) > 4)


def _near(items: tuple[Token, ...], expression: Expression) -> Iterable[Token]:
    for token in reversed(items[max(0, expression.first - _BEHIND) : expression.first]):
        if token.kind in _ENDS or (token.kind == "DOT" and token.end - token.start == 1):
            break
        yield token
    for token in items[expression.last : expression.last + _BEYOND]:
        if token.kind in _ENDS or token.kind == "DOT":
            break
        yield token
