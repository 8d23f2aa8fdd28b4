"""Capitals for texts that come without: telegrams in capitals, transcripts in small letters.

Names are known by their capitals; where a whole text has none, or nothing else, they come from
words that are mostly written so (learned, see docs/models/capitals.md), and from words that no
dictionary has (cf. Lita et al. 2003). Letters keep their places.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

# A text of fewer letters says nothing of how it is written.
LEAST = 80
# Shares of capitals among letters under and over which a text is taken to have no case.
FEW, MOST = 0.004, 0.9
WORD = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"\d+$|^\d+")
_ENDINGS = ("ies", "es", "s", "ied", "ed", "d", "ing", "er", "ers", "est", "ly", "r")
_ENDS = frozenset(".!?")
_BRIEF = 5
# Small words inside a body's name, which its initials pass over.
_LINKS = frozenset({"of", "the", "and", "for", "de", "la", "del"})
# Months that are common words too.
MONTHS = frozenset({"march", "may"})
_VOWELS = frozenset("aeiouy")


@dataclass(frozen=True, slots=True)
class Capitals:
    """Words in small letters that are written with a capital inside sentences.

    ``always`` are so wherever they stand, ``sometimes`` beside another name, ``pairs`` together.
    """

    always: frozenset[str] = frozenset()
    sometimes: frozenset[str] = frozenset()
    pairs: frozenset[str] = frozenset()


@cache
def shipped_capitals() -> Capitals:
    """The words as learned by `make train`."""
    told = json.loads((files("sayso.engines.letters") / "capitals.json").read_text("utf-8"))
    return Capitals(*(frozenset(told[name]) for name in ("always", "sometimes", "pairs")))


def is_common(
    word: str, knows: Callable[[str], bool], *, noun: bool, capitals: Capitals | None = None
) -> bool:
    """Whether a word in small letters is one of the language that is no part of a name here: one
    that names sometimes have only where the grammar takes it for a common ``noun``."""
    told = capitals or shipped_capitals()
    named = word in told.always or (word in told.sometimes and not noun)
    return not named and _ordinary(word, knows, told)


def is_caseless(text: str) -> bool:
    """Whether a text is written without capitals, or in capitals only."""
    letters = sum(letter.isalpha() for letter in text)
    capitals = sum(letter.isupper() for letter in text)
    return letters >= LEAST and not FEW <= capitals / letters <= MOST


def truecased(text: str, knows: Callable[[str], bool], capitals: Capitals | None = None) -> str:
    """The text with capitals where names and sentences begin, letter for letter in its place.

    ``knows`` tells whether a word in small letters is one of the language; ``capitals`` are the
    words learned, the shipped ones where none are given.
    """
    found = list(text)
    matches = list(WORD.finditer(text))
    words = [match.group().lower() for match in matches]
    gaps = gaps_between(text, matches)
    named = _named(words, gaps, knows, capitals or shipped_capitals())
    brief = {w for w, gap in zip(words, gaps, strict=False) if gap[-1:] == "(" and _is_brief(w)}
    brief -= {word for word in brief if knows(word)}
    for place, (match, word) in enumerate(zip(matches, words, strict=True)):
        before = gaps[place].rstrip()
        opens = not place or (before[-1:] in _ENDS and not _is_letter(words, gaps, place - 1))
        if word in brief or _is_letter(words, gaps, place):
            word = word.upper()
        elif named[place] or opens or word == "i":
            word = (
                word.upper() if _is_brief(word) and not _VOWELS & set(word) else word.capitalize()
            )
        put(found, match, word)
    return "".join(found)


def put(found: list[str], match: re.Match[str], word: str) -> None:
    """Write a word in other letters in its place.

    Of some letters the capital is two ("ß"), or that of another letter: they stay.
    """
    told = match.group()
    if len(word) == len(told) and word.lower() == told.lower():
        found[match.start() : match.end()] = word


def paired(words: Sequence[str], gaps: Sequence[str], *pairs: frozenset[str]) -> set[int]:
    """The places of words that stand together as one of the ``pairs``, "ann lee"."""
    found: set[int] = set()
    for place in range(1, len(words)):
        pair = f"{words[place - 1]} {words[place]}"
        if gaps[place] == " " and any(pair in known for known in pairs):
            found |= {place - 1, place}
    return found


def gaps_between(text: str, matches: Sequence[re.Match[str]]) -> list[str]:
    """What stands in front of each word, and last what stands behind the last."""
    ends = [0, *(match.end() for match in matches)]
    starts = [*(match.start() for match in matches), len(text)]
    return [text[end:start] for end, start in zip(ends, starts, strict=True)]


def _is_brief(word: str) -> bool:
    return 1 < len(word) <= _BRIEF


def _is_letter(words: Sequence[str], gaps: Sequence[str], place: int) -> bool:
    """Whether a letter is one of "u.s."."""
    before = place and len(words[place - 1]) == 1 and gaps[place] == "."
    behind = place + 1 < len(words) and len(words[place + 1]) == 1 and gaps[place + 1] == "."
    return len(words[place]) == 1 and bool(before or behind)


def _named(
    words: Sequence[str], gaps: Sequence[str], knows: Callable[[str], bool], capitals: Capitals
) -> list[bool]:
    """For each word whether it belongs to a name."""
    named = [w in capitals.always or not _ordinary(w, knows, capitals) for w in words]
    for place in paired(words, gaps, capitals.pairs):
        named[place] = True
    for place in range(1, len(words)):
        if gaps[place][-1:] == "(" and _is_brief(words[place]):
            for part in _spelt_out(words, gaps, place):
                named[part] = True
        if words[place] in MONTHS and _is_numbered(gaps, place):
            named[place] = True
    # Names grow from the words that surely are some: to the right, then to the left.
    places = range(len(words))
    for order, step in ((places, -1), (reversed(places), 1)):
        for place in order:
            if not named[place] and words[place] in capitals.sometimes:
                named[place] = _touches(named, gaps, place, step)
    return named


def _touches(named: Sequence[bool], gaps: Sequence[str], place: int, step: int) -> bool:
    """Whether a word stands right beside a name."""
    other = place + step
    gap = gaps[max(place, other)]
    return 0 <= other < len(named) and named[other] and gap in (" ", "-")


def _is_numbered(gaps: Sequence[str], place: int) -> bool:
    """Whether a number stands right beside a word."""
    return any(_DIGITS.search(gap.strip()) for gap in gaps[place : place + 2])


def _spelt_out(words: Sequence[str], gaps: Sequence[str], place: int) -> list[int]:
    """The words in front of a bracket whose initials are the letters in it."""
    letters, found = list(words[place]), []
    at = place - 1
    while letters and at >= 0 and (at == place - 1 or gaps[at + 1] in (" ", "-")):
        if words[at][0] == letters[-1]:
            letters.pop()
            found.append(at)
        elif words[at] not in _LINKS:
            return []
        at -= 1
    return [] if letters else found


def _ordinary(word: str, knows: Callable[[str], bool], capitals: Capitals) -> bool:
    """Whether a word, or what it is a form of, is in the dictionary and is no name."""
    if len(word) == 1 or knows(word) or word in capitals.sometimes:
        return True
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) > 1:
            stem = word[: -len(ending)]
            doubled = len(stem) > 2 and stem[-1] == stem[-2]
            forms = (stem, f"{stem}e", f"{stem}y", stem[:-1] if doubled else stem)
            if any(knows(form) and form not in capitals.always for form in forms):
                return True
    return False
