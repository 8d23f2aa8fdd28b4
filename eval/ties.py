"""Score lasting ties on the project's own gold: short passages on many subjects.

    python -m eval.ties [--part test] [-v]

Metric: a tie found fits a marked one where its type says the same or less of the same, and each
end is told by a name that the marked one holds or that holds it; one to one. Dates are counted
among those that fit and are marked with one. The last line is the result as JSON.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from eval.adapters_happenings import happenings
from eval.parts import blocks, print_part

GOLD = Path(__file__).with_name("gold") / "ties"
# The day every passage is read as published on.
_DAY = "2024-06-01"
# Types that fit a marked one beside its own: those that say less of the same.
_FITS = {
    "commands": {"holds_office"},
    "holds_office": {"commands", "spokesperson_of", "deputy_of"},
    "spokesperson_of": {"holds_office"},
    "allied_with": {"affiliated_with"},
    "affiliated_with": {"allied_with"},
    "part_of": {"member_of", "operates_under"},
    "member_of": {"affiliated_with", "part_of"},
    "operates_under": {"controls"},
    "controls": {"operates_under"},
    "rival_of": {"opposes"},
    "opposes": {"rival_of"},
}
_EITHER_WAY = {"allied_with", "affiliated_with", "rival_of", "opposes"}
# "A operates under B" and "B controls A" are one tie, told from its two ends.
_TURNED = {("operates_under", "controls"), ("controls", "operates_under"), ("opposes", "rival_of")}
_LINE = re.compile(r"^[a-z]+(?:_[a-z]+)* \| ")
Found = dict[str, Any]


@dataclass(frozen=True)
class Marked:
    """One tie as the annotator marked it."""

    type: str
    subject: str
    object: str | None
    more: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Passage:
    """A text and the ties it tells of."""

    name: str
    text: str
    ties: tuple[Marked, ...]


def passages(part: str) -> list[Passage]:
    """The passages of a part of the gold: dev or test."""
    return [_passage(head, body) for head, body in blocks(GOLD, part)]


def _passage(name: str, body: str) -> Passage:
    lines = body.splitlines()
    marks = [line for line in lines if _LINE.match(line)]
    text = "\n".join(line for line in lines if line not in marks)
    return Passage(name, text, tuple(map(_marked, marks)))


def _marked(line: str) -> Marked:
    kind, subject, thing, *more = (cell.strip() for cell in line.split("|"))
    pairs = [cell.partition("=") for cell in more]
    return Marked(
        kind, subject, None if thing == "-" else thing, {key: value for key, _, value in pairs}
    )


def fits(found: Found, mark: Marked) -> bool:
    """Whether a tie found says what a marked one says."""
    kind = found["type"]
    if kind != mark.type and kind not in _FITS.get(mark.type, ()):
        return False
    if ("not" in mark.more) != (found["polarity"] == "negative"):
        return False
    ends = found["subject"], (*found["object"], *found["office"], *found["territory"])
    turned = (mark.type, kind) in _TURNED
    if not turned and _names(ends[0], mark.subject) and _told(ends[1], mark):
        return True
    return (turned or kind in _EITHER_WAY) and (
        _names(ends[1], mark.subject) and _names(ends[0], mark.object or "")
    )


def _told(names: tuple[str, ...], mark: Marked) -> bool:
    if mark.object is None:
        return _names(names, mark.more.get("office", ""))
    return _names(names, mark.object)


def _names(names: tuple[str, ...], told: str) -> bool:
    return any(_in(told, name) or _in(name, told) for name in names)


def _in(one: str, other: str) -> bool:
    """Whether the words of one name stand in another."""
    inner, outer = (" ".join(re.findall(r"[\w']+", name.lower())) for name in (one, other))
    return bool(inner) and f" {inner} " in f" {outer} "


def score(part: str, *, verbose: bool = False) -> dict[str, Any]:
    """Recall, precision and F1 of ties, and how many of the marked dates are right."""
    counts: Counter[str] = Counter()
    for passage in passages(part):
        found = happenings(passage.text, _DAY)[1]
        pairs = _paired(found, passage.ties)
        counts.update(marked=len(passage.ties), found=len(found), right=len(pairs))
        for tie, mark in pairs:
            for key in ("since", "until"):
                counts["dates"] += key in mark.more
                counts["dates right"] += key in mark.more and tie[key] == mark.more[key]
        if verbose:
            _tell(passage, found, pairs)
    recall, precision = counts["right"] / counts["marked"], counts["right"] / counts["found"]
    return {
        "recall": round(100 * recall, 1),
        "precision": round(100 * precision, 1),
        "f1": round(200 * recall * precision / (recall + precision), 1),
        "dates": round(100 * counts["dates right"] / (counts["dates"] or 1), 1),
        "counts": dict(sorted(counts.items())),
    }


def _paired(found: list[Found], marks: tuple[Marked, ...]) -> list[tuple[Found, Marked]]:
    """Ties and the marks they fit, those of the same type first, each once."""
    left, pairs = list(found), []
    for same in (True, False):
        for mark in marks:
            if any(mark is told for _, told in pairs):
                continue
            fit = [t for t in left if (t["type"] == mark.type) is same and fits(t, mark)]
            if fit:
                pairs.append((fit[0], mark))
                left.remove(fit[0])
    return pairs


def _tell(passage: Passage, found: list[Found], pairs: list[tuple[Found, Marked]]) -> None:
    missed = [mark for mark in passage.ties if not any(mark is told for _, told in pairs)]
    extra = [tie for tie in found if not any(tie is one for one, _ in pairs)]
    wrong = [
        (mark.more[key], tie[key])
        for tie, mark in pairs
        for key in ("since", "until")
        if key in mark.more and tie[key] != mark.more[key]
    ]
    if missed or extra or wrong:
        print(f"## {passage.name}\n   {passage.text}")
    for mark in missed:
        print("   missed ", mark.type, "|", mark.subject, "|", mark.object, mark.more or "")
    for tie in extra:
        ends = [tie[key][0] if tie[key] else "-" for key in ("subject", "object", "office")]
        print("   extra  ", tie["type"], "|", " | ".join(ends), tie["polarity"])
    for wanted, given in wrong:
        print("   date   ", wanted, "told as", given)


if __name__ == "__main__":
    sys.exit(print_part(__doc__, score))
