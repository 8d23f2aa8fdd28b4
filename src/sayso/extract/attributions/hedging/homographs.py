"""Words that look like hedges and are none: the month of May, leave given, ability, estimates."""

from __future__ import annotations

from sayso.extract.attributions.hedging.lexicon import Found
from sayso.packs.pack import Pack
from sayso.records.parse import Sentence, Token

_SPEAKING_ENTITIES = frozenset({"PERSON", "ORG", "NORP", "GPE"})


class Homographs:
    """Tells uses of a word of likelihood that say nothing of how likely something is."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self._speakers = frozenset().union(
            *(pack.list(name) for name in ("report_nouns", "outlet_descriptions", "group_nouns"))
        )

    def are(self, sentence: Sentence, found: Found) -> bool:
        """Whether a word found is none of likelihood here."""
        return (
            _is_name(sentence, found)
            or _bounds_a_number(sentence, found)
            or (found.entry.form == "modal" and self._gives_leave(sentence, found))
            or (found.entry.form == "evidence" and self._is_said(sentence, found))
        )

    def _gives_leave(self, sentence: Sentence, found: Found) -> bool:
        """Whether a modal verb tells of what is allowed or of what somebody was able to do."""
        word = sentence[found.head]
        verb = sentence.head(word)
        above = sentence.head(verb)
        ruled = self.pack.cues.get(above.lemma.lower())
        if verb.dep == "ccomp" and ruled is not None and ruled.act == "order":
            return True
        if _wishes(sentence, word, verb) or _serves(sentence, verb):
            return True
        return found.key == "could" and (
            verb.lemma.lower() in self.pack.list("abilities") or _is_condition(sentence, verb)
        )

    def _is_said(self, sentence: Sentence, found: Found) -> bool:
        """Whether a verb of evidence has somebody for a subject who says so."""
        verb = sentence[found.head]
        if sentence.children(verb, "auxpass", "nsubjpass"):
            return True
        for who in sentence.children(verb, "nsubj"):
            if who.pos == "PROPN" or who.entity in _SPEAKING_ENTITIES:
                return True
            if who.tag == "PRP" and who.text.lower() != "it":
                return True
            return who.lemma.lower() in self._speakers
        return True


def _is_name(sentence: Sentence, found: Found) -> bool:
    """Whether a capital makes a word a name: the month of May, Theresa May."""
    word = sentence[found.first]
    return word.text[:1].isupper() and (word.tag in ("NNP", "NNPS") or bool(word.entity))


def _bounds_a_number(sentence: Sentence, found: Found) -> bool:
    """Whether a word says how exact a number is: "perhaps 200 men", "an estimated 40"."""
    if found.entry.low is not None or found.last + 1 >= len(sentence):
        return False
    return sentence[found.last + 1].tag == "CD"


def _wishes(sentence: Sentence, word: Token, verb: Token) -> bool:
    """ "May she rest in peace"."""
    behind = any(t.i > word.i for t in sentence.children(verb, "nsubj", "nsubjpass"))
    return word.text.lower() == "may" and behind


def _serves(sentence: Sentence, verb: Token) -> bool:
    """ "So that they could leave" tells of a purpose."""
    return any(
        mark.text.lower() in ("that", "so")
        and (mark.text.lower() == "so" or (mark.i and sentence[mark.i - 1].text.lower() == "so"))
        for mark in sentence.children(verb, "mark")
    )


def _is_condition(sentence: Sentence, verb: Token) -> bool:
    """ "If the bank could pay", "how the money could leave"."""
    words = {t.text.lower() for t in sentence.children(verb, "mark", "advmod")}
    return bool(words & {"if", "whether", "how"})
