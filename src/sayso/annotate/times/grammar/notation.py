"""The notation that grammar rules are written in: regular expressions over kinds of words.

A word in a pattern stands for one token of that kind (``MONTH``, ``the``), a name from ``MACROS``
for a sub-pattern, ``and`` so on; space counts for nothing; everything else is as in ``re``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import NamedTuple

from sayso.annotate.times.expressions import Expression
from sayso.annotate.times.grammar.tokens import Token, Tokens
from sayso.annotate.times.grammar.words import LETTERS

_PIECE = re.compile(r"\(\?P<\w+>|\{\d+,\d*\}|\(\?[:!=]|\(\?<[!=]|[^\W\d_][\w']*|,|\s+|.", re.DOTALL)

MACROS = {
    "DAY": "[N12 N24 N31]",
    "ORDW": "[ORDWORD first second]",
    "DAYTH": "(?: DAY | ORD | ORDW )",
    "MON": "(?: MONTH | MABBR DOT? | MAYBE )",
    "ANYDAY": "(?: WEEKDAY | WABBR DOT? )",
    "FIGURE": "[N12 N24 N31 N59 N99 NUM DECIMAL YEAR]",
    "COUNT": "(?: FIGURE (?: N12 SLASH N12 )? | CARD )",
    "DASHES": "DASH DASH?",
    "TO": "(?: DASH DASH? | to | through | until | till )",
    "JOIN": "(?: DASH DASH? | to | through | until | and | or | , and | , | SLASH )",
    "BCERA": "(?: bc | bce )",
    "ADERA": "(?: ad | ce )",
    "ROUGH": "[about around nearly almost approximately roughly circa some over under]",
    "MOD": "(?: ROUGH DOT? | (?: more | less | fewer ) than | at (?: least | most )"
    " | (?: up | as (?: much | many ) ) (?: to | as ) | not more than )",
    "ZONE": "[gmt utc est edt pst pdt cst cdt]",
    "UNIT": "[minute hour day week fortnight month quarter year decade century millennium]",
    "UNITX": "(?: UNIT | UNITS )",
    "DETERMINER": "[the its their his her our this that]",
    "YEARLY": "(?: the? (?: this | that | last | next | very? same | following | previous"
    " | preceding ) year POSS? )",
}


# No rule begins with these, which most words of a text are: they are passed over at once.
NEVER_FIRST = (
    "(?! [OTHER , DOT BREAK OPEN CLOSE POSS SEMI COLON MODAL and in of on to by for from or into so"
    " just only between through than] )"
)


def expand(pattern: str) -> str:
    """The regular expression over kind letters that a pattern means."""
    return "".join(_piece(piece) for piece in _PIECE.findall(pattern))


def _piece(piece: str) -> str:
    if piece.isspace():
        return ""
    if piece in MACROS:
        inner = expand(MACROS[piece])
        return inner if inner.startswith("[") else f"(?:{inner})"
    if piece in LETTERS:
        return LETTERS[piece]
    if piece[0].isalpha() and len(piece) > 1:
        raise KeyError(f"no kind of word and no macro is called {piece!r}")
    return piece


class Hit(NamedTuple):
    """Where a pattern fits, with its named groups as tokens."""

    match: re.Match[str]
    tokens: tuple[Token, ...]

    def has(self, name: str) -> bool:
        """Whether the rule has such a group and it took part."""
        return name in self.match.re.groupindex and self.match.start(name) >= 0

    def token(self, name: str) -> Token | None:
        """The first token of a group, if it took part."""
        return self.tokens[self.match.start(name)] if self.has(name) else None

    def word(self, name: str) -> str:
        """The first word of a group in lower case, or nothing."""
        token = self.token(name)
        return token.text.lower() if token else ""

    def words(self, name: str) -> str:
        """All words of a group in lower case, a blank between them."""
        return " ".join(token.text.lower() for token in self._within(name))

    def value(self, name: str) -> int | None:
        """The value of a group's first token as a whole number, if it has one."""
        token = self.token(name)
        return int(token.value) if token and isinstance(token.value, int | float) else None

    def kinds(self, name: str) -> tuple[str, ...]:
        """The kinds of all tokens of a group."""
        return tuple(token.kind for token in self._within(name))

    def _within(self, name: str) -> tuple[Token, ...]:
        return self.tokens[slice(*self.match.span(name))] if self.has(name) else ()

    @property
    def first(self) -> int:
        """The place of the first token that belongs to the expression."""
        groups = self.match.re.groupindex
        return self.match.start("span" if "span" in groups else 0)

    @property
    def last(self) -> int:
        """The place behind the last token that belongs to the expression."""
        groups = self.match.re.groupindex
        return self.match.end("span" if "span" in groups else 0)


# Nothing found lets other rules try; null tells that the words are no time by any rule.
Build = Callable[[Hit], tuple[Expression, ...] | None]


class Rule:
    """A pattern and what to make of it; a build that finds nothing lets other rules try."""

    def __init__(self, name: str, pattern: str, build: Build) -> None:
        self.name = name
        self.pattern = pattern
        self.build = build

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The compiled pattern."""
        return re.compile(expand(self.pattern))


class Grammar:
    """Rules tried together: the longest fit wins, of equal ones the earlier rule."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules = tuple(rules)

    @cached_property
    def _anywhere(self) -> re.Pattern[str]:
        plain = (re.sub(r"\(\?P<\w+>", "(?:", expand(rule.pattern)) for rule in self.rules)
        fits = "|".join(f"(?:{pattern})" for pattern in plain)
        return re.compile(f"{expand(NEVER_FIRST)}(?:{fits})")

    def read(self, tokens: Tokens) -> list[Expression]:
        """All expressions of a text, in order, none overlapping another."""
        found: list[Expression] = []
        place = 0
        while match := self._anywhere.search(tokens.letters, place):
            place = match.start()
            end, expressions = self._best(tokens, place)
            found.extend(expressions)
            place = max(end, place + 1)
        return found

    def _best(self, tokens: Tokens, place: int) -> tuple[int, tuple[Expression, ...]]:
        fits = [
            (match.end(), -number, match, rule)
            for number, rule in enumerate(self.rules)
            if (match := rule.regex.match(tokens.letters, place))
        ]
        for end, _, match, rule in sorted(fits, key=lambda fit: fit[:2], reverse=True):
            expressions = rule.build(Hit(match, tokens.items))
            if expressions or expressions is None:
                return end, expressions or ()
        return place, ()
