"""The interface described in OpenAPI 3.1, drawn from its endpoints and from the records."""

from __future__ import annotations

import dataclasses
import re
import types
import typing
from functools import cache
from typing import Any

from sayso import __version__
from sayso.web.api.endpoint import Endpoint, Parameter
from sayso.web.api.endpoints import ENDPOINTS

Json = dict[str, Any]
_SIMPLE = {str: "string", int: "integer", float: "number", bool: "boolean"}
_LIMIT = {"type": "integer", "minimum": 1, "maximum": 1000, "default": 100}
_OFFSET = {"type": "integer", "minimum": 0, "default": 0}
PAGE = (
    ("limit", "So many rows at most.", _LIMIT),
    ("offset", "Leave out so many rows first.", _OFFSET),
    ("cursor", "Go on behind the page whose 'next' this is.", {"type": "string"}),
)
_WAYS_IN: Json = {
    "token": {
        "type": "http",
        "scheme": "bearer",
        "description": "The token in the address that 'sayso open' prints.",
    },
    "session": {
        "type": "apiKey",
        "in": "cookie",
        "name": "__Host-sayso",
        "description": "Of a workbench with accounts ('sayso serve'), after signing in at /enter.",
    },
}


def openapi() -> Json:
    """The description, as plain values for JSON."""
    shapes: dict[str, Json] = {"Error": _error()}
    paths = {f"/api{one.path}": {"get": _operation(one, shapes)} for one in ENDPOINTS}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "sayso",
            "version": __version__,
            "summary": "A case of reports: who says what happened, when and where, on whose word.",
        },
        "paths": paths,
        "security": [{name: []} for name in _WAYS_IN],
        "components": {"schemas": dict(sorted(shapes.items())), "securitySchemes": _WAYS_IN},
    }


def _operation(endpoint: Endpoint, shapes: dict[str, Json]) -> Json:
    one = _shape(endpoint.kind, shapes)
    answer = _rows(one) if endpoint.many else one
    given = [_path_parameter(name) for name in re.findall(r"\{(\w+)\}", endpoint.path)]
    given += [_parameter(parameter) for parameter in endpoint.parameters]
    if endpoint.many:
        given += [
            {"name": name, "in": "query", "description": what, "schema": schema}
            for name, what, schema in PAGE
        ]
    words = re.sub(r"\W+", " ", endpoint.path.replace("{id}", "one")).split()
    return {
        "operationId": "_".join(words),
        "summary": endpoint.what,
        "parameters": given,
        "responses": {
            "200": {"description": "The answer.", **_json(answer)},
            "400": {"description": "It was not asked so, or names nobody.", **_json(_ref("Error"))},
            "403": {"description": "The token or session is missing, or not for this."},
            "404": {"description": "There is no such thing.", **_json(_ref("Error"))},
        },
    }


def _path_parameter(name: str) -> Json:
    return {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}


def _parameter(parameter: Parameter) -> Json:
    schema: Json = {"type": "string"}
    if parameter.values:
        schema["enum"] = list(parameter.values)
    return {
        "name": parameter.name,
        "in": "query",
        "description": parameter.what,
        "required": parameter.required,
        "schema": schema,
    }


def _rows(one: Json) -> Json:
    """A page of rows, how many there are in all, and the cursor of the next page."""
    return {
        "type": "object",
        "required": ["total", "rows", "next"],
        "properties": {
            "total": {"type": "integer"},
            "rows": {"type": "array", "items": one},
            "next": {"anyOf": [{"type": "string"}, {"type": "null"}]},
        },
    }


def _shape(hint: Any, shapes: dict[str, Json]) -> Json:
    """The schema of a type; records go to ``shapes`` and are referred to."""
    if dataclasses.is_dataclass(hint):
        return _record(hint, shapes)
    inside = typing.get_args(hint)
    if typing.get_origin(hint) in (types.UnionType, typing.Union):
        some = [_shape(arg, shapes) for arg in inside if arg is not type(None)]
        return {"anyOf": [*some, *([{"type": "null"}] if type(None) in inside else [])]}
    if typing.get_origin(hint) is tuple:
        return _list(inside, shapes)
    return {"type": _SIMPLE[hint]}


def _list(inside: tuple[Any, ...], shapes: dict[str, Json]) -> Json:
    if len(inside) == 2 and inside[1] is Ellipsis:
        return {"type": "array", "items": _shape(inside[0], shapes)}
    return {"type": "array", "prefixItems": [_shape(arg, shapes) for arg in inside]}


def _record(kind: Any, shapes: dict[str, Json]) -> Json:
    name = _name(kind)
    if name not in shapes:
        shapes[name] = {}  # A record may hold its own kind.
        hints = typing.get_type_hints(kind)
        fields = [field.name for field in dataclasses.fields(kind)]
        shapes[name] = {
            "type": "object",
            "description": " ".join(str(kind.__doc__).split()),
            "required": fields,
            "properties": {field: _shape(hints[field], shapes) for field in fields},
        }
    return _ref(name)


def _name(kind: Any) -> str:
    """What a kind is called; of several with one name each has its module before it."""
    alike = {one for one in _kinds() if one.__name__ == kind.__name__}
    module = str(kind.__module__).rpartition(".")[2]
    return f"{module}.{kind.__name__}" if len(alike) > 1 else str(kind.__name__)


@cache
def _kinds() -> frozenset[type[Any]]:
    """Every kind of record that answers are made of."""
    found: set[type[Any]] = set()
    waiting = [one.kind for one in ENDPOINTS]
    while waiting:
        hint = waiting.pop()
        if dataclasses.is_dataclass(hint) and hint not in found:
            found.add(hint)
            hints = typing.get_type_hints(hint)
            waiting += [hints[field.name] for field in dataclasses.fields(hint)]
        waiting += typing.get_args(hint)
    return frozenset(found)


def _error() -> Json:
    text = {"type": "string"}
    return {
        "type": "object",
        "required": ["error", "hint"],
        "properties": {"error": text, "hint": text},
    }


def _ref(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}


def _json(schema: Json) -> Json:
    return {"content": {"application/json": {"schema": schema}}}
