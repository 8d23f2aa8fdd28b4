"""A case of very many accounts, made up, and how long each question and each view takes on it.

    python -m eval.million make CASE [--accounts 1000000]
    python -m eval.million ask CASE [--asked 20] [--limit 60] [--only QUESTION ...]
    python -m eval.million both FOLDER [--accounts 1000000] [--asked 20] [--limit 60]
                                [--patience 600]

"both" does all of it: it makes the case in FOLDER, copies it to a PostgreSQL of its own there, asks
both every question, each in a process of its own while the machine is calm, and writes a table to
FOLDER/figures.md. Broken off, it goes on where it stopped.

The case has the skew of real ones: names by Zipf's law, one person in every tenth account, most
events told once and some a hundred times. No report is read: records are written as a read writes
them. CASE is a file, or whatever else the command line takes for one.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
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
from sayso.records.statements import Attribution, Link
from sayso.run.whole.overviews import keep_overviews
from sayso.store.case import open_case
from sayso.store.writer import LINKS

LINES = 20
TOGETHER = 1000
FIRST = date(2010, 1, 1)
DAYS = 5000
MODES = {"CONSULT": ("meet", "visit"), "ASSAULT": ("kill", "airstrike"), "APPOINT": ("appoint",)}
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


def main() -> None:
    """Make a case, ask it, or both on both stores."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("what", choices=("make", "ask", "both"))
    parser.add_argument("case", metavar="CASE or FOLDER")
    parser.add_argument("--accounts", type=int, default=1_000_000)
    parser.add_argument("--asked", type=int, default=20)
    parser.add_argument("--limit", type=int, default=60, help="seconds for one kind of question")
    parser.add_argument("--patience", type=int, default=600,
                        help="seconds to wait for a calm machine before each question")  # fmt: skip
    parser.add_argument("--only", nargs="*", default=(), metavar="QUESTION", help="these alone")
    options = parser.parse_args()
    if options.what == "make":
        make(options.case, options.accounts)
        return
    # What asks needs to know how a case was made.
    from eval import million_asking, million_both  # noqa: PLC0415

    if options.what == "ask":
        million_asking.ask(options.case, options.asked, options.limit, options.only)
    else:
        million_both.both(
            Path(options.case),
            options.accounts,
            million_both.Pace(options.asked, options.limit, options.patience),
            options.only,
        )


if __name__ == "__main__":
    sys.exit(main())
