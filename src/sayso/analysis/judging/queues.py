"""What waits for an analyst, most valuable first, and what was settled of it."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.analysis.citations import field_rank
from sayso.analysis.judging.settling import UNDECIDED
from sayso.records.case import Conflict, Judgement

STATES = ("open", "undecided", "settled")


def ranked(conflicts: Iterable[Conflict]) -> list[Conflict]:
    """Conflicts between reports before those within one, then by field and number of holders."""
    return sorted(
        conflicts, key=lambda c: (c.scope != "across", field_rank(c.field), -_holders(c), c.id)
    )


def state(judged: Judgement | None) -> str:
    """Where something stands in its queue: one of STATES."""
    if judged is None:
        return "open"
    return "undecided" if judged.value == UNDECIDED else "settled"


def last(judgements: Iterable[Judgement], *kinds: str) -> Judgement | None:
    """The latest of these kinds of judgement that holds: what "undo" would take back."""
    found = [
        j for j in judgements if j.decision in kinds and j.value is not None and not j.revoked_by
    ]
    return max(found, key=lambda j: (j.at, j.id), default=None)


def _holders(conflict: Conflict) -> int:
    return len({holder for side in conflict.sides for holder in side.holders})
