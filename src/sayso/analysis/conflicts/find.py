"""All conflicts of a case."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from sayso.analysis.conflicts.events import event_conflicts
from sayso.analysis.conflicts.ground import Ground
from sayso.analysis.conflicts.rivals import Rivals
from sayso.analysis.conflicts.ties import tie_conflicts
from sayso.records.case import Conflict, Entity, Event, Tie
from sayso.records.statements import Attribution


def find_conflicts(
    events: Iterable[Event],
    ties: Iterable[Tie],
    attributions: Mapping[str, Attribution],
    voices: Mapping[str, str],
    entities: Iterable[Entity] = (),
    *,
    countries: Collection[str] = (),
) -> Iterator[Conflict]:
    """The conflicts of each event in their order, then between events, then those of the ties.

    ``attributions`` are by id, ``voices`` give each document's author or publisher by id.
    ``entities`` give the sides their names; ``countries`` are names of countries. Without
    entities the sides show ids, and nothing is known to be a country or a person.
    """
    known = list(entities)
    ground = Ground(
        attributions=attributions,
        voices=voices,
        names={entity.id: entity.name for entity in known},
        types={entity.id: entity.type for entity in known},
        countries=frozenset(entity.id for entity in known if entity.name in countries),
    )
    rivals = Rivals(ground)
    for event in events:
        yield from event_conflicts(event, ground)
        rivals.take(event)
    yield from rivals.conflicts()
    yield from tie_conflicts(ties, ground)
