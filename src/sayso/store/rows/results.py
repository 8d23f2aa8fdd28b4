"""What steps found, as compressed JSON: the cache that makes a second read cheap."""

from __future__ import annotations

import typing
from functools import cache
from typing import Any

from sayso.records.notes import Notes
from sayso.records.parse import Parse
from sayso.store.rows import bodies
from sayso.store.rows.parses import parse_of, parse_values
from sayso.store.rows.sound import inflated, sound
from sayso.store.rows.text import pack, squeezed, unpack


def gift_name(step: str, value: Any) -> str:
    """Under which name in the notes a step's findings go: its own, save for a parse."""
    return "parse" if isinstance(value, Parse) else step


def payload_of(value: Any) -> bytes:
    """Findings as bytes."""
    if isinstance(value, Parse):
        return pack(parse_values(value))
    return squeezed(bodies.written(value))


@sound
def value_of(kind: Any, payload: bytes) -> Any:
    """The findings, of the type ``kind`` (``Parse``, ``tuple[Mention, ...]``), in some bytes."""
    return parse_of(unpack(payload)) if kind is Parse else bodies.read(kind, inflated(payload))


@cache
def gift_types() -> dict[str, Any]:
    """The type of each gift that notes have a place for."""
    hints = typing.get_type_hints(Notes)
    return {name: kind for name, kind in hints.items() if name != "document"}
