"""Plug-ins for the event kits: PLOVER types with actors, and the role fillers of MUC-4."""

from __future__ import annotations

from functools import cache
from typing import Any

from sayso.engines.spacy import SpacyEngine
from sayso.packs.load import builtin, load
from sayso.read.choose import read_document
from sayso.records.accounts import EventAccount
from sayso.records.marks import LocalEntity
from sayso.records.notes import Notes
from sayso.run.plan import take_all
from sayso.run.tools import usable_tagger

# PLOVER has no realis: it codes what is still to come as an undertaking or a threat.
_HOSTILE = frozenset({"ACCUSE", "REJECT", "THREATEN", "SANCTION", "COERCE", "ASSAULT", "MOBILIZE"})
_VIOLENT = frozenset({"ASSAULT", "COERCE", "THREATEN", "PROTEST"})
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
    notes = _notes(text)
    entities = {entity.id: entity for entity in notes.entities}
    found: dict[str, dict[str, list[str]]] = {}
    for account in notes.events:
        if account.type in _VIOLENT and account.realis in ("actual", "attempted"):
            for participant in account.participants:
                entity = entities[participant.entity]
                if (role := _muc_role(participant.role, entity)) is not None:
                    found.setdefault(role, {})[entity.name] = [entity.name]
    return {role: list(names.values()) for role, names in found.items()}


def _muc_role(role: str, entity: LocalEntity) -> str | None:
    # MUC-4 counts people without a name ("guerrillas") as individuals; victims it files by name.
    people = entity.type in ("Person", "Group")
    if role == "actor":
        return "PerpInd" if people else "PerpOrg"
    if role == "target":
        return ("Victim" if entity.type == "Person" else None) if people else "Target"
    return "Weapon" if role == "instrument" else None


def _plover(account: EventAccount) -> str:
    if account.realis == "planned" and account.type != "STATE":
        return "THREATEN" if account.type in _HOSTILE else "AGREE"
    return account.type


def _people(account: EventAccount, names: dict[str, str]) -> list[dict[str, str]]:
    told = [{"role": p.role, "name": names[p.entity]} for p in account.participants]
    return told + [{"role": _RECIPIENT, "name": names[place]} for place in account.places]


def _notes(text: str) -> Notes:
    return take_all(Notes(read_document("text.txt", text.encode())), _tools(), before="ties")


@cache
def _tools() -> dict[str, Any]:
    pack = load([builtin("general"), builtin("conflict")])
    return {"pack": pack, "engine": SpacyEngine(), "tagger": usable_tagger()}
