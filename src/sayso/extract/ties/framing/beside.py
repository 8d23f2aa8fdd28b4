"""Ties told by adjectives and prepositions: "loyal to Orr", "under the command of Orr"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from sayso.extract.cast import Cast, Member
from sayso.extract.grammar import (
    VERBAL,
    first_joined,
    is_passive,
    noun_slots,
    subject_of,
    verb_slots,
)
from sayso.extract.ties.bond import Bond
from sayso.extract.ties.ends import arenas, bonds_between, ends_of, members_in
from sayso.extract.ties.framing.ways import Way
from sayso.records.marks import NAME_FORMS
from sayso.records.parse import Sentence, Token

# How far behind "under" a name may begin: "under Major General Lee".
_TITLES = 3


def under_bonds(sentence: Sentence, lead: Token, ways: list[Way], cast: Cast) -> Iterator[Bond]:
    """ "The unit fought under the command of Orr", "units under Orr's influence"."""
    above = sentence.head(first_joined(sentence, lead, ("ADP",)))
    who = subject_of(sentence, above) if above.pos in VERBAL else above
    subjects = ends_of(sentence, who, cast, loose=above.pos not in VERBAL) if who else ()
    if above.pos not in VERBAL:
        yield from _under_somebody(sentence, lead, ways, subjects, cast)
    for noun in sentence.children(lead, "pobj"):
        lemma = noun.lemma.lower()
        for way in (way for way in ways if lemma in way.others and way.slot == "of"):
            slots = [*noun_slots(sentence, noun), *_shared_owner(sentence, lead, noun)]
            objects = members_in(slots, ("of", "possessive", "compound"), sentence, cast)
            yield from bonds_between(way.frame, (subjects, objects), sentence, lead)


def _under_somebody(
    sentence: Sentence, lead: Token, ways: list[Way], subjects: tuple[Member, ...], cast: Cast
) -> Iterator[Bond]:
    """ "The army under General Lee", without a word for what he has of it."""
    for way in ways:
        if not way.others and way.slot == lead.lemma.lower():
            above = [(way.slot, noun) for noun in sentence.children(lead, "pobj")]
            leaders = members_in(above, (way.slot,), sentence, cast)
            leaders = tuple(m for m in leaders if m.mention.form in NAME_FORMS)
            leaders = leaders or _behind_titles(sentence, lead, cast)
            led = {m.entity.id for m in leaders}
            # "The army under General Lee": parsers hang Lee on the army.
            bodies = tuple(m for m in subjects if m.entity.id not in led)
            bodies = bodies or cast.at(sentence, sentence.head(lead))[:1]
            yield from bonds_between(way.frame, (bodies, leaders), sentence, lead)


def _behind_titles(sentence: Sentence, lead: Token, cast: Cast) -> tuple[Member, ...]:
    """Who is named behind a title that parsers take for the noun: "under General Ann Lee"."""
    ahead = sentence.tokens[lead.i + 1 : lead.i + 1 + _TITLES]
    starts = {token.start for token in takewhile(lambda t: t.text[:1].isupper(), ahead)}
    people = (m for m in cast.in_sentence(sentence) if m.entity.type == "Person")
    return tuple(m for m in people if m.mention.span.start in starts)[:1]


def _shared_owner(sentence: Sentence, lead: Token, noun: Token) -> Iterator[tuple[str, Token]]:
    """Whom the next phrase names: "under the guidance and with the backing of Orr"."""
    if any(slot in ("of", "possessive") for slot, _ in noun_slots(sentence, noun)):
        return
    for other in sentence.children(lead, "conj"):
        for below in sentence.children(other, "pobj"):
            yield from (one for one in noun_slots(sentence, below) if one[0] == "of")


def adjective_bonds(sentence: Sentence, word: Token, ways: list[Way], cast: Cast) -> Iterator[Bond]:
    """ "a militia loyal to Orr", "Lee, who is close to Orr"."""
    above = sentence.head(word)
    if above.text.lower() == "as" and is_passive(sentence, sentence.head(above)):
        # "Is seen as close to Orr".
        above = sentence.head(above)
    told_as = above.pos in VERBAL and word.dep == "amod"
    if told_as or word.dep in ("acomp", "oprd"):
        who = subject_of(sentence, above)
        subjects = ends_of(sentence, who, cast) if who is not None else ()
    elif word.dep not in ("acl", "amod") and is_passive(sentence, word):
        who = subject_of(sentence, word)
        subjects = ends_of(sentence, who, cast) if who is not None else ()
    elif above.pos in ("NOUN", "PROPN") and above.i < word.i:
        subjects = ends_of(sentence, above, cast)
    else:
        return
    slots = list(verb_slots(sentence, word))
    for way in ways:
        objects = members_in(slots, (way.slot,), sentence, cast)
        # "Two clubs close to Orr, Ajax and Velm, won": parsers take Ajax for what Orr is.
        listed = {m.entity.id for m in subjects}
        objects = tuple(m for m in objects if m.entity.id not in listed)
        objects = objects or arenas(way.frame, slots, way.slot, sentence, cast)
        if objects:
            yield from bonds_between(way.frame, (subjects, objects), sentence, word)
            return
