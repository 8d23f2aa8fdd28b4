"""What of the arguments of a trigger says where its event was."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, takewhile
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
_BEFORE_PLACES = frozenset({"object", "with", "by", "on", "against", "at", "between"})


# "Came after training in Orl, on the river": the river is where the training was.
_OTHER_TIMES = frozenset({"after", "before", "following"})
# What is done to a border is done there.
_AT_BORDERS = frozenset({"ASSAULT", "COERCE", "COOPERATE", "MOBILIZE", "SANCTION"})
# What leads from several places to those of them that are named, and what stands in front of each.
_NAMELY = frozenset({"particularly", "especially", "notably", "including", "mainly", "among"})
_IN_LISTS = _NAMELY | SPOT | {",", "and", "or", "the", "them", "(", "both"}

# What is done to somebody's body, never to a place.
_BODILY = frozenset({"kill", "arrest", "abduct", "accident", "release"})


# "A convoy south of Aleppo": a direction, and from where.
COMPASS = frozenset(
    {"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest",
     "north-east", "north-west", "south-east", "south-west"}
)  # fmt: skip


_LENGTHS = frozenset(
    {"kilometer", "kilometre", "km", "league", "meter", "metre", "mile", "nautical"}
)
# What stands around a distance: "about 140 km", "north-east".
_MEASURING = frozenset({"NUM", "ADV", "PUNCT", "DET", "SYM"})


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
    # Who is moved is moved in both: "entered Velm from Orl", "sent from Orl to Velm".
    where = where or (role is None and slot == "from" and trigger.frame.mode == "deploy")
    # "Closed the border with Velm": at the border.
    border = cast.nouns.is_border(head) and trigger.frame.type in _AT_BORDERS
    where = where or (slot == "object" and border)
    if where and not _strays(trigger, head, cast):
        yield from cast.places_at(trigger.sentence, head)
        yield from _instances(trigger.sentence, head, cast)
    # "The protests that swept Norland": where they took place.
    swept = trigger.carrier is not None and trigger.frame.type == "PROTEST" and slot == "object"
    if swept and role == "nothing":
        yield from cast.places_at(trigger.sentence, head)
    runs = head.lemma.lower() in pack.list("route_nouns")
    if slot in _BEFORE_PLACES or role in ("target", "nothing") or runs:
        for one in conjuncts(trigger.sentence, head):
            yield from _spots(trigger.sentence, one, cast, pack)


def towards(trigger: Trigger, cast: Cast) -> Iterator[LocalEntity]:
    """The places that a direction is counted from: "attacked a convoy south of Aleppo"."""
    sentence = trigger.sentence
    mine = {trigger.token, trigger.carrier, *trigger.words}
    for word in sentence:
        if word.text.lower() not in COMPASS or _describes(sentence, word, cast):
            continue
        # Parsers hang it on the deed or on what was hit, as an adverb or as a noun.
        above = next((t for t in sentence.ancestors(word) if t.pos in VERBAL or t in mine), None)
        for slot, place in preposition_slots(sentence, word) if above in mine else ():
            if slot == "of":
                yield from cast.places_at(sentence, place)


def _describes(sentence: Sentence, direction: Token, cast: Cast) -> bool:
    """Whether a direction only says where a place lies: "in Orl, 140 km north-east of Velm"."""
    before = direction.i - 1
    while before > 0 and (sentence[before].pos in _MEASURING or _is_distance(sentence[before])):
        before -= 1
    apart = sentence[before + 1].text == "," or sentence[before].text == ","
    named = (m for m in cast.in_sentence(sentence) if m.entity.type == "Place")
    return apart and any(m.mention.span.end == sentence[before].end for m in named)


def _is_distance(token: Token) -> bool:
    return token.text.lower() in COMPASS or token.lemma.lower() in _LENGTHS


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


def _instances(sentence: Sentence, head: Token, cast: Cast) -> Iterator[LocalEntity]:
    """Those of several places that are named: "to three towns, among them Orl and Velm".

    Parsers hang such lists anywhere, so their words are read in order up to the next verb.
    """
    several = [head, *(t for slot, t in preposition_slots(sentence, head) if slot == "of")]
    behind = list(sentence.tokens[several[-1].i + 1 :])
    words = list(takewhile(lambda t: t.pos not in VERBAL or t.text.lower() in _NAMELY, behind))
    mark = next((n for n, t in enumerate(words) if t.text.lower() in _NAMELY), None)
    if mark is None or not any(t.tag == "NNS" for t in several):
        return
    starts = {b.start for a, b in pairwise(words[mark:]) if a.text.lower() in _IN_LISTS}
    for member in cast.in_sentence(sentence):
        told = member.entity.type == "Place" and member.mention.form != "adjective"
        if told and member.mention.span.start in starts:
            starts.remove(member.mention.span.start)
            yield member.entity


def towns_at(sentence: Sentence, word: Token, cast: Cast, pack: Pack) -> Iterator[LocalEntity]:
    """The town in front of a noun: "the Geneva talks"; a state there is who talks, or of whom."""
    for member in cast.at(sentence, word)[:1]:
        if is_spot(member, pack) and member.mention.form != "adjective":
            yield member.entity


def _strays(trigger: Trigger, head: Token, cast: Cast) -> bool:
    """Whether a place behind a clause of its own belongs to that: "left, after a fight, in Orl"."""
    sentence, lead = trigger.sentence, trigger.sentence.head(head)
    verb = sentence.head(lead)
    if lead.dep != "prep" or verb.pos not in VERBAL or lead.i < verb.i:
        return False
    between = [t for t in sentence.children(verb, "advcl", "prep") if verb.i < t.i < lead.i]
    if any(t.dep == "advcl" or sentence.children(t, "pcomp") for t in between):
        return True
    earlier = [noun for t in between if t.text.lower() in _OTHER_TIMES
               for noun in sentence.children(t, "pobj")]  # fmt: skip
    return any(True for noun in earlier for _ in cast.places_at(sentence, noun))


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
    named = member.mention.form != "adjective"
    return bodily and one and named and member.entity.type == "Place" and member not in own
