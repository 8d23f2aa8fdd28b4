"""How many events of each type lie on which days, months or years: counted where they lie, so that
a picture of very many needs none of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Column, ColumnElement, Row, Select, case, func, literal, select

from sayso.records.case import Spell
from sayso.records.dates import date_of_key
from sayso.store import schema
from sayso.store.rows.conditions import Filters, that_happened
from sayso.store.rows.links import NEVER

# Of a day, so many letters tell the day, the month, the year, the decade, the century.
GRAINS = (10, 7, 4, 3, 2)
_DAY = GRAINS[0]


def tempo_of(grain: int, given: Filters) -> Select[Any]:
    """The dated events that fit, counted by type and by the stretches in which they may begin and
    end; ``grain`` is one of GRAINS."""
    table = schema.event.c
    first, last = _cut(table.day, grain), _cut(table.upto, grain)
    query = select(table.type, first.label("first"), last.label("last"), func.count().label("many"))
    query = query.where(table.day != NEVER, *that_happened(given))
    # In the order of the index of days, which has all that is asked for: no event is read.
    return query.group_by(first, last, table.type)


def tempo_of_one(grain: int, target: str, roles: Iterable[str], *, typed: bool) -> Select[Any]:
    """The same for all dated events that name one in some roles: from the index of who names whom,
    which has their keys; of their types only where these are asked for."""
    named, event = schema.reference.c, schema.event
    wanted = (named.target == target, named.role.in_(list(roles)), named.sorting > "")
    # One event may name somebody in two roles, and counts once.
    each = select(named.sorting, named.id).where(*wanted, named.sorting < NEVER).distinct()
    of = each.subquery()
    key = of.c.sorting
    # Of days before the common era the whole key, which is parted when it is read.
    first = case((key.like("-%"), key), else_=func.substr(key, 1, grain)).label("first")
    last = case((key.like("-%"), ""), else_=func.substr(key, _DAY + 2, grain)).label("last")
    if not typed:
        query = select(literal("").label("type"), first, last, func.count().label("many"))
        return query.group_by(first, last)
    query = select(event.c.type, first, last, func.count().label("many"))
    query = query.join_from(of, event, event.c.id == of.c.id)
    return query.group_by(first, last, event.c.type)


def spells(rows: Iterable[Row[Any]], grain: int) -> Iterator[Spell]:
    """What such a query gives, in the words of dates; an open end is null."""
    for row in rows:
        day, _, upto = row.first.partition(" ")
        end = upto if upto.startswith("-") else row.last or upto[:grain]
        yield Spell(row.type, _date(day), None if end == NEVER else _date(end), row.many)


def _cut(key: Column[Any], grain: int) -> ColumnElement[Any]:
    # Years before the common era run backwards in the keys: their days stay whole.
    return case((key.like("-%"), key), else_=func.substr(key, 1, grain))


def _date(cut: str) -> str:
    return date_of_key(cut) if cut.startswith("-") else cut.ljust(4, "X")
