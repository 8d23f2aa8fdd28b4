"""What steps found, as compressed JSON: the cache that makes a second read cheap."""

from __future__ import annotations

import typing
from functools import cache
from typing import Any

from sayso.records import codec
from sayso.records.notes import Notes
from sayso.records.parse import Parse
from sayso.store.rows.parses import parse_of, parse_values
from sayso.store.rows.sound import sound
from sayso.store.rows.text import pack, unpack


def gift_name(step: str, value: Any) -> str:
    """Under which name in the notes a step's findings go: its own, save for a parse."""
    return "parse" if isinstance(value, Parse) else step


def payload_of(value: Any) -> bytes:
    """Findings as bytes."""
    return pack(parse_values(value) if isinstance(value, Parse) else codec.plain(value))


@sound
def value_of(kind: Any, payload: bytes) -> Any:
    """The findings, of the type ``kind`` (``Parse``, ``tuple[Mention, ...]``), in some bytes."""
    values = unpack(payload)
    return parse_of(values) if kind is Parse else codec.record(kind, values)


@cache
def gift_types() -> dict[str, Any]:
    """The type of each gift that notes have a place for."""
    hints = typing.get_type_hints(Notes)
    return {name: kind for name, kind in hints.items() if name != "document"}
