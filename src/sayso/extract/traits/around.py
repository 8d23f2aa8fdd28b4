"""What stands before a source's name, or right behind it: "the Lebanese daily X", "X newspaper"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.extract.traits.lexicon import Lexicon, Unit

# Parts of speech that a description is made of, from its article to the name.
_MODIFIERS = frozenset({"ADJ", "NOUN", "PROPN", "ADV", "VERB"})
_PARTICIPLES = frozenset({"VBN", "VBG"})
# No more words than this are looked at on each side of a name.
_FAR = 8


@dataclass(frozen=True, slots=True)
class Telling:
    """Something told of a source in a stretch of the text (offsets, end exclusive)."""

    attribute: str
    value: str
    start: int
    end: int


def before(units: tuple[Unit, ...], place: int, words: Lexicon) -> Iterator[Telling]:
    """What is told by the words that lead to the name whose first unit has this place."""
    last = _shared(units, place, words)
    first = last
    while first > 0 and last - first < _FAR and _leads(units[first - 1]):
        first -= 1
    yield from described(units, first, last, words)
    yield from _of_state(units, first, words)


def described(units: tuple[Unit, ...], first: int, last: int, words: Lexicon) -> Iterator[Telling]:
    """What the units of a noun phrase tell, from ``first`` up to ``last``."""
    while first < last:
        kind = words.kind_at(units[:last], first)
        if kind is not None and first + kind[1] == last:
            yield Telling("kind", kind[0], units[first].start, units[last - 1].end)
            return
        size = 1 + _is_adverb_of_bond(units[first:last], words)
        told = words.told_by(units[first + size - 1], qualified=size > 1)
        if told is not None:
            attribute, value = told
            value = f"{units[first].text} {value}" if size > 1 else value
            yield Telling(attribute, value, units[first].start, units[first + size - 1].end)
        first += size


def behind(units: tuple[Unit, ...], place: int, words: Lexicon) -> tuple[Telling | None, int]:
    """The common noun right behind a name ("X newspaper"), and where the rest goes on."""
    kind = words.kind_at(units, place)
    if kind is None:
        return None, place
    end = place + kind[1]
    return Telling("kind", kind[0], units[place].start, units[end - 1].end), end


def leads_on(units: tuple[Unit, ...], place: int) -> bool:
    """Whether another noun follows, so that the name only tells which: "the Reuters office"."""
    return place < len(units) and units[place].last.pos in ("NOUN", "PROPN")


def _shared(units: tuple[Unit, ...], place: int, words: Lexicon) -> int:
    """Where the first name stands after a plural noun: "the dailies X, Y and Z"; else ``place``."""
    first = place
    while first > 0 and place - first < _FAR and _lists(units[first - 1]):
        first -= 1
    last = units[first - 1].last if first else None
    plural = last is not None and last.tag == "NNS"
    return first if plural and words.kind_at(units[:first], first - 1) else place


def _lists(unit: Unit) -> bool:
    return unit.last.pos in ("PROPN", "CCONJ") or unit.text == ","


def _is_adverb_of_bond(units: tuple[Unit, ...], words: Lexicon) -> bool:
    """ "Privately owned", without a hyphen."""
    adverb = len(units) > 1 and units[0].last.pos == "ADV"
    return adverb and units[1].last.tag == "VBN" and words.bond_of(units[1].last) is not None


def _leads(unit: Unit) -> bool:
    token = unit.last
    if token.pos == "VERB":
        return token.tag in _PARTICIPLES
    return token.pos in _MODIFIERS


def _of_state(units: tuple[Unit, ...], first: int, words: Lexicon) -> Iterator[Telling]:
    """ "Lebanon's al-Akhbar": the state before a possessive mark."""
    if first < 2 or units[first - 1].last.tag != "POS":
        return
    owner = units[first - 2]
    state = words.states.get("".join(token.text for token in owner.tokens))
    if state:
        yield Telling("country", state, owner.start, owner.end)
