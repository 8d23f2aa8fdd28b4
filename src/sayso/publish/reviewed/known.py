"""Somebody known elsewhere under several names: who in the case is then one, and who is not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso.analysis.naming.deciding import anchor, judged
from sayso.analysis.wording.names import folded
from sayso.publish.reviewed.review import Desk, Passed, Review
from sayso.records.case import Entity
from sayso.records.errors import UsageError
from sayso.resolve.decisions import DIFFERENT, SAME


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody as a reviewed file knows them.

    ``types`` are the types of ours that may be meant, all where empty; ``ids`` are ids of this
    case that the file holds to be one; ``apart`` are names of others.
    """

    where: str
    names: tuple[str, ...]
    types: frozenset[str] = frozenset()
    ids: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()


class Roll:
    """Everybody in a case by name, to be held against those known elsewhere."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._standing = desk.standing()
        self._by_id = {one.id: one for one in desk.view.entities()}
        self._by_name: dict[str, list[Entity]] = {}
        for one in self._by_id.values():
            for form in dict.fromkeys(folded(name) for name in (one.name, *one.aliases)):
                self._by_name.setdefault(form, []).append(one)

    def hold(self, known: Iterable[Known]) -> Review:
        """The judgements that come of them all."""
        review = Review()
        for one in known:
            self._hold(one, review)
        return review

    def _hold(self, known: Known, review: Review) -> None:
        passed = len(review.passed)
        meant = list(self._meant(known, review))
        if not meant:
            if len(review.passed) == passed:
                review.strangers.append(next(iter((*known.names, *known.ids)), known.where))
            return
        first, *others = meant
        for other in others:
            self._judge(SAME, first, other, known, review)
        for name in known.apart:
            for other in self._bearers(known, name, review):
                if other.id != first.id:
                    self._judge(DIFFERENT, first, other, known, review)

    def _meant(self, known: Known, review: Review) -> Iterator[Entity]:
        """Those of the case that the file holds to be one, each once."""
        found: dict[str, Entity] = {}
        for id in known.ids:
            if id in self._by_id:
                found[id] = self._by_id[id]
        own = {folded(form) for one in found.values() for form in (one.name, *one.aliases)}
        for name in known.names:
            # Its own names tell nothing new of somebody whom the file names by id.
            if folded(name) not in own:
                found.update((one.id, one) for one in self._bearers(known, name, review))
        yield from found.values()

    def _bearers(self, known: Known, name: str, review: Review) -> list[Entity]:
        """Who bears a name, if it is one alone: of two of one name nobody says which is meant."""
        found = [
            one
            for one in self._by_name.get(folded(name), ())
            if not known.types or one.type in known.types
        ]
        if len(found) > 1:
            ids = ", ".join(one.id for one in found)
            review.passed.append(Passed(known.where, f"'{name}' may be {len(found)} here: {ids}"))
            return []
        return found

    def _judge(self, kind: str, one: Entity, other: Entity, known: Known, review: Review) -> None:
        desk = self._desk
        try:
            a, b = (anchor(desk.view, entity.id) for entity in (one, other))
            made = judged(kind, a, b, by=desk.by, at=desk.at, reason=f"from {known.where}")
        except UsageError as error:
            review.passed.append(Passed(known.where, error.message))
            return
        review.take(made, known.where, self._standing)
