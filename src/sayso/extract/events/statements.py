"""Statements as events: a named speaker said something, at a time the text tells."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from sayso.extract.cast import Member
from sayso.extract.events.casting.roles import Scenery
from sayso.extract.events.realis import realis_of
from sayso.extract.events.scene import Scene
from sayso.extract.events.triggers import Trigger
from sayso.packs.frames import Frame
from sayso.records.accounts import EventAccount
from sayso.records.marks import LocalEntity
from sayso.records.parse import Sentence, Token
from sayso.records.spans import Span
from sayso.records.statements import Attribution

_STATEMENT = Frame("STATE", speech=True)
_DEMAND = Frame("REQUEST", speech=True)
# Speaking, not knowing or showing: only acts of speech are events.
_SPEECH = frozenset({"say", "report", "claim", "deny", "ask", "order"})
_SPEAKERS = frozenset({"Person", "Organization", "Office"})


def statements(scene: Scene, told: AbstractSet[int]) -> Iterator[tuple[Trigger, EventAccount]]:
    """A STATE account for each dated act of speech; ``told`` are offsets of other triggers."""
    for attribution in scene.notes.attributions:
        speaker = scene.entities.get(attribution.source_entity or "")
        if speaker is None or attribution.cue is None or not _speaks(speaker):
            continue
        if _is_outlet(scene, attribution):
            continue
        trigger = _trigger(scene, attribution.cue, body=speaker.type == "Organization")
        if trigger is None or realis_of(trigger, scene.pack) != "actual":
            continue
        if trigger.token.start in told:
            continue
        when = scene.clock.when(
            trigger, told_in=(attribution, *scene.sources.covering(trigger.sentence, trigger.token))
        )
        stated = when.known and speaker.type in _SPEAKERS
        if stated or trigger.frame is _DEMAND:
            extent = _extent(scene, attribution, trigger)
            cast = _cast(scene, trigger, speaker)
            yield trigger, scene.account(trigger, cast, "actual", when, extent)


def _speaks(speaker: LocalEntity) -> bool:
    """Whether somebody may ask for something: groups and states do, though they make no speech."""
    acts = speaker.type == "Place" and speaker.known is not None
    return speaker.type in _SPEAKERS or speaker.type == "Group" or acts


def _is_outlet(scene: Scene, attribution: Attribution) -> bool:
    """Whether the source is called an outlet ("the channel al-Afaq"): its reports are no events."""
    words = (attribution.source.quote if attribution.source else "").lower().split()
    return bool({word.strip(",") for word in words} & scene.pack.list("outlet_descriptions"))


def _trigger(scene: Scene, cue: Span, *, body: bool) -> Trigger | None:
    """The word of speech in a cue; null where the cue is of another act.

    A body that "reports" is as good as an outlet: that it does so is no event.
    """
    sentence = scene.notes.parse.sentence_at(cue.start)
    if sentence is None:
        return None
    for token in sentence.within(cue.start, cue.end):
        entry = scene.pack.cues.get(token.lemma.lower())
        spoken = entry is not None and entry.kind == "verb" and entry.act in _SPEECH
        if spoken and not (body and token.lemma == "report"):
            frame = _DEMAND if _demands(sentence, token) else _STATEMENT
            return Trigger(frame, sentence, token, None, (token,))
    return None


def _demands(sentence: Sentence, word: Token) -> bool:
    """Whether it is said that somebody else must do something."""
    return any(
        aux.text.lower() in ("must", "should", "ought") and sentence.children(clause, "nsubj")
        for clause in sentence.children(word, "ccomp")
        for aux in sentence.children(clause, "aux")
    )


def _cast(scene: Scene, trigger: Trigger, speaker: LocalEntity) -> Scenery:
    """The speaker and, where something is demanded, whoever is to do it."""
    members = [("actor", Member(speaker, speaker.mentions[0]))]
    if trigger.frame is _DEMAND:
        for clause in trigger.sentence.children(trigger.token, "ccomp"):
            for head in trigger.sentence.children(clause, "nsubj"):
                told = scene.cast.named_by(trigger.sentence, head)
                members += [("target", member) for member in told]
    return Scenery(tuple(members), ())


def _extent(scene: Scene, attribution: Attribution, trigger: Trigger) -> Span:
    """Speaker, verb and words, as far as they stand in the verb's sentence."""
    parts = [s for s in (attribution.source, attribution.cue, attribution.content) if s]
    start = max(trigger.sentence.start, min(part.start for part in parts))
    end = min(trigger.sentence.end, max(part.end for part in parts))
    return scene.notes.document.span(start, end)
