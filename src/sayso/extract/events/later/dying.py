"""Somebody by name who died of what was done to them: "was shot on 3 May and died two days later".

That somebody died is no event of the field. Where the words just before tell of an attack on them,
or of a misfortune, it is what came of that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.extract.cast import Member
from sayso.extract.events.casting.roles import Scenery
from sayso.extract.events.later.victims import says_more
from sayso.extract.events.realis import realis_of
from sayso.extract.events.scene import Scene
from sayso.extract.events.triggers import Trigger
from sayso.extract.grammar import subject_of
from sayso.packs.frames import Frame
from sayso.records.accounts import EventAccount
from sayso.records.parse import Sentence, Token

# So many sentences back in its paragraph a deed is gone back to.
_BACK = 2
_UNMEANT = frozenset({"accident", "damage"})


def deaths(found: Sequence[EventAccount], scene: Scene) -> Iterator[EventAccount]:
    """The accounts of such deaths, each with its own day."""
    for number, sentence in enumerate(scene.notes.parse.sentences):
        for verb in sentence:
            died = verb.lemma.lower() == "die" and verb.pos == "VERB"
            if not died or says_more(sentence, verb) or _is_told(verb, found):
                continue
            member = _somebody(sentence, verb, scene)
            deed = _done_to(member, number, verb, found, scene) if member is not None else None
            if member is not None and deed is not None:
                mode = "accident" if deed.mode in _UNMEANT else "kill"
                trigger = Trigger(Frame("ASSAULT", mode), sentence, verb, None, (verb,))
                if realis_of(trigger, scene.pack) == "actual":
                    scenery = Scenery((("target", member),), deed.places, frozenset({"target"}))
                    yield scene.account(trigger, scenery, "actual", scene.when(trigger))


def _is_told(verb: Token, found: Sequence[EventAccount]) -> bool:
    """Whether a death is told by a way of its own: "died of gunshot wounds"."""
    return any(one.span.start <= verb.start < one.span.end and "die" in one.trigger.split()
               for one in found)  # fmt: skip


def _somebody(sentence: Sentence, verb: Token, scene: Scene) -> Member | None:
    who = subject_of(sentence, verb)
    members = scene.cast.named_by(sentence, who) if who is not None else ()
    people = [member for member in members if member.entity.type == "Person"]
    return people[0] if len(people) == 1 else None


def _done_to(
    member: Member, number: int, verb: Token, found: Sequence[EventAccount], scene: Scene
) -> EventAccount | None:
    """The last attack or misfortune just before that befell somebody, and did not end in death."""
    sentences = scene.notes.parse.sentences
    first = sentences[max(0, number - _BACK)].start
    block = sentences[number].block
    near = (s.start for s in sentences[max(0, number - _BACK) : number + 1] if s.block == block)
    first = max(first, min(near))
    befell = [
        one
        for one in found
        if one.type == "ASSAULT" and one.realis == "actual" and first <= one.span.start < verb.start
        and any((p.role, p.entity) == ("target", member.entity.id) for p in one.participants)
    ]  # fmt: skip
    return None if any(one.mode == "kill" for one in befell) else next(reversed(befell), None)
