"""Capitals for texts that come without: telegrams in capitals, transcripts in small letters.

Names are known by their capitals; where a whole text has none, or nothing else, words that no
dictionary has are taken for names (cf. Lita et al. 2003). Letters keep their places.
"""

from __future__ import annotations

import re
from collections.abc import Callable

# A text of fewer letters says nothing of how it is written.
LEAST = 80
# Shares of capitals among letters under and over which a text is taken to have no case.
FEW, MOST = 0.004, 0.9
WORD = re.compile(r"[^\W\d_]+")
_ENDINGS = ("ies", "es", "s", "ied", "ed", "d", "ing", "er", "ers", "est", "ly", "r")
_ENDS = frozenset(".!?")
_BRIEF = 5


def is_caseless(text: str) -> bool:
    """Whether a text is written without capitals, or in capitals only."""
    letters = sum(letter.isalpha() for letter in text)
    capitals = sum(letter.isupper() for letter in text)
    return letters >= LEAST and not FEW <= capitals / letters <= MOST


def truecased(text: str, knows: Callable[[str], bool]) -> str:
    """The text with capitals where names and sentences begin, letter for letter in its place.

    ``knows`` tells whether a word in small letters is one of the language.
    """
    found = list(text)
    for match in WORD.finditer(text):
        told = match.group()
        word = told.lower()
        before = text[: match.start()].rstrip()
        opens = not before or before[-1] in _ENDS
        if not _ordinary(word, knows):
            bracketed = text[match.start() - 1 : match.start()] == "("
            word = word.upper() if bracketed and len(word) <= _BRIEF else word.capitalize()
        elif opens or word == "i":
            word = word.capitalize()
        # Of some letters the capital is two ("ß"), or that of another letter: they stay.
        if len(word) == len(told) and word.lower() == told.lower():
            found[match.start() : match.end()] = word
    return "".join(found)


def _ordinary(word: str, knows: Callable[[str], bool]) -> bool:
    """Whether a word, or what it is a form of, is in the dictionary."""
    if len(word) == 1 or knows(word):
        return True
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) > 1:
            stem = word[: -len(ending)]
            doubled = len(stem) > 2 and stem[-1] == stem[-2]
            forms = (stem, f"{stem}e", f"{stem}y", stem[:-1] if doubled else stem)
            if any(knows(form) for form in forms):
                return True
    return False
