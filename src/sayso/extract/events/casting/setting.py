"""Where an event was, when the arguments of its own word do not say.

What is hit is hit where it lies; a house stands where its owners live; who is somewhere acts
there; and a place in front of a clause holds for all that "and" joins to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.extract.cast import Cast, Member
from sayso.extract.events.triggers import Trigger
from sayso.extract.grammar import SUBJECTS, VERBAL, preposition_slots
from sayso.packs.pack import Pack
from sayso.records.parse import Sentence, Token

_SPOT = frozenset({"in", "at", "near", "around", "across"})
# Doings that are done where the doer or the thing is; words are said anywhere.
_BODILY = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE"})
_DESCRIBED = ("prep", "pobj", "acl")


def setting_of(
    trigger: Trigger,
    slots: Iterable[tuple[str, str | None, Token]],
    members: Iterable[tuple[str, Member]],
    cast: Cast,
    pack: Pack,
) -> tuple[str, ...]:
    """The places of an event without a place of its own; none where nothing around it says.

    ``slots`` are its arguments with their roles, ``members`` those who take part.
    """
    found: list[str] = []
    if trigger.frame.type == "ASSAULT":
        found += [m.entity.id for role, m in members if role == "target" and _is_spot(m, pack)]
    if not found and trigger.frame.type in _BODILY:
        told = [(role, head) for _, role, head in slots]
        things = [head for role, head in told if role == "target" and _stands(head, pack)]
        doers = [head for role, head in told if role == "actor"]
        heads = [below for thing in things for below in _described(trigger.sentence, thing)]
        found += _beside(trigger.sentence, heads, cast) or _beside(trigger.sentence, doers, cast)
    return tuple(dict.fromkeys(found or _in_front(trigger, cast)))


def _is_spot(member: Member, pack: Pack) -> bool:
    place = member.entity.type == "Place" and member.mention.form != "adjective"
    return place and member.entity.name not in pack.countries


def _stands(head: Token, pack: Pack) -> bool:
    """Whether a thing is one that stands somewhere: a bridge, a house."""
    return head.lemma.lower() in pack.list("place_nouns") | pack.list("property")


def _described(sentence: Sentence, thing: Token) -> Iterator[Token]:
    """A thing and those it belongs to: "houses belonging to farmers in Orl"."""
    todo = [thing]
    while todo:
        word = todo.pop()
        yield word
        below = sentence.children(word, *_DESCRIBED)
        todo += [t for t in below if t.text.lower() not in _SPOT]


def _beside(sentence: Sentence, heads: Iterable[Token], cast: Cast) -> list[str]:
    return [
        place.id
        for head in heads
        for slot, below in preposition_slots(sentence, head)
        if slot in _SPOT
        for place in cast.places_at(sentence, below)
    ]


def _in_front(trigger: Trigger, cast: Cast) -> list[str]:
    """The places in front of the first of some clauses: "In Orl, they met Lee and signed it"."""
    sentence, verb = trigger.sentence, trigger.verb
    if verb is None or verb.dep != "conj" or sentence.children(verb, *SUBJECTS):
        return []
    first = verb
    while first.dep == "conj" and sentence.head(first).pos in VERBAL:
        first = sentence.head(first)
    start = min((t.i for t in sentence.children(first, *SUBJECTS)), default=first.i)
    leads = [t for t in sentence.children(first, "prep") if t.i < start]
    return [
        place.id
        for lead in leads if lead.text.lower() in _SPOT
        for below in sentence.children(lead, "pobj")
        for place in cast.places_at(sentence, below)
    ]  # fmt: skip
