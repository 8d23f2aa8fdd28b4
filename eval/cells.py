"""Score the marks proposed for hypotheses on two whole reports against a reading of their quotes.

    python -m eval.cells CASE.jsonl [-v]

CASE.jsonl is ``sayso export --to lines`` of the two reports. Every proposed mark that is not
neutral is looked up in gold/weighing/verdicts.md: kept, too strong, rejected, or not yet read. The
last line is the result as JSON; shares are of those that were read.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from eval.bench import SAYSO
from sayso.analysis.weighing.weigh import Weighing, weigh
from sayso.packs.load import load
from sayso.packs.shelf import builtin_packs
from sayso.run.weighing.kept import guide_of, sheet_from
from sayso.store.case import open_case

GOLD = Path(__file__).with_name("gold") / "weighing"
_ROW = re.compile(r"^\| `(?P<id>[\w-]+)` \|.*\| (?P<marks>[CIN ]+) \| (?P<said>[ksr· ]+) \| .*\|$")
_WORDS = {"k": "keep", "s": "too strong", "r": "reject"}
Key = tuple[str, str, str]


def verdicts() -> dict[Key, str]:
    """What was said of each mark, by piece, hypothesis and mark."""
    found: dict[Key, str] = {}
    for line in (GOLD / "verdicts.md").read_text("utf-8").splitlines():
        if row := _ROW.match(line):
            marks = zip(row["marks"].split(), row["said"].split(), strict=True)
            for place, (mark, said) in enumerate(marks, start=1):
                if said in _WORDS:
                    found[row["id"], f"H{place}", mark] = _WORDS[said]
    return found


def weighed(lines: Path) -> Weighing:
    """The hypotheses of the gold weighed against a case in lines."""
    pack = load([pack.folder for pack in builtin_packs()])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "seeds.sayso")
        command = [str(SAYSO), "import", str(lines), "--case", str(path)]
        subprocess.run(command, check=True, capture_output=True)
        with open_case(path) as case:
            view = case.view()
            return weigh(view, sheet_from(GOLD / "hypotheses.yaml"), guide_of(view, pack))


def score(found: Weighing, *, verbose: bool = False) -> dict[str, float]:
    """Shares in percent, of the marks that were read."""
    said, counts = verdicts(), Counter[str]()
    for row in found.rows:
        for cell in row.cells:
            if cell.mark in (None, "N"):
                continue
            verdict = said.get((row.piece.id, cell.hypothesis, cell.mark), "not read")
            counts[verdict] += 1
            if verbose and verdict != "keep":
                print(verdict, row.piece.id, cell.hypothesis, cell.mark, row.piece.text)
    told = sum(counts.values())
    read = max(told - counts["not read"], 1)
    return {
        "marks": told,
        "marks read": round(100 * (told - counts["not read"]) / max(told, 1), 1),
        "marks kept": round(100 * counts["keep"] / read, 1),
        "marks on the right side": round(100 * (counts["keep"] + counts["too strong"]) / read, 1),
    }


def main() -> int:
    """Score a case and print it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("case", type=Path)
    parser.add_argument("-v", "--verbose", action="store_true")
    options = parser.parse_args()
    print(json.dumps(score(weighed(options.case), verbose=options.verbose)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
