"""Which sources the sentences of a document name themselves, beside those cited for them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from sayso.extract.attributions.citing.citation import Cited
from sayso.extract.attributions.finders import grammar
from sayso.extract.attributions.finders.scene import Saying, Scene
from sayso.extract.attributions.names import Names

_FEWEST_LETTERS = 3
_POINTING = frozenset({"the", "this", "that", "these", "same"})
_ARTICLES = ("a ", "an ", "the ")


class Telling:
    """The sayings of a document by the sentence that tells them."""

    def __init__(self, names: Names, sayings: Iterable[Saying]) -> None:
        self.names = names
        self._told: dict[int, list[Saying]] = defaultdict(list)
        for saying in sayings:
            self._told[saying.sentence].append(saying)

    def of(self, number: int) -> Sequence[Saying]:
        """The sayings of a sentence."""
        return self._told.get(number, ())

    def names_one(self, number: int, outlets: Sequence[Cited]) -> bool:
        """Whether a sentence names one of these outlets as the source of something."""
        return any(self.is_by(saying, outlets) for saying in self.of(number))

    def is_by(self, saying: Saying, outlets: Sequence[Cited]) -> bool:
        """Whether the source of a saying is one of these outlets, as far as their words tell."""
        if saying.source is None:
            return False
        return self._is_one(self.names.scene.document.text[slice(*saying.source)], outlets)

    def _is_one(self, words: str, outlets: Sequence[Cited]) -> bool:
        text, said = self.names.scene.document.text, _letters(words)
        names = {name for one in outlets for name in (one.link.name, text[slice(*one.source)])}
        return any(_share(said, _letters(name)) for name in names)

    def are_named(self, words: str, outlets: Sequence[Cited]) -> bool:
        """Whether one of these outlets, or authors, is named anywhere in some words."""
        said = _letters(words)
        names = (_letters(one.link.name) for one in outlets)
        return any(len(name) >= _FEWEST_LETTERS and name in said for name in names)

    def is_of_another(self, number: int, outlets: Sequence[Cited]) -> bool:
        """Whether a sentence tells what an outlet other than these reports, or was told."""
        return any(
            (
                saying.cue_entry.act == "report"
                and self.is_outlets(saying)
                and not self.is_by(saying, outlets)
            )
            or any(not self._is_one(words, outlets) for words in self._hearers(saying))
            for saying in self.of(number)
        )

    def is_of_somebody(self, number: int, outlets: Sequence[Cited]) -> bool:
        """Whether a sentence tells on the word of anybody, or anything, but these reports."""
        return any(saying.source and not self.is_by(saying, outlets) for saying in self.of(number))

    def _hearers(self, saying: Saying) -> Iterator[str]:
        """The outlets that somebody told it: "a guard told Reuters"."""
        sentence = self.names.scene.sentences[saying.sentence]
        for noun in sentence.children(sentence[saying.word], "dobj", "dative"):
            bounds = grammar.noun_phrase(sentence, noun)
            inside = saying.content[0] <= noun.start < saying.content[1]
            if bounds and not inside and self.names.is_outlet(sentence, noun, bounds):
                yield self.names.scene.document.text[slice(*bounds)]

    def is_outlets(self, saying: Saying) -> bool:
        """Whether an outlet that the sentence names is the source of a saying."""
        if saying.source is None or saying.speaker is None:
            return False
        sentence = self.names.scene.sentences[saying.sentence]
        speaker = sentence[saying.speaker]
        pointing = points_back(self.names.scene, saying)
        return not pointing and self.names.is_outlet(sentence, speaker, saying.source)


def points_back(scene: Scene, saying: Saying) -> bool:
    """Whether the source points to one named before: "the report", "the ministry, which"."""
    if saying.speaker is None or saying.source is None:
        return False
    sentence = scene.sentences[saying.sentence]
    speaker = sentence[saying.speaker]
    words = sentence.children(speaker)
    return speaker.tag in ("WDT", "WP") or (
        speaker.pos == "NOUN"
        and any(w.dep == "det" and w.text.lower() in _POINTING for w in words)
        and not any(w.pos == "PROPN" for w in sentence.within(*saying.source))
    )


def _share(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= _FEWEST_LETTERS and shorter in longer


def _letters(words: str) -> str:
    low = words.lower()
    for article in _ARTICLES:
        low = low.removeprefix(article)
    return "".join(ch for ch in low if ch.isalnum())
