"""The score of two names, with its reasons."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from sayso.resolve.names.parts import parts
from sayso.resolve.names.sounds import alike

SAME_PART = 0.74
ABBREVIATION = re.compile(r"\b(?:[A-Za-z]\.){2,}")
NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Match:
    """How likely two strings name the same, 0 to 1, and why."""

    score: float
    reasons: tuple[str, ...]


@lru_cache(maxsize=65536)
def compare_names(a: str, b: str, kind: str) -> Match:
    """Compare two names of a kind: person, org or place."""
    # One order for both ways round, so that the score does not depend on who comes first.
    left, right = sorted((_taken_apart(a, kind), _taken_apart(b, kind)))
    if not left or not right:
        return Match(0.0, ("nothing to compare",))
    pairs = _align(left, right)
    if not pairs:
        return Match(0.0, ("no part in common",))
    reasons = [f"{left[i]} ~ {right[j]} ({score:.2f})" for i, j, score in pairs]
    base = 0.6 * sum(p[2] for p in pairs) / len(pairs) + 0.4 * min(p[2] for p in pairs)
    if kind == "person":
        return _person(left, right, pairs, base, reasons)
    return _thing(left, right, pairs, base, reasons)


def _taken_apart(name: str, kind: str) -> tuple[str, ...]:
    name = ABBREVIATION.sub(lambda found: found.group().replace(".", ""), name)
    found = parts(name)
    return ("".join(found),) if kind == "place" and found else found


Pair = tuple[int, int, float]


def _align(left: tuple[str, ...], right: tuple[str, ...]) -> list[Pair]:
    """One-to-one pairs of parts that sound alike, best first, then in order."""
    scored = [
        (score - 0.02 * abs(i / len(left) - j / len(right)), i, j, score)
        for i, a in enumerate(left)
        for j, b in enumerate(right)
        if (score := alike(a, b)) >= SAME_PART
    ]
    pairs: list[Pair] = []
    for _, i, j, score in sorted(scored, key=lambda s: (-s[0], s[1], s[2])):
        if all(i != p[0] and j != p[1] for p in pairs):
            pairs.append((i, j, score))
    return sorted(pairs)


def _person(
    left: tuple[str, ...],
    right: tuple[str, ...],
    pairs: list[Pair],
    score: float,
    reasons: list[str],
) -> Match:
    rest_left, rest_right = len(left) - len(pairs), len(right) - len(pairs)
    contradictions, omissions = min(rest_left, rest_right), abs(rest_left - rest_right)
    if contradictions:
        # Another name in the same place is another person; a name left out is not.
        score *= 0.62**contradictions
        reasons.append("each has a part that the other contradicts")
    if omissions:
        score *= 0.965**omissions
        if len(pairs) == 1:
            score = min(score * 0.72, 0.6)
            reasons.append("only one part in common")
        elif _leads(left, right, pairs):
            score *= 0.8
            reasons.append("the longer name has another given name in front")
        elif _trails(left, right, pairs):
            score *= 0.9
            reasons.append("the shorter name ends where the longer goes on")
    if [p[1] for p in pairs] != sorted(p[1] for p in pairs):
        score *= 0.9
        reasons.append("parts in another order")
    return Match(score, tuple(reasons))


def _leads(left: tuple[str, ...], right: tuple[str, ...], pairs: list[Pair]) -> bool:
    side = 0 if len(left) > len(right) else 1
    return min(pair[side] for pair in pairs) > 0


def _trails(left: tuple[str, ...], right: tuple[str, ...], pairs: list[Pair]) -> bool:
    side, longer = (0, left) if len(left) > len(right) else (1, right)
    return max(pair[side] for pair in pairs) < len(longer) - 1


def _thing(
    left: tuple[str, ...],
    right: tuple[str, ...],
    pairs: list[Pair],
    score: float,
    reasons: list[str],
) -> Match:
    shared = sum(len(left[i]) for i, _, _ in pairs)
    extra_left = sum(len(w) for w in left) - shared
    extra_right = sum(len(w) for w in right) - sum(len(right[j]) for _, j, _ in pairs)
    both, one = sorted((max(extra_left, 0), max(extra_right, 0)))
    # A distinctive word more on one side is a body inside or around the other.
    score *= 1 - min(0.6, 0.9 * both / (shared + both))
    score *= 1 - min(0.5, 0.75 * (one - both) / (shared + one - both or 1))
    if extra_left or extra_right:
        reasons.append("one name has words the other lacks")
    if NUMBER.findall(" ".join(left)) != NUMBER.findall(" ".join(right)):
        score *= 0.6
        reasons.append("numbers differ")
    return Match(score, tuple(reasons))
