"""How the interface answers: each request from the case as it is then, errors as JSON too."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from sayso.api.case import Questions
from sayso.records.errors import CaseError, SaysoError, UsageError
from sayso.store.case import open_case
from sayso.store.where import Where
from sayso.web.api.endpoint import Endpoint, Missing
from sayso.web.api.endpoints import ENDPOINTS
from sayso.web.api.paging import Page, page_of, paged
from sayso.web.api.schema import openapi


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
            given, page = _given(endpoint, request)
            with open_case(path, wait=wait) as case:
                found = endpoint.answer(Questions(case.view()), given)
                # Of a long list only the rows of this page are made, from the case.
                told = paged(found, page) if endpoint.many else found
            return _Records(told)
        except SaysoError as error:
            return _error(error)

    return answer


def _given(endpoint: Endpoint, request: Request) -> tuple[dict[str, str], Page]:
    """The parameters of a request, and the page that it wants; raises UsageError."""
    given = {name: value.strip() for name, value in request.query_params.items()}
    pages = ("limit", "offset", "cursor") if endpoint.many else ()
    known = [parameter.name for parameter in endpoint.parameters]
    if strange := sorted(set(given) - {*known, *pages}):
        raise UsageError(f"there is no parameter '{strange[0]}'", hint=f"one of {', '.join(known)}")
    page = page_of({name: given.pop(name) for name in pages if name in given})
    for parameter in endpoint.parameters:
        value = given.get(parameter.name)
        if parameter.required and not value:
            raise UsageError(f"'{parameter.name}' is missing", hint=parameter.what)
        if value and parameter.values and value not in parameter.values:
            raise UsageError(f"'{parameter.name}' is one of {', '.join(parameter.values)}")
    told = {name: value for name, value in given.items() if value}
    return {**told, **request.path_params}, page


def _nothing(_: Request) -> Response:
    return _error(Missing("there is nothing at this address", hint="see /api/openapi.json"))


def _error(error: SaysoError) -> Response:
    missing, broken = isinstance(error, Missing), isinstance(error, CaseError)
    status = 404 if missing else 503 if broken else 400
    return JSONResponse({"error": error.message, "hint": error.hint}, status)
