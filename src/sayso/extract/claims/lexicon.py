"""The pack's words of judging, looked for in a sentence by lemma and by form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from sayso.packs.cues import Turn
from sayso.packs.pack import Pack, made_once
from sayso.records.parse import Token

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Phrases(Generic[Value]):
    """Words and phrases with what they stand for, by their first word."""

    by_first: Mapping[str, Sequence[tuple[tuple[str, ...], Value]]]

    @classmethod
    def of(cls, entries: Iterable[tuple[str, Value]]) -> Phrases[Value]:
        """From keys as packs write them; the longest wins."""
        table: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
        for key, value in entries:
            words = tuple(key.lower().replace("cannot", "can not").split())
            table.setdefault(words[0], []).append((words, value))
        for group in table.values():
            group.sort(key=lambda entry: (-len(entry[0]), entry[0]))
        return cls(table)

    def find(self, words: Sequence[Token]) -> Iterator[tuple[Token, Value]]:
        """What stands in some words, each with the first of its words; none overlaps another."""
        place = 0
        while place < len(words):
            hit = self._at(words, place)
            if hit is None:
                place += 1
            else:
                yield words[place], hit[1]
                place += len(hit[0])

    def _at(self, words: Sequence[Token], place: int) -> tuple[tuple[str, ...], Value] | None:
        form, lemma = words[place].text.lower(), words[place].lemma.lower()
        if form not in self.by_first and lemma not in self.by_first:
            return None
        begun = [entry for one in sorted({form, lemma}) for entry in self.by_first.get(one, ())]
        begun.sort(key=lambda entry: -len(entry[0]))
        for phrase, value in begun:
            rest = words[place : place + len(phrase)]
            if len(rest) == len(phrase) and all(map(_is, rest, phrase)):
                return phrase, value
        return None


def _is(token: Token, word: str) -> bool:
    return word in (token.text.lower(), token.lemma.lower())


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What a pack knows of judging."""

    turns: Phrases[Turn]
    aspects: Phrases[tuple[str, ...]]
    certainties: Phrases[str]
    inferences: Phrases[str]
    foretellings: Phrases[str]
    opening: frozenset[str]
    closing: frozenset[str]


@made_once
def lexicon(pack: Pack) -> Lexicon:
    """The words of judging of a pack, ready to be looked for."""
    aspects: dict[str, list[str]] = {}
    for aspect in sorted(pack.aspects):
        for word in pack.aspects[aspect].words:
            aspects.setdefault(word, []).append(aspect)

    def listed(name: str) -> Phrases[str]:
        return Phrases.of((word, word) for word in sorted(pack.list(name)))

    return Lexicon(
        turns=Phrases.of(sorted(pack.turns.items())),
        aspects=Phrases.of((word, tuple(names)) for word, names in sorted(aspects.items())),
        certainties=listed("certainties"),
        inferences=listed("inferences"),
        foretellings=listed("foretellings"),
        opening=pack.list("opening_headings"),
        closing=pack.list("closing_headings"),
    )
