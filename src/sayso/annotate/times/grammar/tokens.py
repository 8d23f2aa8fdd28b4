"""Words of a text with their kinds: what the patterns of the grammar run over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sayso.annotate.numbers import SPELLED, SPELLED_ORDINAL, spelled, spelled_year
from sayso.annotate.times.grammar.names import named
from sayso.annotate.times.grammar.words import CAPITALISED, LETTERS, LEXICON, PUNCTUATION

_TOKEN = re.compile(
    r"""
    (?P<break>\n[ \t]*\n\s*|(?<=\w{5}[.!?])\n\s*)
  | (?P<ISO>\d{4}(?P<sep>[-/.])\d{2}(?P=sep)\d{2}(?!\d)|\d{8}(?=T\d{4}))
  | (?P<SLASHED>\d{1,2}(?P<gap>[/.])\d{1,2}(?P=gap)(?:\d{4}|\d{2})(?![\d/]|\.\d)
              |\d{1,2}-\d{1,2}-\d{4}(?![\d/-]))
  | (?P<CLOCK>\d{1,2}[:.]\d{2}(?::\d{2})?(?=\s*(?:[ap]\.?m\b|hrs\b))|\d{1,2}:\d{2}(?::\d{2})?(?!\d)
              |(?<!\()(?:[01]\d|2[0-4])[0-5]\d(?=\s?(?:hours\s+)?(?:local\b|hrs\b|GMT\b|UTC\b|Z\b))
              |(?:(?<=\b[aA]t[ ])|(?<=\b[bB]y[ ])|(?<=[fF]rom[ ])|(?<=ntil[ ])|(?<=round[ ]))
               (?:[01]\d|2[0-4])[0-5]\d(?=\shours\b(?!\s+of\b)))
  | (?P<DECADE>(?:\d{3}0|\d{2}0(?=s\s+B\.?C)|['’]\d0)['’]?s\b|\d0(?=s\s+(?:B\.?C|A\.?D))s
              |(?<=the[ ])\d{1,2}0s\b)
  | (?P<ORD>\d{1,4}(?:st|nd|rd|th)\b)
  | (?P<number>\d+(?:,\d{3})+(?:\.\d+)?|\d+\.\d+|\d+(?=[^\W\d_]{0,3}\b))
  | (?P<YY>['’]\d\d\b)
  | (?P<QUARTERQ>Q[1-4]\b) | (?P<HALFH>H[12]\b)
  | (?P<FY>FY[ ]?['’]?(?:\d{4}|\d{2})(?:[-–/](?:\d{4}|\d{2}))?\b)
  | (?P<POSS>['’]s\b)
  | (?P<era>\b(?:B\.C\.E?\.?|A\.D\.|B\.C\b|C\.E\.|A\.H\.|AH\b|H\.S\.))
  | (?P<meridian>\b[aApP]\.[mM]\b\.?)
  | (?P<word>o['’]clock\b|[^\W\d_]+(?:\d\w*)?|\w+)
  | (?P<mark>[^\w\s])
    """,
    re.VERBOSE,
)
_ERAS = {"b": "bc", "a": "ad", "c": "ce", "ah": "AH", "hs": "AH"}


class Token(NamedTuple):
    """A word or mark: where it stands, its kind, and its value if the kind has one."""

    start: int
    end: int
    text: str
    kind: str
    value: int | float | str | None = None


class Tokens(NamedTuple):
    """The words of a text, and one letter each that stands for the word's kind."""

    items: tuple[Token, ...]
    letters: str


def tokenise(text: str, breaks: Sequence[int] = ()) -> Tokens:
    """Every word and mark of a text, in order.

    A blank line, or one of the offsets in ``breaks`` (ascending), is a token of kind BREAK.
    """
    found: list[Token] = []
    edges = [*breaks, len(text)]
    start = 0
    for edge in edges:
        found += _stretch(text, start, edge)
        found.append(Token(edge, edge, "", "BREAK"))
        start = edge
    return Tokens(tuple(found), "".join([LETTERS[token.kind] for token in found]))


def _stretch(text: str, start: int, end: int) -> Iterator[Token]:
    done = start
    for match in _TOKEN.finditer(text, start, end):
        if match.start() < done:
            continue
        token = _token(text, match)
        done = token.end
        yield token


def _token(text: str, match: re.Match[str]) -> Token:
    shape, word, start = match.lastgroup or "mark", match.group(), match.start()
    if shape == "word":
        return _word(text, start, word)
    if shape == "number":
        return _number(start, word)
    if shape == "mark":
        return Token(start, start + 1, word, PUNCTUATION.get(word, "OTHER"))
    if shape == "era":
        letters = word.lower().replace(".", "")
        return Token(start, match.end(), word, _ERAS.get(letters) or _ERAS[letters[0]])
    if shape == "meridian":
        return Token(start, match.end(), word, word[0].lower() + "m")
    if shape == "break":
        return Token(start, match.end(), word, "BREAK")
    digits = re.sub(r"\D", "", word)
    return Token(start, match.end(), word, shape, int(digits) if digits else None)


def _word(text: str, start: int, word: str) -> Token:
    if word[0].isupper() and (name := named(text, start, word)):
        return Token(start, name[0], text[start : name[0]], name[1], name[2])
    kind, value = LEXICON.get(word.lower(), ("OTHER", None))
    if kind in CAPITALISED and not word[0].isupper():
        kind = "MODAL" if word == "may" else "OTHER"
    elif kind in ("CARD", "a", "an") and (number := SPELLED.match(text, start)):
        return _spelled(number)
    if kind == "CARD" and (ordinal := SPELLED_ORDINAL.match(text, start)):
        return _spelled_ordinal(ordinal)
    return Token(start, start + len(word), word, kind, value)


def _spelled(number: re.Match[str]) -> Token:
    if ordinal := SPELLED_ORDINAL.match(number.string, number.start()):
        return _spelled_ordinal(ordinal)
    words = number.group()
    if number["year"]:
        return Token(number.start(), number.end(), words, "YEARW", spelled_year(words))
    return Token(number.start(), number.end(), words, "CARD", spelled(words))


def _spelled_ordinal(ordinal: re.Match[str]) -> Token:
    value = spelled(ordinal["tens"] or "") + int(LEXICON[ordinal["last"].lower()][1] or 0)
    return Token(ordinal.start(), ordinal.end(), ordinal.group(), "ORDWORD", value)


def _number(start: int, word: str) -> Token:
    plain = word.replace(",", "")
    if "." in plain:
        return Token(start, start + len(word), word, "DECIMAL", float(plain))
    value = int(plain[:18])
    return Token(start, start + len(word), word, _size(plain, value, plain == word), value)


def _size(digits: str, value: int, plain: bool) -> str:
    """The kind of a whole number: what part of a date or hour it could be."""
    if plain and len(digits) == 4 and 1000 <= value <= 2200:
        return "YEAR"
    if not plain or len(digits) > 2 or value == 0:
        return "NUM"
    limits = ((12, "N12"), (24, "N24"), (31, "N31"), (59, "N59"))
    return next((kind for limit, kind in limits if value <= limit), "N99")
