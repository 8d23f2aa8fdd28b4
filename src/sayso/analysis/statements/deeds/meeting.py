"""Which deeds of two reports are held against each other: of one verb, or with something rare in
common."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.analysis.statements.deeds.causes import other_cause
from sayso.analysis.statements.deeds.fitting import Spread
from sayso.analysis.statements.deeds.leading import other_leader
from sayso.analysis.statements.deeds.parting import Parting
from sayso.analysis.statements.deeds.report import CAUSE, LEADER, Deeds, Met
from sayso.analysis.statements.relations import Relation
from sayso.analysis.statements.senses import Senses
from sayso.analysis.statements.statement import Statement

# A name or word that more deeds of a report have brings no two deeds together by itself.
_CROWD = 12


def parted_deeds(
    left: Deeds, right: Deeds, senses: Senses
) -> Iterator[tuple[Relation, Statement, Statement]]:
    """Deeds of two reports of one matter that part, with the statements that tell them."""
    spread = Spread(left.words, right.words)
    parting = Parting(spread, senses)
    few = {key: places for key, places in right.places.items() if len(places) <= _CROWD}
    for one in left.met:
        for place in sorted({place for key in one.keys & few.keys() for place in few[key]}):
            other = right.met[place]
            found = _of_heads(one, other, spread, senses) or parting.of(one, other)
            if found is not None:
                yield found, one.pair[0], other.pair[0]


def _of_heads(one: Met, other: Met, spread: Spread, senses: Senses) -> Relation | None:
    """In what two deeds part that tell of a cause, or of who is at the head."""
    found = None
    if CAUSE in one.keys and CAUSE in other.keys:
        found = other_cause(one.pair[1], other.pair[1], spread, senses)
    if found is None and LEADER in one.keys and LEADER in other.keys:
        found = other_leader(one.pair, other.pair, spread, senses)
    return found
