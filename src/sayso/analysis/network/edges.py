"""All links of a case as columns of numbers: which are there on a day, and what each actor counts
in the whole, without reading a tie or an event.

They are worked out when a case is linked. Who asks for the neighbours of one actor then reads the
ties and events of these alone.
"""

from __future__ import annotations

import sys
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain, compress, islice

from sayso.analysis.network.asking import Question, linked, other_end
from sayso.analysis.network.terms import Held, held_of
from sayso.analysis.record.validity import OPEN
from sayso.analysis.view import CaseView, Overview
from sayso.records.accounts import DEADLY, EVENT_TYPES, TIE_TYPES
from sayso.records.case import Entity, EventRow, Tie
from sayso.records.dates import Interval, days_later, number

TYPES = (*TIE_TYPES, *EVENT_TYPES)
_IN_A_ROW = 20_000
# Neighbours of an actor that are looked at however many links they have.
_FEWEST = 10
# The columns, in turn: of which record of the row, from whom, to whom, of which type, whether any
# date is told (ties), and the first and last day that bound it.
_COLUMNS = 7
_UNTOLD = -(2**31)
_FAR = 2**31 - 1


@dataclass(frozen=True, slots=True)
class Edges:
    """Some of the links: ``records`` are the ids of their ties and events, ``actors`` those that
    the numbers stand for, ``columns`` the numbers, four bytes each, column after column.

    ``held`` tells of ties whose term follows in part from other records.
    """

    records: tuple[str, ...]
    actors: tuple[str, ...]
    columns: bytes
    held: tuple[tuple[str, Held], ...]

    def __post_init__(self) -> None:
        # A case may have been changed by others: ValueError tells that it is damaged.
        columns = _unpacked(self.columns)
        ends = (len(self.records), len(self.actors), len(self.actors), len(TYPES))
        for column, end in zip(columns, ends, strict=False):
            if column and not 0 <= min(column) <= max(column) < end:
                raise ValueError("links to what is not there")


@dataclass(frozen=True, slots=True)
class Whole:
    """All links of a case, number by number."""

    records: Sequence[str]
    actors: Sequence[str]
    columns: Sequence[array[int]]
    held: Mapping[str, Held]

    @classmethod
    def of(cls, view: CaseView) -> Whole:
        """The links that a case keeps, or that are worked out now."""
        records: list[str] = []
        places: dict[str, int] = {}
        columns = [array("i") for _ in range(_COLUMNS)]
        held: dict[str, Held] = {}
        for part in EDGES.of(view):
            numbers = [places.setdefault(id, len(places)) for id in part.actors]
            found = _unpacked(part.columns)
            columns[0].extend(map(len(records).__add__, found[0]))
            for side in (1, 2):
                columns[side].extend(map(numbers.__getitem__, found[side]))
            for rest in range(3, _COLUMNS):
                columns[rest].extend(found[rest])
            records += part.records
            held |= dict(part.held)
        return cls(records, list(places), columns, held)

    def asked(self, question: Question) -> Present:
        """The links that a question asks for, of whatever actor."""
        _, left, right, type, dated, first, last = self.columns
        # A test for each type, so that half a million links are gone through without a question.
        tests = [_test(name, question) for name in TYPES]
        rows = zip(type, dated, first, last, strict=True)
        mask = [tests[t](d, f, u) for t, d, f, u in rows]
        if question.actors:
            among = {n for n, id in enumerate(self.actors) if id in question.actors}
            ends = zip(mask, left, right, strict=True)
            mask = [m and one in among and two in among for m, one, two in ends]
        return Present(self, mask)


