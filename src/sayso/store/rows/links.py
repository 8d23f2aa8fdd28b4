"""Linked records as rows: one table a kind, and an index of who names whom."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Row, Table

from sayso.records import codec, dates
from sayso.records.case import (
    Account,
    Agreement,
    Check,
    Claim,
    Conflict,
    Corroboration,
    Entity,
    EntityMention,
    Event,
    Judgement,
    Merge,
    Tie,
)
from sayso.records.marks import Quantity, Time
from sayso.records.spans import Span
from sayso.records.statements import Attribution, Trait, strange_names
from sayso.store import schema
from sayso.store.rows import bodies
from sayso.store.rows.sound import sound
from sayso.store.rows.text import folded

Record = (
    Entity | EntityMention | Merge | Time | Quantity | Attribution | Trait | Event | Tie | Claim
    | Corroboration | Conflict | Agreement | Check | Judgement
)  # fmt: skip
Values = dict[str, Any]

PLACE, SOURCE, VOUCHER, ABOUT = "place", "source", "attribution", "about"
WHOLE, STRANGER = "part_of", "stranger"
# The parties of a tie.
PARTIES = ("subject", "object", "office", "territory")
# Text compares after every ISO date.
NEVER = "~"


class Name(NamedTuple):
    """That one record names another, and as what."""

    role: str
    target: str


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of linked record, its table, and what queries need of it beside its body."""

    record: type[Any]
    table: Table
    order: tuple[ColumnElement[Any], ...]
    columns: Callable[[Any], Values] | None = None
    names: Callable[[Any], Iterator[tuple[str, str | None]]] | None = None

    def row(self, record: Any) -> Values:
        """The columns of a record; a kind without columns of its own keeps all its fields so."""
        if self.columns is None:
            return _flat(record)
        return {**self.columns(record), "body": bodies.written(record)}

    @sound
    def of(self, row: Row[Any]) -> Any:
        """The record in a row of the whole table."""
        if self.columns is None:
            return self._of_flat(row)
        return bodies.read(self.record, row.body)

    def named(self, record: Any) -> set[Name]:
        """Which records a record names, and as what."""
        pairs = self.names(record) if self.names else ()
        return {Name(role, target) for role, target in pairs if target is not None}

    def _of_flat(self, row: Row[Any]) -> Any:
        kind: Any = self.record
        place, names, rest = _positions(kind, self.table)
        return self.record(span=Span(*place(row)), **dict(zip(names, rest(row), strict=True)))


@cache
def _positions(
    record: Any, table: Table
) -> tuple[Callable[[Any], Any], tuple[str, ...], Callable[[Any], Any]]:
    """Where a row has its span, the names of the record's other fields, and where it has those.

    By number: a column looked up by name in each of a hundred thousand rows takes most of the time.
    """
    at = {name: n for n, name in enumerate(table.c.keys())}
    names = tuple(name for name in _fields(record) if name != "span")
    span = itemgetter(*(at[name] for name in ("document", "start", "end", "quote")))
    return span, names, itemgetter(*(at[name] for name in names))


@cache
def _fields(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind))


def _flat(record: Any) -> Values:
    kind: Any = type(record)
    values = {name: getattr(record, name) for name in _fields(kind)}
    span: Values = codec.plain(values.pop("span"))
    # Numbers in texts know no limit, SQLite's integers do.
    return {n: float(v) if isinstance(v, int) else v for n, v in values.items()} | span


def _cited(record: Any, span: Span) -> Values:
    return {"id": record.id, "document": span.document, "start": span.start, "end": span.end}


def _entity(entity: Entity) -> Values:
    names = "\n".join(folded(name) for name in (entity.name, *entity.aliases))
    return {"id": entity.id, "type": entity.type, "names": names}


def _event(event: Event) -> Values:
    own = {name: getattr(event, name) for name in ("id", "type", "mode", "earliest", "latest")}
    return {**own, **in_time(event.earliest, event.latest)}


def in_time(earliest: str | None, latest: str | None) -> Values:
    """Keys by which events sort in time, as ``day`` and ``upto``: first day, then last.

    An event of which only the last day is told stands at that, an undated one behind all.
    """
    first = earliest or latest
    return {
        "day": dates.order(first) if first else NEVER,
        "upto": dates.order(latest) if latest else NEVER,
    }


def _tie(tie: Tie) -> Values:
    earliest, latest = dates.bounds(tie.since)[0], dates.bounds(tie.until)[1]
    return {"id": tie.id, "type": tie.type, "earliest": earliest, "latest": latest}


