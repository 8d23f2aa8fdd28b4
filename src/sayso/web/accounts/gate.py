"""The gate with accounts: every request is somebody's, and no more is done than the role allows."""

from __future__ import annotations

from urllib.parse import urlencode, urlsplit

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.types import Receive, Scope, Send

from sayso.records.errors import SaysoError
from sayso.store.people.register import User
from sayso.web.accounts.desk import Desk
from sayso.web.accounts.permissions import ANYONE, may, needed
from sayso.web.gate import HEADERS, READING, WRITING, form_seal, sealing
from sayso.web.page import Page, Visit, html

_WITH_TLS = {"Strict-Transport-Security": "max-age=31536000"}


class AccountGate:
    """Lets in who has signed in, at one address; and seals every answer.

    ``origin`` is the address as browsers write it: scheme, name and port.
    """

    def __init__(self, app: Starlette, desk: Desk, origin: str, case: str) -> None:
        self._app = app
        self._desk = desk
        self._origin = origin
        self._case = case

    @property
    def app(self) -> Starlette:
        """What is behind the gate."""
        return self._app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or hand it on with who asks."""
        if scope["type"] != "http":
            return

        headers = {**HEADERS, **(_WITH_TLS if self._origin.startswith("https:") else {})}
        answer = await self._answer(Request(scope)) or self._app
        await answer(scope, receive, sealing(send, headers))

    async def _answer(self, request: Request) -> Response | None:
        """What the gate itself has to say; null lets the request through."""
        foreign = self._foreign(request)
        if foreign is not None:
            return foreign
        needs = needed(self._app.routes, request.scope)
        if needs == ANYONE:
            return None
        try:
            user = await run_in_threadpool(self._desk.who, token_of(request, self._origin))
        except SaysoError as error:
            return self._refusal("The case cannot be read", error.message, error.hint, 503)
        if user is None:
            return self._way_in(request)
        if needs is None or not may(user.role, needs):
            told = f"This is not for the role {user.role}, which {user.name} has here."
            return self._refusal("Not allowed", told, "An admin gives roles: sayso users.", 403)
        request.scope["visit"] = self._visit(request, user)
        return None

    def _foreign(self, request: Request) -> Response | None:
        """What to say to a request from or to elsewhere."""
        if request.headers.get("host", "") != urlsplit(self._origin).netloc:
            told = f"This workbench is at {self._origin}."
            return self._refusal("Not at this address", told, "Open it there.", 403)
        if request.method in WRITING and request.headers.get("origin") != self._origin:
            told = "This form was sent by another page."
            return self._refusal("Not from that page", told, "Go back to the workbench.", 403)
        if request.method not in (*READING, *WRITING):
            answer = self._refusal("Not in this way", "Pages are read, forms are sent.", "", 405)
            answer.headers["Allow"] = ", ".join((*READING, *WRITING))
            return answer
        return None

    def _way_in(self, request: Request) -> Response:
        if request.method in WRITING:
            told = "You are not signed in, or no longer: nothing was changed."
            return self._refusal("Sign in first", told, "Sign in, and send the form again.", 403)
        path, query = request.url.path, request.url.query
        back = f"{path}?{query}" if query else path
        return RedirectResponse(f"/enter?{urlencode({'back': back})}", 303)

    def _visit(self, request: Request, user: User) -> Visit:
        return Visit(user.name, form_seal(token_of(request, self._origin)), user.role)

    def _refusal(self, title: str, told: str, hint: str, status: int) -> Response:
        page = Page("refused.html", title, {"told": told, "hint": hint})
        return HTMLResponse(html(page, case=self._case), status)


def cookie_of(origin: str) -> str:
    """The name of the cookie; with TLS one that no other host and no page without TLS can set."""
    if origin.startswith("https:"):
        return "__Host-sayso"
    # Cookies do not know ports: two open cases must not take each other's.
    return f"sayso-{urlsplit(origin).port or 80}"


def token_of(request: Request, origin: str) -> str:
    """The token that a browser shows, empty where it has none."""
    return request.cookies.get(cookie_of(origin), "")
