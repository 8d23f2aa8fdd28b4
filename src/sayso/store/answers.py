"""Asking a case what it has found: entities, events, ties and what is said of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar, Unpack

from sqlalchemy import ColumnElement, Connection, Select, bindparam, func, or_, select

from sayso.records.case import (
    Agreement,
    Check,
    Claim,
    Conflict,
    Corroboration,
    Entity,
    EntityMention,
    Event,
    EventRow,
    Judgement,
    Merge,
    Spell,
    Tie,
)
from sayso.records.marks import Quantity, Time
from sayso.records.statements import Attribution, Trait
from sayso.store import schema
from sayso.store.dialects import dialect_of
from sayso.store.reading import few, one, stream
from sayso.store.rows import bodies
from sayso.store.rows.conditions import (
    Condition,
    Filters,
    is_one,
    naming_them,
    narrow,
    said_with,
    that_happened,
    told_in,
)
from sayso.store.rows.links import (
    ABOUT,
    BY_RECORD,
    NEVER,
    PARTIES,
    SOURCE,
    STRANGER,
)
from sayso.store.rows.sorting import count_of, counts_by_role, one_named, page_of
from sayso.store.rows.sound import sound
from sayso.store.rows.tempo import spells, tempo_of, tempo_of_one
from sayso.store.rows.text import folded

# Ids in one query.
_AT_ONCE = 500
# Whole records that are held together: an event may have hundreds of tellings.
_FEW = 200
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

    def entities_of(self, ids: Iterable[str]) -> Iterator[Entity]:
        """The entities with these ids that there are."""
        return self._of(Entity, ids)

    def mentions(
        self, entity: str | None = None, document: str | frozenset[str] | None = None
    ) -> Iterator[EntityMention]:
        """The words that stand for entities, in text order; of one entity, or in one document or
        some hundreds."""
        table = schema.mention
        given: list[Condition] = []
        if entity is not None:
            given.append(table.c.entity == entity)
        if document is not None:
            given.append(is_one(table.c.document, document))
        return self._all(EntityMention, given)

    def mentions_in(self, documents: Iterable[str], *, type: str) -> Iterator[EntityMention]:
        """The words in these reports that stand for entities of a type, in text order."""
        named, wanted = schema.mention.c.entity, sorted(set(documents))
        typed = named.in_(select(schema.entity.c.id).where(schema.entity.c.type == type))
        for first in range(0, len(wanted), _AT_ONCE):
            few = schema.mention.c.document.in_(wanted[first : first + _AT_ONCE])
            yield from self._all(EntityMention, [few, typed])

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
            # Where somebody is named tells the reports too.
            *([is_one(table.c.document, document)] if document and about is None else []),
            *([naming_them(table.c.id, entity, SOURCE)] if entity is not None else []),
            *([naming_them(table.c.id, stranger, STRANGER)] if stranger is not None else []),
            *([table.c.id.in_(said_with(about, document))] if about is not None else []),
        ]
        by_place = (table.c.document, table.c.start, table.c.end, table.c.id)
        in_turn = document is not None or about is not None
        return self._all(Attribution, given, by_place if in_turn else ())

    def attribution(self, id: str) -> Attribution | None:
        """One attribution."""
        return self._one(Attribution, id)

    def attributions_of(self, ids: Iterable[str]) -> dict[str, Attribution]:
        """The attributions with these ids that there are, by id."""
        return {found.id: found for found in self._of(Attribution, ids)}

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

    def events(self, **given: Unpack[Filters]) -> Iterator[Event]:
        """What happened, by first day and id, the undated last; or what fits all filters.

        ``who``, ``where``, ``entity`` and ``source`` are entity ids: a participant, a place or
        either in any telling, and somebody on whose word a telling stands; ``who`` may be some
        hundreds, of whom one is enough, and ``role`` is as what. ``type`` is a type or "TYPE/mode",
        or several.
        ``since`` and ``until`` are ISO days; an event that may lie between them fits, one of which
        nothing is known does not. ``document`` is where it is told, ``part_of`` the event that it
        is a part of, or some hundreds, of which one is enough.
        """
        table = schema.event
        order = (table.c.earliest.is_(None), table.c.earliest, table.c.id)
        return self._all(Event, that_happened(given), order)

    def event_rows(self, **given: Unpack[Filters]) -> Iterator[EventRow]:
        """The same without their tellings, by id."""
        asked = that_happened(given)
        # The tellings are most of an event, and its last field: they stay where they are.
        head = dialect_of(self._connection).before(schema.event.c.body, bodies.TELLINGS)
        query = select(head.label("head")).where(*narrow(given, asked))
        # Some are put in order here: a database would carry every telling through its sorting.
        query = query if asked else query.order_by(schema.event.c.id)
        rows = stream(self._connection, query)
        found = (sound(bodies.read)(EventRow, row.head + "}") for row in rows)
        yield from sorted(found, key=lambda event: event.id) if asked else found

    def event(self, id: str) -> Event | None:
        """One event."""
        return self._one(Event, id)

    def happened(self, *, page: slice = slice(None), **given: Unpack[Filters]) -> list[str]:
        """Ids of events in order of time: by first day, or by last where no other is told; then by
        last day and id; the undated last.

        Filters are those of ``events``; ``page`` is from where to where ids are wanted.
        """
        if (named := one_named(given)) is not None:
            return list(self._connection.execute(page_of(*named, page)).scalars())
        table, first = schema.event, page.start or 0
        query = select(table.c.id).where(*that_happened(given))
        query = query.order_by(table.c.day, table.c.upto, table.c.id).offset(first)
        if page.stop is not None:
            query = query.limit(max(0, page.stop - first))
        return list(self._connection.execute(query).scalars())

    def count_happened(self, **given: Unpack[Filters]) -> tuple[int, int]:
        """How many events fit, and how many of them have a date."""
        if (named := one_named(given)) is not None:
            return self._count_named(*named)
        dated = func.count().filter(schema.event.c.day != NEVER)
        query = select(func.count(), dated).select_from(schema.event)
        every, some = self._connection.execute(query.where(*that_happened(given))).one()
        return every, some

    def tempo(self, grain: int, **given: Unpack[Filters]) -> Iterator[Spell]:
        """How many dated events of each type lie when, filters being those of ``events``: by day,
        month, year, decade or century, which ``grain`` tells as in 10, 7, 4, 3 or 2 letters.
        """
        return spells(self._connection.execute(tempo_of(grain, given)), grain)

    def tempo_named(
        self, grain: int, entity: str, *roles: str, typed: bool = False
    ) -> Iterator[Spell]:
        """The same for all events in which an entity has one of these roles; of all types together,
        which is then left empty, unless they are to be ``typed``."""
        query = tempo_of_one(grain, entity, roles, typed=typed)
        return spells(self._connection.execute(query), grain)

    def _count_named(self, target: str, roles: Iterable[str]) -> tuple[int, int]:
        by_role = self._connection.execute(counts_by_role(target, roles)).all()
        if len(by_role) > 1:
            # One record may name somebody in two roles, and counts once.
            every, some = self._connection.execute(count_of(target, roles)).one()
            return every, some
        return next(((every, some) for _, every, some in by_role), (0, 0))

    def said(self, by: str, *, stranger: bool = False, page: slice = slice(None)) -> list[str]:
        """Ids of what an entity, or a stranger of this name, says or passes on, by the day of the
        report, undated words last, then by place; from where to where of them ids are wanted."""
        role = STRANGER if stranger else SOURCE
        return list(self._connection.execute(page_of(by, (role,), page)).scalars())

    def count_said(self, by: str, *, stranger: bool = False) -> int:
        """How many there are."""
        return self._count_named(by, (STRANGER if stranger else SOURCE,))[0]

    def events_of(self, ids: Iterable[str]) -> list[Event]:
        """The events with these ids that there are, in the same order."""
        wanted = list(ids)
        found = {event.id: event for event in self._of(Event, wanted)}
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
            given.append(naming_them(table.c.id, entity, *PARTIES))
        if type is not None:
            given.append(is_one(table.c.type, type))
        if at is not None:
            given.append(or_(table.c.earliest.is_(None), table.c.earliest <= at))
            given.append(or_(table.c.latest.is_(None), table.c.latest >= at))
        if document is not None:
            given.append(told_in(table.c.id, document))
        return self._all(Tie, given)

    def told_ties(self, entity: str, type: str | None = None) -> Iterator[tuple[str, str, int]]:
        """Id and type of each tie of an entity, or of those of a type, and how many accounts tell
        it, in no order."""
        table, account = schema.tie, schema.account
        given = [naming_them(table.c.id, entity, *PARTIES)]
        if type is not None:
            given.append(table.c.type == type)
        told = select(func.count()).where(account.c.about == table.c.id).scalar_subquery()
        for row in self._connection.execute(select(table.c.id, table.c.type, told).where(*given)):
            yield row[0], row[1], row[2]

    def ties_of(self, ids: Iterable[str]) -> Iterator[Tie]:
        """The ties with these ids that there are."""
        return self._of(Tie, ids)

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
        yield from self._of(Corroboration, sorted(set(about)))

    def corroboration(self, about: str) -> Corroboration | None:
        """What stands behind one event or tie."""
        return self._one(Corroboration, about)

    def conflicts(self, about: str | frozenset[str] | None = None) -> Iterator[Conflict]:
        """Where accounts cannot all be right, by id; or those about an event, tie or claim, or
        about one of some hundreds."""
        given = [naming_them(schema.conflict.c.id, about, ABOUT)] if about is not None else []
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
        query = self._query(record, given, order)
        return map(BY_RECORD[record].of, stream(self._connection, query))

    def _query(
        self,
        record: type[Any],
        given: Iterable[Condition],
        order: tuple[ColumnElement[Any], ...] = (),
    ) -> Select[Any]:
        kind = BY_RECORD[record]
        # Whole records need no other column.
        wanted = kind.table if kind.columns is None else kind.table.c.body
        return select(wanted).where(*given).order_by(*(order or kind.order))

    def _of(self, record: type[Found], ids: Iterable[str]) -> Iterator[Found]:
        """Those with these ids, some hundred asked for at once."""
        wanted, kind = list(ids), BY_RECORD[record]
        among = dialect_of(self._connection).among
        for first in range(0, len(wanted), _FEW):
            query = self._query(record, [among(kind.table.c.id, wanted[first : first + _FEW])])
            yield from map(kind.of, few(self._connection, query))

    def _one(self, record: type[Found], id: str) -> Found | None:
        kind = BY_RECORD[record]
        row = one(self._connection, select(kind.table).where(kind.table.c.id == id))
        found: Found | None = None if row is None else kind.of(row)
        return found
