"""YAML trees into records, driven by the records' own annotations.

An entry is written as keys and values (``{type: Outlet, name: Le Monde}``), as a list of the
fields in order (``[Le Monde, Outlet]``), or as a single word where one field is enough.
What is built from a faulty entry is not to be used: look at the page's faults first.
"""

from __future__ import annotations

import dataclasses
import math
import types
import typing
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Annotated, Any

from yaml.nodes import MappingNode, Node

from sayso.packs.reading.faults import advise
from sayso.packs.reading.pages import Page, is_nothing
from sayso.packs.vocabulary import OneOf

Builder = Callable[[Page, Node], Any]


@lru_cache(maxsize=None)  # noqa: UP033
def builder(kind: Any) -> Builder:
    """The function that turns a node of a page into a value of this type, noting faults."""
    origin, inside = typing.get_origin(kind), typing.get_args(kind)
    if dataclasses.is_dataclass(kind):
        return _record(typing.cast("type[Any]", kind))
    if origin is Annotated:
        return _closed(kind) if isinstance(inside[1], OneOf) else builder(inside[0])
    if origin in (types.UnionType, typing.Union):
        return _optional(next(arg for arg in inside if arg is not type(None)))
    if origin is tuple:
        return _tuple(inside)
    if origin in (dict, Mapping):
        return _mapping(inside[1])
    return _SCALARS[kind]


def _word(page: Page, node: Node) -> str | None:
    return page.word(node)


def _number(page: Page, node: Node) -> float | None:
    word = page.word(node)
    if word is None:
        return None
    try:
        number = float(word)
    except ValueError:
        number = math.nan
    if math.isfinite(number):
        return number
    page.fault(node, f"a number is wanted here, not '{word}'")
    return None


def _whole(page: Page, node: Node) -> int | None:
    number = _number(page, node)
    if number is not None and number != int(number):
        page.fault(node, "a whole number is wanted here")
    return None if number is None else int(number)


def _switch(page: Page, node: Node) -> bool:
    word = page.word(node)
    if word not in ("true", "false"):
        page.fault(node, f"true or false is wanted here, not '{word}'")
    return word == "true"


_SCALARS: dict[Any, Builder] = {str: _word, float: _number, int: _whole, bool: _switch}


def _closed(kind: Any) -> Builder:
    one: OneOf = typing.get_args(kind)[1]

    def build(page: Page, node: Node) -> str | None:
        word = page.word(node)
        if word is None:
            return None
        known, slash, finer = word.partition("/") if one.finer else (word, "", "")
        if known not in one.values or (slash and not finer.strip()):
            page.fault(node, f"'{word}' is not allowed here", advise(known, one.values))
        return word

    return build


def _optional(kind: Any) -> Builder:
    build = builder(kind)
    return lambda page, node: None if is_nothing(node) else build(page, node)


def _tuple(inside: tuple[Any, ...]) -> Builder:
    if not (len(inside) == 2 and inside[1] is Ellipsis):
        return _fixed(inside)
    each = builder(inside[0])
    pair = typing.get_args(inside[0]) if typing.get_origin(inside[0]) is tuple else ()
    if len(pair) != 2 or pair[1] is Ellipsis:
        return lambda page, node: tuple(each(page, item) for item in page.items(node))
    # Pairs are written as keys and values.
    key_of, value_of = (builder(kind) for kind in pair)
    return lambda page, node: tuple(
        (key_of(page, key), value_of(page, value)) for _, key, value in page.pairs(node)
    )


def _fixed(inside: tuple[Any, ...]) -> Builder:
    every = [builder(kind) for kind in inside]

    def build(page: Page, node: Node) -> tuple[Any, ...]:
        items = page.items(node)
        if len(items) != len(every):
            page.fault(node, f"{len(every)} values are wanted here, not {len(items)}")
        return tuple(one(page, item) for one, item in zip(every, items, strict=False))

    return build


def _mapping(kind: Any) -> Builder:
    value_of = builder(kind)
    return lambda page, node: {word: value_of(page, value) for word, _, value in page.pairs(node)}


def _record(kind: type[Any]) -> Builder:
    hints = typing.get_type_hints(kind, include_extras=True)
    fields = {field.name: builder(hints[field.name]) for field in dataclasses.fields(kind)}
    needed = [field.name for field in dataclasses.fields(kind) if _required(field)]

    def build(page: Page, node: Node) -> Any:
        values = _named(page, node, fields) if isinstance(node, MappingNode) else None
        values = _in_order(page, node, fields) if values is None else values
        for name in needed:
            if name not in values:
                page.fault(node, f"'{name}' is missing")
                values[name] = None
        return kind(**values)

    return build


def _required(field: dataclasses.Field[Any]) -> bool:
    return field.default is field.default_factory is dataclasses.MISSING


def _named(page: Page, node: Node, fields: Mapping[str, Builder]) -> dict[str, Any]:
    values = {}
    for name, key, value in page.pairs(node):
        if name in fields:
            values[name] = fields[name](page, value)
        else:
            page.fault(key, f"no such key: '{name}'", advise(name, fields))
    return values


def _in_order(page: Page, node: Node, fields: Mapping[str, Builder]) -> dict[str, Any]:
    items = page.items(node)
    if len(items) > len(fields):
        page.fault(items[len(fields)], f"one value too many: {', '.join(fields)} are all there is")
    pairs = zip(fields.items(), items, strict=False)
    return {name: build(page, item) for (name, build), item in pairs}
