"""What a pack's word lists tell of the nouns and names of bodies."""

from __future__ import annotations

from sayso.packs.pack import Pack
from sayso.records.marks import LocalEntity, Mention
from sayso.records.parse import Sentence, Token


class Nouns:
    """Questions to the word lists of a pack."""

    def __init__(self, pack: Pack) -> None:
        self._ranks = pack.list("rank_nouns") | pack.list("organ_nouns")
        self._kinds = pack.list("organization_nouns") | pack.list("legal_forms")
        self._prospects = pack.list("prospect_words")
        self._seated = pack.list("seated_nouns")
        self._borders = pack.list("frontier_nouns")

    def is_body(self, entity: LocalEntity, mention: Mention) -> bool:
        """Whether a name is known, short or tells by a word of it that it is a body's."""
        told = any(word in self._kinds for word in mention.span.quote.lower().split())
        return told or entity.known is not None or mention.form == "acronym"

    def is_prospect(self, sentence: Sentence, noun: Token) -> bool:
        """Whether a noun tells of what may come to be: "the likely successor of Orr"."""
        beside = sentence.children(noun, "amod", "compound", "advmod")
        return any(t.text.lower() in self._prospects for t in beside)

    def is_border(self, noun: Token) -> bool:
        """Whether a noun names what lies between two lands."""
        return noun.text.lower() in self._borders

    def has_seat(self, mention: Mention) -> bool:
        """Whether a name tells of a kind of body that has a seat: an institute, a court."""
        return any(word in self._seated for word in mention.span.quote.lower().split())

    def acts_for_owner(self, noun: Token) -> bool:
        """Whether those a noun names act for whoever has them: "its fighters", "Orl's army"."""
        return noun.lemma.lower() in self._ranks
