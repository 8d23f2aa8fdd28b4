"""Ties told by the verbs, nouns, adjectives and compounds of the packs' tie frames."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.extract.cast import Cast
from sayso.extract.grammar import VERBAL
from sayso.extract.ties.bond import Bond
from sayso.extract.ties.ends import bonds_between, led_to, meant_by
from sayso.extract.ties.framing.beside import adjective_bonds, under_bonds
from sayso.extract.ties.framing.handed import handed_bonds
from sayso.extract.ties.framing.kinds import called_by_kind
from sayso.extract.ties.framing.nouns import is_noun, noun_bonds
from sayso.extract.ties.framing.verbs import is_habit, verb_bonds
from sayso.extract.ties.framing.ways import Way, file_ways
from sayso.packs.frames import TieFrame
from sayso.packs.pack import Pack
from sayso.records.parse import Sentence, Token

# "Trained by the army and with the support of Orr": "and" joins the second to the first.
_LEADING = frozenset({"prep", "conj"})
_DESCRIBING = frozenset({"aux", "auxpass", "compound"})


class TieLexicon:
    """The tie frames of a pack by the lemma of their first word."""

    def __init__(self, pack: Pack) -> None:
        self.verbs: dict[str, list[Way]] = {}
        self.habits: dict[str, list[Way]] = {}
        self.transfers: dict[str, list[Way]] = {}
        self.nouns: dict[str, list[Way]] = {}
        self.adjectives: dict[str, list[Way]] = {}
        self.suffixes: dict[str, TieFrame] = {}
        self.prefixes: dict[str, TieFrame] = {}
        self.under: dict[str, list[Way]] = {}
        for frame in pack.ties.values():
            for table, phrases in (
                (self.verbs, frame.verbs), (self.habits, frame.habits),
                (self.transfers, frame.transfers), (self.adjectives, frame.adjectives),
                (self.under, frame.under),
            ):  # fmt: skip
                file_ways(table, frame, phrases)
            file_ways(self.nouns, frame, frame.nouns, last=True)
            self.suffixes.update((word, frame) for word in frame.suffixes)
            self.prefixes.update((word, frame) for word in frame.prefixes)

    def bonds(self, sentence: Sentence, cast: Cast) -> Iterator[Bond]:
        """The bonds that a sentence's words tell of."""
        for token in sentence:
            lemma = token.lemma.lower()
            if token.pos in VERBAL and token.dep not in _DESCRIBING and self._tells(token):
                habits = self.habits.get(lemma, []) if is_habit(sentence, token) else []
                told = [*verb_bonds(sentence, token, [*self.verbs.get(lemma, []), *habits], cast)]
                # "Has long been opposed to Orr": parsers see a verb.
                yield from told or self._described(sentence, token, cast)
                yield from handed_bonds(sentence, token, self.transfers.get(lemma, []), cast)
            elif lemma in self.nouns and is_noun(sentence, token):
                yield from noun_bonds(sentence, token, self.nouns[lemma], cast)
            elif token.pos in ("ADJ", "VERB", "ADV"):
                yield from self._described(sentence, token, cast)
            elif token.dep in _LEADING and token.tag == "IN" and lemma in self.under:
                yield from under_bonds(sentence, token, self.under[lemma], cast)
            if token.text.lower() in self.suffixes or token.text.lower() in self.prefixes:
                yield from self._compound(sentence, token, cast)

    def _described(self, sentence: Sentence, word: Token, cast: Cast) -> Iterator[Bond]:
        """ "A militia loyal to Orr", "is married to Orr"."""
        ways = self.adjectives.get(word.lemma.lower()) or self.adjectives.get(word.text.lower())
        return adjective_bonds(sentence, word, ways, cast) if ways else iter(())

    def _tells(self, verb: Token) -> bool:
        lemma = verb.lemma.lower()
        return any(lemma in table for table in (self.verbs, self.habits, self.transfers))

    def _compound(self, sentence: Sentence, token: Token, cast: Cast) -> Iterator[Bond]:
        """ "Norland-backed fighters", "pro-Norland fighters"."""
        word, i = token.text.lower(), token.i
        suffix = self.suffixes.get(word)
        if suffix is not None and i >= 2 and sentence[i - 1].text == "-":
            first, frame, rest = sentence[i - 2], suffix, i + 1
        elif word in self.prefixes and i + 2 < len(sentence) and sentence[i + 1].text == "-":
            first, frame, rest = sentence[i + 2], self.prefixes[word], i + 3
        else:
            return
        head = next((t for t in sentence.tokens[rest:] if t.pos in ("NOUN", "PROPN")), None)
        whole = sentence.head(head) if head is not None and head.dep == "compound" else head
        if whole is None:
            return
        outer = cast.at(sentence, first)[:1] or called_by_kind(sentence, whole, first, cast)
        own = meant_by(sentence, whole, cast) or led_to(sentence, whole, cast)
        own = own or cast.at(sentence, whole)
        inner = [m for m in own[:1] if m not in outer]
        swap = suffix is None or frame.type in ("operates_under", "present_in", "affiliated_with")
        subjects, objects = (inner, outer) if swap else (outer, inner)
        yield from bonds_between(frame, (subjects, objects), sentence, token, swapped=True)
