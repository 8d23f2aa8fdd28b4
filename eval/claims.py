"""Score claims on the project's own gold: passages on many subjects, marked before the rules.

    python -m eval.claims [--part test] [-v]

Metric: a claim found fits a marked one where their words overlap by half (intersection over
union), one to one. Direction, strength, aspect, holder and subject are counted among those that
fit. The last line is the result as JSON.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.parts import blocks, print_part
from sayso.records.case import Claim
from sayso.records.notes import Notes
from sayso.run.tools import tools
from sayso.run.work import read_text

GOLD = Path(__file__).with_name("gold") / "claims"
_MARK = re.compile(r"\{([^{}]*)\}\[([^\]]*)\]")
_FITS = 0.5


@dataclass(frozen=True)
class Marked:
    """One judgement as the annotator marked it, by its place in the passage."""

    start: int
    end: int
    subject: str
    aspect: str
    direction: str
    strength: str
    holder: str


@dataclass(frozen=True)
class Passage:
    """A text without marks, and its marks."""

    name: str
    text: str
    marks: tuple[Marked, ...]


def passages(part: str) -> list[Passage]:
    """The passages of a part of the gold: dev or test."""
    return [_passage(head, body) for head, body in blocks(GOLD, part)]


def _passage(name: str, body: str) -> Passage:
    text, marks, place = "", [], 0
    body = body.strip()
    for found in _MARK.finditer(body):
        text += body[place : found.start()]
        fields = [field.strip() for field in found[2].split(";")]
        marks.append(Marked(len(text), len(text) + len(found[1]), *fields))
        text += found[1]
        place = found.end()
    return Passage(name, text + body[place:], tuple(marks))


def overlap(text: str, one: tuple[int, int], other: tuple[int, int]) -> float:
    """Shared words over all words of two stretches."""
    words = [m.span() for m in re.finditer(r"\w+", text)]
    first, second = ({w for w in words if w[0] < b and a < w[1]} for a, b in (one, other))
    return len(first & second) / len(first | second) if first | second else 0.0


def matched(
    text: str, claims: list[Claim], marks: tuple[Marked, ...]
) -> list[tuple[Claim, Marked]]:
    """Claims and the marks that they fit, best first, each once."""
    pairs = sorted(
        (
            (-overlap(text, (c.span.start, c.span.end), (m.start, m.end)), i, j)
            for i, c in enumerate(claims)
            for j, m in enumerate(marks)
        ),
    )
    left, right, found = set(), set(), []
    for value, i, j in pairs:
        if -value >= _FITS and i not in left and j not in right:
            left.add(i)
            right.add(j)
            found.append((claims[i], marks[j]))
    return found


def right(claim: Claim, mark: Marked, notes: Notes) -> dict[str, bool]:
    """Which fields of a claim are as marked; of names one word is enough."""
    names = {e.id: " ".join((e.name, *e.aliases)) for e in notes.entities}

    def said(name: str | None) -> set[str]:
        return set(re.findall(r"\w+", (names.get(name or "", name) or "").lower()))

    subject = said(claim.subject) | said(claim.topic)
    return {
        "direction": claim.direction == mark.direction,
        "strength": claim.strength == mark.strength,
        "aspect": claim.aspect == mark.aspect,
        "holder": bool(said(claim.holder) & said(mark.holder)),
        "subject": bool(subject & said(mark.subject)),
    }


def score(part: str, *, verbose: bool) -> dict[str, Any]:
    """All figures of a part of the gold, in percent."""
    bench = tools()
    counts: Counter[str] = Counter()
    for passage in passages(part):
        notes = read_text(passage.text, bench)
        claims = list(notes.claims)
        pairs = matched(notes.document.text, claims, passage.marks)
        counts.update(gold=len(passage.marks), found=len(claims), fit=len(pairs))
        for claim, mark in pairs:
            fields = right(claim, mark, notes)
            counts.update(name for name, good in fields.items() if good)
            if verbose and not all(fields.values()):
                _tell("~", passage, claim, mark, notes)
        if verbose:
            for claim in claims:
                if claim not in [c for c, _ in pairs]:
                    _tell("+", passage, claim, None, notes)
            for mark in passage.marks:
                if mark not in [m for _, m in pairs]:
                    _tell("-", passage, None, mark, notes)
    return _figures(counts)


def _figures(counts: Counter[str]) -> dict[str, Any]:
    def percent(part: int, whole: int) -> float:
        return round(100 * part / whole, 1) if whole else 0.0

    fields = ("direction", "strength", "aspect", "holder", "subject")
    return {
        "gold": counts["gold"],
        "found": counts["found"],
        "precision": percent(counts["fit"], counts["found"]),
        "recall": percent(counts["fit"], counts["gold"]),
        "overlap F1": percent(2 * counts["fit"], counts["gold"] + counts["found"]),
        **{f"{name} right": percent(counts[name], counts["fit"]) for name in fields},
    }


def _tell(
    sign: str, passage: Passage, claim: Claim | None, mark: Marked | None, notes: Notes
) -> None:
    names = {e.id: e.name for e in notes.entities}
    print(sign, passage.name)
    if claim is not None:
        print("    found ", claim.span.quote)
        print(
            "          ",
            names.get(claim.subject or ""),
            "/",
            claim.topic,
            claim.aspect,
            claim.direction,
            claim.strength,
            names.get(claim.holder, claim.holder),
            claim.front,
        )
    if mark is not None:
        print("    marked", passage.text[mark.start : mark.end])
        print("          ", mark.subject, mark.aspect, mark.direction, mark.strength, mark.holder)


if __name__ == "__main__":
    sys.exit(print_part(__doc__, score))
