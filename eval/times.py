"""Score times on the project's own gold: expressions of every kind, in passages on many subjects.

    python -m eval.times [--part test] [-v]

Metric: of the expressions marked, how many are right, and how many dates were found where nothing
is marked (extra). The last line is the result as JSON.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from eval.parts import blocks
from sayso.annotate.times import Reading, read_times
from sayso.records.dates import bounds

PARTS = ("dev", "test")
GOLD = Path(__file__).with_name("gold") / "times"
_MARK = re.compile(r"\{([^{}]*)\}\[([^\]]*)\]")
_TYPES = ("SET", "DURATION")


@dataclass(frozen=True)
class Marked:
    """An expression by its place in the passage, and what the annotator says it means."""

    start: int
    end: int
    means: str


@dataclass(frozen=True)
class Passage:
    """A text without marks, the day it was written, and its marks."""

    name: str
    published: str | None
    text: str
    marks: tuple[Marked, ...]


def passages(part: str) -> list[Passage]:
    """The passages of a part of the gold: dev or test. A heading is a paragraph of its own."""
    return [_passage(head, body) for head, body in blocks(GOLD, part)]


def _passage(head: str, body: str) -> Passage:
    name, published = head.split()[:2]
    body = re.sub(r"(?m)^# (.*)\n", r"\n\1\n\n", body).strip()
    text, marks, place = "", [], 0
    for found in _MARK.finditer(body):
        text += body[place : found.start()]
        marks.append(Marked(len(text), len(text) + len(found[1]), found[2]))
        text += found[1]
        place = found.end()
    text += body[place:]
    day = None if published == "none" else published
    return Passage(name, day, text, tuple(marks))


def right(mark: Marked, found: list[Reading]) -> bool:
    """Whether one of the readings that share words with the mark means what it means."""
    if mark.means == "any":
        return True
    if mark.means == "none":
        return all(one.type == "POINTER" and _open(one) for one in found)
    if mark.means == "?":
        return all(_open(one) for one in found)
    if mark.means in _TYPES:
        return any(one.type == mark.means for one in found)
    days = bounds(mark.means)
    return days in [*((one.earliest, one.latest) for one in found), _together(found)]


def _together(found: list[Reading]) -> tuple[str | None, str | None]:
    """From the first day to the last of dates that are told one after the other."""
    known = [one for one in found if one.earliest and one.latest and one.type == "DATE"]
    return (known[0].earliest, known[-1].latest) if len(known) == len(found) > 1 else ("", "")


def _open(one: Reading) -> bool:
    return one.earliest is None and one.latest is None


def over(mark: Marked, found: list[Reading]) -> list[Reading]:
    """The readings, and the parts of ranges and lists, that overlap a mark."""
    return [one for one in _all(found) if one.start < mark.end and mark.start < one.end]


def _all(found: list[Reading]) -> Iterator[Reading]:
    for one in found:
        yield one
        yield from one.parts


def score(part: str, *, verbose: bool) -> dict[str, float]:
    """The figures of a part of the gold."""
    counted = fits = extra = 0
    for passage in passages(part):
        found = read_times(passage.text, passage.published)
        for mark in (mark for mark in passage.marks if mark.means != "any"):
            near = over(mark, found)
            counted += 1
            fits += right(mark, near)
            if verbose and not right(mark, near):
                words = passage.text[mark.start : mark.end]
                read = "; ".join(_told(passage, one) for one in near) or "nothing"
                print(f"{passage.name} '{words}' is {mark.means}, read as {read}")
        beside = unmarked(passage, found)
        extra += len(beside)
        if verbose:
            print(*(f"{passage.name} extra {_told(passage, one)}" for one in beside), sep="\n")
    share = round(100 * fits / counted, 1)
    return {"marked": counted, "right": fits, "share": share, "extra": extra}


def unmarked(passage: Passage, found: list[Reading]) -> list[Reading]:
    """Dates read where nothing is marked."""
    dated = [one for one in found if one.type != "POINTER" and not _open(one)]
    return [
        one
        for one in dated
        if not any(one.start < m.end and m.start < one.end for m in passage.marks)
    ]


def _told(passage: Passage, one: Reading) -> str:
    words = passage.text[one.start : one.end]
    return f"'{words}' {one.type} {one.earliest}..{one.latest} [{one.why}]"


def main() -> int:
    """Print the figures of a part, or of both."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--part", choices=PARTS, help="one part only")
    options.add_argument("-v", "--verbose", action="store_true", help="show each that is wrong")
    chosen = options.parse_args()
    parts = (chosen.part,) if chosen.part else PARTS
    print(json.dumps({part: score(part, verbose=chosen.verbose) for part in parts}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
