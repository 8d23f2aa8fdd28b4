"""From the notes of all documents to the case: who is who, which tellings are of one event."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from sayso.packs.pack import Pack
from sayso.records.accounts import EventAccount, Participant, TieAccount
from sayso.records.case import Claim, Entity, EntityMention, Event, Tie
from sayso.records.ids import content_id
from sayso.records.notes import Notes
from sayso.records.statements import TRAITS, Attribution, Trait
from sayso.resolve.decisions import Decision
from sayso.resolve.events import Telling, group_tellings, telling_of
from sayso.resolve.merging import merge_event, merge_tie, tie_key
from sayso.resolve.retelling.subjects import Terms, subjects, terms_of, words_of
from sayso.run.who.apart import take_apart
from sayso.run.who.people import People, people_of

NotesOf = Callable[[], Iterable[Notes]]
"""Brings the notes of every document, in order of document id; called more than once."""
ATLAS = "any atlas"
"""Where a pack knows from in which country a town is."""
Key = TypeVar("Key", bound=Hashable)
Account = TypeVar("Account", EventAccount, TieAccount)


def link(read: NotesOf, pack: Pack, decisions: Sequence[Decision] = ()) -> Iterator[Any]:
    """The linked records of a case but for what compares them: entities, merges, mentions,
    times, quantities, attributions, traits, claims, events and ties, in a stable order.

    Goes over the notes three times, so that memory holds names and the bare bones of accounts,
    never texts, and of accounts only those that wait for others of their event.
    """

    def notes_of() -> Iterable[Notes]:
        return (take_apart(notes, decisions) for notes in read())

    people = people_of(notes_of(), pack, decisions)
    for entity in people.named():
        yield entity
        yield from _registered(entity, pack)
    yield from people.merges()
    tellings: list[Telling] = []
    terms: dict[str, Terms] = {}
    ids: list[str] = []
    ties: Counter[Any] = Counter()
    persons = people.persons()
    for notes in notes_of():
        yield from _marks(notes, people)
        names = _names(notes, people)
        accounts = [_event(account, names) for account in notes.events]
        tellings += [telling_of(account, persons) for account in accounts]
        ids += [account.id for account in accounts]
        ties.update(tie_key(_tie(account, names)) for account in notes.ties)
        terms[notes.document.id] = terms_of(words_of(notes.document.text))
    about = dict(zip(terms, subjects(list(terms.values())), strict=True))
    event_of = _event_ids(tellings, ids, about)
    del tellings, terms
    yield from _whole(notes_of, people, event_of, ties)


def _event_ids(tellings: list[Telling], ids: list[str], about: Mapping[str, int]) -> dict[str, str]:
    """From each account's id to that of its event, the smallest of its accounts' ids."""
    groups = group_tellings(tellings, about).groups().values()
    return {ids[m]: min(ids[n] for n in group) for group in groups for m in group}


def _marks(notes: Notes, people: People) -> Iterator[Any]:
    described = list(people.described(notes))
    yield from described
    lone = {entity.id for entity in described}
    for local in notes.entities:
        entity = people.of(local, notes.document.path)
        if entity.id != local.id or local.id in lone:
            for mention in local.mentions:
                yield EntityMention(entity.id, mention.span, mention.form)
    yield from notes.times
    yield from notes.quantities
    names = _names(notes, people)
    yield from (_attribution(attribution, names) for attribution in notes.attributions)
    yield from (replace(trait, entity=names[trait.entity]) for trait in notes.traits)
    yield from (_claim(claim, names) for claim in notes.claims)


def _registered(entity: Entity, pack: Pack) -> Iterator[Trait]:
    """What the pack tells of an entity that it knows as an outlet, or as a place in a country."""
    if entity.type == "Place":
        names = (entity.name, *entity.aliases)
        country = next((found for name in names if (found := pack.country_of(name))), None)
        if country and country != entity.name:
            id = content_id("tr", entity.id, "country", country, ATLAS)
            yield Trait(id, entity.id, "country", country, known_from=ATLAS)
    outlet = pack.outlets.get(entity.name)
    for attribute in TRAITS if outlet else ():
        value = getattr(outlet, attribute)
        if outlet and value:
            id = content_id("tr", entity.id, attribute, value, outlet.known_from)
            yield Trait(id, entity.id, attribute, value, known_from=outlet.known_from)


def _names(notes: Notes, people: People) -> dict[str, str]:
    """From the ids of a document's entities to those of the case."""
    path = notes.document.path
    return {local.id: people.of(local, path).id for local in notes.entities}


def _attribution(attribution: Attribution, ids: Mapping[str, str]) -> Attribution:
    source = attribution.source_entity
    chain = tuple(replace(link, entity=ids.get(link.entity or "")) for link in attribution.chain)
    return replace(attribution, source_entity=ids.get(source or ""), chain=chain)


def _claim(claim: Claim, ids: Mapping[str, str]) -> Claim:
    holder = ids.get(claim.holder, claim.holder)
    return replace(claim, holder=holder, subject=ids.get(claim.subject or ""))


def _event(account: EventAccount, ids: Mapping[str, str]) -> EventAccount:
    return replace(
        account,
        participants=tuple(Participant(p.role, ids[p.entity]) for p in account.participants),
        places=tuple(ids[place] for place in account.places),
    )


def _tie(account: TieAccount, ids: Mapping[str, str]) -> TieAccount:
    def of(local: str | None) -> str | None:
        return ids[local] if local else None

    return replace(
        account,
        subject=ids[account.subject],
        object=of(account.object),
        office=of(account.office),
        territory=of(account.territory),
    )


@dataclass
class _Waiting(Generic[Key, Account]):
    """Accounts that wait until all of their group are there; most groups have one only."""

    sizes: Counter[Key]

    def __post_init__(self) -> None:
        self._groups: dict[Key, list[Account]] = {}

    def take(self, key: Key, account: Account) -> list[Account] | None:
        """All accounts of the group, once the last has come."""
        group = self._groups.setdefault(key, [])
        group.append(account)
        return self._groups.pop(key) if len(group) == self.sizes[key] else None


def _whole(
    notes_of: NotesOf, people: People, event_of: dict[str, str], ties: Counter[Any]
) -> Iterator[Event | Tie]:
    events: _Waiting[str, EventAccount] = _Waiting(Counter(event_of.values()))
    bonds: _Waiting[Any, TieAccount] = _Waiting(ties)
    for notes in notes_of():
        names = _names(notes, people)
        for account in notes.events:
            told = events.take(event_of[account.id], _event(account, names))
            if told is not None:
                yield merge_event(told, _part_of(told, event_of))
        for local in notes.ties:
            bond = _tie(local, names)
            tied = bonds.take(tie_key(bond), bond)
            if tied is not None:
                yield merge_tie(tied)


def _part_of(told: list[EventAccount], event_of: Mapping[str, str]) -> str | None:
    own = event_of[told[0].id]
    wholes = (event_of.get(account.part_of or "") for account in told)
    return next((whole for whole in wholes if whole and whole != own), None)
