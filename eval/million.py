"""A case of very many accounts, made up, and how long each question and each view takes on it.

    python -m eval.million make CASE [--accounts 1000000]
    python -m eval.million ask CASE [--asked 20] [--limit 60] [--only QUESTION ...]

The case has the skew of real ones: names by Zipf's law, one person in every tenth account, most
events told once and some a hundred times. No report is read: records are written as a read writes
them. CASE is a file, or whatever else the command line takes for one.
"""

from __future__ import annotations

import argparse
import math
import random
import signal
import sys
import time
from collections.abc import Callable, Collection, Iterator
from datetime import date, timedelta
from functools import partial
from typing import Any

from eval.made import TELLINGS, World, _drawn, world
from sayso.records.accounts import EVENT_TYPES, Participant
from sayso.records.case import (
    Account,
    Claim,
    Conflict,
    Corroboration,
    Entity,
    EntityMention,
    Event,
    Side,
    Tie,
)
from sayso.records.documents import Block, Cleaned, Document
from sayso.records.errors import SaysoError
from sayso.records.statements import Attribution, Link
from sayso.run.whole.overviews import keep_overviews
from sayso.store.case import open_case
from sayso.store.where import Server, where
from sayso.store.writer import LINKS

LINES = 20
TOGETHER = 1000
FIRST = date(2010, 1, 1)
DAYS = 5000
MODES = {"CONSULT": ("meet", "visit"), "ASSAULT": ("kill", "airstrike"), "APPOINT": ("appoint",)}
# What asks, once it is settled what about.
Asks = Callable[[], Any]
Question = Callable[[random.Random], Asks]
TIES = ("holds_office", "commands", "backs", "funds", "member_of", "allied_with", "controls")


