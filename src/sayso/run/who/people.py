"""From the local entities of documents to the entities of the case."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from sayso.packs.pack import Pack
from sayso.records.case import Entity, Merge
from sayso.records.ids import content_id
from sayso.records.marks import Joining, LocalEntity
from sayso.records.notes import Notes
from sayso.records.spans import Span
from sayso.resolve.across import Edge, Resolution, edges_of, resolve
from sayso.resolve.decisions import Decision, paths_apart
from sayso.resolve.names.lexicon import lexicon_of
from sayso.resolve.names.parts import plain
from sayso.resolve.profiles import Profile, lands_of
from sayso.resolve.within import fullness
from sayso.run.who.looking import Looked, unsure
from sayso.run.who.naming import PLACED, Names

# Types that a name of one word may be given by mistake.
# A name of fewer than one in so many of the uses of the most used is not what somebody is called.
_SELDOM = 0.03
# How often somebody is called by the end of a name for each time that the whole of it is told.
_USUAL = 2
LOOSE = frozenset({"Place", "Organization", "Person"})


@dataclass
class People:
    """Who is who across the documents of a case: people, and all else that has names."""

    names: Names
    profiles: list[Profile]
    resolution: Resolution

    def __post_init__(self) -> None:
        self._places = {profile: place for place, profile in enumerate(self.profiles)}
        clusters = self.resolution.clusters
        self._lands = lands_of(self.profiles)
        self._homes: dict[str, str] = {}
        self._entities = {
            head: self._entity(members) for head, members in clusters.groups().items()
        }

    def of(self, local: LocalEntity, path: str = "") -> Entity:
        """The entity of the case that a local entity is; one of its own, if it names nobody."""
        profile = self.names.profile(local, path)
        if profile is None:
            return Entity(local.id, local.type, local.name, local.aliases)
        return self._at(self._places[profile])

    def at(self, profile: Profile, path: str) -> Entity:
        """The entity of the case that the report with this path calls so."""
        return self._at(self._places[self.names.lives.get((profile, path), profile)])

    def named(self) -> Iterator[Entity]:
        """The entities that have a name, by id."""
        yield from sorted(self._entities.values(), key=lambda entity: entity.id)

    def kept(self, notes: Notes) -> dict[str, str]:
        """From the ids of a document's entities to those of the case, for all that stand in it."""
        told = _told_of(notes)
        path = notes.document.path
        return {
            local.id: self.of(local, path).id
            for local in notes.entities
            if local.id in told or self.names.profile(local, path) is not None
        }

    def described(self, notes: Notes) -> Iterator[Entity]:
        """Those of a document that are only described and that some finding speaks of."""
        told = _told_of(notes)
        path = notes.document.path
        for local in notes.entities:
            if local.id in told and self.names.profile(local, path) is None:
                yield self.of(local, path)

    def land_of(self, entity: Entity) -> str:
        """In which state a place is that bears the name of several; empty for all else."""
        return self._homes.get(entity.id, "")

    def persons(self) -> frozenset[str]:
        """The ids of those that are people."""
        return frozenset(e.id for e in self._entities.values() if e.type == "Person")

    def all_named(self) -> frozenset[str]:
        """The ids of all that have a name."""
        return frozenset(e.id for e in self._entities.values())

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
            edge.reasons, tuple(dict.fromkeys(s for s in (*spans, *edge.spans) if s)), weight, by,
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
        # What one headline makes of a name told everywhere ("Ann Lee Is Right") is not its fullest.
        often = max(uses.values()) * _SELDOM
        called: Counter[str] = Counter()
        for one, count in uses.items():
            called[one.name] += count
        usual = [p for p in group if uses[p] >= often]
        whole_names = [p for p in usual if not _is_told_shorter(p.name, called)]
        best = max(whole_names or usual, key=lambda p: (*fullness(p.name), uses[p], p.name))
        whole = [p for p in group if p.type == "Person" and " " in p.name]
        # A surname that a report took for a town makes no town of somebody, a firm's name that
        # looked like a surname nobody of the firm.
        firm = self.names.firm
        sure = [p for p in group if " " in p.name or p.aliases or p.known or p in firm]
        # Nor do two family names make a body of somebody.
        sure = [p for p in sure if p.type == "Person" or not any(_ends_so(w, p) for w in whole)]
        kinds = whole if whole and not known and len(sure) == len(whole) else sure or group
        # Whom a title tells to be somebody is no body of two words.
        titled = [p for p in group if p.type == "Person" and p in firm]
        misread = any(_ends_so(p, one) for one in titled for p in sure if p.type in PLACED)
        kinds = titled if titled and misread and not known else kinds
        # One report may introduce what others only name.
        told = [p for p in kinds if p in self.names.described and p.type == "Organization"]
        kinds = told if told and not known and {p.type for p in kinds} <= PLACED else kinds
        kind = max(kinds, key=lambda p: (uses[p], p.type == "Person", p.type)).type
        name = known or best.name
        aliases = sorted({alias for profile in group for alias in profile.names} - {name})
        first = min(group)
        lands = (first.land,) if first.land and len(self._lands[plain(first.name)]) > 1 else ()
        id = _id(first, *lands)
        if kind == "Place" and first.land:
            self._homes[id] = first.land
        return Entity(id, kind, name, tuple(aliases))


def _ends_so(person: Profile, other: Profile) -> bool:
    """Whether the name of a person ends in that of another profile, and has more."""
    return plain(person.name).endswith(f" {plain(other.name)}")


def _id(profile: Profile, *more: str) -> str:
    return content_id("e", profile, *([profile.apart] if profile.apart else []), *more)


def people_of(
    all_notes: Iterable[Notes],
    pack: Pack,
    decisions: Sequence[Decision] = (),
    again: Callable[[], Iterable[Notes]] | None = None,
) -> People:
    """Who is who in these documents, as analysts decided and as names and reports tell.

    The notes have their texts. ``again`` brings them once more, for a look at what is told of
    those whose names leave a doubt; it may be left out where they can be gone over twice.
    """
    if again is None and isinstance(all_notes, Collection):
        again = partial(iter, all_notes)
    names = Names(pack, paths_apart(decisions))
    for notes in all_notes:
        names.take(notes)
    lexicon = lexicon_of(pack)
    profiles = sorted(names.uses)
    edges = list(edges_of(profiles, lexicon, names.holders(profiles)))
    lives = Looked(names, names.facts.doubtful(pack), unsure(profiles, edges))
    if again is not None and (lives.doubtful or lives.near):
        lives.look(again(), pack)
        if lives.split():
            had, profiles = profiles, sorted(names.uses)
            edges = list(lives.spread(edges, had, profiles))
    loose = frozenset(
        place
        for place, profile in enumerate(profiles)
        if profile.type in LOOSE and profile not in names.firm
    )
    telling = replace(lives.telling(profiles), strangers=names.strangers_of(profiles))
    resolution = resolve(profiles, lexicon, decisions, loose, telling=telling, edges=edges)
    return People(names, profiles, resolution)


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
    for claim in notes.claims:
        found.update(e for e in (claim.subject, claim.holder) if e)
    found.update(trait.entity for trait in notes.traits)
    return found


def _is_told_shorter(name: str, uses: Mapping[str, int]) -> bool:
    """Whether somebody is mostly called by the end of a name, itself of two words and more:
    "Crooked Ann Lee" is what one sentence makes of "Ann Lee"."""
    return any(
        name.endswith(f" {other}") and " " in other and count >= _USUAL * uses[name]
        for other, count in uses.items()
    )