class Present:
    """The links of a question, and what each actor counts among them."""

    def __init__(self, whole: Whole, mask: Sequence[bool]) -> None:
        self._whole = whole
        # As bare numbers: of half a million links some megabytes, which a server may keep.
        self._records, self._left, self._right = (
            array("i", compress(whole.columns[n], mask)) for n in range(3)
        )
        self._numbers = {id: n for n, id in enumerate(whole.actors)}

    @property
    def held(self) -> Mapping[str, Held]:
        """The terms of ties that follow in part from other records."""
        return self._whole.held

    def near(self, actor: str) -> set[str]:
        """The ids of an actor and of all it is linked to."""
        one = self._numbers.get(actor)
        pairs = zip(self._left, self._right, strict=True)
        ends = {end for pair in pairs if one in pair for end in pair}
        return {actor, *(self._whole.actors[end] for end in ends)}

    def nearest(self, actor: str, most: int) -> tuple[set[str], int]:
        """An actor with those that it has most links to, as many of them as at most so many ties
        and events link to it and to one another, but ten in any case; and how many are left out.
        """
        one = self._numbers.get(actor, -1)
        pairs = list(zip(self._left, self._right, strict=True))
        links = Counter(two if left == one else left for left, two in pairs if one in (left, two))
        del links[one]
        order = sorted(links, key=lambda n: (-links[n], self._whole.actors[n]))
        place = {n: rank for rank, n in enumerate(order, start=1)} | {one: 0}
        added = Counter(
            max(place[left], place[right])
            for left, right in pairs
            if left in place and right in place
        )
        taken = chosen = 0
        for rank in range(1, len(order) + 1):
            taken += added[rank]
            if taken > most and rank > _FEWEST:
                break
            chosen = rank
        near = {actor, *(self._whole.actors[n] for n in order[:chosen])}
        return near, len(order) - chosen

    def between(self, actors: set[str]) -> list[str]:
        """The ids of ties and events that link two of these actors, each once."""
        among = {self._numbers[id] for id in actors if id in self._numbers}
        found = zip(self._records, self._left, self._right, strict=True)
        records = (n for n, one, two in found if one in among and two in among)
        return [self._whole.records[n] for n in dict.fromkeys(records)]

    def shares(self, actors: set[str], most: int) -> tuple[list[str], int]:
        """The same, but about so many at most; and how many are left out.

        Each two have an equal share, and what the less joined do not use goes to the others; of
        each two ties come before events.
        """
        among = {self._numbers[id] for id in actors if id in self._numbers}
        found: dict[tuple[int, int], list[int]] = defaultdict(list)
        for record, one, two in zip(self._records, self._left, self._right, strict=True):
            if one in among and two in among:
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
        return {id: (links[n], alone[n]) for n, id in wanted.items()}

    @cached_property
    def _counted(self) -> tuple[Counter[int], Counter[int]]:
        """The links of every actor, and those that are linked to nobody else."""
        links = Counter(self._left)
        links.update(self._right)
        size = len(self._whole.actors)
        # A pair as one number: tuples of half a million links take twice the time.
        ends = zip(self._left, self._right, strict=True)
        pairs = [divmod(n, size) for n in {min(p) * size + max(p) for p in ends}]
        others = Counter(chain.from_iterable(pairs))
        alone: Counter[int] = Counter()
        for one, two in pairs:
            if others[two] == 1:
                alone[one] += 1
            if others[one] == 1:
                alone[two] += 1
        return links, alone


Test = Callable[[int, int, int], bool]


def _test(type: str, question: Question) -> Test:
    """Whether a link of a type is there, by whether it is dated and by the days that bound it."""
    kind = "tie" if type in TIE_TYPES else "event"
    if kind not in question.kinds or (question.types and type not in question.types):
        return lambda dated, first, last: False
    return _tie_test(question) if kind == "tie" else _event_test(question)


def _tie_test(question: Question) -> Test:
    day, upto = _numbered(question.at if question.pivot == OPEN else OPEN)
    undated = question.undated

    def holds(dated: int, first: int, last: int) -> bool:
        if not dated:
            return undated
        return first <= upto and (last == _UNTOLD or last >= day)

    return holds


