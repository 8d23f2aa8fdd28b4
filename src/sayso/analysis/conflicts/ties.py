"""Conflicts about lasting ties: denied by some, or one office with two holders at one time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from sayso.analysis.conflicts.ground import Ground, Telling, conflict
from sayso.analysis.wording.names import folded
from sayso.analysis.wording.sentences import tie_sentence
from sayso.records.case import Conflict, Tie

_Seat = tuple[str, str]


def tie_conflicts(ties: Iterable[Tie], ground: Ground) -> tuple[Conflict, ...]:
    """Ties that some accounts affirm and others deny, and offices held by two at one time.

    An office counts as held by two only where both terms are known to begin and to end: an
    office may have several seats, and a term without an end may long be over.
    """
    ties = list(ties)
    return (*_denied(ties, ground), *_two_holders(ties, ground))


def _denied(ties: Sequence[Tie], ground: Ground) -> Iterator[Conflict]:
    groups: dict[tuple[str | None, ...], list[Tie]] = defaultdict(list)
    for tie in ties:
        groups[tie.type, tie.subject, tie.object, tie.office, tie.territory].append(tie)
    for group in groups.values():
        for one, other in combinations(group, 2):
            if one.polarity != other.polarity and _overlap(one, other, sure=False):
                why = "One side affirms what the other denies"
                yield _between(ground, one, other, "occurrence", why)


def _two_holders(ties: Sequence[Tie], ground: Ground) -> Iterator[Conflict]:
    seats: dict[_Seat, list[Tie]] = defaultdict(list)
    for tie in ties:
        if tie.type == "holds_office" and tie.office and tie.object and tie.polarity == "positive":
            office = ground.names.get(tie.office, tie.office)
            seats[folded(office), tie.object].append(tie)
    for held in seats.values():
        for one, other in combinations(held, 2):
            if one.subject != other.subject and _overlap(one, other, sure=True):
                why = "Two are said to hold one office at the same time"
                yield _between(ground, one, other, "participants", why)


def _between(ground: Ground, one: Tie, other: Tie, field: str, why: str) -> Conflict:
    tellings = [
        Telling(tie_sentence(tie, ground.names), account)
        for tie in (one, other)
        for account in tie.accounts
    ]
    return conflict(ground, (one.id, other.id), field, tellings, ("contradiction", why))


def _overlap(one: Tie, other: Tie, *, sure: bool) -> bool:
    """Whether two terms share time, surely or possibly; a shared border alone is a handover."""
    bounds = (one.since, one.until, other.since, other.until)
    if sure and not all(bounds):
        return False
    return _starts_before_end(one.since, other.until) and _starts_before_end(other.since, one.until)


def _starts_before_end(since: str | None, until: str | None) -> bool:
    if not since or not until:
        return True
    shared = min(len(since), len(until))
    return since[:shared] < until[:shared]
