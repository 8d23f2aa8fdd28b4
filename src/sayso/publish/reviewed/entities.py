"""Reviewed entities of FollowTheMoney, one JSON object a line, as its tools write them.

Entities that were merged name those they were made of as ``referents``: those of them that are
of this case are one. Beside that, the names of an entity are names of one, as in a list of actors.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from sayso.publish.reviewed.known import Known, Roll
from sayso.publish.reviewed.review import Desk, Review
from sayso.records.errors import LineError

_BODIES = frozenset({"Organization", "Outlet", "Group"})
# What of ours an entity of each schema may be.
_TYPES = {
    "Person": frozenset({"Person"}),
    "LegalEntity": _BODIES | {"Person"},
    "Organization": _BODIES,
    "Company": _BODIES,
    "PublicBody": _BODIES,
    "Position": frozenset({"Office"}),
    "Address": frozenset({"Place"}),
}
_NAMES = ("name", "alias", "previousName")


def review_entities(desk: Desk, text: str) -> Review:
    """What reviewed entities say of a case; entities of other schemata say nothing."""
    return Roll(desk).hold(_known(text))


def _known(text: str) -> Iterator[Known]:
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            where = f"line {number}"
            entity = _entity(line, where)
            if entity["schema"] in _TYPES:
                yield Known(
                    where=where,
                    names=tuple(_texts(entity["properties"], where)),
                    types=_TYPES[entity["schema"]],
                    ids=(str(entity["id"]), *map(str, entity.get("referents") or ())),
                )


def _entity(line: str, where: str) -> dict[str, Any]:
    try:
        found = json.loads(line)
    except ValueError as error:
        raise LineError(f"this is no JSON ({error})", where=where) from error
    parts = ("id", "schema", "properties")
    if not isinstance(found, dict) or not all(found.get(part) is not None for part in parts):
        raise LineError(
            "this is no entity of FollowTheMoney",
            where=where,
            hint="each line has an id, a schema and properties",
        )
    return found


def _texts(properties: Any, where: str) -> Iterator[str]:
    if not isinstance(properties, dict):
        raise LineError("properties must be an object", where=where)
    for name in _NAMES:
        yield from (text for text in properties.get(name) or () if isinstance(text, str))
