"""Whether two judgements go together or part, and what they have in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sayso.records.case import Claim

SEVERITIES = ("contradiction", "tension", "emphasis")
SEVERITY_WORDS = {
    "contradiction": "contradiction",
    "tension": "tension",
    "emphasis": "different emphasis",
}
DIRECTION_WORDS = {
    "increase": "grows",
    "decline": "declines",
    "persist": "goes on",
    "change": "changes",
    "mixed": "goes both ways",
    "none": "is judged",
}
_CLASHES = {
    frozenset({"increase", "decline"}): "contradiction",
    frozenset({"persist", "decline"}): "tension",
    frozenset({"persist", "increase"}): "emphasis",
    frozenset({"change", "decline"}): "emphasis",
    frozenset({"change", "persist"}): "emphasis",
}


def clash(one: str, other: str) -> str | None:
    """How far two directions exclude one another (see SEVERITIES); null where they do not."""
    return _CLASHES.get(frozenset({one, other}))


def leaning(claims: Sequence[Claim]) -> str:
    """The direction that most of some judgements give; "mixed" where two lead, "none" without any.

    What is certain or plain counts twice as much as what is hedged. That a thing changes goes with
    any direction, so it leads only where more passages say so than all others together.
    """
    votes: Counter[str] = Counter()
    for claim in claims:
        if claim.direction and claim.direction != "none":
            votes[claim.direction] += 2 if claim.strength in ("certain", "plain") else 1
    if 2 * votes["change"] <= votes.total():
        del votes["change"]
    ranked = votes.most_common(2)
    if not ranked:
        return "none"
    if len(ranked) > 1 and ranked[0][1] == ranked[1][1]:
        return "mixed"
    return ranked[0][0]
