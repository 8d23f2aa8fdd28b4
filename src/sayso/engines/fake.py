"""An engine and a tagger without a model, for tests."""

from __future__ import annotations

import re
from itertools import pairwise

from sayso.engines.protocols import Stretch
from sayso.records.documents import Document
from sayso.records.parse import Parse, Sentence, Token

WORD = re.compile(r"\w+(?:['’]\w+)*|[^\w\s]")
STOP = re.compile(r"[.!?]+\s+|\Z")


class FakeEngine:
    """Marks capitalised words as names and hangs every word on the first of its sentence.

    ``version`` is part of the hash, so that tests can pretend that the engine has changed.
    """

    def __init__(self, version: str = "1") -> None:
        self.version = version

    @property
    def hash(self) -> str:
        """Changes with the version."""
        return f"fake-{self.version}"

    def parse(self, document: Document) -> Parse:
        """Sentences of each block, cut at full stops."""
        cleaned = document.cleaned
        found = []
        for block, (start, end) in enumerate(cleaned.block_bounds(document.blocks)):
            stops = [start, *(m.end() for m in STOP.finditer(cleaned.text, start, end))]
            for low, high in pairwise(stops):
                words = [m.span() for m in WORD.finditer(cleaned.text, low, high)]
                tokens = tuple(_token(i, a, b, document) for i, (a, b) in enumerate(words))
                if tokens:
                    found.append(Sentence(block, tokens))
        return Parse(tuple(found))


def _token(i: int, start: int, end: int, document: Document) -> Token:
    text = document.cleaned.text[start:end]
    name = i > 0 and text[:1].isupper()
    tag = "NNP" if name else "CD" if text.isdigit() else "NN"
    pos = {"NNP": "PROPN", "CD": "NUM", "NN": "NOUN"}[tag] if text[0].isalnum() else "PUNCT"
    begin, finish = document.cleaned.source_span(start, end)
    dep = "dep" if i else "ROOT"
    return Token(i, begin, finish, text, text.lower(), pos, tag, dep, 0, "PERSON" * name, name)


class FakeTagger:
    """Takes capitalised words before "said" for sources and what follows for content."""

    hash = "fake"

    def label(self, stretch: Stretch) -> list[int]:
        """Labels of source, cue and content around each "said", sentence by sentence."""
        labels: list[int] = []
        for place, word in enumerate(stretch.words):
            new = place == 0 or stretch.sentences[place] != stretch.sentences[place - 1]
            last = 0 if new else labels[-1]
            labels.append(_label(word, last))
        return labels


def _label(word: str, last: int) -> int:
    if word == "said":
        return 3
    if last in (3, 5, 6):
        return 5 if last == 3 else 6
    return 1 if word[:1].isupper() else 0
