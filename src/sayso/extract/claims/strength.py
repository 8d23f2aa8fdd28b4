"""How firmly a claim is made, and whether of what is or of what will be."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from sayso.extract.attributions.hedging.find import ScopedHedge
from sayso.extract.claims.units import Unit
from sayso.records.parse import Token

# Up to this upper bound of probability, or without one but with a word of mere chance, a thing
# is possible; above, it is qualified (ICD 203: "likely" begins at 55 %).
_CHANCE = frozenset({"may", "might", "can", "could", "possible", "possibly", "possibility",
                     "ruled", "rule", "excluded", "exclude", "conceivable", "potentially",
                     "plausible", "chance"})  # fmt: skip


class Hedged:
    """The hedges of a document, by the words they govern."""

    def __init__(self, hedges: Iterable[ScopedHedge]) -> None:
        self._found = sorted(hedges, key=lambda hedge: hedge.bounds)
        self._starts = [hedge.bounds[0] for hedge in self._found]

    def around(self, unit: Unit) -> list[ScopedHedge]:
        """The hedges in a clause that reach its main word, or that stand before all of it."""
        low = bisect_left(self._starts, unit.sentence.start)
        high = bisect_left(self._starts, unit.sentence.end)
        reach = unit.head
        return [
            hedge
            for hedge in self._found[low:high]
            if unit.start <= hedge.bounds[0] < unit.end
            or hedge.scope[0] <= reach.start < hedge.scope[1]
        ]


def strength(hedges: Sequence[ScopedHedge], *, sure: bool, words: Sequence[Token]) -> str:
    """Certain, plain, qualified or possible."""
    chances = [_is_chance(hedge) for hedge in hedges]
    if any(chances):
        return "possible"
    if hedges:
        return "qualified"
    if sure:
        return "certain"
    return "qualified" if any(t.lemma.lower() in _OPINION for t in words) else "plain"


def is_unlikely(hedge: ScopedHedge) -> bool:
    """Whether a hedge says that a thing is less likely than not."""
    return hedge.hedge.high is not None and hedge.hedge.high < _EVEN


_EVEN = 0.5
_OPINION = frozenset({"consider", "deem", "regard"})


def _is_chance(hedge: ScopedHedge) -> bool:
    words = hedge.hedge.quote.lower().replace("cannot", "can not").split()
    return bool(_CHANCE.intersection(words)) and "likely" not in words
