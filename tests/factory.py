"""A case built by hand, with real spans, for the tests of what reads a finished case."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, fields, replace
from typing import Any

from sayso.analysis.conflicts import find_conflicts
from sayso.analysis.conflicts.ground import Ground
from sayso.analysis.conflicts.judgements import judgement_conflicts
from sayso.analysis.corroboration import corroborate
from sayso.analysis.sources import speakers_of, voices_of
from sayso.records.accounts import Participant
from sayso.records.case import (
    Account,
    Agreement,
    Check,
    Claim,
    Conflict,
    Corroboration,
    Entity,
    EntityMention,
    Event,
    EventRow,
    Judgement,
    Measure,
    Tie,
)
from sayso.records.documents import Block, Cleaned, Document, DocumentRow, Failure
from sayso.records.ids import content_id
from sayso.records.marks import Quantity, Time
from sayso.records.spans import Span
from sayso.records.statements import Attribution, Hedge, Link, Trait, strange_names
from sayso.store.rows.links import in_time
from sayso.store.rows.sorting import of_saying


def document(name: str, text: str, **facts: Any) -> Document:
    """A report of these paragraphs (one a line); lines that begin with "# " are headings."""
    blocks, start = [], 0
    for line in text.split("\n"):
        if line:
            kind = "heading" if line.startswith("# ") else "paragraph"
            blocks.append(Block(kind, start, start + len(line), 1 if kind == "heading" else 0))
        start += len(line) + 1
    return Document(
        id=f"d-{name}",
        path=f"reports/{name}.txt",
        sha256="0" * 64,
        format="txt",
        text=text,
        blocks=tuple(blocks),
        cleaned=Cleaned(text, ((0, 0),)),
        **facts,
    )


@dataclass
class Parts:
    """What a case is made of."""

    documents: dict[str, Document] = field(default_factory=dict)
    agreements: list[Agreement] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    entities: dict[str, Entity] = field(default_factory=dict)
    mentions: list[EntityMention] = field(default_factory=list)
    attributions: dict[str, Attribution] = field(default_factory=dict)
    events: dict[str, Event] = field(default_factory=dict)
    ties: dict[str, Tie] = field(default_factory=dict)
    traits: dict[str, Trait] = field(default_factory=dict)
    judgements: list[Judgement] = field(default_factory=list)
    times: list[Time] = field(default_factory=list)
    claims: dict[str, Claim] = field(default_factory=dict)
    quantities: list[Quantity] = field(default_factory=list)
    checks: list[Check] = field(default_factory=list)
    countries: tuple[str, ...] = ()


@dataclass
class Builder:
    """A case under construction; ``view`` is what the product reads."""

    parts: Parts = field(default_factory=lambda: Parts())

    def report(self, name: str, text: str, **facts: Any) -> Document:
        """Add a report and find the names of known entities in it."""
        made = document(name, text, **facts)
        self.parts.documents[made.id] = made
        return made

    def fail(self, path: str, message: str, hint: str) -> None:
        """Add an input that could not be read."""
        self.parts.failures.append(Failure(path, "read", message, hint))

    def add(self, type: str, name: str, *aliases: str) -> str:
        """Add an entity; its mentions are found when the case is sealed."""
        made = Entity(content_id("e", type, name), type, name, aliases)
        self.parts.entities[made.id] = made
        return made.id

    def quote(self, report: Document, words: str) -> Span:
        """The span of some words of a report."""
        start = report.text.index(words)
        return report.span(start, start + len(words))

    def said(
        self,
        report: Document,
        words: str,
        *chain: str,
        published: str | None = None,
        hedges: tuple[Hedge, ...] = (),
        stance: str = "affirms",
    ) -> str:
        """Add an attribution of these words to a chain of names, entities where they resolve."""
        content = self.quote(report, words)
        ids = {e.name: e.id for e in self.parts.entities.values()}
        links = tuple(Link(name, ids.get(name)) for name in chain)
        made = Attribution(
            id=content_id("a", content, links),
            source=None,
            source_entity=links[-1].entity if links else None,
            cue=None,
            content=content,
            chain=links,
            published=published,
            hedges=hedges,
            stance=stance,
        )
        self.parts.attributions[made.id] = made
        return made.id

    def trait(
        self,
        entity: str,
        attribute: str,
        value: str,
        *,
        cited: tuple[Document, str] | None = None,
        known_from: str | None = None,
    ) -> str:
        """Add what words of a report, or a pack, tell of a source."""
        span = self.quote(*cited) if cited else None
        id = content_id("tr", entity, attribute, value, span)
        self.parts.traits[id] = Trait(id, entity, attribute, value, span, known_from)
        return id

    def claim(
        self, report: Document, words: str, subject: str | None, direction: str, **facts: Any
    ) -> Claim:
        """Add a judgement in these words of a report, the author's unless a holder is given."""
        span = self.quote(report, words)
        given = {"holder": "author", "aspect": "political", "front": None, "strength": "plain"}
        id = content_id("cl", span, subject, direction)
        made = Claim(id=id, span=span, subject=subject, direction=direction, **{**given, **facts})
        self.parts.claims[id] = made
        return made

    def judge(self, decision: str, value: str | None, *about: str, by: str = "ada") -> str:
        """Add a decision of an analyst; each is a day younger than the one before."""
        at = f"2024-01-{len(self.parts.judgements) + 1:02d}"
        id = content_id("j", about, decision, value, at)
        made = Judgement(id, by, at, about, decision, value, None)
        self.parts.judgements.append(made)
        return id

    def told(
        self, report: Document, words: str, *said: str, firmly: str = "asserted", **facts: Any
    ) -> Account:
        """An account of an event or tie in these words of a report."""
        return Account(self.quote(report, words), said, firmly, **facts)

    def event(self, kind: str, *accounts: Account, realis: str = "actual", **facts: Any) -> str:
        """Add an event; fields that are not given are those of its first account."""
        type, _, mode = kind.partition("/")
        first = accounts[0]
        made = Event(
            id=content_id("ev", kind, accounts),
            type=type,
            mode=mode or None,
            realis=realis,
            earliest=first.earliest,
            latest=first.latest,
            edtf=None,
            participants=first.participants,
            places=first.places,
            quantities=first.quantities,
            purpose=None,
            part_of=None,
            accounts=accounts,
        )
        self.parts.events[made.id] = replace(made, **facts)
        return made.id

    def tie_of(
        self, type: str, subject: str, object: str | None, *accounts: Account, **facts: Any
    ) -> str:
        """Add a tie."""
        made = Tie(
            id=content_id("t", type, subject, object, accounts),
            type=type,
            subject=subject,
            object=object,
            accounts=accounts,
            **{
                "office": None,
                "territory": None,
                "since": None,
                "until": None,
                "polarity": "positive",
                **facts,
            },
        )
        self.parts.ties[made.id] = made
        return made.id

    def view(self) -> Case:
        """The case to read, with every mention of its entities found."""
        self.parts.mentions = sorted(self._find_mentions(), key=lambda m: (m.span, m.entity))
        return Case(self.parts)

    def _find_mentions(self) -> Iterator[EntityMention]:
        for report in self.parts.documents.values():
            for entity in self.parts.entities.values():
                for form in (entity.name, *entity.aliases):
                    start = report.text.find(form)
                    while start >= 0:
                        yield EntityMention(
                            entity.id, report.span(start, start + len(form)), "name"
                        )
                        start = report.text.find(form, start + 1)


