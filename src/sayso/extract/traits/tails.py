"""What is told behind a source's name: "X, a daily close to the party", "X, owned by Y"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from sayso.extract.traits.around import Telling, described
from sayso.extract.traits.lexicon import Lexicon, Unit

_OPENERS = frozenset({",", "(", "–", "—", "-"})
_RELATIVES = frozenset({"which", "that"})
_IS = frozenset({"is", "are", "'s", "been", "being"})
_HAS = frozenset({"has", "have"})
_ARTICLES = frozenset({"a", "an", "the", "its", "another", "one"})
# "Widely seen as close to": the participle comes from the pack-free grammar of "as".
_AS = "as"
_NEGATED = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor"})
_STOPS = frozenset({"PUNCT", "VERB", "AUX", "PRON", "SCONJ", "SYM"})
# So many words may stand in a description, and in what an outlet is close to.
_FAR = 10


class Tail:
    """Reads on from a place in a sentence, for as long as it is told what the source is."""

    def __init__(self, units: tuple[Unit, ...], place: int, words: Lexicon) -> None:
        self.units = units
        self.place = place
        self.words = words
        self.relative = False
        self.apart = False

    def read(self) -> Iterator[Telling]:
        """All that is told, in text order."""
        self._open()
        for _ in range(_FAR):
            presented = tuple(self._apposition())
            found = presented or tuple(self._bond()) or tuple(self._adjective())
            yield from found
            if not found or not (self._goes_on() or presented):
                return

    def _word(self, place: int) -> str:
        return self.units[place].text if place < len(self.units) else ""

    def _open(self) -> None:
        """Pass the comma or bracket, "which", and the form of to be."""
        if self._word(self.place) in _OPENERS:
            self.place, self.apart = self.place + 1, True
        if self._word(self.place) in _RELATIVES:
            self.place, self.relative = self.place + 1, True
        self._pass_copula()

    def _pass_copula(self) -> None:
        if self._word(self.place) in _HAS and self._word(self.place + 1) == "been":
            self.place += 1
        if self._word(self.place) in _IS:
            self.place, self.apart = self.place + 1, True

    def _goes_on(self) -> bool:
        """Whether a comma or "and" leads to more of the same."""
        start = self.place
        while self._word(self.place) in (",", "and", "but"):
            self.place += 1
        self._pass_copula()
        return self.place > start

    def _apposition(self) -> Iterator[Telling]:
        """ "a pro-government news website": an article, modifiers, a common noun of an outlet."""
        first = self.place + (self._word(self.place) in _ARTICLES)
        if not self.apart or first == self.place:
            return
        for last in range(first, min(first + _FAR, len(self.units))):
            kind = self.words.kind_at(self.units, last)
            if kind is not None:
                self.place = last + kind[1]
                yield from described(self.units, first, self.place, self.words)
                return
            if self.units[last].last.pos in _STOPS | {"ADP", "DET", "CCONJ"}:
                return

    def _bond(self) -> Iterator[Telling]:
        """ "reportedly close to the party", "seen as a mouthpiece of the army"."""
        first = self.place + (self._word(self.place) in _ARTICLES)
        for place in range(first, min(first + _FAR, len(self.units))):
            unit = self.units[place]
            attribute = self.words.bond_of(unit.last)
            end = self._object_end(place, unit) if attribute else None
            if attribute and end is not None and not self._passing(attribute, place):
                self.place = end
                yield self._telling(attribute, first, end)
                return
            if not self._may_lead(place, unit):
                return

    def _passing(self, attribute: str, place: int) -> bool:
        """Whether it is a matter of the day: "close to a deal", not "close to the party"."""
        return attribute == "leaning" and self._word(place + 2) in ("a", "an")

    def _may_lead(self, place: int, unit: Unit) -> bool:
        """Whether a word may stand between the name and the word that tells of the bond."""
        token = unit.last
        if unit.text in _NEGATED:
            return False
        if token.tag == "VBN":
            return _AS in (self._word(place + 1), self._word(place + 2))
        return token.pos in ("ADV", "ADJ", "DET", "NOUN") or unit.text == _AS

    def _object_end(self, place: int, unit: Unit) -> int | None:
        """Behind the last word of what the bond is with; null where there is none."""
        follows = self.units[place + 1].last.pos if place + 1 < len(self.units) else ""
        led = follows == "ADP"
        if not led and not (self.relative and unit.last.tag in ("VBZ", "VBP")):
            return None
        if unit.last.pos == "VERB" and unit.last.tag in ("VBD", "VB"):
            return None
        first = place + 1 + led
        end = first
        while end < len(self.units) and end - first < _FAR and not self._stops(end):
            end += 1
        return end if end > first else None

    def _stops(self, place: int) -> bool:
        token = self.units[place].last
        if token.pos == "CCONJ":
            ahead = self.units[place + 1].last if place + 1 < len(self.units) else token
            return ahead.pos not in ("NOUN", "PROPN", "DET", "ADJ") or bool(
                self.words.bond_of(ahead)
            )
        return token.pos in _STOPS and token.tag not in ("POS", "PRP$") and token.text != "'s"

    def _adjective(self) -> Iterator[Telling]:
        """ "which is independent": an adjective alone, behind a form of to be or a bracket."""
        if not self.apart or self.place >= len(self.units):
            return
        unit = self.units[self.place]
        told = self.words.told_by(unit)
        if told is None or self._continues(self.place + 1):
            return
        self.place += 1
        yield Telling(*told, unit.start, unit.end)

    def _continues(self, place: int) -> bool:
        """Whether a noun follows, of which the adjective is said instead."""
        return place < len(self.units) and self.units[place].last.pos in ("NOUN", "PROPN", "ADJ")

    def _telling(self, attribute: str, first: int, end: int) -> Telling:
        tokens = [token for unit in self.units[first:end] for token in unit.tokens]
        value = tokens[0].text
        for before, token in pairwise(tokens):
            value += (" " if before.end < token.start else "") + token.text
        return Telling(attribute, value, tokens[0].start, tokens[-1].end)
