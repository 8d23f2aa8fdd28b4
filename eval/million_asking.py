"""What a large made-up case is asked, and how long each question and each view takes on it."""

from __future__ import annotations

import math
import random
import signal
import time
from collections.abc import Callable, Collection
from functools import partial
from typing import Any

from eval.made import _drawn
from eval.million import LINES, Maker
from sayso.records.errors import SaysoError
from sayso.store.case import open_case
from sayso.store.where import Server, where

# What asks, once it is settled what about.
Asks = Callable[[], Any]
Question = Callable[[random.Random], Asks]


class TooLong(Exception):
    """A question took longer than it is given."""


def ask(case: str, asked: int, limit: int, only: Collection[str] = ()) -> None:
    """Every question of the command line and every view: p50 and p95 in milliseconds.

    Of a file in the processor's time: everything happens in this process, and on a machine that
    is shared the clock on the wall tells of the others. A server works elsewhere: there the clock
    on the wall is all there is.
    """
    maker = _maker_of(case)
    signal.signal(signal.SIGPROF, _stop)
    signal.signal(signal.SIGALRM, _stop)
    clock = _Clock(case)
    _ask_each(_chosen(commands(case, maker), only), clock, asked, limit)
    # A page is made in a thread of the server, which no signal stops.
    _ask_each(_chosen(views(case, maker), only), clock, asked, limit, goes_on=False)


def question_names(case: str) -> list[str]:
    """What there is to ask, in turn."""
    maker = _maker_of(case)
    return [*commands(case, maker), *views(case, maker)]


def _chosen(questions: dict[str, Question], only: Collection[str]) -> dict[str, Question]:
    """Those that are asked for by name, or all."""
    return {name: asks for name, asks in questions.items() if not only or name in only}


class _Clock:
    """What time is measured by, and the timer that goes with it."""

    def __init__(self, case: str) -> None:
        server = isinstance(where(case), Server)
        self.now = time.perf_counter if server else time.process_time
        self.timer = signal.ITIMER_REAL if server else signal.ITIMER_PROF


def _ask_each(
    questions: dict[str, Question],
    clock: _Clock,
    asked: int,
    limit: int,
    *,
    goes_on: bool = True,
) -> None:
    for name, question in questions.items():
        took: list[float] = []
        started = clock.now()
        for number in range(asked + 1):
            if number > 3 and clock.now() - started > limit:
                break
            chance = random.Random(number)
            # To find something to ask about is no part of the question.
            asks = question(chance)
            took.append(_timed(asks, clock, limit))
            if took[-1] == float("inf"):
                break
        print(_told(name, took), flush=True)
        if took[-1] == float("inf") and not goes_on:
            print("what was broken off is still at work, so the rest is not asked")
            return


def _told(name: str, took: list[float]) -> str:
    """The first time apart: it loads the part of the program that answers, too."""
    first, later = took[0], sorted(took[1:] or took)
    # The least that so many are no longer than: of twenty the second longest.
    p50, p95 = (later[math.ceil(len(later) * part) - 1] for part in (0.5, 0.95))
    return (
        f"{name:34} p50 {p50 * 1000:9.0f}  p95 {p95 * 1000:9.0f} ms  ({len(later)}); "
        f"the first {first * 1000:9.0f}"
    )


def _timed(asks: Callable[[], Any], clock: _Clock, limit: int) -> float:
    started = clock.now()
    signal.setitimer(clock.timer, limit)
    try:
        asks()
    except TooLong:
        return float("inf")
    finally:
        signal.setitimer(clock.timer, 0)
    return clock.now() - started


def _stop(*_: Any) -> None:
    raise TooLong


def _maker_of(case: str) -> Maker:
    with open_case(case) as opened:
        return Maker(opened.view().count_documents() * LINES)


