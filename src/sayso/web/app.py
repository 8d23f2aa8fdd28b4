"""The application: addresses with their pages and deeds, answered from the case as it is now."""

from __future__ import annotations

import threading
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from urllib.parse import parse_qsl

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.types import ASGIApp

from sayso.records.errors import CaseError, SaysoError, UngroundedError, UsageError
from sayso.run.deciding import Stale
from sayso.store.case import open_case
from sayso.store.view import View
from sayso.store.where import Where, settled
from sayso.store.writer import LINKS
from sayso.web import known, links
from sayso.web.api.routes import api_routes
from sayso.web.ask import Ask, Memory, Stamp
from sayso.web.deeds.deed import Deed, Form
from sayso.web.files import files
from sayso.web.gate import PAPER, Gate, form_seal, same
from sayso.web.page import NOBODY, Page, Visit, html, prepare, templates
from sayso.web.pages.briefing import paper
from sayso.web.pages.home import home
from sayso.web.pages.ledger import picture
from sayso.web.pages.network import network
from sayso.web.pages.report import report
from sayso.web.reads import Reads
from sayso.web.table import DEEDS, PAGES

# A form of the workbench is a few hundred bytes; a long reason some thousands.
_LONGEST_FORM = 64_000
# Seconds to wait for the command line, or another tab, to end its writing.
PATIENCE = 15.0
# Seconds for which the door may stay closed while what the first pages need is made: beside a page
# that is asked for it would take longer, and so would the page. Then seconds without a page asked
# for, before anything more is worked out beforehand.
_HEAD_START, _QUIET = 1.5, 0.8
# What many pages need, those that ask for least first.
_WANTED: tuple[Callable[[Ask], object], ...] = (
    known.every_name, known.every_report, network,
)  # fmt: skip