class Maker:
    """Makes the records of a case, a thousand reports at a time."""

    def __init__(self, accounts: int) -> None:
        self.chance = random.Random(accounts)
        self.documents = max(TOGETHER // 10, accounts // LINES)
        self.world = world(self.documents)
        names = {
            "Person": self.world.people, "Place": self.world.places,
            "Organization": self.world.bodies, "Outlet": self.world.outlets,
        }  # fmt: skip
        self.ids = {
            (kind, name): f"e-{kind[:2].lower()}{n:013d}"
            for kind, all_of in names.items()
            for n, name in enumerate(dict.fromkeys(all_of))
        }

    def entities(self) -> Iterator[Entity]:
        """Everybody and everything, once."""
        return (Entity(id, kind, name, ()) for (kind, name), id in self.ids.items())

    def report(self, number: int) -> tuple[Document, list[tuple[int, int]]]:
        """A report of so many lines, and where each stands."""
        chance = random.Random(number)
        lines, at, places = [], 0, []
        for _ in range(LINES):
            line = _line(chance, self.world)
            places.append((at, at + len(line)))
            lines.append(line)
            at += len(line) + 1
        text = "\n".join(lines)
        day = FIRST + timedelta(days=chance.randrange(DAYS))
        return Document(
            f"d-{number:016d}", f"made/{number:07d}.txt", f"{number:064d}", "txt", text,
            tuple(Block("paragraph", s, e) for s, e in places), Cleaned(text, ((0, 0),)),
            title=f"Digest {number}", publisher=_drawn(chance, self.world.outlets),
            published=str(day), language="en",
        ), places  # fmt: skip

    def told(self, documents: list[tuple[Document, list[tuple[int, int]]]]) -> Iterator[Any]:
        """Events, ties, attributions and what hangs on them, told in some reports."""
        chance = self.chance
        slots = [(d, place) for d, places in documents for place in places]
        chance.shuffle(slots)
        while slots:
            if chance.random() < 0.01:
                yield from self._claim(slots[-1])
            size = min(len(slots), 300, int(1 / (1 - chance.random()) ** 0.6))
            taken = [slots.pop() for _ in range(size)]
            yield from self._tie(taken) if chance.random() < 0.15 else self._event(taken)

    def _event(self, slots: list[Any]) -> Iterator[Any]:
        chance = self.chance
        kind = chance.choice(EVENT_TYPES)
        mode = chance.choice(MODES.get(kind, (None,)))
        hub = chance.random() < 0.1
        who = self._of("Person", self.world.people[:1] if hub else self.world.people)
        parts = (
            Participant("actor", who),
            Participant("target", self._of("Organization", self.world.bodies)),
        )
        places = (self._of("Place", self.world.places),)
        day = FIRST + timedelta(days=chance.randrange(DAYS))
        days = (str(day), str(day + timedelta(days=chance.choice((0, 0, 0, 6, 30)))))
        if chance.random() < 0.2:
            days = (None, None)  # type: ignore[assignment]
        id = _id("ev", slots[0])
        accounts = []
        for slot in slots:
            said = self._said(slot)
            yield said
            yield EntityMention(who, _span(slot, 12), "name")
            accounts.append(Account(_span(slot), (said.id,), "reported", *days, parts, places))
        yield Event(
            id, kind, mode, "actual", *days, f"{days[0]}/{days[1]}" if days[0] else None, parts,
            places, (), None, None, tuple(accounts),
        )  # fmt: skip
        yield Corroboration(id, None, len(accounts), len(accounts), _groups(len(accounts)))
        if len(accounts) > 1 and chance.random() < 0.05:
            sides = tuple(
                Side(v, (_span(s),), ("author",)) for v, s in zip("ab", slots, strict=False)
            )
            yield Conflict(_id("x", slots[0]), "across", (id,), "time", sides, "Two days are told.")

    def _tie(self, slots: list[Any]) -> Iterator[Any]:
        chance = self.chance
        one = self._of("Person", self.world.people)
        other = self._of("Organization", self.world.bodies)
        id, accounts = _id("t", slots[0]), []
        for slot in slots:
            said = self._said(slot)
            yield said
            accounts.append(Account(_span(slot), (said.id,), "asserted", None, None, ()))
        since = str(2010 + chance.randrange(14))
        kind = chance.choice(TIES)
        yield Tie(id, kind, one, other, None, None, since, None, "positive", tuple(accounts))
        yield Corroboration(None, id, len(accounts), len(accounts), _groups(len(accounts)))

    def _claim(self, slot: Any) -> Iterator[Any]:
        chance = self.chance
        yield Claim(
            _id("c", slot), _span(slot), "author", self._of("Organization", self.world.bodies),
            chance.choice(("military", "political", "economic")), None,
            chance.choice(("increase", "decline", "persist")), "plain",
        )  # fmt: skip

    def _said(self, slot: Any) -> Attribution:
        outlet = _drawn(self.chance, self.world.outlets)
        id = self.ids["Outlet", outlet]
        return Attribution(
            _id("a", slot), None, id, None, _span(slot), (Link(outlet, id),), None, (), "affirms"
        )

    def _of(self, kind: str, names: tuple[str, ...]) -> str:
        return self.ids[kind, _drawn(self.chance, names)]


def _line(chance: random.Random, about: World) -> str:
    day = FIRST + timedelta(days=chance.randrange(DAYS))
    return chance.choice(TELLINGS).format(
        one=_drawn(chance, about.people), other=_drawn(chance, about.people),
        place=_drawn(chance, about.places), body=_drawn(chance, about.bodies),
        outlet=f"the {_drawn(chance, about.outlets)}", number=chance.randrange(3, 400),
        day=f"{day.day} {day:%B %Y}",
    )  # fmt: skip


def _id(prefix: str, slot: Any) -> str:
    return f"{prefix}-{slot[0].id[-11:]}{slot[1][0]:05d}"


def _span(slot: Any, length: int | None = None) -> Any:
    document, (start, end) = slot
    return document.span(start, min(end, start + length) if length else end)


def _groups(count: int) -> tuple[tuple[int, ...], ...]:
    return tuple((n,) for n in range(count))


def make(case: Any, accounts: int) -> None:
    """Write a case of so many accounts."""
    maker, started = Maker(accounts), time.perf_counter()
    with open_case(case, create=True) as opened, opened.writer() as writer:
        writer.replace_links(maker.entities())
        for first in range(0, maker.documents, TOGETHER):
            numbers = range(first, min(first + TOGETHER, maker.documents))
            reports = [maker.report(number) for number in numbers]
            with writer.transaction():
                for document, _ in reports:
                    writer.put_document(document, document.text.encode())
                writer.add_links(maker.told(reports))
            print(f"{first:7d} reports, {time.perf_counter() - started:.0f} s", flush=True)
        with writer.transaction():
            writer.set_meta(LINKS, "made by hand")
            keep_overviews(writer)
        print(f"overviews, {time.perf_counter() - started:.0f} s", flush=True)


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


def main() -> None:
    """Make a case, or ask it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("what", choices=("make", "ask"))
    parser.add_argument("case")
    parser.add_argument("--accounts", type=int, default=1_000_000)
    parser.add_argument("--asked", type=int, default=20)
    parser.add_argument(
        "--limit", type=int, default=60, help="processor seconds for one kind of question"
    )
    parser.add_argument("--only", nargs="*", default=(), metavar="QUESTION", help="these alone")
    options = parser.parse_args()
    if options.what == "make":
        make(options.case, options.accounts)
    else:
        ask(options.case, options.asked, options.limit, options.only)


if __name__ == "__main__":
    sys.exit(main())
