"""Records to plain values and back, for JSON: driven by the records' own annotations."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable
from functools import cache
from typing import Any

from sayso.records.errors import LineError

Decoder = Callable[[Any], Any]


def plain(record: Any) -> Any:
    """A record as dictionaries, lists and scalars, fields in order of declaration."""
    if dataclasses.is_dataclass(record) and not isinstance(record, type):
        kind: Any = type(record)
        return {name: plain(getattr(record, name)) for name in _names(kind)}
    if isinstance(record, tuple | list):
        return [plain(item) for item in record]
    return record


def record(kind: Any, values: Any) -> Any:
    """The record of this kind that ``plain`` turned into these values; raises LineError."""
    try:
        return _decoder(kind)(values)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise LineError(
            f"a {kind.__name__} does not fit its fields ({error})",
            hint="compare the line with the description of case lines in docs/case-lines.md",
        ) from error


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind))


@cache
def _decoder(kind: Any) -> Decoder:
    if dataclasses.is_dataclass(kind):
        return _dataclass_decoder(kind)
    origin, inside = typing.get_origin(kind), typing.get_args(kind)
    if origin is tuple:
        return _tuple_decoder(inside)
    if origin in (types.UnionType, typing.Union):
        some = next(arg for arg in inside if arg is not type(None))
        decode = _decoder(some)
        return lambda value: None if value is None else decode(value)
    return _scalar_decoder(kind) if kind in (str, int, float, bool) else lambda value: value


def _dataclass_decoder(kind: Any) -> Decoder:
    hints = typing.get_type_hints(kind)
    parts = [(name, _decoder(hints[name])) for name in _names(kind)]
    optional = {
        field.name
        for field in dataclasses.fields(kind)
        if field.default is not dataclasses.MISSING
        or field.default_factory is not dataclasses.MISSING
    }

    def decode(values: Any) -> Any:
        given = {n: d(values[n]) for n, d in parts if n in values or n not in optional}
        return kind(**given)

    return decode


def _scalar_decoder(kind: Any) -> Decoder:
    allowed = (int, float) if kind is float else (kind,)

    def decode(value: Any) -> Any:
        if type(value) not in allowed:
            raise TypeError(f"{value!r} is no {kind.__name__}")
        return value

    return decode


def _tuple_decoder(inside: tuple[Any, ...]) -> Decoder:
    if len(inside) == 2 and inside[1] is Ellipsis:
        each = _decoder(inside[0])
        return lambda values: tuple([each(value) for value in _several(values)])
    every = [_decoder(part) for part in inside]
    return lambda values: tuple(d(v) for d, v in zip(every, _several(values), strict=True))


def _several(values: Any) -> Any:
    if not isinstance(values, list | tuple):
        raise TypeError(f"{values!r} is no list")
    return values
