"""How reading grows: with processes, on a cluster, and with the number of reports.

    python -m eval.scale speed [--reports 200 600 1500] [--rounds 2] [--only local|ray]
    python -m eval.scale memory [--few 1000] [--many 50000] [--on ray]

Reports are made up (see eval.made). Speeds are compared in rounds that follow one another, since
machines are shared: of each way the quickest round counts, and the processor's time stands beside.
What two processes that only reckon gain over one, in the same rounds, is the most that two can.
Memory is that of the process that hands out the work and writes the case, apart for reading and
for linking. Linux only.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from eval.bench import SAYSO, _resident, _tree
from eval.made import write

TICKS = os.sysconf("SC_CLK_TCK")
WAYS = {
    "local, 1 process": ("--workers", "1"),
    "local, 2 processes": ("--workers", "2"),
    "ray, 1 worker": ("--on", "ray", "--workers", "1"),
    "ray, 2 workers": ("--on", "ray", "--workers", "2"),
}
# A few seconds of what reading does most: dictionaries and strings.
_RECKON = "known = {}\nfor n in range(9_000_000): known[n % 5000] = str(n)"


class Took(NamedTuple):
    """Seconds from the command to its end, until linking began, and of processors; bytes at most
    held by the first process while reading and while linking."""

    wall: float
    reading: float
    cpu: float
    held_reading: int
    held_linking: int


def main() -> None:
    """Measure what is asked for."""
    options = _options()
    with tempfile.TemporaryDirectory() as scratch:
        if options.what == "speed":
            speed(Path(scratch), options.reports, options.rounds, options.sentences, options.only)
        else:
            memory(Path(scratch), options.few, options.many, options.on)


def speed(
    scratch: Path, reports: Sequence[int], rounds: int, sentences: int, only: str | None
) -> None:
    """The ways, one after the other, round by round, with few reports and with more."""
    few = write(scratch / "few", 4, sentences=sentences)
    ways = {way: choice for way, choice in WAYS.items() if only is None or way.startswith(only)}
    for count in reports:
        folder = write(scratch / f"r{count}", count, sentences=sentences)
        found: dict[str, list[Took]] = {way: [] for way in ways}
        starts: dict[str, list[Took]] = {way: [] for way in ways}
        bare: list[float] = []
        for _ in range(rounds):
            for way, choice in ways.items():
                starts[way].append(read(few, scratch / "few.sayso", *choice))
                found[way].append(read(folder, scratch / "speed.sayso", *choice))
                _tell(f"{count}: {way}", found[way][-1])
            bare.append(_two_over_one())
        print(f"{count} reports, load {os.getloadavg()[0]:.1f}")
        print(f"  {'two bare processes over one':28} {max(bare):6.2f}   (as far as two can come)")
        _compared(found, starts)


def _compared(found: dict[str, list[Took]], starts: dict[str, list[Took]]) -> None:
    one, two, ray_one, ray_two = WAYS
    for name, over, under, target in (
        ("local: 1 process over 2", one, two, 1.8),
        ("ray: 1 worker over 2", ray_one, ray_two, 1.7),
        ("ray over local, 1 worker", ray_one, one, 1.3),
    ):
        if over not in found or under not in found:
            continue
        best, begun = (
            [min(took.wall for took in of[way]) for way in (over, under)]
            for of in (found, starts)
        )  # fmt: skip
        reading = [min(took.reading for took in found[way]) for way in (over, under)]
        print(
            f"  {name:28} {best[0] / best[1]:6.2f}   reading {reading[0] / reading[1]:6.2f}   "
            f"without starting up {(best[0] - begun[0]) / (best[1] - begun[1]):6.2f}   "
            f"target {target}"
        )


def _two_over_one() -> float:
    """How much more two processes reckon than one in the same time."""
    return 2 * _reckoned(1) / _reckoned(2)


def _reckoned(count: int) -> float:
    started = time.perf_counter()
    crew = [subprocess.Popen([sys.executable, "-c", _RECKON]) for _ in range(count)]
    for one in crew:
        one.wait()
    return time.perf_counter() - started


def memory(scratch: Path, few: int, many: int, on: str | None) -> None:
    """The first process over few reports and over many, of one sentence each."""
    choice = ("--on", on) if on else ()
    held = []
    for count in (few, many):
        folder = write(scratch / f"r{count}", count, sentences=1)
        took = read(folder, scratch / f"r{count}.sayso", *choice)
        _tell(f"{count} reports", took)
        held.append(took)
    for name, place in (("reading", 3), ("linking", 4)):
        print(f"{name}: {held[1][place] / held[0][place]:.2f} times the memory")


def read(folder: Path, case: Path, *options: str) -> Took:
    """Read a folder into a new case, and watch."""
    for old in case.parent.glob(f"{case.name}*"):
        old.unlink()
    started = time.perf_counter()
    command = [str(SAYSO), "read", str(folder), "--case", str(case), *options]
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr
        with _watched(process.pid) as watch:
            for line in process.stderr:
                if line.startswith("linking"):
                    watch.linking_since = time.perf_counter()
        code = process.wait()
    if code:
        raise SystemExit(f"sayso read failed with {code}")
    reading = (watch.linking_since or time.perf_counter()) - started
    return Took(time.perf_counter() - started, reading, watch.cpu, *watch.held)


class _Watch:
    """The memory of a process, and the time that it and its descendants took of processors."""

    def __init__(self, pid: int) -> None:
        self.pid, self.linking_since = pid, 0.0
        self.held = [0, 0]
        self._cpu: dict[int, float] = {}

    @property
    def cpu(self) -> float:
        """Seconds, of all processes ever seen."""
        return sum(self._cpu.values())

    def look(self) -> None:
        """Look once."""
        phase = 1 if self.linking_since else 0
        self.held[phase] = max(self.held[phase], _resident(self.pid))
        for pid in list(_tree(self.pid)):
            self._cpu[pid] = max(self._cpu.get(pid, 0.0), _seconds(pid))


@contextmanager
def _watched(pid: int) -> Iterator[_Watch]:
    watch, stop = _Watch(pid), threading.Event()

    def run() -> None:
        while not stop.wait(0.1):
            watch.look()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    try:
        yield watch
    finally:
        stop.set()
        thread.join()


def _seconds(pid: int) -> float:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / TICKS


def _tell(name: str, took: Took) -> None:
    held = " and ".join(f"{size / 2**20:.0f}" for size in took[3:])
    print(
        f"{name:20} {took.wall:7.1f} s, of them reading {took.reading:7.1f}; processors "
        f"{took.cpu:7.1f} s; first process {held} MiB",
        flush=True,
    )


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("what", choices=("speed", "memory"))
    parser.add_argument("--reports", type=int, nargs="+", default=[200, 600, 1500])
    parser.add_argument("--sentences", type=int, default=12)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--only", choices=("local", "ray"), default=None)
    parser.add_argument("--few", type=int, default=1000)
    parser.add_argument("--many", type=int, default=50_000)
    parser.add_argument("--on", default=None)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
