"""Names that nobody bears, built as names of their type are: to train on what is around them."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

from sayso.packs.load import load
from sayso.packs.shelf import builtin_packs

Names = list[tuple[int, int, int]]
PERSON, BODY, PLACE, THING, OUTLET = range(5)
# What opens, holds and closes a syllable; nothing at all does so too.
SOUNDS = (
    "b d f g h j k kh l m n p r s sh t v w y z ch br kr tr st dh ng ts  ",
    "a e i o u aa ei ou ai ya",
    "n r s l k m t sk nd v   ",
)
LEGAL = ("Ltd", "Inc", "SA", "AG", "Plc", "GmbH", "Corp", "Oy", "NV", "AB", "AS", "SpA", "Group")
BEFORE_PLACES = ("El", "New", "Upper", "San", "Port", "Lower")
LETTERS = "ABCDEFGHIKLMNOPRSTUVZ"


class Inventor:
    """Makes names from those of a corpus, of the packs, and from syllables that mean nothing."""

    def __init__(self, examples: Sequence[Any], lots: random.Random) -> None:
        self.lots = lots
        pack = load(one.folder for one in builtin_packs())
        seen: list[set[tuple[str, ...]]] = [set() for _ in range(5)]
        for words, names in examples:
            for start, end, kind in names:
                seen[kind].add(tuple(words[start:end]))
        self.seen = [sorted(one) for one in seen]
        self.families = sorted({n[-1] for n in seen[PERSON] if n[-1].isalpha() and n[-1].istitle()})
        given = pack.list("male_names") | pack.list("female_names") | pack.list("either_names")
        self.given = sorted(name.title() for name in given if name.isalpha())
        self.towns = sorted(pack.towns)
        self.bodies = sorted(word.title() for word in pack.list("organization_endings"))
        self.outlets = sorted(word.title() for word in pack.list("outlet_nouns"))
        self.sites = sorted(word.title() for word in pack.list("place_nouns"))

    def exchanged(
        self, words: Sequence[str], names: Names, share: float
    ) -> tuple[list[str], Names]:
        """A sentence with so large a share of its names exchanged, one name for another."""
        told, places, end_before = list[str](), Names(), 0
        memory: dict[tuple[str, ...], list[str]] = {}
        loud = sum(word.isupper() for word in words) > 0.6 * len(words)
        for start, end, kind in names:
            told += words[end_before:start]
            old = tuple(words[start:end])
            if self.lots.random() < share:
                new = memory.setdefault(old, self.name(kind, old))
            else:
                new = list(old)
            first = len(told)
            told += [word.upper() for word in new] if loud else new
            places.append((first, len(told), kind))
            end_before = end
        return told + list(words[end_before:]), places

    def name(self, kind: int, old: Sequence[str]) -> list[str]:
        """A name of a type, about as long as an old one."""
        if kind == PERSON:
            return self._person(len(old))
        if kind == BODY:
            return self._body(old)
        if kind == PLACE:
            return self._place(len(old))
        if kind == OUTLET:
            return self._outlet(len(old))
        if self.lots.random() < 0.6 or len(old) == 1:
            return list(self.lots.choice(self.seen[THING]))
        return [self._word() for _ in old[:2]]

    def _person(self, size: int) -> list[str]:
        kinds = (self.families, self.families, self.towns)
        known = self.lots.choice([self.lots.choice(one) for one in kinds])
        last = known.split()[0] if self.lots.random() < 0.65 else self._syllables()
        if self.lots.random() < 0.1:
            last += f"-{self._syllables()}"
        if size == 1:
            return [last]
        first = self.lots.choice(self.given) if self.lots.random() < 0.6 else self._syllables()
        first = f"{first[0]}." if self.lots.random() < 0.1 else first
        if size == 2 or self.lots.random() < 0.7:
            return [first, last]
        middle = self.lots.choice([self._syllables(), self.lots.choice(self.given), "van", "bin"])
        return [first, middle, last]

    def _body(self, old: Sequence[str]) -> list[str]:
        if len(old) == 1 and old[0].isupper() and len(old[0]) < 6:
            return ["".join(self.lots.choices(LETTERS, k=self.lots.choice((3, 3, 4))))]
        if self.lots.random() < 0.3:
            return list(self.lots.choice(self.seen[BODY]))
        if len(old) == 1:
            return [self._word()]
        ways = (
            [self._word(), self.lots.choice(LEGAL)],
            [self._word(), *self.lots.choice(self.bodies).split()],
            [self._word(), *self.lots.choice(self.bodies).split()],
            [self.lots.choice(self.bodies).split()[-1], "of", self._word()],
            [self._word(), self._word()],
            [self._word(), self._word()],
            [self._word(), self.lots.choice(("and", "&")), self._word()],
        )
        return self.lots.choice(ways)

    def _outlet(self, size: int) -> list[str]:
        if self.lots.random() < 0.5:
            return list(self.lots.choice(self.seen[OUTLET]))
        bare = [self._word()]
        return bare if size == 1 else [*bare, *self.lots.choice(self.outlets).split()]

    def _place(self, size: int) -> list[str]:
        draw = self.lots.random()
        if draw < 0.25:
            return list(self.lots.choice(self.seen[PLACE]))
        if draw < 0.6:
            return self.lots.choice(self.towns).split()
        if draw < 0.9:
            bare = [self._syllables()]
            plain = size == 1 or self.lots.random() < 0.5
            return bare if plain else [self.lots.choice(BEFORE_PLACES), *bare]
        return [self._word(), *self.lots.choice(self.sites).split()]

    def _word(self) -> str:
        if self.lots.random() < 0.4:
            return self._syllables()
        return self.lots.choice(
            [self.lots.choice(one) for one in (self.towns, self.families, self.given)]
        ).split()[0]

    def _syllables(self) -> str:
        some = range(self.lots.choice((1, 2, 2, 2, 3, 3)))
        return "".join(
            self.lots.choice(part.split(" ")) for _ in some for part in SOUNDS
        ).capitalize()
