"""From the local entities of documents to the entities of the case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso.records.case import Entity
from sayso.records.ids import content_id
from sayso.records.marks import LocalEntity
from sayso.records.notes import Notes
from sayso.resolve.across import resolve
from sayso.resolve.clusters import Clusters
from sayso.resolve.profiles import Profile, profile_of


@dataclass
class People:
    """Who is who across the documents of a case: people, and all else that has names.

    Holds one profile for all documents that use the same names, so that it grows with the
    number of names, not of reports.
    """

    profiles: list[Profile]
    clusters: Clusters
    uses: list[int]
    bare_offices: frozenset[str]

    def __post_init__(self) -> None:
        self._places = {profile: place for place, profile in enumerate(self.profiles)}
        self._entities = {
            head: self._entity(members) for head, members in self.clusters.groups().items()
        }

    def of(self, local: LocalEntity) -> Entity:
        """The entity of the case that a local entity is; one of its own, if it names nobody."""
        profile = profile_of(local, self.bare_offices)
        if profile is None:
            return Entity(local.id, local.type, local.name, local.aliases)
        return self._entities[self.clusters.find(self._places[profile])]

    def named(self) -> Iterator[Entity]:
        """The entities that have a name, by id."""
        yield from sorted(self._entities.values(), key=lambda entity: entity.id)

    def described(self, notes: Notes) -> Iterator[Entity]:
        """Those of a document that are only described and that some finding speaks of."""
        told = _told_of(notes)
        for local in notes.entities:
            if local.id in told and profile_of(local, self.bare_offices) is None:
                yield self.of(local)

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


def people_of(all_notes: Iterable[Notes], bare_offices: frozenset[str]) -> People:
    """Who is who in these documents."""
    uses: dict[Profile, int] = {}
    for notes in all_notes:
        for local in notes.entities:
            profile = profile_of(local, bare_offices)
            if profile is not None:
                uses[profile] = uses.get(profile, 0) + len(local.mentions)
    profiles = sorted(uses)
    counts = [uses[profile] for profile in profiles]
    return People(profiles, resolve(profiles), counts, bare_offices)


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
