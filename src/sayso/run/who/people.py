"""From the local entities of documents to the entities of the case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from sayso.packs.pack import Pack
from sayso.records.case import Entity, Merge
from sayso.records.ids import content_id
from sayso.records.marks import NAMESAKE, Joining, LocalEntity
from sayso.records.notes import Notes
from sayso.records.spans import Span
from sayso.resolve.across import Edge, Resolution, resolve
from sayso.resolve.decisions import Decision, paths_apart
from sayso.resolve.names.lexicon import lexicon_of
from sayso.resolve.names.parts import plain
from sayso.resolve.profiles import NAMESAKES, Profile, profile_of

# What stands before the name of a place or of a body, and not of a person.
PLACING = frozenset({"in", "at", "near", "into", "through", "across", "around", "the"})


@dataclass
class Names:
    """What the documents call whom: profiles with the number of their mentions, and for each
    name of a profile, and each joining of two, where it is first found.

    ``firm`` are those whose context says that they are a place or a body. Grows with the number
    of names, not of reports.
    """

    bare_offices: frozenset[str]
    apart: frozenset[tuple[str, str]] = frozenset()
    uses: dict[Profile, int] = field(default_factory=dict)
    first: dict[tuple[Profile, str], Span] = field(default_factory=dict)
    joinings: dict[tuple[Profile, Joining], None] = field(default_factory=dict)
    firm: set[Profile] = field(default_factory=set)

    def take(self, notes: Notes) -> None:
        """Learn the names of one document."""
        for local in notes.entities:
            profile = self.profile(local, notes.document.path)
            if profile is not None:
                self.uses[profile] = self.uses.get(profile, 0) + len(local.mentions)
                if profile.type in ("Place", "Organization") and _is_firm(local, notes):
                    self.firm.add(profile)
                for mention in local.mentions:
                    self.first.setdefault((profile, mention.name), mention.span)
                for joining in local.joinings:
                    if joining.rule == NAMESAKE:
                        continue
                    self.joinings.setdefault((profile, joining))

    def profile(self, local: LocalEntity, path: str) -> Profile | None:
        """The profile of a local entity; of this document alone where a decision is."""
        names = {(plain(name), path) for name in (local.name, *local.aliases)} if self.apart else ()
        alone = path if self.apart.intersection(names) else ""
        if any(joining.rule == NAMESAKE for joining in local.joinings):
            alone = f"{path}{NAMESAKES}{local.id}"
        return profile_of(local, self.bare_offices, alone)


def _is_firm(local: LocalEntity, notes: Notes) -> bool:
    """Whether a place or body is surely one: known, of several words, "in Velm", "the Velm"."""
    if local.known or local.aliases or not local.name.isalpha():
        return True
    text = notes.document.text
    before = (text[: m.span.start].rpartition("\n")[2].rstrip() for m in local.mentions)
    return any(words.rpartition(" ")[2].lower() in PLACING for words in before)


@dataclass
class People:
    """Who is who across the documents of a case: people, and all else that has names."""

    names: Names
    profiles: list[Profile]
    resolution: Resolution

    def __post_init__(self) -> None:
        self._places = {profile: place for place, profile in enumerate(self.profiles)}
        clusters = self.resolution.clusters
        self._entities = {
            head: self._entity(members) for head, members in clusters.groups().items()
        }

    def of(self, local: LocalEntity, path: str = "") -> Entity:
        """The entity of the case that a local entity is; one of its own, if it names nobody."""
        profile = self.names.profile(local, path)
        if profile is None:
            return Entity(local.id, local.type, local.name, local.aliases)
        return self._at(self._places[profile])

    def named(self) -> Iterator[Entity]:
        """The entities that have a name, by id."""
        yield from sorted(self._entities.values(), key=lambda entity: entity.id)

    def described(self, notes: Notes) -> Iterator[Entity]:
        """Those of a document that are only described and that some finding speaks of."""
        told = _told_of(notes)
        path = notes.document.path
        for local in notes.entities:
            if local.id in told and self.names.profile(local, path) is None:
                yield self.of(local, path)

    def persons(self) -> frozenset[str]:
        """The ids of those that are people."""
        return frozenset(e.id for e in self._entities.values() if e.type == "Person")

    def merges(self) -> Iterator[Merge]:
        """Why names are of one entity, may be, or were decided not to be; each once."""
        found = [
            *(self._merge(edge, "joined") for edge in self.resolution.joined),
            *(self._merge(edge, "doubtful") for edge in self.resolution.doubtful),
            *(self._merge(edge, "held", by) for edge, by in self.resolution.held),
            *(self._told(profile, joining) for profile, joining in self.names.joinings),
        ]
        best: dict[str, Merge] = {}
        for merge in found:
            had = best.get(merge.id)
            if had is None or (merge.score, merge.reasons, merge.spans) > (
                had.score, had.reasons, had.spans,
            ):  # fmt: skip
                best[merge.id] = merge
        yield from (best[id] for id in sorted(best))

    def _merge(self, edge: Edge, state: str, by: str | None = None) -> Merge:
        left, right = self._at(edge.a), self._at(edge.b)
        spans = [
            self._span(place, name)
            for place, name in zip((edge.a, edge.b), edge.names, strict=True)
        ]
        weight = min(self.names.uses[self.profiles[place]] for place in (edge.a, edge.b))
        id = content_id("m", state, left.id, right.id, edge.names, edge.rule)
        return Merge(
            id, state, left.id, right.id, edge.names, edge.rule, round(edge.score, 3),
            edge.reasons, tuple(dict.fromkeys(s for s in spans if s)), weight, by,
        )  # fmt: skip

    def _told(self, profile: Profile, joining: Joining) -> Merge:
        entity = self._at(self._places[profile])
        names = (joining.name, joining.of)
        found = (self.names.first.get((profile, name)) for name in names)
        id = content_id("m", "joined", entity.id, entity.id, names, joining.rule)
        return Merge(
            id, "joined", entity.id, entity.id, names, joining.rule, round(joining.score, 3), (),
            tuple(span for span in found if span), self.names.uses[profile],
        )  # fmt: skip

    def _span(self, place: int, name: str) -> Span | None:
        profile = self.profiles[place]
        found = self.names.first.get((profile, name))
        return found or self.names.first.get((profile, profile.name))

    def _at(self, place: int) -> Entity:
        return self._entities[self.resolution.clusters.find(place)]

    def _entity(self, members: list[int]) -> Entity:
        group = [self.profiles[place] for place in members]
        uses = {profile: self.names.uses[profile] for profile in group}
        known = next((profile.known for profile in group if profile.known), None)
        best = max(group, key=lambda p: (len(p.name.split()), uses[p], p.name))
        kind = max(group, key=lambda p: (uses[p], p.type == "Person", p.type)).type
        name = known or best.name
        aliases = sorted({alias for profile in group for alias in profile.names} - {name})
        return Entity(_id(min(group)), kind, name, tuple(aliases))


def _id(profile: Profile) -> str:
    return content_id("e", profile, *([profile.apart] if profile.apart else []))


def people_of(all_notes: Iterable[Notes], pack: Pack, decisions: Sequence[Decision] = ()) -> People:
    """Who is who in these documents, as analysts decided and as the names tell."""
    names = Names(frozenset(pack.offices), paths_apart(decisions))
    for notes in all_notes:
        names.take(notes)
    profiles = sorted(names.uses)
    loose = frozenset(
        place
        for place, profile in enumerate(profiles)
        if profile.type in ("Place", "Organization") and profile not in names.firm
    )
    return People(names, profiles, resolve(profiles, lexicon_of(pack), decisions, loose))


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