def _attribution_names(attribution: Attribution) -> Iterator[tuple[str, str | None]]:
    yield SOURCE, attribution.source_entity
    for link in attribution.chain:
        yield SOURCE, link.entity
    yield from ((STRANGER, name) for name in strange_names(attribution))


def _event_names(event: Event) -> Iterator[tuple[str, str | None]]:
    tellings: tuple[Event | Account, ...] = (event, *event.accounts)
    for telling in tellings:
        yield from ((part.role, part.entity) for part in telling.participants)
        yield from ((PLACE, place) for place in telling.places)
    yield WHOLE, event.part_of
    for account in event.accounts:
        yield from ((VOUCHER, id) for id in account.attributions)


def _tie_names(tie: Tie) -> Iterator[tuple[str, str | None]]:
    for role in PARTIES:
        yield role, getattr(tie, role)
    for account in tie.accounts:
        yield from ((VOUCHER, id) for id in account.attributions)


def _claim_names(claim: Claim) -> Iterator[tuple[str, str | None]]:
    yield "holder", claim.holder
    yield "subject", claim.subject
    yield from ((VOUCHER, id) for id in claim.attributions)


def _about(record: Conflict | Agreement | Judgement) -> Iterator[tuple[str, str | None]]:
    return ((ABOUT, id) for id in record.about)


def _by(table: Table, *names: str) -> tuple[ColumnElement[Any], ...]:
    return tuple(table.c[name] for name in names)


def _places(table: Table, *names: str) -> tuple[ColumnElement[Any], ...]:
    return _by(table, "document", "start", "end", *names, "row")


KINDS: dict[str, Kind] = {
    "entity": Kind(Entity, schema.entity, _by(schema.entity, "id"), _entity),
    "mention": Kind(EntityMention, schema.mention, _places(schema.mention, "entity")),
    "merge": Kind(
        Merge,
        schema.merge,
        _by(schema.merge, "id"),
        lambda merge: {name: getattr(merge, name) for name in ("id", "state", "left", "right")},
    ),
    "time": Kind(Time, schema.time, _places(schema.time)),
    "quantity": Kind(Quantity, schema.quantity, _places(schema.quantity)),
    "attribution": Kind(
        Attribution,
        schema.attribution,
        _by(schema.attribution, "id"),
        lambda attribution: _cited(attribution, attribution.content),
        _attribution_names,
    ),
    "trait": Kind(
        Trait,
        schema.trait,
        _by(schema.trait, "id"),
        lambda trait: {"id": trait.id, "entity": trait.entity},
    ),
    "event": Kind(Event, schema.event, _by(schema.event, "id"), _event, _event_names),
    "tie": Kind(Tie, schema.tie, _by(schema.tie, "id"), _tie, _tie_names),
    "claim": Kind(
        Claim,
        schema.claim,
        _by(schema.claim, "id"),
        lambda claim: _cited(claim, claim.span),
        _claim_names,
    ),
    "corroboration": Kind(
        Corroboration,
        schema.corroboration,
        _by(schema.corroboration, "id"),
        lambda record: {"id": record.event or record.tie},
    ),
    "conflict": Kind(
        Conflict,
        schema.conflict,
        _by(schema.conflict, "id"),
        lambda conflict: {"id": conflict.id},
        _about,
    ),
    "agreement": Kind(
        Agreement,
        schema.agreement,
        _by(schema.agreement, "id"),
        lambda agreement: {"id": agreement.id},
        _about,
    ),
    "check": Kind(
        Check,
        schema.check,
        _by(schema.check, "id"),
        lambda check: _cited(check, check.span),
        lambda check: (("evidence", id) for id in check.evidence),
    ),
    "judgement": Kind(
        Judgement,
        schema.judgement,
        _by(schema.judgement, "at", "id"),
        lambda judgement: {k: getattr(judgement, k) for k in ("id", "at", "revoked_by")},
        _about,
    ),
}
BY_RECORD: dict[type[Any], Kind] = {kind.record: kind for kind in KINDS.values()}


def accounts(record: Record) -> list[Values]:
    """Where an event or tie is told, as rows; no other record is told."""
    if not isinstance(record, Event | Tie):
        return []
    return [
        {
            "about": record.id,
            "position": position,
            "document": account.span.document,
            "start": account.span.start,
            "end": account.span.end,
        }
        for position, account in enumerate(record.accounts)
    ]
