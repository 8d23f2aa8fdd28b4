"""Plug-ins for the event kits: PLOVER types with actors, and the role fillers of MUC-4."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from sayso.engines.spacy import SpacyEngine
from sayso.packs.load import builtin, load
from sayso.read.choose import read_document
from sayso.records.accounts import EventAccount
from sayso.records.marks import NAME_FORMS, LocalEntity
from sayso.records.notes import Notes
from sayso.run.plan import take_all
from sayso.run.tools import usable_tagger, usable_typer

# PLOVER has no realis: it codes what is still to come as an undertaking or a threat.
_HOSTILE = frozenset({"ACCUSE", "REJECT", "THREATEN", "SANCTION", "COERCE", "ASSAULT", "MOBILIZE"})
# What befalls people, not things.
_ON_PEOPLE = frozenset({"kill", "arrest", "abduct"})
# In PLOVER whoever is visited is a recipient, a state as much as its minister.
_RECIPIENT = "target"


def events(sentence: str) -> list[dict[str, Any]]:
    """The events of a sentence as PLOVER codes them: type, mode, participants by name."""
    notes = _notes(sentence)
    names = {entity.id: entity.mentions[0].span.quote for entity in notes.entities}
    return [
        {"type": _plover(account), "mode": account.mode, "participants": _people(account, names)}
        for account in notes.events
        # PLOVER codes what was done, asked, promised or threatened, not what is only thought of.
        if account.realis != "hypothetical"
    ]


def fillers(text: str) -> dict[str, list[list[str]]]:
    """The participants of violent events as MUC-4 files them: each role's entities by name."""
    return filed(_notes(text))


def filed(notes: Notes) -> dict[str, list[list[str]]]:
    """The same for a text that has been read: names where there are any, else the words told."""
    entities = {entity.id: entity for entity in notes.entities}
    found: dict[str, dict[str, list[str]]] = {}
    for account in notes.events:
        if account.type == "ASSAULT" and account.realis in ("actual", "attempted"):
            for filler in _told(account):
                told = entities.get(filler.entity or "")
                filed_as = _muc_role(filler, told, account.mode)
                if filed_as is not None:
                    name = told.name if told is not None and _is_named(told) else filler.words
                    found.setdefault(filed_as, {}).setdefault(_one(name, told), [name])
    return {role: list(names.values()) for role, names in found.items()}


def _one(name: str, entity: LocalEntity | None) -> str:
    """What the same of a text go by: a name, or the noun of the words without one."""
    if entity is not None and _is_named(entity):
        return entity.id
    return name.casefold().partition(" of ")[0].split()[-1].removesuffix("s")


class _Told(NamedTuple):
    role: str
    entity: str | None
    words: str
    kind: str | None


def _told(account: EventAccount) -> Iterator[_Told]:
    worded = {filler.entity for filler in account.fillers}
    for filler in account.fillers:
        yield _Told(filler.role, filler.entity, filler.span.quote, filler.kind)
    for participant in account.participants:
        if participant.entity not in worded:
            yield _Told(participant.role, participant.entity, "", None)


def _is_named(entity: LocalEntity) -> bool:
    return any(mention.form in NAME_FORMS for mention in entity.mentions)


def _muc_role(told: _Told, entity: LocalEntity | None, mode: str | None) -> str | None:
    # MUC-4 counts people without a name ("guerrillas") as individuals; victims it files by name.
    kind = entity.type if entity is not None else None
    if not told.words and not (entity and _is_named(entity)):
        return None
    people = kind in ("Person", "Group", "Office") or told.kind == "people"
    if told.role == "actor":
        return "PerpInd" if people else "PerpOrg" if kind == "Organization" else None
    if told.role == "target":
        if people:
            return "Victim" if kind == "Person" else None
        body = kind == "Organization" and mode not in _ON_PEOPLE
        return "Target" if told.kind == "thing" or body else None
    return "Weapon" if told.role == "instrument" and told.words else None


def _plover(account: EventAccount) -> str:
    if account.realis == "planned" and account.type != "STATE":
        return "THREATEN" if account.type in _HOSTILE else "AGREE"
    return account.type


def _people(account: EventAccount, names: dict[str, str]) -> list[dict[str, str]]:
    told = [{"role": p.role, "name": names[p.entity]} for p in account.participants]
    told += [{"role": f.role, "name": f.span.quote} for f in account.fillers]
    return told + [{"role": _RECIPIENT, "name": names[place]} for place in account.places]


def _notes(text: str) -> Notes:
    return take_all(Notes(read_document("text.txt", text.encode())), _tools(), before="ties")


@cache
def _tools() -> dict[str, Any]:
    pack = load([builtin("general"), builtin("conflict")])
    return {
        "pack": pack,
        "engine": SpacyEngine(),
        "tagger": usable_tagger(),
        "typer": usable_typer(),
    }
