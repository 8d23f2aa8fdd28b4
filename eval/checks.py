"""Score checks on the project's own small reports.

    python -m eval.checks [--part PART] [-v]

PART is dev, test, later, newest, fresh, last, third, fourth, fifth, sixth, seventh, eighth,
ninth or tenth.
Each report is the record that its own statements are checked against (eval/gold/checks/README.md).
A statement is found where a check shares half of the shorter of its words and the check's; it is
right where the verdict is the one written down before. "wrong holds" counts each check that holds
where the gold says otherwise; with -v each check that fits no statement is printed, to be read.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from eval.conflicts import Pair, Place, covers, placed, read
from eval.parts import print_part

GOLD = Path(__file__).with_name("gold") / "checks"
FILES = {
    "dev": "dev.txt",
    "test": "unseen.txt",
    "later": "later.txt",
    "newest": "newest.txt",
    "fresh": "fresh.txt",
    "last": "last.txt",
    "third": "third.txt",
    "fourth": "fourth.txt",
    "fifth": "fifth.txt",
    "sixth": "sixth.txt",
    "seventh": "seventh.txt",
    "eighth": "eighth.txt",
    "ninth": "ninth.txt",
    "tenth": "tenth.txt",
}


def reports(part: str) -> list[Pair]:
    """The reports of a part of the gold, each with its marks: verdict, kind, words."""
    blocks = re.split(r"(?m)^# (?=[a-z]\d)", (GOLD / FILES[part]).read_text())[1:]
    return [_report(*block.split("\n", 1)) for block in blocks]


def _report(name: str, body: str) -> Pair:
    *texts, marks = re.split(r"(?m)^## (?:report|checks)\n", body)[1:]
    told = [tuple(map(str.strip, line.split("|"))) for line in marks.splitlines() if line.strip()]
    return Pair(name, tuple(texts), tuple(told))


def score(part: str, *, verbose: bool) -> dict[str, Any]:
    """All figures of a part of the gold."""
    counts: Counter[str] = Counter()
    for report in reports(part):
        lines = read(report)
        names = {x["id"]: Path(x["path"]).stem for x in lines if x["kind"] == "document"}
        made = [(x, _place(x["span"], names)) for x in lines if x["kind"] == "check"]
        _score_report(report, made, counts, verbose=verbose)
    marked, found = counts["marked"], counts["found"]
    return {
        "found": round(100 * found / marked, 1),
        "verdict right of found": round(100 * counts["right"] / found, 1) if found else None,
        "right of all": round(100 * counts["right"] / marked, 1),
        "wrong holds": counts["wrong holds"],
        "counts": dict(sorted(counts.items())),
    }


def _place(span: dict[str, Any], names: dict[str, str]) -> Place:
    return names[span["document"]], span["start"], span["end"]


def _score_report(
    report: Pair, made: list[tuple[dict[str, Any], Place]], counts: Counter[str], *, verbose: bool
) -> None:
    used: set[str] = set()
    for verdict, kind, words in report.marks:
        places = placed(report, words)
        hits = [x for x, at in made if any(covers(at, place) for place in places)]
        used.update(x["id"] for x in hits)
        right = any(x["verdict"] == verdict for x in hits)
        counts.update({"marked": 1, "found": bool(hits), "right": right})
        counts["wrong holds"] += any(x["verdict"] == "holds" != verdict for x in hits)
        if verbose:
            sign = "=" if right else "-"
            told = [(x["verdict"], x["found"], x["reason"]) for x in hits]
            print(f"{sign} {report.name[:3]} {verdict} ({kind}): {words} {told}")
    for x, _ in made:
        if x["id"] not in used:
            counts["beside the marks"] += 1
            if verbose:
                print(
                    f"+ {report.name[:3]} {x['verdict']}: {x['claimed']} {x['found']} {x['reason']}"
                )


if __name__ == "__main__":
    sys.exit(print_part(__doc__, score, tuple(FILES)))
