"""Whether a clause judges or reports: what speaks for it and what against, added up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.extract.claims.turning import Turning
from sayso.extract.claims.units import Unit
from sayso.records.parse import Token

# What each sign adds. A clause with a sum of ENOUGH is a claim. They were set by hand on
# eval/gold/claims/dev.txt; see docs/judgements.md for what each stands for.
WEIGHTS = {
    "strong": 2.0, "second": 0.5, "weak": 1.0, "sure": 1.0, "hedged": 0.75, "infers": 1.0,
    "foretold": 0.75, "standing": 0.5, "aspect": 0.5, "compares": 0.75, "heading": 0.25,
    "dated": -1.0, "counted": -0.75, "said": -0.75, "past": -0.25,
}  # fmt: skip
ENOUGH = 2.0
_STANDING = frozenset({"VBZ", "VBP", "MD"})


@dataclass(frozen=True, slots=True)
class Signs:
    """What surrounds a clause: whether it is sure, hedged, foretold, dated, counted, said."""

    sure: bool = False
    hedged: bool = False
    infers: bool = False
    foretold: bool = False
    dated: bool = False
    counted: bool = False
    said: bool = False
    aspects: bool = False
    heading: bool = False


def features(unit: Unit, turned: Turning, signs: Signs) -> dict[str, float]:
    """Every sign of a clause by its name in WEIGHTS, and how often it is there."""
    strong = sum(1 for _, turn in turned.moves if turn.weight == "strong")
    weak = len(turned.moves) - strong
    tenses = _tenses(unit)
    standing = bool(tenses & _STANDING) or _is_perfect(unit)
    return {
        "strong": float(min(strong, 1)),
        "second": float(min(max(strong - 1, 0), 2)),
        "weak": float(min(weak, 2)),
        "sure": float(signs.sure),
        "hedged": float(signs.hedged),
        "infers": float(signs.infers),
        "foretold": float(signs.foretold),
        "standing": float(standing),
        "aspect": float(signs.aspects),
        "compares": float(_compares(unit.words)),
        "heading": float(signs.heading),
        "dated": float(signs.dated),
        "counted": float(signs.counted),
        "said": float(signs.said),
        "past": float(not standing and "VBD" in tenses),
    }


def score(found: dict[str, float]) -> float:
    """The sum of all signs."""
    return sum(WEIGHTS[name] * value for name, value in found.items())


def _tenses(unit: Unit) -> set[str]:
    sentence = unit.sentence
    return {unit.head.tag, *(t.tag for t in sentence.children(unit.head, "aux", "auxpass"))}


def _is_perfect(unit: Unit) -> bool:
    helpers = unit.sentence.children(unit.head, "aux")
    return any(t.lemma.lower() == "have" and t.tag in ("VBZ", "VBP") for t in helpers)


def _compares(words: Sequence[Token]) -> bool:
    return any(t.tag in ("JJR", "RBR", "JJS", "RBS") for t in words)
