"""From the notes of all documents to the case: who is who, which tellings are of one event."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from sayso.analysis.conflicts import find_conflicts
from sayso.analysis.corroboration import corroborate
from sayso.packs.pack import Pack
from sayso.records.accounts import EventAccount, Participant, TieAccount
from sayso.records.case import Entity, EntityMention, Event, Tie
from sayso.records.ids import content_id
from sayso.records.marks import LocalEntity
from sayso.records.notes import Notes
from sayso.records.statements import Attribution, Link
from sayso.resolve.across import resolve
from sayso.resolve.clusters import Clusters
from sayso.resolve.events import group_tellings, telling_of
from sayso.resolve.merging import merge_event, merge_tie, tie_key
from sayso.resolve.profiles import Profile, profile_of

NotesOf = Callable[[], Iterable[Notes]]
"""Brings the notes of every document, in order of document id; called more than once."""


def link(notes_of: NotesOf, pack: Pack) -> Iterator[Any]:
    """All linked records of a case: entities and mentions, times, quantities, attributions,
    events, ties, corroborations and conflicts, in a stable order.

    Goes over the notes twice, so that memory holds names and accounts, never texts.
    """
    people = _people(notes_of(), frozenset(pack.offices))
    yield from people.entities()
    gathered = Gathered()
    for notes in notes_of():
        yield from _marks(notes, people)
        gathered.take(notes, people)
    yield from _linked(gathered, people, frozenset(pack.countries))


@dataclass
class People:
    """From the local entities of documents to the entities of the case."""

    profiles: list[Profile]
    clusters: Clusters
    uses: list[int]
    bare_offices: frozenset[str]
    lone: dict[str, Entity] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._places = {profile: place for place, profile in enumerate(self.profiles)}
        self._entities = {
            head: self._entity(members) for head, members in self.clusters.groups().items()
        }

    def of(self, local: LocalEntity) -> Entity:
        """The entity of the case that a local entity is."""
        profile = profile_of(local, self.bare_offices)
        if profile is None:
            return Entity(local.id, local.type, local.name, local.aliases)
        return self._entities[self.clusters.find(self._places[profile])]

    def entities(self) -> Iterator[Entity]:
        """All entities, by id."""
        found = (*self._entities.values(), *self.lone.values())
        yield from sorted(found, key=lambda entity: entity.id)

    def persons(self) -> frozenset[str]:
        """The ids of those that are people."""
        return frozenset(e.id for e in self._entities.values() if e.type == "Person")

    def _entity(self, members: list[int]) -> Entity:
        group = [self.profiles[place] for place in members]
        uses = {self.profiles[place]: self.uses[place] for place in members}
        known = next((profile.known for profile in group if profile.known), None)
        best = max(group, key=lambda p: (len(p.name.split()), uses[p], p.name))
        kind = max(group, key=lambda p: (uses[p], p.type)).type
        name = known or best.name
        aliases = sorted({alias for profile in group for alias in profile.names} - {name})
        return Entity(content_id("e", min(group)), kind, name, tuple(aliases))


def _people(all_notes: Iterable[Notes], bare_offices: frozenset[str]) -> People:
    uses: dict[Profile, int] = {}
    lone: dict[str, Entity] = {}
    for notes in all_notes:
        told = _told_of(notes)
        for local in notes.entities:
            profile = profile_of(local, bare_offices)
            if profile is not None:
                uses[profile] = uses.get(profile, 0) + len(local.mentions)
            elif local.id in told:
                lone[local.id] = Entity(local.id, local.type, local.name, local.aliases)
    profiles = sorted(uses)
    return People(
        profiles, resolve(profiles), [uses[profile] for profile in profiles], bare_offices, lone
    )


def _told_of(notes: Notes) -> set[str]:
    """Local entities that some finding speaks of: other descriptions are left out of the case."""
    found: set[str] = set()
    for attribution in notes.attributions:
        found.update(link.entity for link in attribution.chain if link.entity)
        found.update([attribution.source_entity] if attribution.source_entity else [])
    for event in notes.events:
        found.update(participant.entity for participant in event.participants)
        found.update(event.places)
    for tie in notes.ties:
        found.update(e for e in (tie.subject, tie.object, tie.office, tie.territory) if e)
    return found


def _marks(notes: Notes, people: People) -> Iterator[Any]:
    for local in notes.entities:
        entity = people.of(local)
        if entity.id != local.id or local.id in people.lone:
            for mention in local.mentions:
                yield EntityMention(entity.id, mention.span, mention.form)
    yield from notes.times
    yield from notes.quantities
    ids = {local.id: people.of(local).id for local in notes.entities}
    yield from (_attribution(a, ids) for a in notes.attributions)


def _attribution(attribution: Attribution, ids: dict[str, str]) -> Attribution:
    source = attribution.source_entity
    chain = tuple(Link(link.name, ids.get(link.entity or "")) for link in attribution.chain)
    return replace(attribution, source_entity=ids.get(source or ""), chain=chain)


@dataclass
class Gathered:
    """The accounts of all documents, with the case's entities, and what backs them."""

    events: list[EventAccount] = field(default_factory=list)
    ties: list[TieAccount] = field(default_factory=list)
    attributions: dict[str, Attribution] = field(default_factory=dict)
    voices: dict[str, str] = field(default_factory=dict)

    def take(self, notes: Notes, people: People) -> None:
        """Add the accounts of one document."""
        ids = {local.id: people.of(local).id for local in notes.entities}
        self.events += [_event(account, ids) for account in notes.events]
        self.ties += [_tie(account, ids) for account in notes.ties]
        cited = {id for account in notes.events for id in account.attributions}
        cited |= {id for tie in notes.ties for id in tie.attributions}
        for attribution in notes.attributions:
            if attribution.id in cited:
                self.attributions[attribution.id] = _attribution(attribution, ids)
        voice = notes.document.author or notes.document.publisher
        if voice:
            self.voices[notes.document.id] = voice


