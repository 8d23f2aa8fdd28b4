"""What the finders of events look things up in, and how an account is made."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sayso.extract.cast import Cast
from sayso.extract.events.casting.roles import Casting, Scenery
from sayso.extract.events.extent import purpose_of, quantities_in, span_of
from sayso.extract.events.triggers import Trigger
from sayso.extract.events.when import Clock, When
from sayso.extract.sources import Sources
from sayso.packs.pack import Pack
from sayso.records.accounts import EventAccount
from sayso.records.ids import content_id
from sayso.records.marks import Quantity
from sayso.records.notes import Notes
from sayso.records.parse import Token
from sayso.records.spans import Span
from sayso.records.statements import Attribution


class Scene:
    """A document's entities, times and attributions, arranged for looking up."""

    def __init__(self, notes: Notes, pack: Pack) -> None:
        self.notes = notes
        self.pack = pack
        self.cast = Cast(notes, pack)
        self.casting = Casting.of(self.cast, pack)
        self.clock = Clock(notes)
        self.sources = Sources(notes, pack)
        self.entities = {entity.id: entity for entity in notes.entities}

    def when(self, trigger: Trigger, *, actual: bool = True) -> When:
        """The time of a trigger's event, bounded by the dates of the reports that tell of it."""
        told_in = self.sources.covering(trigger.sentence, trigger.token)
        return self.clock.when(trigger, told_in=told_in, actual=actual)

    def account(
        self,
        trigger: Trigger,
        scenery: Scenery,
        realis: str,
        when: When,
        span: Span | None = None,
        said: Token | None = None,
    ) -> EventAccount:
        """The account that a trigger gives of its event.

        ``span`` are the words to cite where the trigger's own are not meant; ``said`` is the word
        that somebody must have said to have told of it, where it is another than the trigger's.
        """
        document, frame = self.notes.document, trigger.frame
        told_in = self.sources.covering(trigger.sentence, said or trigger.token)
        row = self.clock.chronology.place_of(trigger.sentence)
        if row is not None and not scenery.places:
            scenery = replace(scenery, places=(row,))
        span = span or span_of(document, trigger)
        told = (said or trigger.token, *([trigger.carrier] if trigger.carrier else []))
        return EventAccount(
            id=content_id(
                "ev",
                document.id,
                span.start,
                span.end,
                frame.type,
                trigger.token.start,
                scenery.participants,
                scenery.places,
            ),
            type=frame.type,
            mode=frame.mode,
            realis=realis,
            span=span,
            trigger=trigger.name,
            factuality=_on_whose_word(
                frame.type, self.sources.factuality(trigger.sentence, told, told_in)
            ),
            attributions=tuple(attribution.id for attribution in told_in),
            earliest=when.earliest,
            latest=when.latest,
            edtf=when.edtf,
            participants=scenery.participants,
            places=scenery.places,
            quantities=_without(
                quantities_in(document, span, self.notes.quantities, scenery.fillers), told_in
            ),
            purpose=purpose_of(document, trigger),
            hangs_on=when.hangs_on,
            fillers=scenery.fillers,
        )


def _without(
    quantities: tuple[Quantity, ...], told_in: Iterable[Attribution]
) -> tuple[Quantity, ...]:
    """The numbers without those of the sources: "killed a guard, according to three miners"."""
    sources = [one.source for one in told_in if one.source is not None]
    return tuple(q for q in quantities if not any(one.covers(q.span) for one in sources))


def _on_whose_word(kind: str, factuality: str) -> str:
    """How firmly an account tells; what a statement says stands on its speaker's word."""
    return "reported" if kind == "STATE" and factuality == "asserted" else factuality


def within(account: EventAccount, whole: EventAccount) -> EventAccount:
    """The account, told as part of another."""
    return replace(account, part_of=whole.id)
