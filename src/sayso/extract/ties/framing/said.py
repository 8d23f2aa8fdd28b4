"""Of whom a noun is said: beside a name, behind "is", or what somebody is taken for."""

from __future__ import annotations

from sayso.extract.cast import Cast, Member
from sayso.extract.grammar import conjuncts, first_joined, subject_of, taken_for
from sayso.extract.ties.ends import ONE_OF, ends_of
from sayso.extract.ties.framing.ways import is_unsure
from sayso.records.parse import Sentence, Token

_SERVING = frozenset({"serve", "work", "act"})


def said_of(sentence: Sentence, noun: Token, cast: Cast) -> tuple[Member, ...]:
    """Of whom a noun is said: "Lee, a rival", "Lee is seen as a rival", "their rival Lee"."""
    # "A critic of the council and an ally of Orr".
    noun = first_joined(sentence, noun, ("NOUN",))
    above = sentence.head(noun)
    if above.text.lower() == "of" and sentence.head(above).lemma.lower() in ONE_OF:
        # "One of the members of the board": it is said of whoever is the one.
        noun = sentence.head(above)
        above = sentence.head(noun)
    if noun.dep == "appos":
        return ends_of(sentence, above, cast)
    verb = taken_for(sentence, noun) or serving(sentence, noun)
    if verb is not None:
        who = subject_of(sentence, verb)
        told = ends_of(sentence, who, cast) if who is not None else ()
        return told or _added_to(sentence, noun, cast)
    if noun.dep == "nsubj" and above.lemma == "be":
        # "Its main rival is Velm", but "his sister, Ann Lee, is ill".
        told = tuple(
            member
            for one in sentence.children(above, "attr")
            for member in ends_of(sentence, one, cast) if member.named
        )  # fmt: skip
        return _added_to(sentence, noun, cast) or told
    beside = list(_added_to(sentence, noun, cast))
    if noun.dep in ("compound", "amod") and sentence.children(above, "poss"):
        beside += [m for m in cast.at(sentence, above)[:1] if m.named]
    return tuple(beside) or _right_behind(sentence, noun, cast)


def serving(sentence: Sentence, noun: Token) -> Token | None:
    """The verb by which somebody is told to be at work as something: "served as an officer"."""
    lead = sentence.head(noun)
    if noun.dep != "pobj" or lead.text.lower() != "as":
        return None
    verb = sentence.head(lead)
    return verb if verb.lemma.lower() in _SERVING and not is_unsure(sentence, verb) else None


def _added_to(sentence: Sentence, noun: Token, cast: Cast) -> tuple[Member, ...]:
    """Whose name is added to a noun: "their ally, Ann Lee"."""
    return tuple(
        member
        for child in sentence.children(noun, "appos")
        # "Its rivals, Orl and Velm".
        for one in (conjuncts(sentence, child) if noun.tag == "NNS" else (child,))
        for member in cast.at(sentence, one)[:1]
        if member.named
    )


def _right_behind(sentence: Sentence, noun: Token, cast: Cast) -> tuple[Member, ...]:
    """Whose name follows a noun with an owner: "their ally Ann Lee", whatever the parser makes."""
    if noun.dep == "compound" or not sentence.children(noun, "poss"):
        return ()
    behind = (m for m in cast.in_sentence(sentence) if m.named)
    after = sentence.tokens[noun.i + 1 : noun.i + 2]
    return tuple(m for m in behind if after and m.mention.span.start == after[0].start)[:1]
