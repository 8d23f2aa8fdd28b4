"""What of the arguments of a trigger says where its event was."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sayso.extract.cast import Cast, Member
from sayso.extract.events.triggers import Trigger
from sayso.extract.grammar import VERBAL, conjuncts, preposition_slots
from sayso.packs.pack import Pack
from sayso.records.marks import LocalEntity
from sayso.records.parse import Sentence, Token

WHERE = frozenset(
    {"in", "at", "near", "to", "into", "inside", "outside", "around", "across", "along", "over",
     "through", "throughout", "within", "toward", "towards", "onto", "off", "on"}
)  # fmt: skip
SPOT = frozenset({"in", "at", "near", "around", "across", "along"})
_BETWEEN = frozenset({"between", "from"})
# What is called by the town where it is: "the Geneva talks", "the Paris attacks".
LOCATED = frozenset({"AGREE", "ASSAULT", "COERCE", "CONSULT", "PROTEST"})

# Slots behind which a place is easily taken for a part: "met the minister in Vienna".
_BEFORE_PLACES = frozenset({"object", "with", "by", "on", "against", "at"})


# What is done to somebody's body, never to a place.
_BODILY = frozenset({"kill", "arrest", "abduct", "accident", "release"})


class Argument(NamedTuple):
    """A word in a slot of a trigger, and the role that the frame gives the slot, if any."""

    slot: str
    role: str | None
    head: Token


def told_where(
    trigger: Trigger, argument: Argument, cast: Cast, pack: Pack
) -> Iterator[LocalEntity]:
    """The places that an argument of a trigger leads to."""
    slot, role, head = argument
    # What a frame has no part for behind "in" or "at" can still say where.
    no_part = role == "nothing" and slot in SPOT
    where = role == "place" or (role is None and slot in WHERE) or no_part
    if where and not _strays(trigger, head):
        yield from cast.places_at(trigger.sentence, head)
    # "The protests that swept Norland": where they took place.
    swept = trigger.carrier is not None and trigger.frame.type == "PROTEST" and slot == "object"
    if swept and role == "nothing":
        yield from cast.places_at(trigger.sentence, head)
    runs = head.lemma.lower() in pack.list("route_nouns")
    if slot in _BEFORE_PLACES or role in ("target", "nothing") or runs:
        for one in conjuncts(trigger.sentence, head):
            yield from _spots(trigger.sentence, one, cast, pack)


def _spots(
    sentence: Sentence, head: Token, cast: Cast, pack: Pack, *, runs: bool = False
) -> Iterator[LocalEntity]:
    """Where an argument is, or is met: "a base near Erbil", "flights between Oslo and Bergen"."""
    runs = runs or head.lemma.lower() in pack.list("route_nouns")
    for slot, below in preposition_slots(sentence, head):
        if slot in WHERE or (runs and slot in _BETWEEN):
            yield from cast.places_at(sentence, below)
        elif slot == "of":
            yield from _spots(sentence, below, cast, pack, runs=runs)


def towns_at(sentence: Sentence, word: Token, cast: Cast, pack: Pack) -> Iterator[LocalEntity]:
    """The town in front of a noun: "the Geneva talks"; a state there is who talks, or of whom."""
    for member in cast.at(sentence, word)[:1]:
        if is_spot(member, pack) and member.mention.form != "adjective":
            yield member.entity


def _strays(trigger: Trigger, head: Token) -> bool:
    """Whether a place behind a clause of its own belongs to that: "left, after a fight, in Orl"."""
    sentence, lead = trigger.sentence, trigger.sentence.head(head)
    verb = sentence.head(lead)
    if lead.dep != "prep" or verb.pos not in VERBAL or lead.i < verb.i:
        return False
    between = [t for t in sentence.children(verb, "advcl", "prep") if verb.i < t.i < lead.i]
    return any(t.dep == "advcl" or sentence.children(t, "pcomp") for t in between)


def says_where(trigger: Trigger, preposition: Token, cast: Cast) -> bool:
    """Whether a preposition leads to where something was, not to what it was about."""
    sentence = trigger.sentence
    leads = WHERE if trigger.frame.type == "PROTEST" else SPOT
    return preposition.text.lower() in leads and any(
        True
        for noun in sentence.children(preposition, "pobj")
        for _ in cast.places_at(sentence, noun)
    )


def is_spot(member: Member, pack: Pack) -> bool:
    """Whether somebody is a place that is no state: things are there, and it does nothing."""
    return member.entity.type == "Place" and member.entity.name not in pack.countries


def is_home(trigger: Trigger, head: Token, member: Member, own: tuple[Member, ...]) -> bool:
    """Whether a place only says of where somebody killed or held was: "a clerk of Velm"."""
    bodily = trigger.frame.mode in _BODILY
    one = head.tag == "NN" and head.pos == "NOUN"
    return bodily and one and member.entity.type == "Place" and member not in own
