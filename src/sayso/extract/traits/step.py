"""The step that learns what sources are from how a report presents them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from sayso.extract.traits.around import Telling, before, behind, described, leads_on
from sayso.extract.traits.lexicon import Lexicon, Unit, lexicon, units_of
from sayso.extract.traits.tails import Tail
from sayso.packs.pack import Pack
from sayso.records.ids import content_id
from sayso.records.marks import LocalEntity, Mention
from sayso.records.notes import Notes
from sayso.records.spans import Span
from sayso.records.statements import Attribution, Trait

_TYPES = ("Outlet", "Organization")
_FORMS = ("name", "short", "acronym", "description")
Told = tuple[LocalEntity, Telling]


def find_traits(notes: Notes, pack: Pack) -> tuple[Trait, ...]:
    """What a document tells of its sources, each thing once, at its first words, in text order.

    A body counts as a source if it is an outlet, if the pack lists it as one, or if it is called
    by the common noun of one ("the think tank X").
    """
    told = sorted(_Presentations(notes, pack).all(), key=lambda one: (one[1].start, one[0].id))
    first: dict[tuple[str, str, str], Told] = {}
    for entity, one in told:
        first.setdefault((entity.id, one.attribute, one.value.casefold()), (entity, one))
    found = [(e, one, notes.document.span(one.start, one.end)) for e, one in first.values()]
    said = [a for a in notes.attributions if a.cue is not None]
    around = _around(said, [span for _, _, span in found])
    return tuple(
        Trait(
            id=content_id("tr", span, entity.name, one.attribute, one.value),
            entity=entity.id,
            attribute=one.attribute,
            value=one.value,
            span=span,
            attributions=tuple(a.id for a in around.get(span, ()) if not _speaks(a, entity.id)),
        )
        for entity, one, span in found
    )


class _Presentations:
    """How a document presents its sources, mention by mention."""

    def __init__(self, notes: Notes, pack: Pack) -> None:
        self._notes = notes
        self._listed = pack.outlets
        self._words: Lexicon = lexicon(pack)
        self._units: dict[int, tuple[Unit, ...]] = {}

    def all(self) -> Iterator[Told]:
        """Everything told of every source, at each of its mentions."""
        for entity in self._notes.entities:
            if entity.type not in _TYPES:
                continue
            listed = self._listed.get(entity.known or "")
            if listed is not None and listed.kind == "platform":
                # What "a Telegram channel" is told to be is the channel, not Telegram.
                continue
            if all(mention.form == "description" for mention in entity.mentions):
                continue
            sure = entity.type == "Outlet" or listed is not None
            for mention in entity.mentions:
                told = list(self._told(mention)) if mention.form in _FORMS else []
                if sure or any(one.attribute == "kind" for one in told):
                    yield from ((entity, one) for one in told)

    def _told(self, mention: Mention) -> Iterator[Telling]:
        units = self._units_at(mention.span.start)
        first = bisect_left([unit.end for unit in units], mention.span.start + 1)
        last = bisect_left([unit.start for unit in units], mention.span.end)
        if first >= last:
            return
        noun, end = behind(units, last, self._words)
        if leads_on(units, end):
            return
        yield from before(units, first, self._words)
        if mention.form == "description":
            yield from described(units, first, last, self._words)
        if noun is not None:
            yield noun
        yield from Tail(units, end, self._words).read()

    def _units_at(self, offset: int) -> tuple[Unit, ...]:
        sentence = self._notes.parse.sentence_at(offset)
        if sentence is None:
            return ()
        found = self._units.get(sentence.start)
        if found is None:
            found = self._units[sentence.start] = units_of(sentence)
        return found


def _speaks(attribution: Attribution, entity: str) -> bool:
    """Whether somebody speaks there: it is not on its own word that others present it."""
    return any(link.entity == entity for link in attribution.chain)


def _around(
    attributions: Iterable[Attribution], spans: Iterable[Span]
) -> dict[Span, list[Attribution]]:
    """For each span the attributions whose content holds it, in their own order."""
    inside: dict[Span, list[Attribution]] = {}
    ordered = sorted(spans, key=lambda span: span.start)
    starts = [span.start for span in ordered]
    for attribution in attributions:
        content = attribution.content
        place = bisect_left(starts, content.start)
        while place < len(ordered) and starts[place] < content.end:
            if content.covers(ordered[place]):
                inside.setdefault(ordered[place], []).append(attribution)
            place += 1
    return inside
