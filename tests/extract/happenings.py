"""Events and ties of a few sentences, found as the product finds them, with names for ids."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sayso.annotate.mentions.step import find_mentions
from sayso.annotate.quantities import find_quantities
from sayso.annotate.times.step import find_hangings, find_times
from sayso.engines.spacy import SpacyEngine
from sayso.extract.attributions.step import find_attributions
from sayso.extract.events.step import find_events
from sayso.extract.ties.step import find_ties
from sayso.packs.load import builtin, load
from sayso.packs.pack import Pack
from sayso.records.accounts import EventAccount, TieAccount
from sayso.records.notes import Notes
from sayso.resolve.within import find_entities
from tests.extract.telling import document_of


@cache
def pack() -> Pack:
    """Both built-in packs."""
    return load([builtin("general"), builtin("conflict")])


def notes_of(engine: SpacyEngine, text: str) -> Notes:
    """Everything found in a text published on 1 March 2021, events and ties included."""
    return read_on(Notes(document_of(text)), engine)


def read_on(notes: Notes, engine: SpacyEngine) -> Notes:
    """Everything found in a document."""
    notes = notes.with_gift("parse", engine.parse(notes.document))
    notes = notes.with_gift("mentions", find_mentions(notes, pack()))
    notes = notes.with_gift("entities", find_entities(notes, pack()))
    notes = notes.with_gift("times", find_times(notes))
    notes = notes.with_gift("hangings", find_hangings(notes))
    notes = notes.with_gift("quantities", find_quantities(notes))
    notes = notes.with_gift("attributions", find_attributions(notes, pack()))
    notes = notes.with_gift("events", find_events(notes, pack()))
    return notes.with_gift("ties", find_ties(notes, pack()))


@dataclass(frozen=True)
class Told:
    """An event account with names in place of ids."""

    account: EventAccount
    kind: str
    who: set[tuple[str, str]]
    places: set[str]


def events(engine: SpacyEngine, text: str) -> list[Told]:
    """The events of a text in text order."""
    notes = notes_of(engine, text)
    names = {entity.id: entity.name for entity in notes.entities}
    return [
        Told(
            account=account,
            kind=f"{account.type}/{account.mode}" if account.mode else account.type,
            who={(p.role, names[p.entity]) for p in account.participants},
            places={names[place] for place in account.places},
        )
        for account in notes.events
    ]


def event(engine: SpacyEngine, text: str) -> Told:
    """The only event of a text."""
    (only,) = events(engine, text)
    return only


def ties(engine: SpacyEngine, text: str) -> list[tuple[str, str, str | None]]:
    """Type, subject and object of each tie of a text."""
    notes = notes_of(engine, text)
    names = {entity.id: entity.name for entity in notes.entities}
    return [(t.type, names[t.subject], names[t.object] if t.object else None) for t in notes.ties]


def tie(engine: SpacyEngine, text: str) -> TieAccount:
    """The only tie of a text."""
    (only,) = notes_of(engine, text).ties
    return only
