"""Who somebody is to a case: candidates for a name, and all that is known of one of them."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count, islice

from sayso.analysis.timeline import Entry, timeline
from sayso.analysis.view import CaseView, Overview
from sayso.analysis.wording.called import beginning
from sayso.analysis.wording.names import folded, names_of
from sayso.records.case import Entity, EntityMention, Event, Tie
from sayso.records.statements import Attribution

# How a name was found, best first.
MATCHES = ("name", "alias", "folded", "start", "part")
_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity that a name may mean; ``match`` is one of MATCHES."""

    entity: Entity
    match: str


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that a case knows of one entity.

    ``ties`` are those it is a party to, ``events`` those it takes part in or that happen there,
    ``statements`` what it says or passes on, ``said_of`` what others say that names it.
    """

    entity: Entity
    mentions: int
    documents: tuple[str, ...]
    ties: tuple[Tie, ...]
    events: tuple[Entry, ...]
    statements: tuple[Attribution, ...]
    said_of: tuple[Attribution, ...]


@dataclass(frozen=True, slots=True)
class Presence:
    """How much room an entity takes in the reports; ``first`` is where it is first named in full,
    or first mentioned."""

    mentions: int
    documents: int
    first: EntityMention


def who(view: CaseView, name: str) -> list[Candidate]:
    """Entities that a name may mean, best match first, then by name and id."""
    sought = folded(name)
    found = [
        Candidate(entity, match)
        for entity in view.entities_of(beginning(view, sought) if sought else ())
        if (match := _match(entity, name, sought))
    ]
    return sorted(found, key=lambda c: (MATCHES.index(c.match), c.entity.name, c.entity.id))


def dossier(view: CaseView, entity: Entity, most: int | None = None) -> Dossier:
    """Offices, ties, events, statements and what is said of an entity, of each at most so many."""
    some = None if most is None else min(most, sys.maxsize)
    documents = view.named_in(entity.id)
    return Dossier(
        entity=entity,
        mentions=sum(documents.values()),
        documents=tuple(documents),
        ties=tuple(islice(view.ties(entity=entity.id), some)),
        events=tuple(timeline(view, islice(_events(view, entity.id), some))),
        statements=tuple(_said(view, entity.id, some)),
        said_of=tuple(islice(_said_of(view, entity.id, documents), some)),
    )


def _events(view: CaseView, entity: str) -> Iterator[Event]:
    """Those that name it as they stand, in order of time: a single telling may name others than
    the rest."""
    for first in count(0, _AT_ONCE):
        # A few at a time: who wants the first need not wait for all.
        ids = view.happened(entity=entity, page=slice(first, first + _AT_ONCE))
        yield from (event for event in view.events_of(ids) if takes_part(event, entity))
        if len(ids) < _AT_ONCE:
            return


def _some(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """A few at a time, in their order."""
    for first in range(0, len(ids), _AT_ONCE):
        yield ids[first : first + _AT_ONCE]


def _said(view: CaseView, entity: str, some: int | None) -> Iterator[Attribution]:
    """What it says or passes on, by the day of the report."""
    ids = view.said(entity, page=slice(0, some))
    found = view.attributions_of(ids)
    return (found[id] for id in ids)


def _said_of(view: CaseView, entity: str, named_in: Iterable[str]) -> Iterator[Attribution]:
    for ids in _some(list(named_in)):
        found = view.attributions(frozenset(ids), about=entity)
        yield from (one for one in found if not _speaks(one, entity))


def presences(view: CaseView) -> dict[str, Presence]:
    """Mentions and documents of every entity that is mentioned, by its id."""
    return {one.first.entity: one for one in PRESENT.of(view)}


def _counted(view: CaseView) -> list[Presence]:
    names = names_of(view)
    counts: Counter[str] = Counter()
    first: dict[str, EntityMention] = {}
    documents: dict[str, set[str]] = {}
    for mention in view.mentions():
        counts[mention.entity] += 1
        name, best = names.get(mention.entity), first.setdefault(mention.entity, mention)
        if mention.span.quote == name != best.span.quote:
            first[mention.entity] = mention
        documents.setdefault(mention.entity, set()).add(mention.span.document)
    return [Presence(counts[id], len(documents[id]), first[id]) for id in sorted(first)]


PRESENT = Overview("present 1", Presence, _counted)


def parties(tie: Tie) -> tuple[str | None, ...]:
    """The entities a tie holds between, and those it names."""
    return (tie.subject, tie.object, tie.office, tie.territory)


def takes_part(event: Event, entity: str) -> bool:
    """Whether an event names the entity as participant or place."""
    return entity in event.places or any(part.entity == entity for part in event.participants)


def _match(entity: Entity, name: str, sought: str) -> str | None:
    if name == entity.name:
        return "name"
    if name in entity.aliases:
        return "alias"
    forms = [folded(form) for form in (entity.name, *entity.aliases)]
    if sought in forms:
        return "folded"
    if any(form.startswith(sought) for form in forms):
        return "start"
    inside = any(f" {sought}" in form for form in forms)
    return "part" if inside else None


def _speaks(found: Attribution, entity: str) -> bool:
    return found.source_entity == entity or any(link.entity == entity for link in found.chain)
