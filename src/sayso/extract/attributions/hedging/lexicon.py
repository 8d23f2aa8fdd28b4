"""The pack's words of likelihood, looked for word by word; the longest wins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.packs.cues import Likelihood
from sayso.packs.pack import Pack
from sayso.records.parse import Sentence, Token

_WORD = re.compile(r"\w+|[^\w\s]")
# How the halves of a contraction are spelt out ("can't", "won't").
_WHOLE = {"n't": "not", "n’t": "not", "ca": "can", "wo": "will"}
# Forms whose key is a lemma ("seem" also stands for "seemed").
_INFLECTED = frozenset({"verb", "evidence", "noun"})


@dataclass(frozen=True, slots=True)
class Found:
    """A word of likelihood in a sentence: its first, last and main word, by place."""

    key: str
    entry: Likelihood
    first: int
    last: int
    head: int


@dataclass(frozen=True, slots=True)
class _Phrase:
    words: tuple[str, ...]
    key: str
    entry: Likelihood | None  # None: it only looks like one ("as possible")


_NONE: list[_Phrase] = []


class Lexicon:
    """Words of likelihood, and phrases that hold one and are none, by their first word."""

    def __init__(self, pack: Pack) -> None:
        phrases = [_Phrase(_words(key), key, entry) for key, entry in pack.likelihoods.items()]
        homographs = sorted(pack.list("likelihood_homographs"))
        phrases += [_Phrase(_words(key), key, None) for key in homographs]
        phrases.sort(key=lambda phrase: (-len(phrase.words), phrase.entry is not None, phrase.key))
        self._by_first: dict[str, list[_Phrase]] = {}
        for phrase in phrases:
            self._by_first.setdefault(phrase.words[0], []).append(phrase)

    def find(self, sentence: Sentence) -> Iterator[Found]:
        """The words of likelihood of a sentence in text order; none overlaps another."""
        place = 0
        while place < len(sentence):
            phrase, last = self._at(sentence, place)
            if phrase is not None and phrase.entry is not None:
                head = _head(sentence, place, last)
                yield Found(phrase.key, phrase.entry, place, last, head)
            place = last + 1

    def _at(self, sentence: Sentence, place: int) -> tuple[_Phrase | None, int]:
        """The longest phrase that begins here and its last word; here itself where none does."""
        token = sentence[place]
        word, lemma = _spelt(token), token.lemma.lower()
        begun = self._by_first.get(word, _NONE)
        if lemma != word and lemma in self._by_first:
            begun = [*begun, *self._by_first[lemma]]
        for phrase in begun:
            last = _end(sentence, place, phrase)
            if last is not None:
                return phrase, last
        return None, place


def _words(key: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(key.lower().replace("cannot", "can not")))


def _spelt(token: Token) -> str:
    word = token.text.lower()
    return _WHOLE.get(word, word)


def _is(token: Token, word: str, phrase: _Phrase) -> bool:
    inflected = phrase.entry is not None and phrase.entry.form in _INFLECTED
    return _spelt(token) == word or (inflected and token.lemma.lower() == word)


def _end(sentence: Sentence, place: int, phrase: _Phrase) -> int | None:
    """Where a phrase that begins here ends; one adverb may stand inside a phrase of verbs."""
    spare = 1
    for number, word in enumerate(phrase.words):
        if place < len(sentence) and not _is(sentence[place], word, phrase):
            if not (number and spare and sentence[place].tag == "RB"):
                return None
            spare, place = 0, place + 1
        if place >= len(sentence) or not _is(sentence[place], word, phrase):
            return None
        place += 1
    return place - 1


def _head(sentence: Sentence, first: int, last: int) -> int:
    """The word of a phrase that the others hang on."""
    below = dict.fromkeys(range(first, last + 1), 0)
    for place in range(first, last + 1):
        top = place
        for above in sentence.ancestors(sentence[place]):
            if not first <= above.i <= last:
                break
            top = above.i
        below[top] += 1
    return max(below, key=lambda i: (below[i], sentence[i].pos != "PART", -i))
