"""The gate: who may ask, from where, and how; everybody else learns what to do instead."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Mapping

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sayso.web import files
from sayso.web.page import Page, html

HOSTS = ("127.0.0.1", "localhost")
READING, WRITING = ("GET", "HEAD"), ("POST",)
HEADERS = {
    # Scripts and data from here alone, no style but the one that is ours, word for word; no script
    # inside a page, nothing from elsewhere.
    "Content-Security-Policy": (
        f"default-src 'none'; script-src 'self'; style-src {files.style_seal()}; "
        "img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}

# The briefing brings its own style along, so that it can be saved as one file.
PAPER = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; "
    "base-uri 'none'; frame-ancestors 'none'"
)


def fresh_token() -> str:
    """A token that nobody can guess."""
    return secrets.token_urlsafe(24)


def form_seal(token: str) -> str:
    """What every form of this run carries, so that no other page can send one."""
    return hmac.new(token.encode(), b"forms", hashlib.sha256).hexdigest()


def same(one: str, other: str) -> bool:
    """Whether two secrets are one, in a time that does not tell."""
    return secrets.compare_digest(one.encode(), other.encode())


def sealing(send: Send, headers: Mapping[str, str]) -> Send:
    """``send``, with these headers on every answer that does not set them itself."""

    async def sealed(message: Message) -> None:
        if message["type"] == "http.response.start":
            own = MutableHeaders(scope=message)
            for name, value in headers.items():
                own.setdefault(name, value)
        await send(message)

    return sealed


class Gate:
    """Lets in who has the token, at a local address; and seals every answer.

    The token comes in the address once and in a cookie from then on; or, from a program that reads,
    in a header each time. What changes the case must besides come from a page of this very address.
    """

    def __init__(self, app: ASGIApp, token: str, case: str) -> None:
        self._app = app
        self._token = token
        self._case = case

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or hand it on."""
        if scope["type"] != "http":
            return

        answer = self._answer(Request(scope)) or self._app
        await answer(scope, receive, sealing(send, HEADERS))

    def _answer(self, request: Request) -> Response | None:
        """What the gate itself has to say; null lets the request through."""
        # A page elsewhere may give its own name our address (DNS rebinding): the name tells.
        if _host(request) not in HOSTS:
            return self._refusal("not_here.html", "Not at this address", 403)
        if not same(request.cookies.get(_cookie(request), ""), self._token):
            # A browser sends this header nowhere by itself, so a program may read by it alone.
            if request.method in READING and same(_bearer(request), self._token):
                return None
            if same(request.query_params.get("token", ""), self._token):
                return self._welcome(request)
            return self._refusal("no_token.html", "This case is closed to you", 403)
        if request.method in WRITING:
            fits = request.headers.get("origin") == f"http://{request.headers['host']}"
            return None if fits else self._refusal("not_here.html", "Not from that page", 403)
        if request.method not in READING:
            answer = self._refusal("not_here.html", "Not in this way", 405)
            answer.headers["Allow"] = ", ".join((*READING, *WRITING))
            return answer
        return self._welcome(request) if "token" in request.query_params else None

    def _welcome(self, request: Request) -> Response:
        """On to the same page without the token in its address, where others could read it."""
        bare = request.url.remove_query_params("token")
        # A path of two slashes would name another machine.
        path = "/" + bare.path.lstrip("/")
        answer = RedirectResponse(f"{path}?{bare.query}" if bare.query else path, 303)
        answer.set_cookie(_cookie(request), self._token, httponly=True, samesite="strict")
        return answer

    def _refusal(self, template: str, title: str, status: int) -> Response:
        return HTMLResponse(html(Page(template, title), case=self._case), status)


def _host(request: Request) -> str:
    name, _, port = request.headers.get("host", "").partition(":")
    here = str((request.scope.get("server") or ("", ""))[1])
    return name if port == here or not port else ""


def _bearer(request: Request) -> str:
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""


def _cookie(request: Request) -> str:
    # Cookies do not know ports: two open cases must not take each other's.
    return f"sayso-{(request.scope.get('server') or ('', 0))[1]}"
