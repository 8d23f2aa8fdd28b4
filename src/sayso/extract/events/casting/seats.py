"""Offices that change hands: what somebody left, and of which body an office is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.extract.cast import Cast, Member
from sayso.extract.events.triggers import Trigger
from sayso.extract.phrases import head_word
from sayso.records.parse import Sentence

_BODIES = frozenset({"Organization", "Group"})
# Who gives an office up had it: the title before the name, or the office behind it, is that one.
_LEAVING = {"resign": "actor", "dismiss": "target"}
_BETWEEN = frozenset({",", "the", "a", "an", "then", "as", "(", "–", "-"})
_ENVOYS = frozenset({"ambassador", "attaché", "consul", "envoy", "legate", "nuncio", "to"})
# How many words may stand between a name and the office of who bears it.
_REACH = 3


def seats_of(
    trigger: Trigger, members: Sequence[tuple[str, Member]], cast: Cast
) -> Iterator[tuple[str, Member]]:
    """The office that somebody leaves, and the bodies that the offices of an event are of."""
    if trigger.frame.type != "APPOINT":
        return
    offices = [member for role, member in members if role == "office"]
    if not offices:
        left = _LEAVING.get(trigger.frame.mode or "")
        holders = [m for role, m in members if role == left and m.entity.type == "Person"]
        offices = [seat for m in holders for seat in _beside(trigger.sentence, m, cast)][:1]
        yield from (("office", seat) for seat in offices)
    if not any(role == "organization" for role, _ in members):
        for office in offices:
            yield from (("organization", body) for body in _bodies(trigger.sentence, office, cast))


def lands_of_seats(
    trigger: Trigger, members: Sequence[tuple[str, Member]], cast: Cast
) -> tuple[str, ...]:
    """Where an office changes hands that is of a place by its name: "the Iraqi prime minister",
    "governor of Najaf". Envoys have theirs elsewhere."""
    if trigger.frame.type != "APPOINT":
        return ()
    offices = [member for role, member in members if role == "office"]
    return tuple(
        dict.fromkeys(
            place.entity.id
            for office in offices
            if _ENVOYS.isdisjoint(office.mention.name.lower().split())
            for place in cast.in_sentence(trigger.sentence)
            if place.entity.type == "Place" and office.mention.span.covers(place.mention.span)
        )
    )


def _beside(sentence: Sentence, holder: Member, cast: Cast) -> Iterator[Member]:
    """The offices right before or behind a name: "Minister Lee", "Lee, the minister"."""
    span = holder.mention.span
    for member in cast.in_sentence(sentence):
        other = member.mention.span
        if member.entity.type != "Office" or other.document != span.document:
            continue
        low, high = (other.end, span.start) if other.end <= span.start else (span.end, other.start)
        between = sentence.within(low, high)
        near = len(between) <= _REACH and all(t.text.lower() in _BETWEEN for t in between)
        if near and not _is_owned(sentence, member):
            yield member


def _is_owned(sentence: Sentence, office: Member) -> bool:
    """Whether a pronoun tells whose an office is ("its chief pilot"): a tie tells that better."""
    head = head_word(sentence, office.mention.span.start, office.mention.span.end)
    owners = sentence.children(head, "poss") if head is not None else ()
    return any(owner.tag == "PRP$" for owner in owners)


def _bodies(sentence: Sentence, office: Member, cast: Cast) -> Iterator[Member]:
    """The bodies named inside the name of an office: "commander of the 5th Corps"."""
    for member in cast.in_sentence(sentence):
        inside = office.mention.span.covers(member.mention.span)
        if inside and member.entity.type in _BODIES and member.named:
            yield member
            return
