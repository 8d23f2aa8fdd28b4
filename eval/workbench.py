"""Times of the workbench in a real browser, as ratios to a plain page of the same size.

    python -m eval.workbench [--reports 200] [--passages 100000] [--events 5000]

The case is made up: shuffled words with names, events and statements, the same each time. Needs
Chromium and the developers' packages. Linux only for the memory figure.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date, timedelta
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import urlopen

from playwright.sync_api import sync_playwright

from eval.bench import SAYSO, _resident
from sayso.records.accounts import EVENT_TYPES, Participant
from sayso.records.case import Account, Corroboration, Entity, EntityMention, Event, Tie
from sayso.records.documents import Block, Cleaned, Document
from sayso.records.statements import Attribution, Link
from sayso.run.whole.overviews import keep_overviews
from sayso.store.case import open_case
from sayso.store.writer import LINKS

WORDS = [
    "harbour",
    "ministry",
    "convoy",
    "council",
    "dock",
    "strike",
    "ledger",
    "inquiry",
    "witness",
    "tunnel",
    "bridge",
    "border",
    "minister",
    "envoy",
    "treaty",
    "cargo",
    "raid",
    "protest",
    "budget",
    "survey",
    "ferry",
    "station",
    "market",
    "union",
    "court",
]
VIEWS = {
    "home": "/",
    "reader": "/report/d-00007",
    "timeline": "/timeline?from=2020&to=2024",
    "network": "/network",
    "search": "/search?q=harbour+treaty",
    "search, one word": "/search?q=harbour",
    "search, rare": "/search?q=Ana7",
    "who": "/who",
    "dossier": "/who/e-7",
    "sources": "/sources",
}
_DAY = date(2020, 1, 1)
# Servers begun for the first load of one view.
_STARTS = 5
# Milliseconds until the first words stand on the screen: a plain page has "loaded" before that.
_SEEN = """new Promise(done => { const look = () => {
  const [found] = performance.getEntriesByName('first-contentful-paint');
  if (found) done(found.startTime); else setTimeout(look, 5); }; look(); })"""
_SERVED = "(n => n.responseEnd - n.requestStart)(performance.getEntriesByType('navigation')[0])"


def main() -> None:
    """Measure everything and print it beside its target."""
    options = _options()
    with tempfile.TemporaryDirectory() as scratch:
        case = Path(scratch, "big.sayso")
        make(case, options.reports, options.passages, options.events)
        started = time.perf_counter()
        with opened(case) as (address, pid):
            _answers(address)
            _show("seconds until it answers", time.perf_counter() - started, 2.0)
            measure(address, Path(scratch), pid)
        for name in ("home", "reader", "network", "timeline"):
            first(case, name, Path(scratch))


def make(path: Path, reports: int, passages: int, events: int) -> None:
    """A case of so many reports, passages and events, with a hundred marks in each report."""
    chance = random.Random(1)
    people = [Entity(f"e-{n}", "Person", f"Ana{n} Ruiz{n}", ()) for n in range(300)]
    records: list[Any] = list(people)
    share = passages // reports
    with open_case(path, create=True) as case, case.writer() as writer:
        for number in range(reports):
            document, spans = _report(number, share, people, chance)
            with writer.transaction():
                writer.put_document(document, b"")
            records += [EntityMention(one.id, span, "name") for one, span in spans]
            records += list(_found(number, document, spans, events // reports))
        records += list(_ties(people, [r for r in records if isinstance(r, Event)]))
        writer.replace_links(records)
        with writer.transaction():
            writer.set_meta(LINKS, "made by hand")
            # As linking does.
            keep_overviews(writer)


def _report(number: int, share: int, people: list[Entity], chance: random.Random) -> Any:
    id, lines, places, at = f"d-{number:05d}", [], [], 0
    for line in range(share):
        words = " ".join(chance.choices(WORDS, k=18))
        one = chance.choice(people)
        text = f"{one.name} {words}." if line < 100 else f"{words}."
        if line < 100:
            places.append((one, at, at + len(one.name)))
        lines.append((at, text))
        at += len(text) + 1
    text = "\n".join(text for _, text in lines)
    blocks = tuple(Block("paragraph", s, s + len(t)) for s, t in lines)
    document = Document(
        id, f"reports/{id}.txt", "0" * 64, "txt", text, blocks, Cleaned(text, ((0, 0),)),
        title=f"Digest {number}", published=str(_DAY + timedelta(days=number)), language="en",
    )  # fmt: skip
    return document, [(one, document.span(s, e)) for one, s, e in places]


def _found(number: int, document: Document, spans: list[Any], events: int) -> Iterator[Any]:
    for place in range(events):
        one, span = spans[place % len(spans)]
        other = spans[(place * 7 + 1) % len(spans)][0]
        day = _DAY + timedelta(days=(number * 31 + place * 17) % 1500)
        last = day + timedelta(days=(0, 0, 6, 30)[place % 4])
        said = Attribution(
            f"a-{number}-{place}", None, one.id, None, document.span(span.start, span.end + 40),
            (Link("Coast Wire"), Link(one.name, one.id)), None, (), "affirms",
        )  # fmt: skip
        parts = (Participant("actor", one.id), Participant("target", other.id))
        account = Account(span, (said.id,), "reported", str(day), str(last), parts)
        kind = EVENT_TYPES[(number + place) % len(EVENT_TYPES)]
        id = f"ev-{number}-{place}"
        yield said
        yield Event(
            id, kind, None, "actual", str(day), str(last), f"{day}/{last}", parts, (), (), None,
            None, (account,),
        )  # fmt: skip
        yield Corroboration(id, None, 1, 1, ((0,),))


def _ties(people: list[Entity], events: list[Event]) -> Iterator[Tie]:
    for number, one in enumerate(people):
        other = people[(number * number + 1) % len(people)]
        account = events[number % len(events)].accounts[0]
        yield Tie(
            f"t-{number}", "backs", one.id, other.id, None, None, "2020-06", None, "positive",
            (account,),
        )  # fmt: skip


@contextmanager
def opened(case: Path) -> Iterator[tuple[str, int]]:
    """The workbench of a case, running: its address with the token, and its process."""
    with subprocess.Popen(
        [str(SAYSO), "open", str(case), "--no-browser"], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        address = next(line.strip() for line in process.stdout if "http://" in line)
        try:
            yield address, process.pid
        finally:
            process.terminate()


def measure(address: str, scratch: Path, pid: int) -> None:
    """Load the views in Chromium and compare each with a plain page of its size."""
    base = address.split("/?")[0]
    with sync_playwright() as driver, plain(scratch) as other:
        browser = driver.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        Path(scratch, "plain.html").write_text(_plain("x" * 9000), "utf-8")
        _load(page, f"{other}/plain.html")  # so that the browser itself has begun
        began = _load(page, address)
        for name, view in VIEWS.items():
            cold = began if name == "home" else _load(page, base + view)
            served = page.evaluate(_SERVED)
            warm = [_load(page, base + view) for _ in range(5)]
            text = page.evaluate("fetch(location.href).then(r => r.text())")
            Path(scratch, "plain.html").write_text(_plain(text), "utf-8")
            Path(scratch, "favicon.ico").touch()
            bare = statistics.median(_load(page, f"{other}/plain.html") for _ in range(5))
            ratio = statistics.median(warm) / bare
            again = statistics.median(warm)
            print(
                f"{name:16} first {cold * 1000:5.0f} ms (server {served:4.0f}), again "
                f"{again * 1000:5.0f} ms, plain {bare * 1000:5.0f} ms, {len(text) / 1024:.0f} KiB"
            )
            if name in ("home", "reader"):
                _show(f"{name}: again over plain", ratio, 3.0)
            page.goto(base + "/review")
        before = _worked(pid)
        _search(page, base)
        each = (_worked(pid) - before) * 1000 / (2 * len(WORDS) - 2)
        _show("search, ms of processor time of the server", each, 100.0)
        _fluid(page, base)
        browser.close()
    _show("memory of the server, MiB", _resident(pid) / 2**20, 300.0)


def first(case: Path, name: str, scratch: Path) -> None:
    """The very first load of a view: of a server just begun, in a browser that knows nothing.

    The plain page is loaded in such a browser too, in turn with it. What both wait for is the
    browser's own: another window, another process.
    """
    view, ours, bare, served, seen, plainly = VIEWS[name], [], [], [], [], []
    with sync_playwright() as driver, plain(scratch) as other:
        browser = driver.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        for _ in range(_STARTS):
            with opened(case) as (address, _), _fresh(browser) as page:
                _answers(address)
                opened_at = address.replace("/?", f"{view}{'&' if '?' in view else '?'}")
                ours.append(_load(page, opened_at))
                seen.append(page.evaluate(_SEEN))
                served.append(page.evaluate(_SERVED))
                text = page.evaluate("fetch(location.href).then(r => r.text())")
            Path(scratch, "plain.html").write_text(_plain(text), "utf-8")
            for _ in range(3):
                with _fresh(browser) as page:
                    bare.append(_load(page, f"{other}/plain.html"))
                    plainly.append(page.evaluate(_SEEN))
        browser.close()
    cold, usual = statistics.median(ours), statistics.median(bare)
    print(
        f"{name:16} very first {cold * 1000:5.0f} ms (server {statistics.median(served):4.0f}), "
        f"plain so {usual * 1000:5.0f} ms"
    )
    _show(f"{name}: very first over plain", cold / usual, 3.0)
    shown = statistics.median(seen) / statistics.median(plainly)
    _show(f"{name}: first words on the screen over plain", shown, 3.0)


def _answers(address: str) -> None:
    """Wait until the server answers at all: how long that takes is measured apart."""
    with suppress(HTTPError), urlopen(address.split("/?")[0] + "/progress"):
        pass


@contextmanager
def _fresh(browser: Any) -> Iterator[Any]:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()


def _worked(pid: int) -> float:
    """Seconds of processor time that a process has taken."""
    fields = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _load(page: Any, address: str) -> float:
    started = time.perf_counter()
    page.goto(address, wait_until="load")
    return time.perf_counter() - started


def _search(page: Any, base: str) -> None:
    """What the server takes for searches of one and two words, half of all passages having each."""
    took = []
    for one, other in pairwise(WORDS):
        for words in (one, f"{one}+{other}"):
            page.goto(f"{base}/search?q={words}")
            took.append(page.evaluate(_SERVED))
    took.sort()
    _show("search, ms at the server, median", statistics.median(took), 100.0)
    _show("search, ms at the server, 95 of 100", took[len(took) * 95 // 100], 100.0)


def _fluid(page: Any, base: str) -> None:
    """Milliseconds a frame of the timeline takes while it is zoomed."""
    page.goto(base + "/timeline?from=2020&to=2024")
    frames = page.evaluate(
        """async () => {
          const marks = [...document.querySelectorAll('.marks')], took = [];
          const days = marks[0].viewBox.baseVal.width;
          const frame = () => new Promise(requestAnimationFrame);
          await frame();
          for (let i = 1; i <= 30; i++) {
            const began = performance.now();
            for (const one of marks) {
              const height = one.getAttribute('height');
              one.setAttribute('viewBox', `${i * 5} 0 ${days * .97} ${height}`);
            }
            await frame();
            took.push(performance.now() - began);
          }
          return [document.querySelectorAll('.m').length, took.sort((a, b) => a - b)[15]];
        }"""
    )
    _show(f"timeline of {frames[0]} marks, ms a frame", frames[1], 50.0)


def _plain(text: str) -> str:
    words = re.sub(r"<[^>]+>", " ", text)
    filler = (words * (len(text) // max(1, len(words)) + 1))[: len(text) - 200]
    return f"<!DOCTYPE html><meta charset=utf-8><title>plain</title><p>{filler}</p>"


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@contextmanager
def plain(folder: Path) -> Iterator[str]:
    """A server of files as they are, and its address."""
    handler = partial(_Silent, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def _show(name: str, value: float, target: float) -> None:
    verdict = "" if value <= target else "  over its target"
    print(f"{name:45} {value:8.2f}   target {target:g}{verdict}", flush=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--reports", type=int, default=200)
    parser.add_argument("--passages", type=int, default=100_000)
    parser.add_argument("--events", type=int, default=5000)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
