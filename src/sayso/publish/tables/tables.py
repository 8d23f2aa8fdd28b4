"""The tables of a case by name: what a row of each is, and the rows, streamed in a stable order."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from sayso.publish.tables import making, rows
from sayso.publish.tables.making import Register
from sayso.records.case import Judgement
from sayso.records.documents import DocumentRow, Failure


@dataclass(frozen=True, slots=True)
class Column:
    """A column: ``type`` is one of text, whole, number, flag, texts (a list of texts)."""

    name: str
    type: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the class of its rows, and what makes them from a case."""

    row: type[Any]
    rows: Callable[[Register], Iterator[Any]]

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns, in order."""
        hints = typing.get_type_hints(self.row)
        return tuple(Column(f.name, _type(hints[f.name])) for f in dataclasses.fields(self.row))


def _events(register: Register) -> Iterator[rows.EventRow]:
    return (making.event_row(register, event) for event in register.view.events())


def _participants(register: Register) -> Iterator[rows.ParticipantRow]:
    for event in register.view.events():
        yield from making.participant_rows(register, event)


def _accounts(register: Register) -> Iterator[rows.AccountRow]:
    for event in register.view.events():
        yield from making.account_rows(register, event)
    for tie in register.view.ties():
        yield from making.account_rows(register, tie)


def _sides(register: Register) -> Iterator[rows.SideRow]:
    for conflict in register.view.conflicts():
        yield from making.side_rows(conflict)


TABLES: dict[str, Table] = {
    "documents": Table(DocumentRow, lambda r: iter(r.view.document_rows())),
    "failures": Table(Failure, lambda r: iter(r.view.failures())),
    "entities": Table(rows.EntityRow, lambda r: making.entity_rows(r, r.view.entities())),
    "mentions": Table(rows.MentionRow, making.mention_rows),
    "attributions": Table(
        rows.AttributionRow, lambda r: map(making.attribution_row, r.view.attributions())
    ),
    "sources": Table(rows.SourceRow, making.source_rows),
    "events": Table(rows.EventRow, _events),
    "participants": Table(rows.ParticipantRow, _participants),
    "ties": Table(rows.TieRow, lambda r: (making.tie_row(r, t) for t in r.view.ties())),
    "accounts": Table(rows.AccountRow, _accounts),
    "claims": Table(rows.ClaimRow, lambda r: (making.claim_row(r, c) for c in r.view.claims())),
    "conflicts": Table(rows.SideRow, _sides),
    "checks": Table(rows.CheckRow, lambda r: map(making.check_row, r.view.checks())),
    "times": Table(rows.TimeRow, making.time_rows),
    "quantities": Table(rows.QuantityRow, making.quantity_rows),
    "judgements": Table(Judgement, lambda r: iter(r.view.judgements())),
}


def columns_of(row: type[Any]) -> tuple[Column, ...]:
    """The columns of a class of rows."""
    return Table(row, lambda _: iter(())).columns


def _type(hint: Any) -> str:
    inside = [arg for arg in typing.get_args(hint) if arg is not type(None)]
    if typing.get_origin(hint) in (types.UnionType, typing.Union):
        hint = inside[0]
    if typing.get_origin(hint) is tuple:
        return "texts"
    return {str: "text", int: "whole", float: "number", bool: "flag"}[hint]
