"""The links of a case gone through by the hundred thousand: which are there on a day, who is near
whom, and what each actor counts in the whole, without reading a tie or an event.

Columns of numbers are numpy's work: half a million links one by one take half a second. It takes
a tenth of a second to load, so that only who needs it loads this module.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from sayso.analysis.network.asking import Question
from sayso.analysis.network.edges import COLUMNS, EDGES, FAR, TYPES, UNTOLD, day_number
from sayso.analysis.network.terms import Held
from sayso.analysis.record.validity import OPEN
from sayso.analysis.view import CaseView
from sayso.records.accounts import TIE_TYPES
from sayso.records.dates import Interval, days_later

# Neighbours of an actor that are looked at however many links they have.
_FEWEST = 10
# Four bytes each, as every machine writes them: a case may be carried to another.
_STORED = np.dtype("<i4")
Numbers = NDArray[np.int32]
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Whole:
    """All links of a case: the columns of Edges, with one numbering of records and of actors."""

    records: Sequence[str]
    actors: Sequence[str]
    columns: Numbers
    held: Mapping[str, Held]

    @classmethod
    def of(cls, view: CaseView) -> Whole:
        """The links that a case keeps, or that are worked out now."""
        records: list[str] = []
        places: dict[str, int] = {}
        parts: list[Numbers] = [np.empty((COLUMNS, 0), np.int32)]
        held: dict[str, Held] = {}
        for part in EDGES.of(view):
            columns = np.frombuffer(part.columns, _STORED).astype(np.int32).reshape(COLUMNS, -1)
            numbers = np.array([places.setdefault(id, len(places)) for id in part.actors])
            columns[0] += len(records)
            if numbers.size:
                columns[1:3] = numbers[columns[1:3]]
            parts.append(columns)
            records += part.records
            held |= dict(part.held)
        return cls(records, list(places), np.concatenate(parts, axis=1), held)

    def asked(self, question: Question) -> Present:
        """The links that a question asks for, of whatever actor."""
        _, left, right, type, *days = self.columns
        ties = type < len(TIE_TYPES)
        mask = np.where(ties, _ties_there(question, *days), _events_there(question, *days[1:]))
        mask &= np.array([_is_asked(name, question) for name in TYPES])[type]
        if question.actors:
            among = np.array([id in question.actors for id in self.actors], bool)
            mask &= among[left] & among[right]
        return Present(self, mask)


class Present:
    """The links of a question, and what each actor counts among them."""

    def __init__(self, whole: Whole, mask: Mask) -> None:
        self._whole = whole
        # As bare numbers: of half a million links some megabytes, which a server may keep.
        self._records, self._left, self._right = (column[mask] for column in whole.columns[:3])
        self._numbers = {id: n for n, id in enumerate(whole.actors)}

    @property
    def held(self) -> Mapping[str, Held]:
        """The terms of ties that follow in part from other records."""
        return self._whole.held

    def near(self, actor: str) -> set[str]:
        """The ids of an actor and of all it is linked to."""
        ends = np.unique(self._others(self._numbers.get(actor, -1)))
        return {actor, *(self._whole.actors[end] for end in ends.tolist())}

    def nearest(self, actor: str, most: int) -> tuple[set[str], int]:
        """An actor with those that it has most links to, as many of them as at most so many ties
        and events link to it and to one another, but ten in any case; and how many are left out.
        """
        one = self._numbers.get(actor, -1)
        links = Counter(self._others(one).tolist())
        order = sorted(links, key=lambda n: (-links[n], self._whole.actors[n]))
        place = np.full(len(self._whole.actors), -1)
        place[order] = np.arange(1, len(order) + 1)
        if one >= 0:
            place[one] = 0
        left, right = place[self._left], place[self._right]
        inside = (left >= 0) & (right >= 0)
        added = np.bincount(np.maximum(left, right)[inside], minlength=len(order) + 1)
        fit = int(np.searchsorted(np.cumsum(added[1:]), most, side="right"))
        chosen = min(len(order), max(fit, _FEWEST))
        near = {actor, *(self._whole.actors[n] for n in order[:chosen])}
        return near, len(order) - chosen

    def between(self, actors: set[str]) -> list[str]:
        """The ids of ties and events that link two of these actors, each once."""
        records = dict.fromkeys(self._records[self._inside(actors)].tolist())
        return [self._whole.records[n] for n in records]

    def shares(self, actors: set[str], most: int) -> tuple[list[str], int]:
        """The same, but about so many at most; and how many are left out.

        Each two have an equal share, and what the less joined do not use goes to the others; of
        each two ties come before events.
        """
        inside = self._inside(actors)
        rows = (column[inside].tolist() for column in (self._records, self._left, self._right))
        found: dict[tuple[int, int], list[int]] = defaultdict(list)
        for record, one, two in zip(*rows, strict=True):
            found[min(one, two), max(one, two)].append(record)
        chosen: dict[int, None] = {}
        room = most
        for place, records in enumerate(sorted(found.values(), key=len)):
            share = records[: max(1, room // (len(found) - place))]
            chosen.update(dict.fromkeys(share))
            room = max(0, room - len(share))
        every = {record for records in found.values() for record in records}
        return [self._whole.records[n] for n in chosen], len(every) - len(chosen)

    def counts(self, actors: Iterable[str]) -> dict[str, tuple[int, int]]:
        """For each of these how many links it has, and how many are linked to nobody else."""
        wanted = {n: id for id in actors if (n := self._numbers.get(id)) is not None}
        links, alone = self._counted
        return {id: (int(links[n]), int(alone[n])) for n, id in wanted.items()}

    @cached_property
    def _counted(self) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """The links of every actor, and those that are linked to nobody else."""
        size = len(self._whole.actors)
        links = np.bincount(self._left, minlength=size) + np.bincount(self._right, minlength=size)
        low, high = np.minimum(self._left, self._right), np.maximum(self._left, self._right)
        pairs = np.unique(low.astype(np.int64) * size + high)
        one, two = np.divmod(pairs, max(size, 1))
        others = np.bincount(one, minlength=size) + np.bincount(two, minlength=size)
        alone = np.bincount(one[others[two] == 1], minlength=size)
        alone += np.bincount(two[others[one] == 1], minlength=size)
        return links, alone

    def _others(self, one: int) -> Numbers:
        """Who stands at the other end of each link of an actor."""
        return np.concatenate([self._right[self._left == one], self._left[self._right == one]])

    def _inside(self, actors: Iterable[str]) -> Mask:
        """Which links join two of these."""
        among = np.zeros(len(self._whole.actors), bool)
        among[[n for id in actors if (n := self._numbers.get(id)) is not None]] = True
        inside: Mask = among[self._left] & among[self._right]
        return inside


def _is_asked(type: str, question: Question) -> bool:
    kind = "tie" if type in TIE_TYPES else "event"
    return kind in question.kinds and (not question.types or type in question.types)


def _ties_there(question: Question, dated: Numbers, first: Numbers, last: Numbers) -> Mask:
    """Which ties hold, by whether they are dated and by the days that bound them."""
    day, upto = _numbered(question.at if question.pivot == OPEN else OPEN)
    holds = (first <= upto) & ((last == UNTOLD) | (last >= day))
    return np.where(dated != 0, holds, question.undated)


def _events_there(question: Question, first: Numbers, last: Numbers) -> Mask:
    """Which events are near the day, by the days that bound them; of a turning point those that
    are on one side of it."""
    asked = question.at if question.at != OPEN else question.pivot
    if asked == OPEN or None in asked:
        return np.ones(len(first), bool)
    window = question.window
    near = (days_later(str(asked[0]), -window), days_later(str(asked[1]), window))
    since, until = _numbered(near)
    # Told alone, either end is both; of neither, both are before every day.
    found = np.where(first == UNTOLD, last, first) <= until
    found &= np.where(last == UNTOLD, first, last) >= since
    if question.at == OPEN:
        start, end = _numbered(asked)
        found &= ((first != UNTOLD) & (first > end)) | ((last != UNTOLD) & (last < start))
    return found


def _numbered(days: Interval) -> tuple[int, int]:
    """An interval as numbers of days; an open one reaches as far as there are numbers."""
    first, last = (UNTOLD if day is None else day_number(day) for day in days)
    return first, FAR if last == UNTOLD else last
