"""Sources that stand beside a cue: "citing Y" behind the outlet, "told Y" before the speaker."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.extract.attributions.finders import grammar
from sayso.extract.attributions.finders.quotations import Bounds
from sayso.extract.attributions.finders.scene import Saying
from sayso.extract.attributions.names import Names
from sayso.records.parse import Sentence, Token
from sayso.records.statements import Link


def beside(names: Names, saying: Saying, kind: str) -> Iterator[tuple[Link, str]]:
    """Sources that phrases beside the cue name: "citing Y" behind, "told Y" before."""
    sentence = names.scene.sentences[saying.sentence]
    if kind == "outer":
        yield from _told_to(names, saying, sentence)
    for first in sentence:
        found = names.scene.phrase_at(sentence, first, kind)
        if found and not _inside(first, saying.content):
            yield from _named_behind(names, sentence, sentence[found[0]])


def _named_behind(names: Names, sentence: Sentence, word: Token) -> Iterator[tuple[Link, str]]:
    heads = sentence.children(word, "pobj", "dobj") or sentence.children(
        sentence.head(word), "pobj"
    )
    for head in heads[:1]:
        bounds = grammar.noun_phrase(sentence, head)
        if bounds and head.i > word.i:
            yield names.link(sentence, head, bounds), head.lemma.lower()


def _told_to(names: Names, saying: Saying, sentence: Sentence) -> Iterator[tuple[Link, str]]:
    """ "told Reuters": the outlet that was told is the one that carried it."""
    for head in sentence.children(sentence[saying.word], "dobj", "dative"):
        bounds = grammar.noun_phrase(sentence, head)
        if bounds is None or bounds[1] > saying.content[0]:
            continue
        if names.is_outlet(sentence, head, bounds):
            yield names.link(sentence, head, bounds), head.lemma.lower()


def _inside(token: Token, bounds: Bounds) -> bool:
    return bounds[0] <= token.start < bounds[1]
