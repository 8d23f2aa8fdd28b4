"""How the interface answers: each request from the case as it is then, errors as JSON too."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from sayso.api.case import Questions
from sayso.records.errors import CaseError, SaysoError, UsageError
from sayso.store.case import open_case
from sayso.store.where import Where
from sayso.web.api.endpoints import ENDPOINTS, Endpoint, Missing
from sayso.web.api.schema import openapi

ROWS, MOST = 100, 1000


class _Records(JSONResponse):
    """Records as JSON, without dictionaries between."""

    def render(self, content: Any) -> bytes:
        """The records, or what holds them, as bytes."""
        return msgspec.json.encode(content)


def api_routes(path: Where, *, wait: float) -> list[Route]:
    """The routes under /api for the case at ``path``; ``wait`` is for how many seconds to wait
    for somebody else's writing to end."""
    described = Route("/api/openapi.json", lambda _: JSONResponse(openapi()))
    found = [Route(f"/api{one.path}", _answer(one, path, wait)) for one in ENDPOINTS]
    return [described, *found, Route("/api/{rest:path}", _nothing)]


def _answer(endpoint: Endpoint, path: Where, wait: float) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:
        try:
            given, limit, offset = _given(endpoint, request)
            with open_case(path, wait=wait) as case:
                found = endpoint.answer(Questions(case.view()), given)
        except SaysoError as error:
            return _error(error)
        if endpoint.many:
            return _Records(_page(found, limit, offset))
        return _Records(found)

    return answer


def _given(endpoint: Endpoint, request: Request) -> tuple[dict[str, str], int, int]:
    """The parameters of a request, its limit and its offset; raises UsageError."""
    given = {name: value.strip() for name, value in request.query_params.items()}
    pages = ("limit", "offset") if endpoint.many else ()
    known = [parameter.name for parameter in endpoint.parameters]
    if strange := sorted(set(given) - {*known, *pages}):
        raise UsageError(f"there is no parameter '{strange[0]}'", hint=f"one of {', '.join(known)}")
    limit = _number(given.pop("limit", str(ROWS)), 1, MOST)
    offset = _number(given.pop("offset", "0"), 0, None)
    for parameter in endpoint.parameters:
        value = given.get(parameter.name)
        if parameter.required and not value:
            raise UsageError(f"'{parameter.name}' is missing", hint=parameter.what)
        if value and parameter.values and value not in parameter.values:
            raise UsageError(f"'{parameter.name}' is one of {', '.join(parameter.values)}")
    told = {name: value for name, value in given.items() if value}
    return {**told, **request.path_params}, limit, offset


def _number(text: str, least: int, most: int | None) -> int:
    # Longer numbers are none that a page could have.
    if text.isascii() and text.isdigit() and len(text) <= 9:
        value = int(text)
        if value >= least and (most is None or value <= most):
            return value
    raise UsageError(f"'{text[:20]}' is no number from {least} to {most or 'any'}")


def _page(found: Sequence[Any], limit: int, offset: int) -> dict[str, Any]:
    return {"total": len(found), "rows": list(found[offset : offset + limit])}


def _nothing(_: Request) -> Response:
    return _error(Missing("there is nothing at this address", hint="see /api/openapi.json"))


def _error(error: SaysoError) -> Response:
    missing, broken = isinstance(error, Missing), isinstance(error, CaseError)
    status = 404 if missing else 503 if broken else 400
    return JSONResponse({"error": error.message, "hint": error.hint}, status)