def _event_test(question: Question) -> Test:
    asked = question.at if question.at != OPEN else question.pivot
    if asked == OPEN or None in asked:
        return lambda dated, first, last: True
    window = question.window
    near = _numbered((days_later(str(asked[0]), -window), days_later(str(asked[1]), window)))
    since, until = near
    turns = _numbered(asked) if question.at == OPEN else None

    def is_near(dated: int, first: int, last: int) -> bool:
        # Told alone, either end is both; of neither, both are before every day.
        if (last if first == _UNTOLD else first) > until:
            return False
        if (first if last == _UNTOLD else last) < since:
            return False
        if turns is None:
            return True
        return (first != _UNTOLD and turns[1] < first) or (last != _UNTOLD and last < turns[0])

    return is_near


def _numbered(days: Interval) -> tuple[int, int]:
    """An interval as numbers of days; an open one reaches as far as there are numbers."""
    first, last = (_UNTOLD if day is None else _number(day) for day in days)
    return first, _FAR if last == _UNTOLD else last


def _number(day: str | None) -> int:
    try:
        return _UNTOLD if day is None else max(_UNTOLD + 1, min(_FAR, number(day)))
    except (ValueError, OverflowError):
        # What is no date of the calendar bounds nothing.
        return _UNTOLD


def _made(view: CaseView) -> Iterator[Edges]:
    entities = {entity.id: entity for entity in view.entities()}
    # Their tellings are most of them, and nobody asks for these here.
    ties = [replace(tie, accounts=()) for tie in view.ties()]
    deaths = chain.from_iterable(view.event_rows(type=kind) for kind in DEADLY)
    held = held_of(ties, deaths, entities)
    rows = chain(
        _ties(ties, entities, held),
        (row for event in view.event_rows() for row in _events(event, entities)),
    )
    while some := list(islice(rows, _IN_A_ROW)):
        yield _part(some, held)


Row = tuple[str, str, str, int, int, int, int]


def _ties(
    ties: Iterable[Tie], entities: Mapping[str, Entity], held: Mapping[str, Held]
) -> Iterator[Row]:
    for tie in ties:
        other = other_end(tie, entities)
        if other is not None:
            term, dated = held[tie.id].term, held[tie.id].dated
            days = (_number(term.since[0]), _number(term.until[1]))
            yield tie.id, tie.subject, other, TYPES.index(tie.type), int(dated), *days


def _events(event: EventRow, entities: Mapping[str, Entity]) -> Iterator[Row]:
    if event.realis == "actual":
        days = (_number(event.earliest), _number(event.latest))
        for left, right in linked(event, entities):
            yield event.id, left, right, TYPES.index(event.type), 1, *days


def _part(rows: Sequence[Row], held: Mapping[str, Held]) -> Edges:
    records = tuple(dict.fromkeys(row[0] for row in rows))
    actors = tuple(dict.fromkeys(end for row in rows for end in row[1:3]))
    places = {id: n for n, id in enumerate(records)}
    ends = {id: n for n, id in enumerate(actors)}
    columns = [
        [places[row[0]] for row in rows],
        *([ends[str(row[n])] for row in rows] for n in (1, 2)),
        *([int(row[n]) for row in rows] for n in range(3, _COLUMNS)),
    ]
    more = tuple((id, held[id]) for id in records if id in held and held[id].grounds)
    return Edges(records, actors, _packed(columns), more)


def _packed(columns: Iterable[Iterable[int]]) -> bytes:
    return b"".join(_little(array("i", column)).tobytes() for column in columns)


def _unpacked(columns: bytes) -> list[array[int]]:
    whole = array("i")
    whole.frombytes(columns)
    if len(whole) % _COLUMNS:
        raise ValueError("columns of different lengths")
    size = len(_little(whole)) // _COLUMNS
    return [whole[n * size : (n + 1) * size] for n in range(_COLUMNS)]


def _little(numbers: array[int]) -> array[int]:
    """Numbers as every machine writes them: a case may be carried to another."""
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


EDGES = Overview("links 1", Edges, _made)
