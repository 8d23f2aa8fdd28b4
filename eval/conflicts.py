"""Score agreements, conflicts and checks on the project's own pairs of reports.

    python -m eval.conflicts [--part test|later|newest|after|seventh|eighth|ninth|tenth|decoys] [-v]

Two to four reports on one matter make a pair; its marks tell which words of them agree, part, or
can be checked (eval/gold/conflicts/README.md). A mark is found where one record has two different
sides that hold half of the shorter of its two quotes and theirs. Each record that fits no mark is
printed with -v, to be read: marks are not all there is. The last line is the result as JSON.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.parts import blocks, print_part

GOLD = Path(__file__).with_name("gold") / "conflicts"
PARTS = (
    "dev", "test", "later", "newest", "after", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "decoys",
)  # fmt: skip
Place = tuple[str, int, int]


@dataclass(frozen=True)
class Pair:
    """Two texts, or one or more, and the marks on them: kind, then quotes or a verdict."""

    name: str
    texts: tuple[str, ...]
    marks: tuple[tuple[str, ...], ...]


def pairs(part: str) -> list[Pair]:
    """The pairs of a part of the gold: dev or test."""
    return [_pair(head, body) for head, body in blocks(GOLD, part)]


def _pair(name: str, body: str) -> Pair:
    *texts, marks = re.split(r"(?m)^## (?:[A-D]|marks)\n", body)[1:]
    told = [tuple(map(str.strip, line.split("|"))) for line in marks.splitlines() if line.strip()]
    return Pair(name, tuple(texts), tuple(told))


def placed(pair: Pair, quote: str) -> list[Place]:
    """Where a quote stands in the two texts of a pair."""
    found = [
        (str(n), at.start(), at.end())
        for n, text in enumerate(pair.texts)
        for at in re.finditer(re.escape(quote), text)
    ]
    if not found:
        raise SystemExit(f"{pair.name}: no text has '{quote}'")
    return found


def covers(one: Place, other: Place) -> bool:
    """Whether two stretches share half of the shorter."""
    shared = min(one[2], other[2]) - max(one[1], other[1])
    return one[0] == other[0] and 2 * shared >= min(one[2] - one[1], other[2] - other[1])


def fits(mark: tuple[str, ...], pair: Pair, sides: list[list[Place]]) -> bool:
    """Whether two different sides hold the two quotes of a mark."""
    left, right = (placed(pair, quote) for quote in mark[1:3])
    hold = [
        [any(covers(a, b) for a in side for b in side_places) for side in sides]
        for side_places in (left, right)
    ]
    return any(
        hold[0][i] and hold[1][j] for i in range(len(sides)) for j in range(len(sides)) if i != j
    )


def read(pair: Pair) -> list[dict[str, Any]]:
    """The lines of a case made of a pair."""
    sayso = str(Path(sys.executable).with_name("sayso"))
    with tempfile.TemporaryDirectory() as folder:
        for n, text in enumerate(pair.texts):
            (Path(folder) / f"{n}.txt").write_text(text)
        case, lines = f"{folder}/c.sayso", f"{folder}/c.jsonl"
        files = [f"{folder}/{n}.txt" for n in range(len(pair.texts))]
        for words in (["read", *files, "--case", case], ["export", "--case", case, "-o", lines]):
            subprocess.run([sayso, *words], capture_output=True, check=True)
        return [json.loads(line) for line in Path(lines).read_text().splitlines()]


def score(part: str, *, verbose: bool) -> dict[str, Any]:
    """All figures of a part of the gold."""
    counts: Counter[str] = Counter()
    for pair in pairs(part):
        lines = read(pair)
        names = {x["id"]: Path(x["path"]).stem for x in lines if x["kind"] == "document"}
        shift = {
            x["id"]: pair.texts[int(names[x["id"]])].find(x["text"][:40])
            for x in lines if x["kind"] == "document"
        }  # fmt: skip
        _score_pair(pair, lines, (names, shift), counts, verbose=verbose)
    return _figures(counts)


def _score_pair(
    pair: Pair, lines: list[dict[str, Any]], where: tuple[dict[str, str], dict[str, int]],
    counts: Counter[str], *, verbose: bool,
) -> None:  # fmt: skip
    names, shift = where

    def place(span: dict[str, Any]) -> Place:
        moved = shift[span["document"]]
        return (names[span["document"]], span["start"] + moved, span["end"] + moved)

    made = [
        (x, [[place(s) for s in side["spans"]] for side in x["sides"]])
        for x in lines if x["kind"] in ("conflict", "agreement")
    ]  # fmt: skip
    used = set()
    for mark in pair.marks:
        if mark[0] == "check":
            _score_check(
                mark,
                pair,
                [(x, place(x["span"])) for x in lines if x["kind"] == "check"],
                counts,
                verbose,
            )
            continue
        kind = "agreement" if mark[0] == "agree" else "conflict"
        hits = [
            n for n, (x, sides) in enumerate(made) if x["kind"] == kind and fits(mark, pair, sides)
        ]
        used.update(hits)
        counts[f"{mark[0]} marked"] += 1
        counts[f"{mark[0]} found"] += bool(hits)
        if verbose and not hits:
            print(f"- {pair.name[:3]} {mark[0]}: {' | '.join(mark[1:])}")
    for n, (x, _) in enumerate(made):
        counts[f"{x['kind']}s raised"] += 1
        counts[f"{x['kind']}s that fit"] += n in used
        if verbose:
            sign = "=" if n in used else "+"
            print(sign, pair.name[:3], x["kind"], x["field"], x["reason"][:150])
            for side in x["sides"]:
                print(
                    "      ",
                    side["value"][:60],
                    "|",
                    " || ".join(s["quote"][:110] for s in side["spans"]),
                )


def _score_check(
    mark: tuple[str, ...],
    pair: Pair,
    found: list[tuple[dict[str, Any], Place]],
    counts: Counter[str],
    verbose: bool,
) -> None:
    places = placed(pair, mark[1])
    hits = [x for x, at in found if any(covers(at, p) for p in places)]
    right = any(x["verdict"] in mark[2] for x in hits)
    counts.update({"check marked": 1, "check found": bool(hits), "check right": right})
    if verbose and not right:
        print(f"- {pair.name[:3]} check: {mark[1:]} {[(x['verdict'], x['reason']) for x in hits]}")


def _figures(counts: Counter[str]) -> dict[str, Any]:
    def percent(part: str, whole: str) -> float | None:
        return round(100 * counts[part] / counts[whole], 1) if counts[whole] else None

    return {
        **{
            f"{k} recall": percent(f"{k} found", f"{k} marked")
            for k in ("agree", "part", "within", "check")
        },
        "checks right": percent("check right", "check found"),
        **{
            f"{k} that fit a mark": percent(f"{k} that fit", f"{k} raised")
            for k in ("agreements", "conflicts")
        },
        "counts": dict(sorted(counts.items())),
    }


if __name__ == "__main__":
    sys.exit(print_part(__doc__, score, PARTS))