@dataclass(frozen=True)
class Workbench:
    """One case at work: ``alone`` is who decides without accounts, ``reads`` brings in news."""

    path: Where
    alone: Visit
    reads: Reads
    memory: Memory

    def page(self, make: Callable[[Ask], Page]) -> Callable[[Request], Response]:
        """How a page answers."""

        def answer(request: Request) -> Response:
            # Requests come on many threads, and a connection belongs to one: each opens its own,
            # and so sees a case that has been read again meanwhile.
            address, visit = _address(request), self.visit(request)

            def made() -> str:
                with open_case(self.path, wait=PATIENCE) as case:
                    page = make(self._ask(case.view(), request, stamp))
                    return self.html(page, visit, address)

            self.memory.asked()
            try:
                stamp = self.memory.stamp()
                return HTMLResponse(self.memory.page(stamp, (visit, address), made))
            except SaysoError as error:
                return self.advice(error, visit=visit)
            finally:
                self.memory.asked()

        return answer

    def deed(self, do: Deed) -> Callable[[Request], Awaitable[Response]]:
        """How a form answers: with the way back, or with advice."""

        async def answer(request: Request) -> Response:
            try:
                form = await self._form(request)
                return await run_in_threadpool(self._do, do, form)
            except SaysoError as error:
                return self.advice(error, visit=self.visit(request), title="That cannot be done")

        return answer

    def paper(self, request: Request) -> Response:
        """The briefing on paper: a page of its own, with style inside and nothing else."""
        try:
            stamp = self.memory.stamp()
            with open_case(self.path, wait=PATIENCE) as case:
                text = paper(self._ask(case.view(), request, stamp))
        except SaysoError as error:
            return self.advice(error, visit=self.visit(request))
        return HTMLResponse(text, headers={"Content-Security-Policy": PAPER})

    def picture(self, request: Request) -> Response:
        """The ledger's picture: an image with its own style, in which nothing runs."""
        try:
            stamp = self.memory.stamp()
            with open_case(self.path, wait=PATIENCE) as case:
                text = picture(self._ask(case.view(), request, stamp))
        except SaysoError as error:
            return self.advice(error, visit=self.visit(request))
        headers = {"Content-Security-Policy": PAPER}
        return Response(text, media_type="image/svg+xml", headers=headers)

    def progress(self, _: Request) -> Response:
        """How far a read in the background is, for the page to tell."""
        return JSONResponse(self.reads.state())

    def missing(self, request: Request, _: Exception) -> Response:
        """What to say where there is no page."""
        path = request.url.path
        told = UsageError(f"there is no page at {path}", hint="begin at Home")
        return self.advice(told, visit=self.visit(request))

    def broken(self, request: Request, error: Exception) -> Response:
        """What to say of a fault of ours; the terminal shows it whole."""
        told = CaseError(f"{type(error).__name__}", hint="this is a fault of sayso: report it")
        return self.advice(told, 500, visit=self.visit(request))

    def advice(
        self, error: SaysoError, status: int = 0, *, visit: Visit = NOBODY, title: str = "Not found"
    ) -> Response:
        """What went wrong, and what to do; ``title`` stands over what was asked for in vain."""
        missing = isinstance(error, UsageError | UngroundedError)
        title = title if missing else "The case cannot be read"
        if isinstance(error, Stale):
            title, status = "Decided meanwhile", 409
        page = Page("advice.html", title, {"error": error})
        return HTMLResponse(self.html(page, visit, "/"), status or (404 if missing else 503))

    def begin(self) -> None:
        """Begin to work out, beside all else, what the first pages need, and give it a start."""
        started = threading.Event()
        threading.Thread(target=self.warm, args=(started,), daemon=True).start()
        started.wait(_HEAD_START)

    def warm(self, started: threading.Event) -> None:
        """Work out what the first pages need before anybody asks for it, the first of them first.

        What is made is made for the state of the case at that moment, and forgotten with it.
        ``started`` is set when Home stands ready, and the reader has shown a first report.
        """
        nobody = Request({"type": "http", "query_string": b""})
        with suppress(SaysoError), open_case(self.path, wait=PATIENCE) as case:
            stamp = self.memory.stamp()
            ask = self._ask(case.view(), nobody, stamp)
            mine = (self.alone, "/")
            self.memory.page(stamp, mine, lambda: self.html(home(ask), *mine))
            # From Home people go on to a report, and the first costs most.
            for id in islice(known.rows(ask), 1):
                first = Request({**nobody.scope, "path_params": {"id": id}})
                self.html(report(replace(ask, request=first)), self.alone, links.report(id))
            # The browser is on its way now.
            self.memory.asked()
            started.set()
            translate = [partial(prepare, name) for name in templates()]
            steps: list[Callable[[], object]] = [
                *translate,
                *(partial(one, ask) for one in _WANTED),
            ]
            for make in steps:
                # Who asks for a page now should not have to share the processor.
                self.memory.rest(_QUIET)
                make()

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
        visit = self.visit(request)
        form = Form(pairs, visit.by)
        if not visit.seal or not same(form["seal"], visit.seal):
            raise UsageError("the form is not of this run", hint="go back, reload, and try again")
        return form

    def visit(self, request: Request) -> Visit:
        """Who asks: whom a gate with accounts has let in, or the only user."""
        found = request.scope.get("visit", self.alone)
        return found if isinstance(found, Visit) else self.alone

    def html(self, page: Page, visit: Visit, address: str) -> str:
        """A page of this case as HTML, for who asks."""
        return html(page, case=self.path.name, visit=visit, back=address)

    def routes(self) -> list[BaseRoute]:
        """Every address of the case, and what answers there."""
        return [
            *(Route(address, self.page(make)) for address, make in PAGES),
            *(Route(f"/do/{name}", self.deed(do), methods=["POST"]) for name, do in DEEDS),
            Route("/briefing/paper", self.paper),
            Route("/ledger/picture", self.picture),
            Route("/progress", self.progress),
            *api_routes(self.path, wait=PATIENCE),
            Mount("/static", files),
        ]

    def app(self, more: Iterable[BaseRoute] = ()) -> Starlette:
        """The workbench, not yet behind a gate."""
        found = {404: self.missing, 405: self.missing, 500: self.broken}
        app = Starlette(routes=[*self.routes(), *more], exception_handlers=found)
        app.router.redirect_slashes = False
        return app


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
    alone = Visit(by, form_seal(token))
    bench = Workbench(path, alone, reads or Reads(path), Memory(path))
    if early:
        bench.begin()
    return Gate(bench.app(), token, path.name)


def _address(request: Request) -> str:
    path, query = request.url.path, request.url.query
    return f"{path}?{query}" if query else path
