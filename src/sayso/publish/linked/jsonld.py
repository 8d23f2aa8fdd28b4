"""JSON-LD, piece by piece: names of things, and a graph that need not fit in memory."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

from sayso import __version__

MADE_BY = f"sayso {__version__}"


def urn(id: str, *more: str) -> str:
    """The name of a record, the same in every form and every run."""
    return ":".join(["urn:sayso", *(quote(part, safe="-._~@") for part in (id, *more))])


def id_of(name: str) -> str | None:
    """The id that ``urn`` made a name of; null for any other name."""
    parts = name.split(":")
    return parts[2] if name.startswith("urn:sayso:") and parts[2] else None


def listed(head: dict[str, Any], key: str, items: Iterable[dict[str, Any]]) -> Iterator[str]:
    """An object with a long list under its last key, an item a line."""
    opening = _text(head)[:-1]
    yield f"{opening}{', ' if head else ''}{json.dumps(key)}: [\n"
    before = ""
    for item in items:
        yield before + _text(item)
        before = ",\n"
    yield "\n]}\n"


def known(**values: Any) -> dict[str, Any]:
    """These values without those that are null or empty; a final underscore is not of the name."""
    given = {name.rstrip("_"): value for name, value in values.items()}
    return {name: value for name, value in given.items() if value not in (None, [], (), "")}


def _text(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False)
