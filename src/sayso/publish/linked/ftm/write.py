"""FollowTheMoney: every entity of a case as a line of JSON, or every statement as one.

The mapping is told in docs/exchange.md. Values pass through the library's own cleaning, so that
what its schema does not take is left out rather than bent.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from sayso.analysis.record.sources import rows_of
from sayso.analysis.view import CaseView
from sayso.publish.forms.extras import wanted
from sayso.publish.linked.ftm import entities
from sayso.publish.linked.ftm.entities import Thing
from sayso.publish.linked.ftm.links import Links
from sayso.publish.tables.making import Register

DATASET = "sayso"


def entity_lines(view: CaseView) -> Iterator[str]:
    """Entities as JSON Lines: reports, people and bodies, mentions, then ties and events."""
    model = wanted("followthemoney", "ftm").model
    for thing in things(view):
        yield _line(_entity(model, thing).to_dict())


def statement_lines(view: CaseView) -> Iterator[str]:
    """Statements as JSON Lines; the origin of each is the words of the reports it stands on."""
    model = wanted("followthemoney", "ftm").model
    statement = wanted("followthemoney.statement", "ftm").Statement
    for thing in things(view):
        entity, origin = _entity(model, thing), thing.origin()
        for name, values in sorted(entity.properties.items()):
            for value in sorted(values):
                made = statement(
                    entity_id=entity.id,
                    prop=name,
                    schema=entity.schema.name,
                    value=value,
                    dataset=DATASET,
                    origin=origin,
                )
                yield _line(made.to_dict())


def things(view: CaseView) -> Iterator[Thing]:
    """Every entity of a case, in a stable order."""
    register = Register(view)
    types = {one.id: one.type for one in view.entities()}
    links = Links(register, types, rows_of(view))
    yield from map(entities.report, view.documents())
    yield from entities.entities(register)
    yield from entities.mentions(register)
    for tie in view.ties():
        yield from links.tie(tie)
    for event in view.events():
        yield from links.event(event)


def _entity(model: Any, thing: Thing) -> Any:
    made = model.make_entity(thing.schema)
    made.id = thing.id
    for name, values in thing.values.items():
        if name in made.schema.properties:
            made.add(name, values)
    return made


def _line(values: Any) -> str:
    return json.dumps(values, ensure_ascii=False, sort_keys=True) + "\n"
