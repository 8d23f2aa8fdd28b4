"""Which hedges of a document belong to an attribution."""

from __future__ import annotations

from bisect import bisect_left

from sayso.extract.attributions.finders.quotations import Bounds
from sayso.extract.attributions.finders.scene import Scene
from sayso.extract.attributions.hedging.find import ScopedHedge, find_hedges
from sayso.records.statements import Hedge

# A scope reaches over a content that it covers but for this many characters ("that", a mark).
_SLACK = 8


class Hedges:
    """The hedges of a document, to be asked for by content and cue."""

    def __init__(self, scene: Scene) -> None:
        self._all = find_hedges(scene.notes, scene.pack)
        self._starts = [hedge.bounds[0] for hedge in self._all]
        self._scene = scene
        self._by_sentence: dict[int, list[ScopedHedge]] = {}
        for hedge in self._all:
            self._by_sentence.setdefault(hedge.sentence, []).append(hedge)

    def of(self, content: Bounds, cue: Bounds | None = None) -> tuple[Hedge, ...]:
        """The hedges in a content or its cue, and those over the whole of it, each word once.

        A hedge beside the content in the same sentence is the teller's and not the source's, and
        so is one over the saying itself ("perhaps he said that").
        """
        found = {*self._inside(content), *(self._inside(cue) if cue else ())}
        around = (hedge for hedge in self._around(content) if _reaches(hedge.scope, content))
        found |= {hedge for hedge in around if cue is None or not _is_over(hedge, cue)}
        once: dict[str, Hedge] = {}
        for hedge in sorted(found, key=lambda one: one.bounds):
            once.setdefault(hedge.hedge.quote.lower(), hedge.hedge)
        return tuple(once.values())

    def _inside(self, place: Bounds) -> list[ScopedHedge]:
        first, behind = (bisect_left(self._starts, offset) for offset in place)
        return [hedge for hedge in self._all[first:behind] if hedge.bounds[1] <= place[1]]

    def _around(self, content: Bounds) -> list[ScopedHedge]:
        """The hedges of the sentence that a content begins in."""
        number = max(bisect_left(self._scene.sentence_starts, content[0] + 1) - 1, 0)
        return self._by_sentence.get(number, [])


def _reaches(scope: Bounds, content: Bounds) -> bool:
    return scope[0] - _SLACK <= content[0] and content[1] <= scope[1] + _SLACK


def _is_over(hedge: ScopedHedge, cue: Bounds) -> bool:
    """Whether a hedge stands before a saying and governs it, the cue with all the rest."""
    inside = hedge.scope[0] <= cue[0] and cue[1] <= hedge.scope[1]
    return inside and hedge.bounds[1] <= cue[0]
