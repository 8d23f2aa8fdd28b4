"""The pages that only a workbench with accounts has: sign in, sign out, audit log."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qsl

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp

from sayso.analysis.wording.names import capital
from sayso.records.errors import SaysoError, UsageError
from sayso.store.where import Where, settled
from sayso.web import links
from sayso.web.accounts.desk import Desk, TooMany
from sayso.web.accounts.gate import AccountGate, cookie_of, token_of
from sayso.web.accounts.limits import Limiter
from sayso.web.app import Workbench
from sayso.web.ask import Memory
from sayso.web.page import NOBODY, Page, html
from sayso.web.reads import Reads

_LONGEST_FORM = 8_000
_LISTED = 500


@dataclass(frozen=True)
class Hall:
    """What stands around one case that several people use."""

    bench: Workbench
    desk: Desk
    origin: str

    def routes(self) -> list[BaseRoute]:
        """The addresses beside those of the case."""
        return [
            Route("/enter", self.door),
            Route("/enter", self.enter, methods=["POST"]),
            Route("/leave", self.leave, methods=["POST"]),
            Route("/audit", self.audit),
        ]

    def door(self, request: Request) -> Response:
        """The page to sign in."""
        return self._door(back=request.query_params.get("back", "/"))

    async def enter(self, request: Request) -> Response:
        """Sign in, and go where one wanted to."""
        given = await _fields(request)
        name, back = given.get("name", ""), given.get("back", "/")
        client = request.client.host if request.client else ""
        try:
            token = await run_in_threadpool(
                self.desk.enter, name, given.get("password", ""), client
            )
        except TooMany as error:
            answer = self._door(_told(error), name, back, 429)
            answer.headers["Retry-After"] = str(error.seconds)
            return answer
        except UsageError as error:
            return self._door(_told(error), name, back, 403)
        except SaysoError as error:
            return self._door(_told(error), name, back, 503)
        answer = RedirectResponse(links.local(back), 303)
        self._keep(answer, token)
        return answer

    async def leave(self, request: Request) -> Response:
        """Sign out."""
        token = token_of(request, self.origin)
        try:
            await run_in_threadpool(self.desk.leave, token, self.bench.visit(request).by)
        except SaysoError as error:
            return self.bench.advice(error, visit=self.bench.visit(request))
        answer = RedirectResponse("/enter", 303)
        self._keep(answer, "", age=0)
        return answer

    def audit(self, request: Request) -> Response:
        """The audit log, the latest lines first."""
        visit = self.bench.visit(request)
        try:
            found = self.desk.audit()
        except SaysoError as error:
            return self.bench.advice(error, visit=visit)
        listed = found[::-1][:_LISTED]
        values = {"entries": listed, "more": len(found) - len(listed)}
        page = Page("audit.html", "Audit log", values, "/audit")
        return HTMLResponse(self.bench.html(page, visit, "/audit"))

    def _door(self, told: str = "", name: str = "", back: str = "/", status: int = 200) -> Response:
        values = {"told": told, "name": name[:80]}
        page = Page("enter.html", "Sign in", values)
        back = links.local(back)
        return HTMLResponse(html(page, case=self.bench.path.name, back=back), status)

    def _keep(self, answer: Response, token: str, age: int | None = None) -> None:
        """Give the browser its token: not for scripts, other sites' forms, or plain HTTP."""
        tls = self.origin.startswith("https:")
        answer.set_cookie(
            cookie_of(self.origin), token, age, secure=tls, httponly=True, samesite="lax"
        )


def newsroom(
    where: Where, origin: str, limiter: Limiter | None = None, *, early: bool = False
) -> ASGIApp:
    """The workbench of a case for its users, at ``origin`` (scheme, name and port).

    ``early`` works out beforehand what the first pages need.
    """
    where = settled(where)
    bench = Workbench(where, NOBODY, Reads(where), Memory(where))
    if early:
        bench.begin()
    desk = Desk(where, limiter)
    hall = Hall(bench, desk, origin)
    return AccountGate(bench.app(hall.routes()), desk, origin, where.name)


def _told(error: SaysoError) -> str:
    """What went wrong and what to do, as sentences."""
    parts = (error.message, error.hint)
    return " ".join(f"{capital(part)}." for part in parts if part)


async def _fields(request: Request) -> dict[str, str]:
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > _LONGEST_FORM:
            return {}
    return {
        name: value.replace("\0", "") for name, value in parse_qsl(body.decode("utf-8", "replace"))
    }
