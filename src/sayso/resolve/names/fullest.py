"""The fullest names of groups that grow together, and how far full names may differ."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from sayso.resolve.names.lexicon import Lexicon
from sayso.resolve.names.match import compare_names
from sayso.resolve.names.parts import read_name

# From here on two names of a kind are one.
ENOUGH = {"Person": 0.86, "Body": 0.8, "Place": 0.86, "Office": 0.94}
# Of a place that a pack knows: Slavonia is not Slovenia.
KNOWN_PLACE = 0.9
# From here on two names of bodies have a word of their own in common.
ONE_HOUSE = 0.5
# From here on two names may be one, for an analyst to say.
DOUBTFUL = 0.64


class Named(Protocol):
    """What has a name, and a kind: Person, Body, Place or Office."""

    @property
    def kind(self) -> str:
        """The kind of what is named."""

    @property
    def name(self) -> str:
        """Its fullest name."""


class Fullest:
    """The fullest name of each group of people, so that a chain of short names joins no two.

    Whom an analyst made one may go by names that contradict each other: such a group has several,
    and who fits one of them stays with it.
    """

    def __init__(self, profiles: Sequence[Named], lexicon: Lexicon) -> None:
        self._profiles, self._lexicon = profiles, lexicon
        self._names: dict[int, frozenset[str]] = {}

    def of(self, head: int) -> frozenset[str]:
        """The full names of the group with this head."""
        return self._names.get(head) or frozenset((self._profiles[head].name,))

    def part(self, one: int, other: int) -> bool:
        """Whether the full names of two groups contradict each other."""
        kinds = {self._profiles[one].kind, self._profiles[other].kind}
        if len(kinds) != 1:
            return False
        (kind,) = kinds
        return all(self._clash(kind, a, b) for a in self.of(one) for b in self.of(other))

    def learn(self, head: int, one: int, other: int, decided: bool) -> None:
        """That two groups became one with this head, ``decided`` by an analyst or not."""
        names, more = self.of(one), self.of(other)
        if decided:
            self._names[head] = names | more
        elif len(names) == len(more) == 1:
            self._names[head] = frozenset((max(names | more, key=_fullness),))
        else:
            kind, kept = self._profiles[one].kind, list[str]()
            for name in sorted(names | more, key=_fullness, reverse=True):
                kept += [name] * all(self._clash(kind, name, fuller) for fuller in kept)
            self._names[head] = frozenset(kept)

    def _clash(self, kind: str, one: str, other: str) -> bool:
        if min(length_of(one), length_of(other)) < 2:
            return False
        if kind == "Body":
            # A short name that both have ("Velm") makes no one of "Velm Group" and "Velm Steel";
            # names without a word in common may be translations.
            score = compare_names(one, other, "org", self._lexicon).score
            return ONE_HOUSE < score < ENOUGH["Body"]
        score = compare_names(one, other, "person", self._lexicon).score
        return kind == "Person" and score < DOUBTFUL


def _fullness(name: str) -> tuple[int, str]:
    return length_of(name), name


def length_of(name: str) -> int:
    """How many words of a name are its own."""
    return len(read_name(name, "person"))
