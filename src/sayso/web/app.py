"""The application: addresses with their pages and deeds, answered from the case as it is now."""

from __future__ import annotations

import threading
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Scope

from sayso.records.errors import CaseError, SaysoError, UngroundedError, UsageError
from sayso.store.case import open_case
from sayso.store.view import View
from sayso.store.where import Where, settled
from sayso.store.writer import LINKS
from sayso.web import known, links
from sayso.web.ask import Ask, Memory, Stamp
from sayso.web.deeds.deed import Deed, Form, Stale
from sayso.web.gate import PAPER, Gate, form_seal, same
from sayso.web.page import Page, html
from sayso.web.pages.briefing import paper
from sayso.web.pages.home import home
from sayso.web.reads import Reads
from sayso.web.table import DEEDS, PAGES

_STATIC = Path(__file__).with_name("static")
# A form of the workbench is a few hundred bytes; a long reason some thousands.
_LONGEST_FORM = 64_000
# Seconds to wait for the command line, or another tab, to end its writing.
PATIENCE = 15.0


@dataclass(frozen=True)
class Workbench:
    """One case at work: ``by`` is who decides, ``reads`` brings in what is new."""

    path: Where
    token: str
    by: str
    reads: Reads
    memory: Memory

    def page(self, make: Callable[[Ask], Page]) -> Callable[[Request], Response]:
        """How a page answers."""

        def answer(request: Request) -> Response:
            # Requests come on many threads, and a connection belongs to one: each opens its own,
            # and so sees a case that has been read again meanwhile.
            address = _address(request)

            def made() -> str:
                with open_case(self.path, wait=PATIENCE) as case:
                    return self._html(make(self._ask(case.view(), request, stamp)), address)

            try:
                stamp = self.memory.stamp()
                return HTMLResponse(self.memory.page(stamp, address, made))
            except SaysoError as error:
                return self.advice(error)

        return answer

    def deed(self, do: Deed) -> Callable[[Request], Awaitable[Response]]:
        """How a form answers: with the way back, or with advice."""

        async def answer(request: Request) -> Response:
            try:
                form = await self._form(request)
                return await run_in_threadpool(self._do, do, form)
            except SaysoError as error:
                return self.advice(error)

        return answer

    def paper(self, request: Request) -> Response:
        """The briefing on paper: a page of its own, with style inside and nothing else."""
        try:
            stamp = self.memory.stamp()
            with open_case(self.path, wait=PATIENCE) as case:
                text = paper(self._ask(case.view(), request, stamp))
        except SaysoError as error:
            return self.advice(error)
        return HTMLResponse(text, headers={"Content-Security-Policy": PAPER})

    def progress(self, _: Request) -> Response:
        """How far a read in the background is, for the page to tell."""
        return JSONResponse(self.reads.state())

    def missing(self, request: Request, _: Exception) -> Response:
        """What to say where there is no page."""
        path = request.url.path
        return self.advice(UsageError(f"there is no page at {path}", hint="begin at Home"))

    def broken(self, _: Request, error: Exception) -> Response:
        """What to say of a fault of ours; the terminal shows it whole."""
        told = CaseError(f"{type(error).__name__}", hint="this is a fault of sayso: report it")
        return self.advice(told, 500)

    def advice(self, error: SaysoError, status: int = 0) -> Response:
        """What went wrong, and what to do."""
        missing = isinstance(error, UsageError | UngroundedError)
        title = "Not so" if missing else "The case cannot be read"
        if isinstance(error, Stale):
            title, status = "Decided meanwhile", 409
        page = Page("advice.html", title, {"error": error})
        return HTMLResponse(self._html(page, "/"), status or (404 if missing else 503))

    def warm(self) -> None:
        """Work out what Home and the reader need before anybody asks for it."""
        nobody = Request({"type": "http", "query_string": b""})
        with suppress(SaysoError), open_case(self.path, wait=PATIENCE) as case:
            ask = self._ask(case.view(), nobody, self.memory.stamp())
            home(ask)
            known.ties_of(ask)
            known.entries(ask)

    def _ask(self, view: View, request: Request, stamp: Stamp) -> Ask:
        made_from = view.meta(LINKS)
        # A case that is being read, or was imported, has no word for how it is linked.
        state = (made_from, view.count_documents()) if made_from else stamp
        return Ask(view, request, self.memory, stamp, state)

    def _do(self, do: Deed, form: Form) -> Response:
        with open_case(self.path, wait=PATIENCE) as case:
            after = do(case, form)
        return RedirectResponse(after or links.local(form["back"]), 303)

    async def _form(self, request: Request) -> Form:
        body = b""
        async for chunk in request.stream():
            body += chunk
            if len(body) > _LONGEST_FORM:
                raise UsageError("the form is too long", hint="say it shorter")
        pairs = parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True)
        form = Form(pairs, self.by)
        if not same(form["seal"], form_seal(self.token)):
            raise UsageError("the form is not of this run", hint="go back, reload, and try again")
        return form

    def _html(self, page: Page, address: str) -> str:
        return html(page, case=self.path.name, seal=form_seal(self.token), back=address)


def application(
    path: Where,
    token: str,
    *,
    by: str = "analyst",
    reads: Reads | None = None,
    early: bool = False,
) -> ASGIApp:
    """The workbench of the case at ``path``, behind a gate that ``token`` opens.

    ``by`` is who decides; ``early`` works out beforehand what the first page needs.
    """
    path = settled(path)
    bench = Workbench(path, token, by, reads or Reads(path), Memory(path))
    app = Starlette(
        routes=[
            *(Route(address, bench.page(make)) for address, make in PAGES),
            *(Route(f"/do/{name}", bench.deed(do), methods=["POST"]) for name, do in DEEDS),
            Route("/briefing/paper", bench.paper),
            Route("/progress", bench.progress),
            Mount("/static", _Static(directory=_STATIC)),
        ],
        exception_handlers={404: bench.missing, 405: bench.missing, 500: bench.broken},
    )
    app.router.redirect_slashes = False
    if early:
        threading.Thread(target=bench.warm, daemon=True).start()
    return Gate(app, token, path.name)


class _Static(StaticFiles):
    """Our own style and scripts: kept by the browser, since their addresses change with them."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file, or 404."""
        answer = await super().get_response(path, scope)
        answer.headers["Cache-Control"] = "private, max-age=86400, immutable"
        return answer


def _address(request: Request) -> str:
    path, query = request.url.path, request.url.query
    return f"{path}?{query}" if query else path
