"""Who is who: the names of the case by kind, or those that a name may mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sayso.analysis.people import Presence, who
from sayso.records.case import Entity
from sayso.web import known
from sayso.web.ask import Ask
from sayso.web.page import Page

# The kinds of names, in the order of the page.
KINDS = {
    "Person": "People",
    "Organization": "Organisations",
    "Group": "Groups",
    "Outlet": "Outlets",
    "Place": "Places",
    "Office": "Offices",
}
_FEW, _MANY = 40, 500


@dataclass(frozen=True, slots=True)
class Named:
    """An entity, how often it is mentioned, and in how many reports."""

    entity: Entity
    mentions: int
    reports: int


@dataclass(frozen=True, slots=True)
class Kind:
    """The names of one kind, those mentioned most first, and how many more there are."""

    type: str
    title: str
    rows: tuple[Named, ...]
    more: int


def people(ask: Ask) -> Page:
    """All names, or those like ``name``, of a ``type``."""
    name, type = ask.given("name")[:200], ask.given("type")
    found: Iterable[Entity]
    found = (one.entity for one in who(ask.view, name)) if name else ask.view.entities()
    chosen = [entity for entity in found if type in ("", entity.type)]
    limit = _MANY if type else _FEW
    values = {
        "name": name,
        "type": type,
        "types": KINDS,
        "kinds": _kinds(chosen, known.seen(ask), limit),
    }
    return Page("people.html", "Who is who", values, "/who")


def _kinds(entities: Iterable[Entity], found: Mapping[str, Presence], limit: int) -> list[Kind]:
    by_type: dict[str, list[Named]] = defaultdict(list)
    for entity in entities:
        seen = found.get(entity.id)
        counts = (seen.mentions, seen.documents) if seen else (0, 0)
        by_type[entity.type].append(Named(entity, *counts))
    for rows in by_type.values():
        rows.sort(key=lambda row: (-row.mentions, row.entity.name, row.entity.id))
    return [
        Kind(kind, title, tuple(by_type[kind][:limit]), max(0, len(by_type[kind]) - limit))
        for kind, title in KINDS.items()
        if kind in by_type
    ]
