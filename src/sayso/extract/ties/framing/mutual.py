"""Ties that several have to one another: "they are rivals", "they compete with each other"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from sayso.extract.cast import Cast, Member
from sayso.extract.grammar import conjuncts, noun_slots
from sayso.extract.ties.bond import Bond
from sayso.extract.ties.ends import bonds_between, members_in
from sayso.packs.frames import TieFrame
from sayso.records.parse import Sentence, Token

# What one is to another, the other is to the one.
MUTUAL = frozenset({"rival_of", "allied_with", "affiliated_with"})
# "The competition for influence between", "the battle over water between".
_OVER = frozenset({"of", "for", "over", "about"})
_JOINING = frozenset({"-", "–", "/"})
# Of a longer list it is not told that each is tied to each.
_MOST = 4


def each_other(sentence: Sentence, slots: Iterable[tuple[str, Token]], slot: str) -> bool:
    """Whether a preposition leads to "each other" or "one another"."""
    return any(
        name == slot and noun.i > 0
        and (sentence[noun.i - 1].text.lower(), noun.text.lower())
        in (("each", "other"), ("one", "another"))
        for name, noun in slots
    )  # fmt: skip


def sides(sentence: Sentence, noun: Token, cast: Cast) -> tuple[Member, ...]:
    """The two sides of a tie that a noun names: "the rivalry between Orl and Velm", also "the
    Orl-Velm rivalry" and "the struggle between the Orlish and Velmish allies"."""
    below = [t for name, t in noun_slots(sentence, noun) if name in _OVER]
    for lead in (noun, *below):
        slots = [one for one in noun_slots(sentence, lead) if one[0] == "between"]
        if slots:
            told = members_in(slots, ("between",), sentence, cast)
            return told if len(told) > 1 else _adjectives(sentence, slots[0][1], cast)
    return _dashed(sentence, noun, cast)


def _adjectives(sentence: Sentence, noun: Token, cast: Cast) -> tuple[Member, ...]:
    words = (t for child in sentence.children(noun, "amod") for t in conjuncts(sentence, child))
    return tuple(m for word in words for m in cast.at(sentence, word)[:1] if m.named)


def _dashed(sentence: Sentence, noun: Token, cast: Cast) -> tuple[Member, ...]:
    for second in sentence.children(noun, "compound", "amod"):
        if second.i > 1 and sentence[second.i - 1].text in _JOINING:
            first = sentence[second.i - 2]
            found = (*cast.at(sentence, first)[:1], *cast.at(sentence, second)[:1])
            if len(found) > 1 and found[0].named and found[1].named:
                return found
    return ()


def mutual(
    frame: TieFrame, members: Sequence[Member], sentence: Sentence, word: Token
) -> Iterator[Bond]:
    """A bond for each two of a short list."""
    if len(members) <= _MOST:
        for one, other in combinations(members, 2):
            yield from bonds_between(frame, ((one,), (other,)), sentence, word)
