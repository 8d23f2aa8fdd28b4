"""The arguments of a trigger by slot: its own, and those that stand beside it."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.extract.events.casting.beside import cargo_of
from sayso.extract.events.casting.placing import SPOT
from sayso.extract.events.triggers import Trigger
from sayso.extract.grammar import (
    VERBAL,
    Slot,
    is_infinitive,
    noun_slots,
    preposition_slots,
    subject_of,
    verb_slots,
)
from sayso.records.parse import Token

# What a slot of a verb means where the frame does not say.
VERB_ROLES = {"subject": "actor", "by": "actor", "object": "target", "with": "partner"}
_DURING = frozenset({"at", "during", "on"})
_BEFALLING = frozenset({"SANCTION", "COERCE", "ASSAULT", "APPOINT", "RETREAT"})
_SIDES = frozenset({"target", "partner"})
_STOPS = frozenset({".", ":", "?", "!", '"', "”"})


def _beside_verbless(trigger: Trigger) -> Iterator[Slot]:
    """Who is somewhere for something, where no verb says so: "Minister Lee in Oslo for talks"."""
    sentence, above = trigger.sentence, trigger.sentence.head(trigger.token)
    who = sentence.head(above)
    led = trigger.token.dep == "pobj" and above.dep == "prep" and who.pos == "PROPN"
    if led and sentence.root.pos not in VERBAL:
        yield "subject", who
        for slot, head in preposition_slots(sentence, who):
            if slot in SPOT:
                yield slot, head


def _where_it_was_said(trigger: Trigger) -> Iterator[Slot]:
    """Who did something "at a meeting" or "during a visit" was there, if no others are told."""
    sentence, above = trigger.sentence, trigger.sentence.head(trigger.token)
    verb = sentence.head(above)
    within = trigger.token.dep == "pobj" and above.text.lower() in _DURING and verb.pos in VERBAL
    if trigger.frame.type != "CONSULT" or not within or trigger.token.tag != "NN":
        return
    own = {slot for slot, _ in noun_slots(sentence, trigger.token)}
    subject = subject_of(sentence, verb)
    if not own & {"possessive", "by", "of", "with", "between"} and subject is not None:
        yield "subject", subject


def slots_of(trigger: Trigger) -> Iterator[Slot]:
    """Every slot about what tells an event, with the head of what fills it."""
    if trigger.carrier is None and trigger.verb is not None:
        told = {w.text.lower() for w in trigger.words} - dict(trigger.frame.roles).keys()
        slots = [*verb_slots(trigger.sentence, trigger.token)]
        does = any(slot == "subject" for slot, _ in slots)
        for slot, head in slots:
            if does and slot == "by" and _is_means(trigger, head):
                continue
            if slot == "object" and _is_given(trigger, head):
                slot = "to"
            # The object of "take over" may look like one of a preposition.
            yield ("object" if slot in told and slot not in VERB_ROLES else slot), head
        yield from (("carrying", cargo) for cargo in cargo_of(trigger))
        yield from _with_whom(trigger)
        yield from _led(trigger)
        for word in trigger.words:
            if word != trigger.token:
                behind = [*preposition_slots(trigger.sentence, word), *_brought(trigger, word)]
                # "Named commander of the corps": of whom she commands, not whom they named.
                seated = trigger.frame.type == "APPOINT"
                yield from (one for one in behind if not (seated and one[0] == "of"))
    else:
        yield from noun_slots(trigger.sentence, trigger.token, trigger.carrier)
        yield from _beside_verbless(trigger)
        yield from _where_it_was_said(trigger)


def _brought(trigger: Trigger, word: Token) -> Iterator[Slot]:
    """ "Received reinforcements, which were moved from Orl to Velm": from where, and to where."""
    if trigger.frame.mode == "deploy":
        for clause in trigger.sentence.children(word, "relcl"):
            yield from preposition_slots(trigger.sentence, clause)


def _is_given(trigger: Trigger, noun: Token) -> bool:
    """ "Sold the militia rifles": of two objects the first is to whom, where a frame tells that the
    other is a thing."""
    thing = dict(trigger.frame.roles).get("object") == "nothing"
    return thing and noun.dep == "dative" and bool(trigger.sentence.children(trigger.token, "dobj"))


def _is_means(trigger: Trigger, noun: Token) -> bool:
    """ "Evacuated them by boat", "arrested him by mistake": a bare noun does nothing."""
    return noun.tag == "NN" and not trigger.sentence.children(noun)


def _led(trigger: Trigger) -> Iterator[Slot]:
    """The body by its name that somebody is chosen "to lead"."""
    sentence = trigger.sentence
    for aim in sentence.children(trigger.token, "xcomp", "advcl", "ccomp"):
        if trigger.frame.type == "APPOINT" and is_infinitive(sentence, aim):
            named = (t for t in sentence.children(aim, "dobj") if t.pos == "PROPN")
            yield from (("leading", t) for t in named)


def is_clipped_passive(trigger: Trigger, table: dict[str, str]) -> bool:
    """Whether a headline tells of whom it befell: "Two diplomats expelled"."""
    sentence, verb = trigger.sentence, trigger.token
    past = verb.tag == "VBD" and verb.dep == "ROOT" and trigger.frame.type in _BEFALLING
    if not past or table.get("object") != "target" or sentence.children(verb, "dobj", "prt"):
        return False
    if sentence.tokens[-1].text in _STOPS:
        return False
    return not any(table.get(slot) in _SIDES for slot, _ in preposition_slots(sentence, verb))


def _with_whom(trigger: Trigger) -> Iterator[Slot]:
    """With whom something is talked over: "negotiated the passage with Lee", where parsers hang
    whom on what."""
    if trigger.frame.type == "CONSULT" and dict(trigger.frame.roles).get("object") == "nothing":
        for thing in trigger.sentence.children(trigger.token, "dobj"):
            slots = preposition_slots(trigger.sentence, thing)
            yield from (one for one in slots if one[0] == "with")
