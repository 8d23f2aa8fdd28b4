"""The deeds of one report, ready to be held against those of others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from sayso.analysis.statements.deeds.causes import cause_of
from sayso.analysis.statements.deeds.fitting import Pair, Words
from sayso.analysis.statements.deeds.leading import leader_of
from sayso.analysis.statements.deeds.may import may_part
from sayso.analysis.statements.senses import Senses
from sayso.analysis.statements.slots.deed import Told
from sayso.analysis.statements.statement import Statement

# Keys of deeds that tell of a cause, and of who is at the head; no word is written so.
CAUSE, LEADER = "~cause", "~leader"


class Met(NamedTuple):
    """A deed with its statement, what brings it beside others, and in what it may part."""

    pair: Pair
    keys: frozenset[str]
    may: int | None


class Deeds:
    """The deeds of a report with what is asked of each again and again, worked out once: a report
    is held against many."""

    def __init__(self, statements: Sequence[Statement], senses: Senses) -> None:
        self.statements = statements
        self.words = Words(statements)
        self.met = [
            Met((one, deed), _keys(deed, senses), may_part((one, deed), senses))
            for one in statements
            for deed in one.deeds
        ]
        self.places: dict[str, list[int]] = defaultdict(list)
        for place, one_met in enumerate(self.met):
            for key in sorted(one_met.keys):
                self.places[key].append(place)


def _keys(deed: Told, senses: Senses) -> frozenset[str]:
    """What brings a deed beside others: its verb, who and what has a part in it, and whether it
    tells of a cause or of who is at the head."""
    found = {deed.verb, deed.word, *deed.features}
    found |= {one.head for one in deed.phrases if one.head is not None}
    if cause_of(deed, senses):
        found.add(CAUSE)
    if leader_of(deed, senses):
        found.add(LEADER)
    return frozenset(found)
