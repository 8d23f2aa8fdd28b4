"""Where "the city", "the area" and "the plant" are, by what the text has told before."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.extract.grammar import preposition_slots
from sayso.packs.pack import Pack
from sayso.records.marks import LocalEntity
from sayso.records.notes import Notes
from sayso.records.parse import Sentence, Token

# A place or thing goes back this many sentences.
REACH = 4
_POINTING = frozenset({"the", "this", "that", "these", "those"})
_AT = frozenset({"in", "at", "near", "of", "outside", "around"})
_WITHIN = frozenset({"in", "at", "near"})
_OTHERS = frozenset({"other", "next", "neighbouring", "neighboring", "nearby"})
_LEADS = ("compound", "nmod")


@dataclass(frozen=True, slots=True)
class Seen:
    """A place as the text names it somewhere, and the nouns it is called there."""

    start: int
    entity: LocalEntity
    nouns: frozenset[str]


class Spots:
    """The places of a document in text order, to be asked where a common noun is."""

    def __init__(self, notes: Notes, pack: Pack) -> None:
        self._pack = pack
        self._kinds = {
            kind: pack.list(kind) for kind in ("land_nouns", "settlement_nouns", "area_nouns")
        }
        self._presenting = pack.list("place_descriptions") | pack.list("place_nouns")
        self._sentences = notes.parse.sentences
        self._starts = [sentence.start for sentence in self._sentences]
        self._seen = sorted(self._places(notes), key=lambda one: one.start)
        self._seats = [one.start for one in self._seen]
        self._at: dict[int, dict[str, tuple[int, LocalEntity]]] = {}

    def meant(self, sentence: Sentence, word: Token) -> tuple[LocalEntity, ...]:
        """The place that a definite noun goes back to; none where the text leaves it open."""
        dets = {t.text.lower() for t in sentence.children(word, "det")}
        if word.tag not in ("NN", "NNS") or not dets & _POINTING:
            return ()
        noun = word.lemma.lower()
        if any(self._narrows(sentence, child) for child in sentence.children(word)):
            return ()
        if word.tag == "NNS":
            return self._stood(sentence, word)
        nation = self._nation(sentence, word)
        if nation is None:
            return ()
        for seen in self._before(sentence, word):
            called = [one for one in seen if noun in one.nouns]
            fitting = called or [one for one in seen if self._may_be(noun, one)]
            fitting = [one for one in fitting if self._lies_in(one, nation)]
            if fitting:
                several = len({one.entity.id for one in fitting}) > 1
                return () if several else (fitting[0].entity,)
        return self._stood(sentence, word)

    def last(self, sentence: Sentence, word: Token) -> tuple[LocalEntity, ...]:
        """The place named last in front of a word, in the block; none where two are as near."""
        for seen in self._before(sentence, word):
            if seen:
                return (seen[0].entity,) if len({one.entity.id for one in seen}) == 1 else ()
        return ()

    def _narrows(self, sentence: Sentence, child: Token) -> bool:
        """Whether a word below a noun tells it from others: "the northern city", "the one in"."""
        if child.dep in ("relcl", "acl", "nummod", "poss") or child.dep in _LEADS:
            return True
        if child.dep == "prep":
            return any(slot in _AT for slot, _ in preposition_slots(sentence, sentence.head(child)))
        other = _OTHERS | self._pack.list("compass")
        return child.dep == "amod" and child.text.lower() in other

    def _nation(self, sentence: Sentence, word: Token) -> str | None:
        """The country an adjective before a noun names, empty where none; null if it is unsure."""
        told = [t for t in sentence.children(word, "amod") if t.text[0].isupper()]
        if not told:
            return ""
        lands = [land for land, one in self._pack.countries.items()
                 if told[0].text in one.demonyms]  # fmt: skip
        return lands[0] if lands else None

    def _lies_in(self, seen: Seen, nation: str) -> bool:
        return not nation or self._pack.country_of(seen.entity.name) in (nation, None)

    def _may_be(self, noun: str, seen: Seen) -> bool:
        """Whether a place of which the text does not say what it is may be called by a noun."""
        land = seen.entity.name in self._pack.countries
        if noun in self._kinds["land_nouns"]:
            return land
        whole = land or seen.entity.name in self._pack.list("regions")
        if noun in self._kinds["settlement_nouns"]:
            other = seen.nouns and not seen.nouns & self._kinds["settlement_nouns"]
            part = seen.entity.name.split()[0].lower() in self._pack.list("compass")
            return not whole and not other and not part
        return noun in self._kinds["area_nouns"] and not whole

    def _before(self, sentence: Sentence, word: Token) -> Iterator[list[Seen]]:
        """The places in front of a word, sentence by sentence, the nearest first."""
        place = bisect_left(self._starts, sentence.start)
        for one in range(place, max(-1, place - REACH - 1), -1):
            other = self._sentences[one]
            if other.block != sentence.block:
                return
            low = bisect_left(self._seats, other.start)
            high = bisect_right(self._seats, min(other.end, word.start))
            yield self._seen[low:high]

    def _stood(self, sentence: Sentence, word: Token) -> tuple[LocalEntity, ...]:
        """Where a thing of the same name stood when it was told of: "the plant in Orl"."""
        place = bisect_left(self._starts, sentence.start)
        for one in range(place, max(-1, place - REACH - 1), -1):
            start, entity = self._stands(one).get(word.lemma.lower(), (word.start, None))
            if entity is not None and start < word.start:
                return (entity,)
        return ()

    def _stands(self, number: int) -> dict[str, tuple[int, LocalEntity]]:
        """The things of a sentence that are told to be at a place, by their nouns."""
        if number not in self._at:
            self._at[number] = dict(self._things(self._sentences[number]))
        return self._at[number]

    def _things(self, sentence: Sentence) -> Iterator[tuple[str, tuple[int, LocalEntity]]]:
        low = bisect_left(self._seats, sentence.start)
        for seen in self._seen[low : bisect_left(self._seats, sentence.end)]:
            for token in sentence.within(seen.start, seen.start + 1):
                lead = sentence.head(_last_of_name(sentence, token))
                # "Was held at the airport in Orl": whatever the parser hangs "in Orl" on.
                thing = sentence[lead.i - 1] if lead.i else lead
                stands = lead.dep == "prep" and lead.text.lower() in _WITHIN
                if stands and thing.pos == "NOUN" and thing.i < lead.i:
                    yield thing.lemma.lower(), (thing.start, seen.entity)

    def _places(self, notes: Notes) -> Iterator[Seen]:
        for entity in notes.entities:
            for mention in entity.mentions if entity.type == "Place" else ():
                sentence = notes.parse.sentence_at(mention.span.start)
                if mention.form not in ("adjective", "description") and sentence is not None:
                    inside = sentence.within(mention.span.start, mention.span.end)
                    nouns = frozenset(self._called(sentence, inside))
                    yield Seen(mention.span.start, entity, nouns)

    def _called(self, sentence: Sentence, name: tuple[Token, ...]) -> Iterator[str]:
        """The nouns a place is called by: "the city of Orl", "Orl, a town", "Orl province"."""
        if not name:
            return
        around = [name[-1]]
        before = sentence[name[0].i - 1] if name[0].i else None
        if before is not None and before.text.lower() == "of" and before.i:
            before = sentence[before.i - 1]
        around += [before] if before is not None else []
        for token in name:
            around += sentence.children(token, "appos")
        yield from (t.lemma.lower() for t in around if t.lemma.lower() in self._presenting)


def _last_of_name(sentence: Sentence, token: Token) -> Token:
    while token.dep in _LEADS and sentence.head(token).pos == "PROPN":
        token = sentence.head(token)
    return token
