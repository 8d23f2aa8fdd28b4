"""Both stores asked everything while the machine is calm; what is broken off can go on."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from tests.servers import Postgres

from eval.bench import SAYSO
from eval.million import make
from eval.million_asking import question_names

# Below such a load of each core the figures are those of this program.
_CALM = 0.4
_LINE = re.compile(r"p50 +(\S+) +p95 +(\S+) ms +\((\d+)\); the first +(\S+)")
# A server as somebody would run it for this: the rest is as it comes.
_SETTINGS = {"shared_buffers": "1GB", "work_mem": "32MB", "max_connections": "20"}
_STORES = {"file": "the processor's time", "server": "the clock on the wall"}


@dataclass(frozen=True)
class Pace:
    """How often a question is asked, how many seconds it is given, and how many are waited for a
    calm machine."""

    asked: int
    limit: int
    patience: int


def both(folder: Path, accounts: int, pace: Pace, only: Collection[str] = ()) -> None:
    """Make the case, copy it to a server, ask both every question, and write the table."""
    folder.mkdir(parents=True, exist_ok=True)
    case, done = folder / f"{accounts}.sayso", folder / f"{accounts}.made"
    if not done.exists():
        case.unlink(missing_ok=True)
        make(case, accounts)
        done.touch()
    server = Postgres(_SETTINGS)
    try:
        started = time.perf_counter()
        copy = server.fresh().address
        subprocess.run([str(SAYSO), "copy", str(case), copy], check=True)
        # What autovacuum would find out in its time.
        server.tell("VACUUM ANALYZE")
        print(f"copied in {time.perf_counter() - started:.0f} s", flush=True)
        for name in question_names(str(case)):
            for store, address in (("file", str(case)), ("server", copy)):
                if not only or name in only:
                    _ask(folder / "figures.jsonl", name, store, address, pace)
    finally:
        server.close()
    table(folder)


def _ask(figures: Path, name: str, store: str, address: str, pace: Pace) -> None:
    if any((one["question"], one["store"]) == (name, store) for one in _known(figures)):
        return
    load = _calm(pace.patience)
    # A page that takes too long is stopped with its process: no signal reaches its thread.
    most = pace.limit * 3 + 60
    command = [
        sys.executable, "-W", "ignore", "-m", "eval.million", "ask", address,
        "--asked", str(pace.asked), "--limit", str(pace.limit), "--only", name,
    ]  # fmt: skip
    try:
        told = subprocess.run(command, capture_output=True, text=True, timeout=most, check=False)
        found = _LINE.search(told.stdout)
    except subprocess.TimeoutExpired:
        found = None
    row = {"question": name, "store": store, "load": round(load, 1)}
    if found:
        row |= dict(zip(("p50", "p95", "times", "first"), found.groups(), strict=True))
    with figures.open("a") as out:
        out.write(json.dumps(row) + "\n")
    print(json.dumps(row), flush=True)


def _calm(patience: int) -> float:
    """Wait until the machine is calm, or for so many seconds; its load then."""
    until = time.monotonic() + patience
    while os.getloadavg()[0] > _CALM * (os.cpu_count() or 1) and time.monotonic() < until:
        time.sleep(5)
    return os.getloadavg()[0]


def _known(figures: Path) -> list[dict[str, str]]:
    if not figures.exists():
        return []
    return [json.loads(line) for line in figures.read_text().splitlines()]


def table(folder: Path) -> None:
    """Write what was measured as a table of Markdown, and print it."""
    by: dict[str, dict[str, dict[str, str]]] = {}
    for row in _known(folder / "figures.jsonl"):
        by.setdefault(row["question"], {})[row["store"]] = row
    units = "; ".join(f"{store}: {clock}" for store, clock in _STORES.items())
    lines = [f"Milliseconds ({units}).", "", "| question | file, p50 and p95 | first | load | "
             "server, p50 and p95 | first | load |", "|---|---|---|---|---|---|---|"]  # fmt: skip
    for question, stores in by.items():
        cells = [cell for store in _STORES for cell in _cells(stores.get(store))]
        lines.append(f"| {question} | {' | '.join(cells)} |")
    text = "\n".join(lines) + "\n"
    (folder / "figures.md").write_text(text)
    print(text)


def _cells(row: dict[str, str] | None) -> tuple[str, str, str]:
    if row is None:
        return "", "", ""
    if "p50" not in row:
        return "not in time", "", str(row["load"])
    return f"{row['p50']} and {row['p95']}", str(row["first"]), str(row["load"])
