"""Marks of evidence against hypotheses: their values, and how several come to one."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.analysis.ledger.comparing import clash
from sayso.records.case import Claim

# From very consistent to very inconsistent.
VALUES = {"CC": 2, "C": 1, "N": 0, "I": -1, "II": -2}
WORDS = {
    "CC": "very consistent",
    "C": "consistent",
    "N": "neutral",
    "I": "inconsistent",
    "II": "very inconsistent",
}
_FIRM = ("certain", "plain")


def against(mark: str | None) -> int:
    """How much a mark speaks against: I counts 1, II counts 2, everything else 0."""
    return max(0, -VALUES[mark or "N"])


def of_directions(judged: str, wanted: str, *, firm: bool) -> str:
    """The mark of a judgement that a thing goes one way for a hypothesis that it goes another.

    The same way is very consistent; opposite ways are very inconsistent, a tension inconsistent
    (see ledger.comparing); different emphasis, and a judgement without direction, is neutral.
    What is hedged is never very anything.
    """
    if judged == wanted and wanted != "none":
        return "CC" if firm else "C"
    if clash(judged, wanted) == "contradiction":
        return "II" if firm else "I"
    return "I" if clash(judged, wanted) == "tension" else "N"


def is_firm(claim: Claim) -> bool:
    """Whether a judgement is made without reserve, and of what is: a prediction is not."""
    return claim.strength in _FIRM and claim.mode == "assessment"


def together(marks: Iterable[str]) -> str:
    """The mark for a hypothesis that says several things at once: all of them must hold.

    So what speaks against one of them speaks against the whole; else the best mark counts.
    """
    found = list(marks) or ["N"]
    worst, best = (
        min(found, key=VALUES.__getitem__),
        max(found, key=VALUES.__getitem__),
    )
    return worst if VALUES[worst] < 0 else best


def weaker(mark: str) -> str:
    """The same mark without its "very"."""
    return {"CC": "C", "II": "I"}.get(mark, mark)
