"""Words of a text as SQLite's full-text search has them, so that both stores find the same.

A word is a run of letters and digits; case and the marks on Latin letters do not count. See
"Unicode61 Tokenizer" in the documentation of SQLite's FTS5. That is of the Unicode of 2012 and
takes every sign it does not know, a new emoji for one, for a letter; here it is none.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from sayso.store.rows.terms import Term

_LETTER = r"[^\W_]|[\uE000-\uF8FF]"
_WORD = re.compile(rf"(?:{_LETTER})(?:{_LETTER}|[\u0300-\u0331])*")
# What PostgreSQL can hold: bytes of a word, places in a text, places of a word, bytes of a text.
_LONGEST, _LAST, _PLACES, _ROOM = 500, 16_383, 255, 900_000
# Words of an excerpt, as many as an excerpt of SQLite's has.
_SHOWN = 24


class Word(NamedTuple):
    """A word as it is compared, and where it stands."""

    text: str
    start: int
    end: int


def words_of(text: str) -> Iterator[Word]:
    """The words of a text, in order."""
    for match in _WORD.finditer(text):
        yield Word(_compared(match[0]), match.start(), match.end())


def vector_of(text: str) -> str:
    """A text as the literal of a tsvector: its words and their places.

    Words after the 16,383rd are all in that place, so that phrases there are not found; a passage
    of more than some hundred thousand different words loses the last of them.
    """
    places: dict[str, list[int]] = defaultdict(list)
    room = _ROOM
    for place, word in enumerate(words_of(text), start=1):
        held = places.get(word.text)
        room -= 2 if held else len(word.text.encode()) + 16
        if room < 0:
            break
        if held is None or (len(held) < _PLACES and held[-1] < _LAST):
            places[word.text].append(min(place, _LAST))
    return " ".join(f"'{word}':{','.join(map(str, found))}" for word, found in places.items())


def query_of(wanted: Iterable[Term]) -> str:
    """What is wanted as the literal of a tsquery; empty where no word is."""
    return " & ".join(f"({' <-> '.join(phrase)})" for phrase in map(_phrase, wanted) if phrase)


def excerpt(text: str, wanted: Iterable[Term]) -> str:
    """The stretch of a text that has most of what is wanted, with those words in brackets."""
    words = list(words_of(text))
    marked = sorted(set(_hits([word.text for word in words], list(wanted))))
    first = _densest([start for start, _ in marked])
    first = max(0, min(first, len(words) - _SHOWN))
    last = min(len(words), first + _SHOWN)
    parts, at = [], words[first].start if first else 0
    for start, end in marked:
        if start < first or end > last or words[start].start < at:
            continue
        parts += [
            text[at : words[start].start],
            "[",
            text[words[start].start : words[end - 1].end],
            "]",
        ]
        at = words[end - 1].end
    parts.append(text[at : words[last - 1].end if last < len(words) else len(text)])
    return "…" * bool(first) + "".join(parts) + "…" * (last < len(words))


def _phrase(term: Term) -> list[str]:
    found = [f"'{word.text}'" for word in words_of(term.text)]
    return [*found[:-1], found[-1] + ":*" * term.open] if found else []


def _hits(words: list[str], wanted: list[Term]) -> Iterator[tuple[int, int]]:
    """From which word to which a wanted phrase stands."""
    for term in wanted:
        phrase = [word.text for word in words_of(term.text)]
        for start in range(len(words) - len(phrase) + 1):
            here = words[start : start + len(phrase)]
            if phrase and here[:-1] == phrase[:-1] and _fits(here[-1], phrase[-1], term.open):
                yield start, start + len(phrase)


def _fits(word: str, wanted: str, open: bool) -> bool:
    return word.startswith(wanted) if open else word == wanted


def _densest(starts: list[int]) -> int:
    """The first word of the stretch with most hits, some words before the first of them."""
    counts = [
        (bisect_left(starts, start + _SHOWN) - place, -start) for place, start in enumerate(starts)
    ]
    best = -max(counts)[1] if counts else 0
    return max(0, best - 3) if best >= _SHOWN - 3 else 0


@lru_cache(maxsize=20_000)
def _compared(word: str) -> str:
    if word.isascii():
        return word.lower()[:_LONGEST]
    return "".join(map(_letter, word))[:_LONGEST]


@lru_cache(maxsize=4_000)
def _letter(character: str) -> str:
    if "\u0300" <= character <= "\u0331":
        return ""
    folded = character.casefold()
    folded = folded if len(folded) == 1 else character.lower()
    bare = unicodedata.normalize("NFD", folded)[0]
    return bare if bare.isascii() else folded