def _event(account: EventAccount, ids: dict[str, str]) -> EventAccount:
    return replace(
        account,
        participants=tuple(Participant(p.role, ids[p.entity]) for p in account.participants),
        places=tuple(ids[place] for place in account.places),
    )


def _tie(account: TieAccount, ids: dict[str, str]) -> TieAccount:
    def entity(local: str | None) -> str | None:
        return ids[local] if local else None

    return replace(
        account,
        subject=ids[account.subject],
        object=entity(account.object),
        office=entity(account.office),
        territory=entity(account.territory),
    )


def _linked(gathered: Gathered, people: People, countries: frozenset[str]) -> Iterator[Any]:
    events = sorted(_events(gathered, people), key=lambda event: event.id)
    ties = sorted(_ties(gathered.ties), key=lambda tie: tie.id)
    yield from events
    yield from ties
    backing = (gathered.attributions, gathered.voices)
    yield from (corroborate(event, *backing) for event in events)
    yield from (corroborate(tie, *backing) for tie in ties)
    yield from find_conflicts(events, ties, *backing, people.entities(), countries=countries)


def _events(gathered: Gathered, people: People) -> Iterator[Event]:
    accounts = gathered.events
    persons = people.persons()
    tellings = [telling_of(account, persons) for account in accounts]
    groups = group_tellings(tellings).groups().values()
    event_of = {
        accounts[member].id: min(accounts[m].id for m in group)
        for group in groups
        for member in group
    }
    for group in groups:
        told = [accounts[member] for member in group]
        whole = next((event_of[a.part_of] for a in told if a.part_of in event_of), None)
        own = min(account.id for account in told)
        yield merge_event(told, whole if whole != own else None)


def _ties(accounts: list[TieAccount]) -> Iterator[Tie]:
    groups: dict[Any, list[TieAccount]] = {}
    for account in accounts:
        groups.setdefault(tie_key(account), []).append(account)
    return (merge_tie(group) for group in groups.values())
