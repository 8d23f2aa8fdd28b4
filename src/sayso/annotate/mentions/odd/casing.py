"""Letters, capital and small, and what they tell of a word being a name."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from sayso.records.parse import Sentence, Token

NAMING_ENTITIES = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP"})
# How many letters a particle may have that no pack lists.
LONGEST_PARTICLE = 3


def unlike_english(token: Token) -> bool:
    """Whether a capital at the head of a sentence must be a name's, whatever the engine takes the
    word for: letters alone ("IEBC"), or marks that English words have not ("Médecins")."""
    if token.pos not in ("NOUN", "PROPN", "ADJ", "X"):
        return False
    word = token.text
    letters = word.isupper() and word.isalpha() and len(word) > 2
    return letters or (word.isalpha() and not word.isascii() and len(word) > 2)


def proper_in_small(token: Token) -> bool:
    """Whether the engine sees a short word without a capital inside a name: "al", "ez"."""
    short = token.text.islower() and len(token.text) <= LONGEST_PARTICLE
    return short and token.pos == "PROPN" and token.entity in NAMING_ENTITIES - {"NORP"}


def uncased(word: str) -> bool:
    """Whether a word is in letters that are neither capital nor small: Arabic, Hebrew, Han."""
    return any(c.isalpha() for c in word) and word.upper() == word.lower() and not word.isascii()


def in_other_script(name: str) -> bool:
    """Whether none of the letters of a name is Latin."""
    letters = [c for c in name if c.isalpha()]
    return bool(letters) and not any(unicodedata.name(c, "").startswith("LATIN") for c in letters)


def proper_forms(sentences: Iterable[Sentence]) -> frozenset[str]:
    """Words that the document capitalises in the middle of sentences that are no titles."""
    forms: set[str] = set()
    for sentence in sentences:
        if not shouts(sentence):
            forms.update(t.text for t in sentence.tokens[1:] if t.text[:1].isupper())
    return frozenset(forms)


def shouts(sentence: Sentence) -> bool:
    """Whether a heading capitalises nearly every word, so that capitals say nothing."""
    if sentence.tokens[-1].text in (".", "?", "!"):
        return False
    words = [t for t in sentence.tokens if t.text[:1].isalpha() and len(t.text) > 3]
    return len(words) > 2 and sum(t.text[0].isupper() for t in words) > 0.7 * len(words)


def ordinary_forms(sentences: Iterable[Sentence]) -> frozenset[str]:
    """Words that the document writes with a small letter: in a title they name nobody."""
    return frozenset(t.text for s in sentences for t in s.tokens if t.text.islower())
