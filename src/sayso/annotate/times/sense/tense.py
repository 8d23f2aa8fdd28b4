"""Whether the words around a date look ahead or back, without a parse: the nearest cue decides."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.annotate.times.expressions import Deictic, Expression
from sayso.annotate.times.grammar.tokens import Token, Tokens

_PAST = frozenset(
    ("was", "were", "had", "did", "said", "took", "came", "went", "made", "began", "met", "fell")
)
# Prepositions that lead up to a date still to come: "extended to", "valid until".
_UP_TO = frozenset(("to", "until", "till", "through"))
_ENDS = frozenset(("BREAK", "STOP", "SEMI", "DOT"))
_BEHIND, _BEYOND = 12, 6


def looks_ahead(tokens: Tokens, expression: Expression) -> bool:
    """Whether the date may lie ahead of the report.

    A weekday needs a word of the future; for a date it is enough that no verb of the past is the
    nearest one.
    """
    items = tokens.items
    before = items[max(0, expression.first - _BEHIND) : expression.first]
    weekday = isinstance(expression.what, Deictic)
    if before and before[-1].kind in _UP_TO and not weekday:
        return True
    behind = _cue(before, backwards=True)
    cue = behind or _cue(items[expression.last : expression.last + _BEYOND], backwards=False)
    return cue == "ahead" if weekday or cue else True


def _cue(words: Sequence[Token], *, backwards: bool) -> str | None:
    """The first verb of the past or word of the future on the way from the date."""
    places = range(len(words) - 1, -1, -1) if backwards else range(len(words))
    for place in places:
        token = words[place]
        if token.kind in _ENDS:
            return None
        if token.kind == "MODAL" or _infinitive(words, place):
            return "ahead"
        if _is_past(token):
            return "past"
    return None


def _infinitive(words: Sequence[Token], place: int) -> bool:
    """ "To resume": what is still to be done."""
    if words[place].kind != "to" or place + 1 == len(words):
        return False
    verb = words[place + 1]
    return verb.kind == "OTHER" and verb.text.islower() and len(verb.text) > 1


def _is_past(token: Token) -> bool:
    word = token.text.lower()
    return word in _PAST or (token.kind == "OTHER" and word.endswith("ed") and len(word) > 4)
