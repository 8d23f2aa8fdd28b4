"""Who is who: the names that take most room, their other names, offices and ties."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sayso.analysis.citations import Citation, cited
from sayso.analysis.people import Presence, presences
from sayso.analysis.wording.names import folded, isolated, listed, plural
from sayso.analysis.wording.sentences import tie_sentence
from sayso.publish.briefing import Band, Cell, Part, Remark, Section, Table
from sayso.publish.desk import Desk
from sayso.records.case import Entity, Tie

_HEAD = ("Name", "Also written", "Offices and command", "Mentions")
_KINDS = (
    ("Person", "People"),
    ("Organization", "Organisations"),
    ("Group", "Groups"),
    ("Outlet", "Outlets"),
    ("Place", "Places"),
)
# Of these the reports name many, and there is little to tell of each.
_BRIEFLY = ("Outlet", "Place")
_OFFICES = ("holds_office", "commands", "deputy_of", "succeeds", "spokesperson_of", "member_of")
_TIES_SHOWN = 4
# So many of a kind are shown even if the reports name each only once.
_ALWAYS = 8


def people(desk: Desk) -> Section:
    """A table of the main entities, by kind, those mentioned most first."""
    found = presences(desk.view)
    ties = _offices(desk.view.ties())
    by_type: dict[str, list[Entity]] = defaultdict(list)
    for entity in desk.view.entities():
        if entity.id in found:
            by_type[entity.type].append(entity)
    bands = tuple(
        _band(desk, title, by_type[kind], found, ties) for kind, title in _KINDS if by_type[kind]
    )
    parts: tuple[Part, ...] = (Table("Names in the reports", _HEAD, bands, 0, (3,)),)
    if not bands:
        parts = (Remark("No name was found in the reports."),)
    return Section("people", "Who is who", parts)


def _band(
    desk: Desk,
    title: str,
    entities: Iterable[Entity],
    found: Mapping[str, Presence],
    ties: Mapping[str, list[Tie]],
) -> Band:
    ranked = sorted(entities, key=lambda e: (-found[e.id].mentions, e.name, e.id))
    shown = [
        entity
        for place, entity in enumerate(ranked[: _limit(desk, ranked)])
        if place < _ALWAYS or found[entity.id].mentions > 1
    ]
    rows = tuple(_row(desk, entity, found[entity.id], ties.get(entity.id, [])) for entity in shown)
    left = len(ranked) - len(shown)
    return Band(rows, f"{title} (the {len(shown)} named most; {left} more)" if left else title)


def _limit(desk: Desk, ranked: Sequence[Entity]) -> int:
    brief = bool(ranked) and ranked[0].type in _BRIEFLY
    return -(-desk.limits.entities // 3) if brief else desk.limits.entities


def _row(desk: Desk, entity: Entity, presence: Presence, ties: list[Tie]) -> tuple[Cell, ...]:
    named = desk.sentence("", [Citation(presence.first.span)], lead=isolated(entity.name))
    offices = tuple(
        desk.sentence(f"{tie_sentence(tie, desk.names)}.", cited(tie.accounts))
        for tie in ties[:_TIES_SHOWN]
    )
    return (
        Cell(sentences=(named,)),
        Cell(listed(isolated(alias) for alias in _other_names(entity)) or "–"),
        Cell(sentences=offices) if offices else Cell("–"),
        Cell(f"{presence.mentions:,}", small=f"in {plural(presence.documents, 'report')}"),
    )


def _other_names(entity: Entity) -> list[str]:
    """The aliases, without those that differ from a name before them only in case or marks."""
    different = {folded(form): form for form in (*entity.aliases[::-1], entity.name)}
    return [alias for alias in entity.aliases if different[folded(alias)] == alias != entity.name]


def _offices(ties: Iterable[Tie]) -> dict[str, list[Tie]]:
    found: dict[str, list[Tie]] = defaultdict(list)
    for tie in ties:
        if tie.type in _OFFICES and tie.accounts:
            found[tie.subject].append(tie)
    for held in found.values():
        held.sort(key=lambda tie: (_OFFICES.index(tie.type), tie.since or "", tie.id))
    return found