def commands(case: str, maker: Maker) -> dict[str, Question]:
    """The questions of the command line, each with something else to ask about each time."""
    from click.testing import CliRunner  # noqa: PLC0415

    from sayso.cli.main import sayso  # noqa: PLC0415

    def run(*words: str) -> Asks:
        return partial(at_once, *words)

    def at_once(*words: str) -> None:
        done = CliRunner().invoke(sayso, [*words, "--case", case, "--json"])
        if isinstance(done.exception, TooLong):
            raise done.exception
        if done.exit_code and not isinstance(done.exception, SaysoError):
            raise SystemExit(f"{words}: {done.output[-300:]} {done.exception}")

    def person(chance: random.Random) -> str:
        return _drawn(chance, maker.world.people)

    def body(chance: random.Random) -> str:
        return _drawn(chance, maker.world.bodies)

    def report(chance: random.Random) -> str:
        return f"d-{chance.randrange(maker.documents):016d}"

    return {
        **{
            f"{name}, a page": lambda c, ask=ask: run(*ask(c), "--limit", "100")
            for name, ask in {
                "events --who": lambda c: ("events", "--who", person(c)),
                "timeline": lambda c: ("timeline", "--from", str(2010 + c.randrange(10))),
                "who": lambda c: ("who", person(c)),
                "who, the hub": lambda c: ("who", maker.world.people[0]),
                "itinerary": lambda c: ("itinerary", person(c)),
                "ties": lambda c: ("ties", person(c)),
                "held": lambda c: ("held", body(c)),
                "says": lambda c: ("says", _drawn(c, maker.world.outlets)),
                "network --who --on": lambda c: (
                    "network", "--who", person(c), "--on", "2015-03-01"),
                "sources": lambda c: ("sources",),
            }.items()
        },
        "events --who": lambda c: run("events", "--who", person(c)),
        "events --who, the hub": lambda c: run("events", "--who", maker.world.people[0]),
        "events --where --from --to": lambda c: run(
            "events", "--where", _drawn(c, maker.world.places), "--from", "2015", "--to", "2016"),
        "timeline --from --to": lambda c: run(
            "timeline", "--from", "2015-03-01", "--to", "2015-03-07"),
        "who": lambda c: run("who", person(c)),
        "itinerary": lambda c: run("itinerary", person(c)),
        "ties": lambda c: run("ties", person(c)),
        "held": lambda c: run("held", body(c)),
        "network --who --on": lambda c: run("network", "--who", person(c), "--on", "2015-03-01"),
        "says": lambda c: run("says", _drawn(c, maker.world.outlets)),
        "search, a name": lambda c: run("search", person(c)),
        "search, a common word": lambda c: run("search", "convoy"),
        "show": lambda c: run("show", report(c)),
        "compare": lambda c: run("compare", report(c), report(c)),
        "claims --of": lambda c: run("claims", "--of", body(c)),
        "check": lambda c: run("check"),
        "merges": lambda c: run("merges"),
        "sources": lambda c: run("sources"),
        "log": lambda c: run("log"),
        "failures": lambda c: run("failures"),
    }  # fmt: skip


def views(case: str, maker: Maker) -> dict[str, Question]:
    """The views of the workbench, as the server makes them."""
    from starlette.testclient import TestClient  # noqa: PLC0415

    from sayso.web.app import application  # noqa: PLC0415

    client = TestClient(application(where(case), "token"), base_url="http://127.0.0.1")
    # No further than the cookie: Home goes through the whole case, and is asked for in its turn.
    client.get("/?token=token", follow_redirects=False)

    def get(address: str) -> Asks:
        return partial(at_once, address)

    def at_once(address: str) -> None:
        answer = client.get(address)
        if answer.status_code != 200:
            raise SystemExit(f"{address}: {answer.status_code}")

    def who(chance: random.Random) -> str:
        return maker.ids["Person", _drawn(chance, maker.world.people)]

    return {
        "view /report/{id}": lambda c: get(f"/report/d-{c.randrange(maker.documents):016d}"),
        "view /who/{id}": lambda c: get(f"/who/{who(c)}"),
        "view /search": lambda c: get(f"/search?q={_drawn(c, maker.world.people)}"),
        "view /event/{id}": lambda c: get(f"/event/{_some_event(case, c)}"),
        "view /timeline": lambda c: get(f"/timeline?from={2010 + c.randrange(10)}&to=2020"),
        "view /network": lambda c: get(f"/network?who={who(c)}"),
        "view /who": lambda c: get(f"/who?page={c.randrange(5)}"),
        "view /sources": lambda c: get("/sources"),
        "view /conflicts": lambda c: get("/conflicts"),
        "view /review": lambda c: get("/review"),
        "view /": lambda c: get("/"),
    }


def _some_event(case: str, chance: random.Random) -> str:
    """An event told in a report drawn at random."""
    with open_case(case) as opened:
        view = opened.view()
        for _ in range(20):
            report = f"d-{chance.randrange(view.count_documents()):016d}"
            for event in view.events(document=report):
                return event.id
    raise SystemExit("no event was found")
