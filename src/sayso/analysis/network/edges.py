"""All links of a case as columns of numbers, worked out when the case is linked.

Who asks for the neighbours of one actor then reads the ties and events of these alone.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice

from sayso.analysis.network.asking import linked, other_end
from sayso.analysis.network.terms import Held, held_of
from sayso.analysis.view import CaseView, Overview
from sayso.records.accounts import DEADLY, EVENT_TYPES, TIE_TYPES
from sayso.records.case import Entity, EventRow, Tie
from sayso.records.dates import number

TYPES = (*TIE_TYPES, *EVENT_TYPES)
_IN_A_ROW = 20_000
# The columns, in turn: of which record of the row, from whom, to whom, of which type, whether any
# date is told (ties), and the first and last day that bound it.
COLUMNS = 7
UNTOLD = -(2**31)
FAR = 2**31 - 1


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
        numbers = array("i")
        numbers.frombytes(self.columns)
        if len(numbers) % COLUMNS:
            raise ValueError("columns of different lengths")
        size = len(_little(numbers)) // COLUMNS
        ends = (len(self.records), len(self.actors), len(self.actors), len(TYPES))
        for n, end in enumerate(ends):
            column = numbers[n * size : (n + 1) * size]
            if column and not 0 <= min(column) <= max(column) < end:
                raise ValueError("links to what is not there")


def day_number(day: str | None) -> int:
    """A day as a number; UNTOLD of what is no date of the calendar, or not told."""
    try:
        return UNTOLD if day is None else max(UNTOLD + 1, min(FAR, number(day)))
    except (ValueError, OverflowError):
        # What is no date of the calendar bounds nothing.
        return UNTOLD


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
            days = (day_number(term.since[0]), day_number(term.until[1]))
            yield tie.id, tie.subject, other, TYPES.index(tie.type), int(dated), *days


def _events(event: EventRow, entities: Mapping[str, Entity]) -> Iterator[Row]:
    if event.realis == "actual":
        days = (day_number(event.earliest), day_number(event.latest))
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
        *([int(row[n]) for row in rows] for n in range(3, COLUMNS)),
    ]
    more = tuple((id, held[id]) for id in records if id in held and held[id].grounds)
    return Edges(records, actors, _packed(columns), more)


def _packed(columns: Iterable[Iterable[int]]) -> bytes:
    return b"".join(_little(array("i", column)).tobytes() for column in columns)


def _little(numbers: array[int]) -> array[int]:
    """Numbers as every machine writes them: a case may be carried to another."""
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


EDGES = Overview("links 1", Edges, _made)
