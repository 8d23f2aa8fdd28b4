"""Which deeds of two reports are held against each other: of one verb, or with something rare in
common."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from sayso.analysis.statements.deeds.causes import cause_of, other_cause
from sayso.analysis.statements.deeds.fitting import Pair, Spread
from sayso.analysis.statements.deeds.leading import leader_of, other_leader
from sayso.analysis.statements.deeds.parting import Parting
from sayso.analysis.statements.relations import Relation
from sayso.analysis.statements.senses import Senses
from sayso.analysis.statements.slots.deed import Told
from sayso.analysis.statements.statement import Statement

# A name or word that more deeds of a report have brings no two deeds together by itself.
_CROWD = 12
_CAUSE, _LEADER = "~cause", "~leader"


def parted_deeds(
    left: Sequence[Statement], right: Sequence[Statement], senses: Senses
) -> Iterator[tuple[Relation, Statement, Statement]]:
    """Deeds of two reports of one matter that part, with the statements that tell them."""
    spread = Spread(left, right)
    parting = Parting(spread, senses)
    index: dict[str, list[int]] = defaultdict(list)
    pairs = _pairs(right)
    keys = [_keys(deed, senses) for _, deed in pairs]
    for place, theirs in enumerate(keys):
        for feature in theirs:
            index[feature].append(place)
    for one in _pairs(left):
        own = _keys(one[1], senses)
        lists = (index[key] for key in own if key in index)
        for place in sorted({p for places in lists if len(places) <= _CROWD for p in places}):
            other, both = pairs[place], own & keys[place]
            found = other_cause(one[1], other[1], spread, senses) if _CAUSE in both else None
            if found is None and _LEADER in both:
                found = other_leader(one, other, spread, senses)
            found = found or parting.of(one, other)
            if found is not None:
                yield found, one[0], other[0]


def _keys(deed: Told, senses: Senses) -> set[str]:
    """What brings a deed beside others: its verb, who and what has a part in it, and whether it
    tells of a cause or of who is at the head."""
    found = {deed.verb, deed.word, *deed.features}
    found |= {one.head for one in deed.phrases if one.head is not None}
    if cause_of(deed, senses):
        found.add(_CAUSE)
    if leader_of(deed, senses):
        found.add(_LEADER)
    return found


def _pairs(statements: Sequence[Statement]) -> list[Pair]:
    return [(one, deed) for one in statements for deed in one.deeds]