def fits(wanted: str | frozenset[str] | None, has: Collection[str | None]) -> bool:
    """Whether nothing is asked for, or something that is there."""
    several = {wanted} if isinstance(wanted, str) else wanted
    return several is None or any(one in has for one in several)


class Case:
    """A case in memory: the reading side of a store."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def documents(self) -> Iterable[Document]:
        return self._parts.documents.values()

    def document_rows(self, ids: Iterable[str] | None = None) -> Iterable[DocumentRow]:
        fields = [one.name for one in dataclasses.fields(DocumentRow) if one.name != "characters"]
        wanted = None if ids is None else set(ids)
        for found in (one for one in self.documents() if wanted is None or one.id in wanted):
            facts = {name: getattr(found, name) for name in fields}
            yield DocumentRow(**facts, characters=len(found.text))

    def remark(self) -> str | None:
        return None

    def packs(self) -> tuple[str, ...]:
        return ()

    def document(self, id: str) -> Document | None:
        return self._parts.documents.get(id)

    def document_row(self, id: str) -> DocumentRow | None:
        return next((row for row in self.document_rows() if row.id == id), None)

    def failures(self) -> Iterable[Failure]:
        return self._parts.failures

    def entities(self, type: str | None = None, name: str | None = None) -> Iterable[Entity]:
        return [e for e in self._parts.entities.values() if type in (None, e.type)]

    def entity(self, id: str) -> Entity | None:
        return self._parts.entities.get(id)

    def entities_of(self, ids: Iterable[str]) -> Iterable[Entity]:
        return [found for id in ids if (found := self.entity(id)) is not None]

    def ties_of(self, ids: Iterable[str]) -> Iterable[Tie]:
        return [found for id in ids if (found := self.tie(id)) is not None]

    def mentions(
        self, entity: str | None = None, document: str | None = None
    ) -> Iterable[EntityMention]:
        return [
            mention
            for mention in self._parts.mentions
            if entity in (None, mention.entity) and document in (None, mention.span.document)
        ]

    def mentions_in(self, documents: Iterable[str], *, type: str) -> Iterable[EntityMention]:
        typed = {entity.id for entity in self.entities(type=type)}
        found = (m for d in sorted(set(documents)) for m in self.mentions(document=d))
        return [mention for mention in found if mention.entity in typed]

    def named_in(self, entity: str) -> dict[str, int]:
        found = sorted(mention.span.document for mention in self.mentions(entity=entity))
        return dict(Counter(found))

    def attributions(
        self,
        document: str | frozenset[str] | None = None,
        *,
        entity: str | None = None,
        stranger: str | None = None,
        about: str | None = None,
    ) -> Iterable[Attribution]:
        found = [
            a
            for a in self._parts.attributions.values()
            if document is None
            or a.content.document in ({document} if isinstance(document, str) else document)
            if entity in (None, a.source_entity, *(link.entity for link in a.chain))
            and stranger in (None, *strange_names(a))
        ]
        if about is None:
            return found
        named = [mention.span for mention in self.mentions(entity=about)]
        told = (a for a in found if any(a.content.covers(span) for span in named))
        return sorted(told, key=lambda a: (a.content, a.id))

    def attribution(self, id: str) -> Attribution | None:
        return self._parts.attributions.get(id)

    def attributions_of(self, ids: Iterable[str]) -> dict[str, Attribution]:
        return {id: found for id in ids if (found := self.attribution(id)) is not None}

    def strangers(self) -> Iterable[str]:
        return sorted({n for a in self._parts.attributions.values() for n in strange_names(a)})

    def said(self, by: str, *, stranger: bool = False, page: slice = slice(None)) -> list[str]:
        found = self.attributions(**{"stranger" if stranger else "entity": by})
        published = {row.id: row.published for row in self.document_rows()}
        keys = {
            a.id: of_saying(
                a.published or published[a.content.document], a.content.document, a.content.start
            )
            for a in found
        }
        return sorted(keys, key=lambda id: (keys[id], id))[page]

    def count_said(self, by: str, *, stranger: bool = False) -> int:
        return len(self.said(by, stranger=stranger))

    def happened(
        self,
        *,
        entity: str | None = None,
        document: str | None = None,
        page: slice = slice(None),
    ) -> list[str]:
        found = self.events(entity=entity, document=document)
        keys = {event.id: tuple(in_time(event.earliest, event.latest).values()) for event in found}
        return sorted(keys, key=lambda id: (keys[id], id))[page]

    def event_rows(self, **given: Any) -> Iterator[EventRow]:
        names = [field.name for field in fields(EventRow)]
        for event in sorted(self.events(**given), key=lambda event: event.id):
            yield EventRow(**{name: getattr(event, name) for name in names})

    def events_of(self, ids: Iterable[str]) -> list[Event]:
        return [self._parts.events[id] for id in ids if id in self._parts.events]

    def events(
        self,
        *,
        who: str | frozenset[str] | None = None,
        role: str | None = None,
        entity: str | None = None,
        type: str | frozenset[str] | None = None,
        document: str | None = None,
        part_of: str | frozenset[str] | None = None,
    ) -> Iterable[Event]:
        for event in self._parts.events.values():
            tellings = (event, *event.accounts)
            every = [part for telling in tellings for part in telling.participants]
            parts = {part.entity for part in every if role in (None, part.role)}
            named = {part.entity for part in every}
            named = named.union(*(telling.places for telling in tellings))
            kinds = {event.type, f"{event.type}/{event.mode}"}
            told_in = {account.span.document for account in event.accounts}
            asked = (
                (who, parts), (entity, named), (type, kinds), (document, told_in),
                (part_of, {event.part_of}),
            )  # fmt: skip
            if all(fits(wanted, has) for wanted, has in asked):
                yield event

    def event(self, id: str) -> Event | None:
        return self._parts.events.get(id)

    def times(self, document: str) -> Iterable[Time]:
        return [time for time in self._parts.times if time.span.document == document]

    def ties(
        self,
        entity: str | frozenset[str] | None = None,
        type: str | frozenset[str] | None = None,
        *,
        document: str | None = None,
    ) -> Iterable[Tie]:
        return [
            tie
            for tie in self._parts.ties.values()
            if fits(entity, {tie.subject, tie.object, tie.office, tie.territory})
            and fits(type, {tie.type})
            and document in (None, *(account.span.document for account in tie.accounts))
        ]

    def told_ties(self, entity: str, type: str | None = None) -> Iterator[tuple[str, str, int]]:
        for tie in self.ties(entity, type):
            yield tie.id, tie.type, len(tie.accounts)

    def tie(self, id: str) -> Tie | None:
        return self._parts.ties.get(id)

    def traits(self, entity: str | None = None) -> Iterable[Trait]:
        return [t for t in self._parts.traits.values() if entity in (None, t.entity)]

    def judgements(self, live_only: bool = False) -> Iterable[Judgement]:
        return [j for j in self._parts.judgements if not (live_only and j.revoked_by)]

    def overview(self, kind: str, record: type) -> tuple[()]:
        return ()

    def claims(self, document: str | None = None) -> Iterable[Claim]:
        return [c for c in self._parts.claims.values() if document in (None, c.span.document)]

    def claim(self, id: str) -> Claim | None:
        return self._parts.claims.get(id)

    def checks(self) -> Iterable[Check]:
        return self._parts.checks

    def quantities(self, document: str) -> Iterable[Quantity]:
        return [one for one in self._parts.quantities if one.span.document == document]

    def corroboration(self, about: str) -> Corroboration | None:
        return next((c for c in self.corroborations() if about in (c.event, c.tie)), None)

    def corroborations(self, about: Iterable[str] | None = None) -> Iterable[Corroboration]:
        entities = self._parts.entities
        speakers = speakers_of(self.document_rows(), entities.values())
        names = {id: entity.name for id, entity in entities.items()}
        wanted = None if about is None else set(about)
        for told in (*self._parts.events.values(), *self._parts.ties.values()):
            if wanted is None or told.id in wanted:
                yield corroborate(told, self._parts.attributions, speakers, names=names)

    def conflicts(self) -> Iterable[Conflict]:
        voices = voices_of(self.document_rows())
        names = {entity.id: entity.name for entity in self._parts.entities.values()}
        ground = Ground(voices=voices, names=names)
        yield from judgement_conflicts(self._parts.claims.values(), ground)
        yield from find_conflicts(
            self._parts.events.values(),
            self._parts.ties.values(),
            self._parts.attributions,
            voices,
            self._parts.entities.values(),
            countries=self._parts.countries,
        )

    def agreements(self) -> Iterable[Agreement]:
        return self._parts.agreements


def takes(role: str, *entities: str) -> tuple[Participant, ...]:
    """Participants in one role."""
    return tuple(Participant(role, entity) for entity in entities)


def number(low: float, unit: str, bound: str = "exact", high: float | None = None) -> Measure:
    """A number of something; open above where the bound says so."""
    closed = high if high is not None else None if bound in ("at_least", "more_than") else low
    return Measure(low, closed, unit, bound)
