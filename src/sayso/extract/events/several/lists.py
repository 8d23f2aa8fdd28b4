"""What a leading sentence tells of the items below it: "paid a number of visits:", and where to.

An item without a verb of its own is told by the leading sentence's word; it fills the one role
that is left open there. What it says of itself (a day, a place, a number) is its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.extract.cast import Cast
from sayso.extract.events.casting.fillers import fillers_of
from sayso.extract.events.casting.roles import Scenery, role_of
from sayso.extract.events.scene import Scene
from sayso.extract.events.triggers import Trigger
from sayso.extract.events.when import When
from sayso.extract.grammar import noun_slots, verb_slots
from sayso.records.accounts import EventAccount
from sayso.records.parse import FINITE, Sentence, Token

_PLURAL = frozenset({"NNS", "NNPS"})
_ASIDE = frozenset({"punct", "relcl", "cc", "advmod"})
# Slots in which a leading noun or verb may leave open what its items are.
_OPEN = ("object", "of", "on", "with", "to")


@dataclass(frozen=True, slots=True)
class Leader:
    """A trigger whose sentence ends in a colon, who takes part in it, and the open role."""

    trigger: Trigger
    scenery: Scenery
    realis: str
    when: When
    role: str


def leads(trigger: Trigger) -> bool:
    """Whether the items behind its sentence are what a trigger tells of.

    It is a noun in the plural ("these attacks:") or a verb whose object is still to come ("the
    delegation met:"), and no other noun stands between it and the colon, but for times and names.
    """
    sentence = trigger.sentence
    if sentence.tokens[-1].text != ":" or trigger.frame.speech:
        return False
    behind = [t for t in sentence.tokens[trigger.token.i + 1 :] if t not in trigger.words]
    if any(t.pos == "NOUN" and not t.entity for t in behind):
        return False
    nouns = [t for t in (trigger.token, *trigger.words) if t.pos == "NOUN"]
    if nouns:
        return any(t.tag in _PLURAL for t in nouns)
    return not any(slot == "object" for slot, _ in verb_slots(sentence, trigger.token))


def open_role(trigger: Trigger) -> str | None:
    """The role that the items of a leading trigger fill."""
    given = (role_of(trigger, slot) for slot in _OPEN)
    return next((role for role in given if role not in (None, "nothing", "actor")), None)


def items_of(leader: Trigger, sentences: Sequence[Sentence], scene: Scene) -> list[Sentence]:
    """The first sentences of the items behind a leading sentence that have no verb of their own."""
    blocks = scene.notes.document.blocks
    found: list[Sentence] = []
    block = leader.sentence.block
    for sentence in sentences:
        if sentence.block == block:
            continue
        if sentence.block != block + 1 or blocks[sentence.block].kind != "item":
            break
        block = sentence.block
        if sentence.root.tag not in FINITE:
            found.append(sentence)
    return found


def told_by(leader: Leader, items: Sequence[Sentence], scene: Scene) -> Iterator[EventAccount]:
    """An account for each item that fills the open role of its leading sentence."""
    for sentence in items:
        head = _head(sentence, scene)
        if head is None:
            continue
        trigger = replace(leader.trigger, sentence=sentence, token=head, carrier=None, words=())
        scenery = _cast(leader, sentence, head, scene.cast, scene)
        own = scene.when(replace(trigger, token=sentence.root))
        when = own if own.known else _day(sentence, scene) or leader.when
        if scenery is not None:
            last = [t for t in sentence.tokens if t.pos != "PUNCT"][-1]
            words = scene.notes.document.span(sentence.tokens[0].start, last.end)
            told = scene.account(trigger, scenery, leader.realis, when, words)
            yield replace(told, trigger=leader.trigger.name)


def _head(sentence: Sentence, scene: Scene) -> Token | None:
    """The noun that an item is about: its first one outside of times, behind "to" or alone."""
    times = scene.clock.timing.within(sentence)
    todo, found = [sentence.root], []
    while todo:
        word = todo.pop()
        timed = any(t.span.start <= word.start < t.span.end for t in times)
        if word.pos in ("NOUN", "PROPN") and not timed:
            found.append(word)
            continue
        todo += [t for t in sentence.children(word) if t.dep not in _ASIDE]
    return min(found, key=lambda word: word.i, default=None)


def _day(sentence: Sentence, scene: Scene) -> When | None:
    for time in scene.clock.timing.within(sentence):
        if time.type == "DATE" and time.earliest:
            return When(time.earliest, time.latest, time.edtf)
    return None


def _cast(
    leader: Leader, sentence: Sentence, head: Token, cast: Cast, scene: Scene
) -> Scenery | None:
    """Who takes part by the leading sentence, with what the item adds; null if it adds nothing."""
    places = tuple(dict.fromkeys(place.id for place in cast.places_at(sentence, head)))
    if leader.role == "place":
        return replace(leader.scenery, places=places) if places else None
    others = tuple(m for m in leader.scenery.members if m[0] != leader.role)
    slots = [("object", leader.role, head)]
    own = [(leader.role, member) for member in cast.named_by(sentence, head)]
    for slot, below in noun_slots(sentence, head):
        role = role_of(leader.trigger, slot)
        if role == "office":
            slots.append((slot, role, below))
            own += [(role, m) for m in cast.named_by(sentence, below) if m.entity.type == "Office"]
    trigger = replace(leader.trigger, sentence=sentence, token=head, carrier=None, words=())
    words = fillers_of(trigger, slots, cast, scene.casting.things)
    if not own and not words:
        return None
    kept = tuple(f for f in leader.scenery.fillers if f.role != leader.role)
    filled = leader.scenery.filled | {leader.role}
    return Scenery((*others, *own), places or leader.scenery.places, filled, (*kept, *words))
