"""From the notes of all documents to the case: who is who, which tellings are of one event."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple, Protocol

from sayso.analysis.origins.copies import Copies
from sayso.packs.pack import Pack
from sayso.records.accounts import EventAccount, Participant, TieAccount
from sayso.records.case import Claim, Entity, EntityMention, Event, Tie
from sayso.records.ids import content_id
from sayso.records.notes import Notes
from sayso.records.statements import TRAITS, Attribution, Trait
from sayso.resolve.decisions import Decision
from sayso.resolve.merging import merge_event, merge_tie, tie_key
from sayso.resolve.retelling.subjects import Collected, terms_of, words_of
from sayso.run.groups.anchors import Anchors
from sayso.run.groups.tellings import Events, Tellings
from sayso.run.local import Executor, Serial
from sayso.run.who.apart import take_apart
from sayso.run.who.holders import Holders
from sayso.run.who.people import People, people_of
from sayso.store.scratch.shards import Shards

# An account, and the event that it is part of, if it is of one.
Placed = tuple[EventAccount, str | None]

# Accounts at hand before they go to disk.
HELD = 2_000
ATLAS, ITEMS = "any atlas", "its item at Wikidata"
"""Where a pack knows from in which country a town is."""
NAMED = ("entities", "ties", "posts")
TOLD = ("entities", "events", "ties", "posts")
LINKED = (
    "entities",
    "times",
    "hangings",
    "quantities",
    "attributions",
    "traits",
    "events",
    "ties",
    "posts",
    "claims",
)


class Read(Protocol):
    """Brings the notes of every document, in order of document id; called more than once."""

    def __call__(self, gifts: Iterable[str], *, texts: bool) -> Iterable[Notes]:
        """Notes with these gifts alone, and with texts or without."""
        ...


def link(
    read: Read,
    pack: Pack,
    decisions: Sequence[Decision] = (),
    executor: Executor | None = None,
    copies: Copies | None = None,
) -> Iterator[Any]:
    """The linked records of a case but for what compares them: entities, merges, mentions,
    times, quantities, attributions, traits, claims, events and ties, in a stable order.

    Goes over the notes three times: for names (once more where what is told of people counts),
    for tellings, and for the events and ties themselves; times that hang on an event of another
    report come last. Memory holds names, and a few numbers for each telling; tellings that must be
    compared, and accounts that wait for others of their event, lie on disk where they are many.
    Comparing is the ``executor``'s, where there is enough of it; ``copies`` are the near copies of
    passages.
    """

    def notes_of(gifts: Iterable[str], *, texts: bool = False) -> Iterable[Notes]:
        return (take_apart(notes, decisions) for notes in read(gifts, texts=texts))

    terms = Collected()
    people = people_of(
        _collecting(notes_of(NAMED, texts=True), terms),
        pack,
        decisions,
        lambda: notes_of(NAMED, texts=True),
    )
    for entity in people.named():
        yield entity
        yield from _registered(entity, pack, people.land_of(entity))
    yield from people.merges()
    tellings = Tellings(people.persons(), terms.subjects(), people.all_named(), copies)
    anchors = Anchors(pack)
    holders = Holders(people, decisions)
    del terms
    for notes in notes_of(LINKED):
        filled = holders.fill(notes)
        names = {**people.kept(notes), **filled.people}
        yield from _marks(notes, people)
        yield from (*filled.mentions, *filled.merges)
        yield from _said(filled.notes, names)
        anchors.take(notes)
        tellings.take([_event(account, names) for account in filled.notes.events])
    told = Told(tellings.events(executor or Serial()), anchors, holders)
    yield from _whole(notes_of(TOLD), people, told)
    yield from anchors.times()


def _collecting(all_notes: Iterable[Notes], terms: Collected) -> Iterator[Notes]:
    for notes in all_notes:
        terms.take(terms_of(words_of(notes.document.text)))
        yield notes


def _marks(notes: Notes, people: People) -> Iterator[Any]:
    described = list(people.described(notes))
    yield from described
    lone = {entity.id for entity in described}
    for local in notes.entities:
        entity = people.of(local, notes.document.path)
        if entity.id != local.id or local.id in lone:
            for mention in local.mentions:
                yield EntityMention(entity.id, mention.span, mention.form)
    waiting = {event.start for event in notes.hangings}
    yield from (time for time in notes.times if time.span.start not in waiting)
    yield from notes.quantities


def _said(notes: Notes, names: Mapping[str, str]) -> Iterator[Any]:
    """Who says what, what sources are, and judgements."""
    yield from (_attribution(attribution, names) for attribution in notes.attributions)
    yield from (replace(trait, entity=names[trait.entity]) for trait in notes.traits)
    yield from (_claim(claim, names) for claim in notes.claims)


def _registered(entity: Entity, pack: Pack, land: str = "") -> Iterator[Trait]:
    """What the pack tells of an entity that it knows: an outlet, a place, somebody well known.

    ``land`` is the state of a place that bears the name of several: what the pack tells of the name
    holds for one of them only.
    """
    if land and land not in (entity.name, pack.country_of(entity.name)):
        id = content_id("tr", entity.id, "country", land, ATLAS)
        yield Trait(id, entity.id, "country", land, known_from=ATLAS)
        return
    told = [("wikidata", item, ITEMS)] if (item := pack.wikidata_of(entity.name)) else []
    told += _placed(entity, pack) if entity.type == "Place" else []
    outlet = pack.outlets.get(entity.name)
    if outlet is not None:
        given = ((attribute, getattr(outlet, attribute)) for attribute in TRAITS)
        told += [(name, value, outlet.known_from) for name, value in given if value]
    for attribute, value, known_from in told:
        id = content_id("tr", entity.id, attribute, value, known_from)
        yield Trait(id, entity.id, attribute, value, known_from=known_from)


def _placed(place: Entity, pack: Pack) -> list[tuple[str, str, str]]:
    """The country that a place lies in, and where."""
    names = (place.name, *place.aliases)
    country = next((found for name in names if (found := pack.country_of(name))), None)
    at = next((where for name in names if (where := pack.coordinates_of(name))), None)
    lands = [country] if country else _beside_border(place.name, pack)
    told = [("country", land, ATLAS) for land in lands if land != place.name]
    return told + ([("coordinates", f"{at[0]:.4f}, {at[1]:.4f}", ATLAS)] if at else [])


def _beside_border(name: str, pack: Pack) -> list[str]:
    """The states on the sides of a border, by its name: "Iraq-Syria border", "Turkish border"."""
    lands, _, noun = name.rpartition(" ")
    if noun not in pack.list("frontier_nouns"):
        return []
    return [
        land for land, state in pack.countries.items()
        if lands.startswith(f"{land}-") or lands.endswith(f"-{land}") or lands in state.demonyms
    ]  # fmt: skip


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
        fillers=tuple(replace(f, entity=ids.get(f.entity or "")) for f in account.fillers),
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


class Told(NamedTuple):
    """Which tellings are of one event, the times that wait for an event's date, and who held which
    office."""

    events: Events
    anchors: Anchors
    holders: Holders


def _whole(all_notes: Iterable[Notes], people: People, told: Told) -> Iterator[Event | Tie]:
    """Events and ties with all their accounts; those told once as soon as they are met, those
    that hang on another as soon as that is dated."""
    events: Shards[int, Placed] = Shards(HELD)
    ties: Shards[Hashable, TieAccount] = Shards(HELD)
    late: list[list[Placed]] = []
    for alone in _met(all_notes, people, told, events, ties):
        yield from _settled(alone, told.anchors, late)
    for placed in events.groups():
        yield from _settled(placed, told.anchors, late)
    for placed in late:
        accounts = told.anchors.dated([account for account, _ in placed])
        yield _merged([(a, w) for a, (_, w) in zip(accounts, placed, strict=True)])
    yield from map(merge_tie, ties.groups())


def _met(
    all_notes: Iterable[Notes],
    people: People,
    told: Told,
    events: Shards[int, Placed],
    ties: Shards[Hashable, TieAccount],
) -> Iterator[list[Placed]]:
    """Events told once; the accounts of others, and of ties, go under their keys."""
    place, found = -1, told.events
    for notes in all_notes:
        filled = told.holders.fill(notes)
        names = {**people.kept(notes), **filled.people}
        called = _called(notes, people)
        wholes = {a.id: found.id(place + n) for n, a in enumerate(notes.events, start=1)}
        for local in filled.notes.events:
            place += 1
            placed = _event(local, names), wholes.get(local.part_of or "")
            told.anchors.meet(placed[0], called)
            if found.is_alone(place):
                yield [placed]
            else:
                events.put(found.of(place), placed)
        for bond in notes.ties:
            tie = _tie(bond, names)
            if tie.subject == tie.object:
                continue  # two names of a report that are one: nobody is tied to himself
            ties.put(tie_key(tie), tie)


def _called(notes: Notes, people: People) -> dict[str, tuple[str, ...]]:
    """The names of the entities of a document, by their ids in the case."""
    all_of = (people.of(local, notes.document.path) for local in notes.entities)
    return {entity.id: (entity.name, *entity.aliases) for entity in all_of}


def _settled(placed: list[Placed], anchors: Anchors, late: list[list[Placed]]) -> Iterator[Event]:
    """The event of these accounts, unless it waits for the date of another."""
    accounts = [account for account, _ in placed]
    if anchors.waits(accounts):
        late.append(placed)
        return
    event = _merged(placed)
    anchors.learn(event, accounts)
    yield event


def _merged(told: list[Placed]) -> Event:
    accounts = [account for account, _ in told]
    own = min(account.id for account in accounts)
    return merge_event(accounts, next((w for _, w in told if w and w != own), None))
