"""Asking a case what it has found: entities, events, ties and what is said of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Select, bindparam, exists, func, or_, select

from sayso.records.case import (
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
from sayso.records.dates import order
from sayso.records.marks import Quantity, Time
from sayso.records.statements import Attribution, Trait
from sayso.store import schema
from sayso.store.reading import one, stream
from sayso.store.rows.links import (
    ABOUT,
    BY_RECORD,
    NEVER,
    PLACE,
    SOURCE,
    STRANGER,
    VOUCHER,
    WHOLE,
)  # fmt: skip
from sayso.store.rows.text import folded

Condition = ColumnElement[bool]
# Ids in one query.
_AT_ONCE = 500
Found = TypeVar("Found")


class Answers:
    """The linked records of a case. Listings stream, in an order that is always the same."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def entities(self, type: str | None = None, name: str | None = None) -> Iterator[Entity]:
        """Who and what the case knows, by id; or those of a type, or with a name like this.

        A name fits where it occurs in one of the entity's names, whatever its case and accents.
        """
        table = schema.entity
        given: list[Condition] = []
        if type is not None:
            given.append(table.c.type == type)
        if name is not None:
            given.append(table.c.names.contains(folded(name), autoescape=True))
        return self._all(Entity, given)

    def entity(self, id: str) -> Entity | None:
        """One entity."""
        return self._one(Entity, id)

    def mentions(
        self, entity: str | None = None, document: str | None = None
    ) -> Iterator[EntityMention]:
        """The words that stand for entities, in text order; of one entity, or in one document."""
        table = schema.mention
        given: list[Condition] = []
        if entity is not None:
            given.append(table.c.entity == entity)
        if document is not None:
            given.append(table.c.document == document)
        return self._all(EntityMention, given)

    def named_in(self, entity: str) -> dict[str, int]:
        """How often each report names an entity, by the report's id, in that order."""
        table = schema.mention
        query = select(table.c.document, func.count().label("times"))
        query = query.where(table.c.entity == entity).group_by(table.c.document)
        rows = self._connection.execute(query.order_by(table.c.document))
        return {row.document: row.times for row in rows}

    def merges(self, entity: str | None = None, state: str | None = None) -> Iterator[Merge]:
        """Which names are of one or may be, by id; of one entity, or in one state."""
        table = schema.merge
        given: list[Condition] = []
        if entity is not None:
            given.append(or_(table.c.left == entity, table.c.right == entity))
        if state is not None:
            given.append(table.c.state == state)
        return self._all(Merge, given)

    def times(self, document: str) -> Iterator[Time]:
        """The time expressions of a document, in text order."""
        return self._all(Time, [schema.time.c.document == document])

    def quantities(self, document: str) -> Iterator[Quantity]:
        """The quantities of a document, in text order."""
        return self._all(Quantity, [schema.quantity.c.document == document])

    def attributions(
        self,
        document: str | frozenset[str] | None = None,
        *,
        entity: str | None = None,
        stranger: str | None = None,
        about: str | None = None,
    ) -> Iterator[Attribution]:
        """Who says what, by id; or in one document or several, in text order; or what fits all
        filters.

        ``entity`` is somebody who says it or passes it on, ``stranger`` the name of one who is no
        entity, and ``about`` is an entity named in what is said, which comes in text order too.
        """
        table = schema.attribution
        given = [
            *([_is(table.c.document, document)] if document is not None else []),
            *([_names(table.c.id, entity, SOURCE)] if entity is not None else []),
            *([_names(table.c.id, stranger, STRANGER)] if stranger is not None else []),
            *([table.c.id.in_(_naming(about, document))] if about is not None else []),
        ]
        by_place = (table.c.document, table.c.start, table.c.end, table.c.id)
        in_turn = document is not None or about is not None
        return self._all(Attribution, given, by_place if in_turn else ())

    def attribution(self, id: str) -> Attribution | None:
        """One attribution."""
        return self._one(Attribution, id)

    def strangers(self) -> list[str]:
        """Names of those who say or pass on something and are no entity, each once, by name."""
        reference = schema.reference
        # Written out, so that the index of these alone is seen to fit.
        few = reference.c.role == bindparam("role", STRANGER, literal_execute=True)
        query = select(reference.c.target).where(few).distinct()
        return sorted(self._connection.execute(query).scalars())

    def traits(self, entity: str | None = None) -> Iterator[Trait]:
        """What is told of sources, by id; or of one entity."""
        given = [schema.trait.c.entity == entity] if entity is not None else []
        return self._all(Trait, given)

    def events(  # noqa: PLR0913 - each filter is an option of its own
        self,
        *,
        who: str | frozenset[str] | None = None,
        where: str | None = None,
        entity: str | None = None,
        type: str | None = None,
        since: str | None = None,
        until: str | None = None,
        source: str | None = None,
        document: str | None = None,
        part_of: str | None = None,
    ) -> Iterator[Event]:
        """What happened, by first day and id, the undated last; or what fits all filters.

        ``who``, ``where``, ``entity`` and ``source`` are entity ids: a participant, a place or
        either in any telling, and somebody on whose word a telling stands; ``who`` may be some
        hundreds, of whom one is enough. ``type`` is a type or "TYPE/mode". ``since`` and ``until``
        are ISO days; an event that may lie between them fits, one of which nothing is known does
        not. ``document`` is where it is told, ``part_of`` the event that it is a part of.
        """
        table = schema.event
        given = [
            *([_names(table.c.id, who, but=(PLACE, VOUCHER))] if who is not None else []),
            *([_names(table.c.id, where, PLACE)] if where is not None else []),
            *_that_happened(entity, type, since, until),
            *([_rests_on(table.c.id, source)] if source is not None else []),
            *([_told_in(table.c.id, document)] if document is not None else []),
            *([_names(table.c.id, part_of, WHOLE)] if part_of is not None else []),
        ]
        order = (table.c.earliest.is_(None), table.c.earliest, table.c.id)
        return self._all(Event, given, order)

    def event(self, id: str) -> Event | None:
        """One event."""
        return self._one(Event, id)

    def happened(
        self,
        *,
        entity: str | None = None,
        type: str | None = None,
        since: str | None = None,
        until: str | None = None,
        page: slice = slice(None),
    ) -> list[str]:
        """Ids of events in order of time: by first day, or by last where no other is told; then by
        last day and id; the undated last.

        Filters are those of ``events``; ``page`` is from where to where ids are wanted.
        """
        table, first = schema.event, page.start or 0
        query = select(table.c.id).where(*_that_happened(entity, type, since, until))
        query = query.order_by(table.c.day, table.c.upto, table.c.id).offset(first)
        if page.stop is not None:
            query = query.limit(max(0, page.stop - first))
        return list(self._connection.execute(query).scalars())

    def count_happened(
        self,
        *,
        entity: str | None = None,
        type: str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> tuple[int, int]:
        """How many events fit, and how many of them have a date."""
        given = _that_happened(entity, type, since, until)
        dated = func.count().filter(schema.event.c.day != NEVER)
        query = select(func.count(), dated).select_from(schema.event).where(*given)
        every, some = self._connection.execute(query).one()
        return every, some

    def events_of(self, ids: Iterable[str]) -> list[Event]:
        """The events with these ids that there are, in the same order."""
        wanted, found = list(ids), dict[str, Event]()
        for first in range(0, len(wanted), _AT_ONCE):
            few = schema.event.c.id.in_(wanted[first : first + _AT_ONCE])
            found |= {event.id: event for event in self._all(Event, [few])}
        return [found[id] for id in wanted if id in found]

    def ties(
        self,
        entity: str | frozenset[str] | None = None,
        type: str | frozenset[str] | None = None,
        at: str | None = None,
        *,
        document: str | None = None,
    ) -> Iterator[Tie]:
        """Lasting relations, by id; or those of an entity, of a type, that may hold on a day, or
        that are told in a document.

        ``entity`` and ``type`` may be several, of which one is enough; some hundred ids at most.
        ``at`` is an ISO day; a side that is not known is taken as open.
        """
        table = schema.tie
        given: list[Condition] = []
        if entity is not None:
            given.append(_names(table.c.id, entity, but=(VOUCHER,)))
        if type is not None:
            given.append(_is(table.c.type, type))
        if at is not None:
            given.append(or_(table.c.earliest.is_(None), table.c.earliest <= at))
            given.append(or_(table.c.latest.is_(None), table.c.latest >= at))
        if document is not None:
            given.append(_told_in(table.c.id, document))
        return self._all(Tie, given)

    def tie(self, id: str) -> Tie | None:
        """One tie."""
        return self._one(Tie, id)

    def claims(self, document: str | None = None) -> Iterator[Claim]:
        """Judgements of authors and sources, by id; or those in one document."""
        given = [schema.claim.c.document == document] if document is not None else []
        return self._all(Claim, given)

    def claim(self, id: str) -> Claim | None:
        """One claim."""
        return self._one(Claim, id)

    def corroborations(self, about: Iterable[str] | None = None) -> Iterator[Corroboration]:
        """How many accounts and origins stand behind events and ties, by their id; of all, or of
        those with these ids."""
        if about is None:
            yield from self._all(Corroboration)
            return
        ids = sorted(set(about))
        for first in range(0, len(ids), _AT_ONCE):
            few = schema.corroboration.c.id.in_(ids[first : first + _AT_ONCE])
            yield from self._all(Corroboration, [few])

    def corroboration(self, about: str) -> Corroboration | None:
        """What stands behind one event or tie."""
        return self._one(Corroboration, about)

    def conflicts(self, about: str | None = None) -> Iterator[Conflict]:
        """Where accounts cannot all be right, by id; or those about an event, tie or claim."""
        given = [_names(schema.conflict.c.id, about, ABOUT)] if about is not None else []
        return self._all(Conflict, given)

    def agreements(self) -> Iterator[Agreement]:
        """Where reports say the same, by id."""
        return self._all(Agreement)

    def checks(self) -> Iterator[Check]:
        """Statements held against the record, by id."""
        return self._all(Check)

    def judgements(self, live_only: bool = False) -> Iterator[Judgement]:
        """Decisions of analysts, by date and id; all of them, or those not revoked."""
        given = [schema.judgement.c.revoked_by.is_(None)] if live_only else []
        return self._all(Judgement, given)

    def _all(
        self,
        record: type[Found],
        given: Iterable[Condition] = (),
        order: tuple[ColumnElement[Any], ...] = (),
    ) -> Iterator[Found]:
        kind = BY_RECORD[record]
        query = select(kind.table).where(*given).order_by(*(order or kind.order))
        return (kind.of(row) for row in stream(self._connection, query))

    def _one(self, record: type[Found], id: str) -> Found | None:
        kind = BY_RECORD[record]
        row = one(self._connection, select(kind.table).where(kind.table.c.id == id))
        found: Found | None = None if row is None else kind.of(row)
        return found


def _names(
    id: ColumnElement[Any],
    target: str | frozenset[str],
    role: str | None = None,
    *,
    but: tuple[str, ...] = (),
) -> Condition:
    """That the record with this id names another, in a role or in any role but some."""
    reference = schema.reference.alias()
    roles = reference.c.role.not_in(but) if role is None else reference.c.role == role
    # Asked from the few that name it, not for each record of a case in turn.
    return id.in_(select(reference.c.id).where(_is(reference.c.target, target), roles))


def _is(column: ColumnElement[Any], wanted: str | frozenset[str]) -> Condition:
    return column == wanted if isinstance(wanted, str) else column.in_(sorted(wanted))


def _naming(entity: str, document: str | frozenset[str] | None) -> Select[Any]:
    """The ids of attributions, in some documents, with a mention of the entity in their content."""
    said, named = schema.attribution.alias(), schema.mention.alias()
    within = [_is(named.c.document, document)] if document is not None else []
    return (
        select(said.c.id)
        .join_from(named, said, said.c.document == named.c.document)
        .where(
            named.c.entity == entity,
            said.c.start <= named.c.start,
            said.c.end >= named.c.end,
            *within,
        )
    )


def _rests_on(id: ColumnElement[Any], source: str) -> Condition:
    voucher, behind = schema.reference.alias(), schema.reference.alias()
    said = select(behind.c.id).where(behind.c.target == source, behind.c.role == SOURCE)
    return exists().where(voucher.c.id == id, voucher.c.role == VOUCHER, voucher.c.target.in_(said))


def _told_in(id: ColumnElement[Any], document: str) -> Condition:
    account = schema.account
    # Asked from the few accounts of a report, not for each of all events.
    return id.in_(select(account.c.about).where(account.c.document == document))


def _that_happened(
    entity: str | None, type: str | None, since: str | None, until: str | None
) -> list[Condition]:
    return [
        *([_names(schema.event.c.id, entity, but=(VOUCHER,))] if entity is not None else []),
        *(_of_type(type) if type is not None else []),
        *(_between(since, until) if since is not None or until is not None else []),
    ]


def _of_type(type: str) -> list[Condition]:
    table = schema.event
    name, _, mode = type.partition("/")
    return [table.c.type == name, *([table.c.mode.in_((mode, type))] if mode else [])]


def _between(since: str | None, until: str | None) -> list[Condition]:
    # By the keys, which hold before the common era too. An open end lies behind all days.
    first, day, upto = schema.event.c.earliest, schema.event.c.day, schema.event.c.upto
    given: list[Condition] = [day != NEVER]
    if since is not None:
        given.append(upto >= order(since))
    if until is not None:
        given.append(or_(first.is_(None), day <= order(until)))
    return given
