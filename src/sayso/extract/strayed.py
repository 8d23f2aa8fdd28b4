"""Words that parsers hang on another than their own."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.records.parse import Sentence, Token

# Prepositions that are none in front of a number: "over 16 houses".
ABOUT_SO_MANY = frozenset({"over", "about", "around", "under", "between"})
_NAMING = frozenset({"NOUN", "PROPN", "NUM"})
# Nobody does this without an object: "was appointed and dismissed" befell one.
_SUFFERED = frozenset(
    {"acquit", "arrest", "behead", "capture", "charge", "convict", "deport", "depose", "detain",
     "dismiss", "elect", "execute", "exile", "expel", "fine", "imprison", "injure", "jail",
     "kidnap", "kill", "oust", "release", "replace", "sack", "sentence", "shoot",
     "suspend", "wound"}
)  # fmt: skip
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


def joined_behind(sentence: Sentence, one: Token) -> Iterator[Token]:
    """Those joined to somebody behind the name that stands beside him: "the commander, Idris Bel,
    and the governor", where parsers join the governor to the name."""
    for name in sentence.children(one, "appos") if one.tag == "NN" else ():
        commas = [t for t in sentence.children(name, "cc") if sentence[t.i - 1].text == ","]
        if name.pos == "PROPN" and commas:
            yield from sentence.children(name, "conj")


def joined_objects(sentence: Sentence, verb: Token) -> Iterator[Token]:
    """Objects joined to the verb itself: "arrested Holt, the president, and two of the players"."""
    for one in sentence.children(verb, "conj"):
        counts = one.pos == "NUM" and any(t.text == "of" for t in sentence.children(one, "prep"))
        told = one.pos == "NOUN" and sentence.children(one, "det")
        if (counts or told) and not sentence.children(one, "nsubj", "dobj", "cop"):
            yield one


def among_them(sentence: Sentence, lead: Token) -> Iterator[Token]:
    """Who is named behind "among them": "held 41 people, among them the writer Tim Lund"."""
    for them in sentence.children(lead, "pobj"):
        first = them.i + 1
        for one in sentence.children(sentence.head(lead)) if them.tag == "PRP" else ():
            if one.i >= first and sentence.subtree(one)[0].i == first and one.pos in _NAMING:
                yield one


def is_suffered(verb: Token) -> bool:
    """Whether a form in -ed behind "and" shares the auxiliary of a passive before it, though
    parsers take it for a past: "was appointed in May and dismissed in June"."""
    return verb.tag == "VBD" and verb.dep == "conj" and verb.lemma in _SUFFERED
