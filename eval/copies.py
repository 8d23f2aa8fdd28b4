"""What it costs when one report is printed very often.

    python -m eval.copies [--few 500] [--many 5000]

The first report and its copies, each with a line of its own, are read and linked; told are the
time, what one copy costs among many over one among few (1 where it grows with their number), the
memory of the largest process, and whether there is one origin for all.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from eval.bench import read
from sayso.store.case import open_case

WIRE = """Pier of Orle falls

By Ada Vell, Orle Tide, 4 May 2020

A bomb destroyed the pier of Orle on 3 May 2020 and killed four soldiers. Major Ben Holt of the
Velm Guard visited the town the next day and met the mayor, Dora Finn. "We heard it in the town,"
said the harbour master, Cara Moon. The Velm Guard blamed the Free Harbour Front, which denied it.
"""


def main() -> None:
    """Measure both and print them."""
    options = _options()
    with tempfile.TemporaryDirectory() as scratch:
        each = [copied(Path(scratch), number) for number in (options.few, options.many)]
    print(f"a copy among {options.many} over one among {options.few}: {each[1] / each[0]:.2f}")


def copied(scratch: Path, number: int) -> float:
    """Read a report and its copies and print what came of it; seconds for each."""
    folder, case = scratch / f"{number}", scratch / f"{number}.sayso"
    folder.mkdir()
    folder.joinpath("first.txt").write_text(WIRE, "utf-8")
    for copy in range(1, number):
        text = f"{WIRE}\nReprint {copy} of the wire.\n"
        folder.joinpath(f"copy{copy:05d}.txt").write_text(text, "utf-8")
    seconds, peak = read(folder, case)
    with open_case(case) as opened:
        told = [(one.accounts, one.origins) for one in opened.view().corroborations() if one.event]
    whole = sum(accounts == number for accounts, _ in told)
    origins = max((origins for _, origins in told), default=0)
    print(
        f"{number:6} reports {seconds:7.1f} s, {peak / 2**20:5.0f} MiB;"
        f" {whole} of {len(told)} events told by all, {origins} origin at most"
    )
    return seconds / number


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--few", type=int, default=500)
    parser.add_argument("--many", type=int, default=5000)
    return parser.parse_args()


if __name__ == "__main__":
    main()
