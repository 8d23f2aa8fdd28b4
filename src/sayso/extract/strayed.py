"""Words that parsers hang on another than their own."""

from __future__ import annotations

from sayso.records.parse import Sentence, Token

# Prepositions that are none in front of a number: "over 16 houses".
ABOUT_SO_MANY = frozenset({"over", "about", "around", "under", "between"})
# What may stand before the first phrase of a clause: "that", "and", commas.
_OPENING = frozenset({"mark", "cc", "punct"})


def lost_subject(sentence: Sentence, verb: Token) -> Token | None:
    """The subject behind a phrase in front: "During a tour of the Gulf, the minister arrived".

    Parsers hang it on the phrase's last name, as if it stood beside that.
    """
    first = next((t.i for t in sentence.subtree(verb) if t.dep not in _OPENING), verb.i)
    for phrase in sentence.children(verb, "prep", "advmod"):
        if phrase.i < verb.i and sentence.subtree(phrase)[0].i == first:
            lost = [t for t in sentence.subtree(phrase) if t.dep == "appos" and t.i > phrase.i]
            if lost:
                return lost[0]
    return None


def counted_subject(sentence: Sentence, verb: Token) -> Token | None:
    """The subject in "between 30 and 50 guards were killed", which parsers take for a phrase."""
    first = next(iter(sentence.children(verb, "aux", "auxpass")), verb)
    for lead in sentence.tokens[: first.i]:
        above = sentence.head(lead)
        near = lead.dep == "prep" and (above == verb or above.pos == "PUNCT")
        for noun in sentence.children(lead, "pobj") if near else ():
            counted = noun.pos == "NOUN" and sentence.children(noun, "nummod")
            ends = sentence.subtree(noun)[-1].i + 1 == first.i
            if ends and counted and lead.text.lower() in ABOUT_SO_MANY:
                return noun
    return None
