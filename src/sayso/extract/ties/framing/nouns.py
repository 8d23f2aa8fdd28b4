"""Ties told by nouns: "its ally Lee", "Lee, a rival of Orr", "the rivalry between both"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sayso.extract.cast import Cast, Member
from sayso.extract.grammar import (
    VERBAL,
    clause_of,
    first_joined,
    noun_slots,
    preposition_slots,
    subject_of,
)
from sayso.extract.phrases import words_before
from sayso.extract.ties.bond import Bond, is_past
from sayso.extract.ties.ends import acting_in, bonds_between, ends_of, members_in
from sayso.extract.ties.framing.mutual import MUTUAL, mutual, sides
from sayso.extract.ties.framing.said import said_of
from sayso.extract.ties.framing.ways import Way, is_unsure
from sayso.extract.ties.validity import is_over
from sayso.records.marks import NAME_FORMS
from sayso.records.parse import Sentence, Token

# By these a noun names one end ("the head of", "an aide to"); by others it names the tie itself.
_PERSONAL = frozenset({"of", "to"})
# "Her son-in-law" is in four words.
_IN_LAW = ["-", "in", "-", "law"]
_PERSONAL_OWNERS = frozenset({"his", "her"})


def noun_bonds(sentence: Sentence, noun: Token, ways: list[Way], cast: Cast) -> Iterator[Bond]:
    """ "its ally Lee", "Lee, a rival of Orr", "Lee's support for Orr", "rivalry between both"."""
    if cast.nouns.is_prospect(sentence, noun) or _is_of_nameless(sentence, noun, cast):
        return
    behind = [t.text.lower() for t in sentence.tokens[noun.i + 1 : noun.i + 5]]
    if behind[:1] == ["-"] and behind != _IN_LAW:
        return  # "the secretary-general" is no secretary
    slots = _slots_of(sentence, noun, cast)
    told_of = said_of(sentence, noun, cast)
    if any(m.entity.type == "Office" for m in cast.at(sentence, noun)):
        # Whoever holds an office is told elsewhere; a body may be a member too.
        told_of = tuple(m for m in told_of if m.entity.type != "Person")
        ways = [way for way in ways if told_of and way.frame.type == "member_of"]
    # Of "parent company of" and "company of" the longer one is meant.
    # And an alliance that somebody is said to be is made up of its members.
    for way in sorted(
        ways, key=lambda w: (-len(w.others), bool(told_of) and w.frame.type in MUTUAL)
    ):
        if words_before(sentence, noun, way.others) is None:
            continue
        alone = _is_mutual(way, noun, slots) and not _keepers(sentence, noun, cast)
        if alone and len(told_of) > 1:
            yield from mutual(way.frame, told_of, sentence, noun)
            return
        ends = _ends(sentence, noun, way, (told_of, slots), cast)
        if ends[0] and ends[1]:
            past = is_past(sentence, noun)
            over = is_over(sentence, noun, cast)
            found = [*bonds_between(way.frame, ends, sentence, noun)]
            yield from (replace(bond, past=past, ends=over) for bond in found)
            # "Part of" says one thing of people and another of bodies.
            if found or not way.frame.doers:
                return


def _is_of_nameless(sentence: Sentence, noun: Token, cast: Cast) -> bool:
    """Whether it is of whom a clause does not name: "the duke gave way to his brother Karl"."""
    owners = (*sentence.children(noun, "poss"), *sentence.children(sentence.head(noun), "poss"))
    subject = subject_of(sentence, clause_of(sentence, noun))
    if subject is None or subject.tag != "NN" or subject.i >= noun.i:
        return False
    personal = any(t.text.lower() in _PERSONAL_OWNERS for t in owners)
    named = any(member.named for member in cast.named_by(sentence, subject))
    return personal and not named and bool(cast.at(sentence, subject))


def _ends(
    sentence: Sentence, noun: Token, way: Way,
    told: tuple[tuple[Member, ...], list[tuple[str, Token]]], cast: Cast,
) -> tuple[tuple[Member, ...], tuple[Member, ...]]:  # fmt: skip
    """The two ends of a tie: of whom a noun is ``told`` with its slots, and of whom else."""
    told_of, slots = told
    if way.slot == "between":
        among = sides(sentence, noun, cast)
        return among[:1], among[1:2]
    if noun.dep == "nsubj" and way.slot not in _PERSONAL:
        told_of = ()  # "his jurisdiction was Chad": Chad has no jurisdiction
    if not told_of and way.frame.type == "made_up_of":
        told_of = cast.at(sentence, noun)[:1]  # "leads a coalition of the Greens and"
    if told_of or way.slot == "of":
        others = acting_in(way.frame, slots, (way.slot, "possessive"), sentence, cast)
        others = others or _right_before(sentence, noun, told_of, cast)
        # "Lee has two rivals, Orr and Hill": whose rivals they are the verb tells.
        return told_of, others or (_keepers(sentence, noun, cast) if told_of else ())
    # "Lee's ties to Orr", but no "Orl aide to Lee".
    near = ("possessive",) if way.slot == "to" else ("possessive", "compound", "of")
    owners = members_in(slots, near, sentence, cast) or _keepers(sentence, noun, cast)
    return owners, acting_in(way.frame, slots, (way.slot,), sentence, cast)


def _slots_of(sentence: Sentence, noun: Token, cast: Cast) -> list[tuple[str, Token]]:
    """The slots of a noun, and those that hang on what stands beside it."""
    slots = list(noun_slots(sentence, noun))
    if noun.dep in ("compound", "amod"):
        # "Its rival Velm Trading": whose rival it is hangs on the name.
        slots += [
            one for one in noun_slots(sentence, sentence.head(noun)) if one[0] == "possessive"
        ]
    # "The presence of Norland in Lima": parsers hang the place on the name before it.
    slots += [
        below
        for name, owner in slots if name == "of"
        for below in preposition_slots(sentence, owner) if below[0] == "in"
    ]  # fmt: skip
    for clause in sentence.children(noun, "relcl"):
        slots += preposition_slots(sentence, clause) if cast.keeps(clause) else ()
    verb = sentence.head(noun)
    if noun.dep == "nsubj" and verb.lemma == "be":
        # "Its headquarters are in Lima".
        slots += [one for one in preposition_slots(sentence, verb) if one[0] == "in"]
    return slots


def is_noun(sentence: Sentence, token: Token) -> bool:
    """Whether a word is a noun, or one that parsers take for an adjective: "its rival Velm"."""
    if token.pos in ("NOUN", "PROPN"):
        return True
    return token.dep == "amod" and bool(sentence.children(sentence.head(token), "poss"))


def _right_before(
    sentence: Sentence, noun: Token, told_of: tuple[Member, ...], cast: Cast
) -> tuple[Member, ...]:
    """Whose name stands before a noun that a name follows: "the Tarn subsidiary Velm"."""
    behind = any(m.mention.span.start == noun.end + 1 for m in told_of)
    before = (m for m in cast.in_sentence(sentence) if m.mention.span.end == noun.start - 1)
    return tuple(m for m in before if behind and m.named and m.mention.form in NAME_FORMS)[:1]


def _keepers(sentence: Sentence, noun: Token, cast: Cast) -> tuple[Member, ...]:
    """Who has or makes what a noun names: "Lee built relations with", "a group with ties to"."""
    lead = sentence.head(noun)
    if noun.dep == "pobj" and lead.text.lower() == "with":
        holder = sentence.head(lead)
        return ends_of(sentence, holder, cast) if holder.pos in ("NOUN", "PROPN") else ()
    if noun.dep == "pobj" and lead.text.lower() == "in" and sentence.head(lead).pos in VERBAL:
        # "Was in contact with Orr", "governs in coalition with Orr".
        who = subject_of(sentence, sentence.head(lead))
        return ends_of(sentence, who, cast) if who is not None else ()
    for clause in sentence.children(noun, "relcl"):
        # "The alliance that Orl has built with Velm".
        own = sentence.children(clause, "nsubj") if cast.keeps(clause) else ()
        if own and not is_unsure(sentence, clause):
            return tuple(m for one in own for m in ends_of(sentence, one, cast))
    noun = first_joined(sentence, noun, ("NOUN",))
    while noun.dep == "pobj" and sentence.head(noun).text.lower() == "of":
        noun = sentence.head(sentence.head(noun))  # "a web of relations"
    verb = sentence.head(noun)
    if noun.dep != "dobj" or not cast.keeps(verb) or is_unsure(sentence, verb):
        return ()
    who = subject_of(sentence, verb)
    return ends_of(sentence, who, cast) if who is not None else ()


def _is_mutual(way: Way, noun: Token, slots: Iterable[tuple[str, Token]]) -> bool:
    """Whether a plural says of several what they are to one another: "they are rivals"."""
    told = {slot for slot, _ in slots}
    return way.frame.type in MUTUAL and noun.tag == "NNS" and not told & {way.slot, "possessive"}
