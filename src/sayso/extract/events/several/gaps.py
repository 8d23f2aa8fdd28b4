"""Clauses that leave their verb out: "Norland sent 300 soldiers and Veyland 500".

Parsers hang the second half on the object of the first. It is known by a number that has no
place there: behind a name, behind "another" or "the second", or joined to the verb itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sayso.extract.cast import Member
from sayso.extract.events.casting.fillers import fillers_of
from sayso.extract.events.casting.roles import Scenery, role_of
from sayso.extract.events.scene import Scene
from sayso.extract.events.triggers import Trigger
from sayso.extract.grammar import VERBAL, is_passive, objects_of, preposition_slots
from sayso.extract.strayed import joined_objects
from sayso.records.parse import Sentence, Token

_ANOTHER = frozenset({"another", "second", "third", "other", "latter", "next"})
_NO_PART = frozenset({None, "nothing", "place", "instrument"})


@dataclass(frozen=True, slots=True)
class Gap:
    """A clause without its verb: its doer, what suffers and where, as far as it says so itself.

    ``same_doer`` tells that the doer of the first half goes on.
    """

    start: int
    end: int
    doer: Token | None = None
    sufferer: Token | None = None
    same_doer: bool = False


def gaps_of(trigger: Trigger) -> tuple[Gap, ...]:
    """The clauses behind a trigger's own that share its verb without saying it."""
    sentence, verb = trigger.sentence, trigger.token
    if verb.pos not in VERBAL or is_passive(sentence, verb):
        return ()
    found = [gap for one in objects_of(sentence, verb) for gap in _on_object(sentence, one)]
    return tuple(sorted((*found, *_on_verb(sentence, verb)), key=lambda gap: gap.start))


def _on_object(sentence: Sentence, counted: Token) -> Iterator[Gap]:
    if not sentence.children(counted, "nummod"):
        return
    for child in sentence.children(counted, "conj", "appos"):
        words = sentence.subtree(child)
        start, end = words[0].start, words[-1].end
        behind = [t for t in sentence.children(child, "nummod") if t.i == child.i + 1]
        if behind and child.pos == "PROPN":
            yield Gap(start, end, doer=child)
        elif any(t.text.lower() in _ANOTHER for t in words if t.i < child.i) and _counts(words):
            yield Gap(start, end, sufferer=child if child.pos == "NOUN" else None)


def _on_verb(sentence: Sentence, verb: Token) -> Iterator[Gap]:
    objects = set(joined_objects(sentence, verb))
    for child in sentence.children(verb, "conj"):
        if child.pos == "NUM" and child not in objects and child.entity not in ("DATE", "TIME"):
            words = sentence.subtree(child)
            yield Gap(words[0].start, words[-1].end, same_doer=True)


def _counts(words: tuple[Token, ...]) -> bool:
    return any(word.pos == "NUM" for word in words)


def before(scenery: Scenery, gap: Gap) -> Scenery:
    """Who takes part in the first half alone."""
    members = tuple(m for m in scenery.members if m[1].mention.span.start < gap.start)
    fillers = tuple(f for f in scenery.fillers if f.span.start < gap.start)
    return replace(scenery, members=members, fillers=fillers)


def scenery_in(gap: Gap, trigger: Trigger, first: Scenery, scene: Scene) -> Scenery | None:
    """Who takes part in a clause without its verb; null where its words fill no part."""
    sentence, cast = trigger.sentence, scene.cast
    did, suffered = role_of(trigger, "subject"), role_of(trigger, "object")
    if did in _NO_PART or suffered in _NO_PART:
        return None
    members: list[tuple[str, Member]] = [
        m for m in first.members if m[0] == suffered or (m[0] == did and gap.same_doer)
    ]
    slots = [
        (slot, role, head)
        for slot, role, head in (("subject", did, gap.doer), ("object", suffered, gap.sufferer))
        if head is not None and role is not None
    ]
    for _, role, head in slots:
        named = [m for m in cast.named_by(sentence, head) if m.mention.span.start >= gap.start]
        members = [m for m in members if m[0] != role] + [(role, member) for member in named]
    words = fillers_of(replace(trigger, words=()), slots, cast, scene.casting.things)
    places = _places(gap, trigger, scene)
    return Scenery(tuple(members), places, first.filled, words) if members or words else None


def _places(gap: Gap, trigger: Trigger, scene: Scene) -> tuple[str, ...]:
    sentence = trigger.sentence
    found = (
        place.id
        for word in sentence.within(gap.start, gap.end)
        for slot, head in preposition_slots(sentence, word)
        if slot in ("in", "at", "near")
        for place in scene.cast.places_at(sentence, head)
    )
    return tuple(dict.fromkeys(found))
