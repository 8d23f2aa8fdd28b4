"""Letters, capital and small, and what they tell of a word being a name."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from itertools import pairwise

from sayso.records.parse import FINITE, Sentence, Token

NAMING_ENTITIES = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP"})
# How many letters a particle may have that no pack lists.
LONGEST_PARTICLE = 3
# How far from the head of a sentence its first noun is at most.
FEW = 4
# How many words in another script are still a name.
LONGEST_SCRIPT = 6
# How many words a line has at most that tells who wrote and when.
LINE = 14
# A verb in small letters shows that a heading does not capitalise every word.
_OPENING = frozenset({'"', "\u201c", "\u2018", "\u00ab", ":", "\u2022"})
_TELLING = FINITE | {"VBN"}


def unlike_english(token: Token) -> bool:
    """Whether a capital at the head of a sentence must be a name's, whatever the engine takes the
    word for: letters alone ("IEBC"), or marks that English words have not ("Médecins")."""
    if token.pos not in ("NOUN", "PROPN", "ADJ", "X"):
        return False
    word = token.text
    letters = word.isupper() and word.isalpha() and len(word) > 2
    return letters or (word.isalpha() and not word.isascii() and len(word) > 2)


def is_unknown(token: Token) -> bool:
    """Whether a sentence begins with a word of no dictionary, whatever the engine takes it for:
    "Cheruiyot, re-elected in June, said"."""
    told = token.pos in ("NOUN", "PROPN", "X") and token.tag in ("NN", "NNP", "FW")
    return token.i == 0 and told and not token.common and token.text.istitle()


def opens_plainly(sentence: Sentence) -> bool:
    """Whether a sentence begins with a common word that only says of what the next one is:
    "Quota talks failed", "Opera chief resigns"."""
    first, behind = sentence[0], sentence.tokens[1:2]
    if not behind or not behind[0].text.islower():
        return False
    if first.common and behind[0].pos in ("ADP", "AUX"):
        # "Collapse of Velm", "Turnout was low"
        return True
    if behind[0].pos != "NOUN":
        return False
    beside = first.dep in ("compound", "amod", "nmod") and first.head < FEW
    return beside and first.common


def proper_in_small(token: Token) -> bool:
    """Whether the engine sees a short word without a capital inside a name: "al", "ez"."""
    short = token.text.isalpha() and token.text.islower() and len(token.text) <= LONGEST_PARTICLE
    return short and token.pos == "PROPN" and token.entity in NAMING_ENTITIES - {"NORP"}


def uncased(word: str) -> bool:
    """Whether a word is in letters that are neither capital nor small: Arabic, Hebrew, Han."""
    return any(c.isalpha() for c in word) and word.upper() == word.lower() and not word.isascii()


def bracketed_script(sentence: Sentence, first: int) -> int | None:
    """The end of words in a script without capitals that fill a pair of brackets."""
    if not (first and sentence[first - 1].text == "(" and uncased(sentence[first].text)):
        return None
    last = first
    while last + 1 < len(sentence) and (
        uncased(sentence[last + 1].text) or sentence[last + 1].text in ("-", "'", "’")
    ):
        last += 1
    closed = last + 1 < len(sentence) and sentence[last + 1].text == ")"
    return last if closed and last - first < LONGEST_SCRIPT else None


def in_other_script(name: str) -> bool:
    """Whether none of the letters of a name is Latin."""
    letters = [c for c in name if c.isalpha()]
    return bool(letters) and not any(unicodedata.name(c, "").startswith("LATIN") for c in letters)


def proper_forms(sentences: Iterable[Sentence]) -> frozenset[str]:
    """Words that the document capitalises in the middle of sentences that are no titles."""
    forms: set[str] = set()
    for sentence in sentences:
        if not shouts(sentence):
            pairs = pairwise(sentence.tokens)
            forms.update(
                b.text for a, b in pairs if b.text[:1].isupper() and a.text not in _OPENING
            )
    return frozenset(forms)


def shouts(sentence: Sentence) -> bool:
    """Whether a heading capitalises nearly every word, so that capitals say nothing."""
    if sentence.tokens[-1].text in (".", "?", "!") or is_dated(sentence):
        return False
    # Such headings have a capital for their verbs too.
    if any(t.text.islower() and t.tag in _TELLING for t in sentence.tokens):
        return False
    words = [t for t in sentence.tokens if t.text[:1].isalpha() and len(t.text) > 3]
    return len(words) > 2 and sum(t.text[0].isupper() for t in words) > 0.7 * len(words)


def is_dated(sentence: Sentence) -> bool:
    """Whether a line tells no more than who wrote, for whom and when: "The Velm Post, May 2019"."""
    year = sentence[-1].text if len(sentence) > 2 else ""
    day = len(year) == 4 and year.isdigit()
    return day and len(sentence) <= LINE and any(t.text == "," for t in sentence.tokens)


def is_byline(sentence: Sentence) -> bool:
    """Whether a line tells who wrote: "By Ann Lee in Velm", "Review by Ann Lee, Velm Gazette"."""
    by = any(token.text.lower() == "by" for token in sentence.tokens[:2])
    short = len(sentence) <= LINE and sentence[-1].text != "."
    return by and short and not any(t.pos in ("VERB", "AUX") for t in sentence.tokens)


def named_forms(sentences: Iterable[Sentence]) -> frozenset[str]:
    """Words with a capital that the engine takes for people's names."""
    return frozenset(t.text for s in sentences for t in s.tokens if t.entity == "PERSON")


def ordinary_forms(sentences: Iterable[Sentence]) -> frozenset[str]:
    """Words that the document writes with a small letter: in a title they name nobody."""
    return frozenset(t.text for s in sentences for t in s.tokens if t.text.islower())
