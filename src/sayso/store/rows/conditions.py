"""Conditions that queries for linked records are made of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypedDict

from sqlalchemy import ColumnElement, Select, and_, case, exists, or_, select

from sayso.records.dates import order
from sayso.store import schema
from sayso.store.rows.links import NEVER, PLACE, SOURCE, VOUCHER, WHOLE

Condition = ColumnElement[bool]
# From so many names on it is quicker to go through the events of a type than through all that
# names one of them.
_MANY = 20


def naming_them(
    id: ColumnElement[Any],
    target: str | frozenset[str],
    *roles: str,
    but: tuple[str, ...] = (),
    few: bool = False,
) -> Condition:
    """That the record with this id names another, or one of several, in one of some roles; or in
    any role but some.

    ``few`` tells that other conditions leave few records: then many names are looked for in
    these, where else the records are looked for that have one of the names.
    """
    reference = schema.reference.alias()
    named = is_one(reference.c.target, target)
    role = reference.c.role.in_(roles) if roles else reference.c.role.not_in(but)
    if few and not isinstance(target, str) and len(target) > _MANY:
        return exists().where(reference.c.id == id, named, role)
    return id.in_(select(reference.c.id).where(named, role))


def is_one(column: ColumnElement[Any], wanted: str | frozenset[str]) -> Condition:
    """That a column has this value, or one of these."""
    return column == wanted if isinstance(wanted, str) else column.in_(sorted(wanted))


def said_with(entity: str, document: str | frozenset[str] | None) -> Select[Any]:
    """The ids of attributions, in some documents, with a mention of the entity in their content."""
    said, named = schema.attribution.alias(), schema.mention.alias()
    within = [is_one(named.c.document, document)] if document is not None else []
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


def rests_on(id: ColumnElement[Any], source: str) -> Condition:
    """That a telling of the record with this id stands on the word of a source."""
    voucher, behind = schema.reference.alias(), schema.reference.alias()
    said = select(behind.c.id).where(behind.c.target == source, behind.c.role == SOURCE)
    return exists().where(voucher.c.id == id, voucher.c.role == VOUCHER, voucher.c.target.in_(said))


def told_in(id: ColumnElement[Any], document: str) -> Condition:
    """That a document tells the record with this id."""
    account = schema.account
    # Asked from the few accounts of a report, not for each of all events.
    return id.in_(select(account.c.about).where(account.c.document == document))


class Filters(TypedDict, total=False):
    """What events may be asked for by; see ``Answers.events``."""

    who: str | frozenset[str] | None
    role: str | None
    where: str | None
    entity: str | None
    type: str | frozenset[str] | None
    since: str | None
    until: str | None
    source: str | None
    document: str | None
    part_of: str | frozenset[str] | None


def that_happened(given: Filters) -> list[Condition]:
    """What events must be to fit filters."""
    parts = {name: value for name, value in given.items() if value is not None}
    days = {name: str(parts[name]) for name in ("since", "until") if name in parts}
    found = [_FILTERS[name](parts[name]) for name in _FILTERS if name in parts]
    if (who := given.get("who")) is not None:
        found.append(_takes_part(who, given.get("role"), few="type" in parts))
    return [*found, *(_between(**days) if days else [])]


def narrow(given: Filters, asked: list[Condition]) -> list[Condition]:
    """What events must be to fit filters, ``asked`` being the same from ``that_happened``.

    Where they are of a type and name somebody, both are told by indexes alone: which these are is
    settled first. A server else goes through all events of the type, with their texts.
    """
    if given.get("type") is None or not _NAMING & {n for n, v in given.items() if v is not None}:
        return asked
    few = select(_ID).where(*asked).cte("few").prefix_with("MATERIALIZED", dialect="postgresql")
    return [_ID.in_(select(few.c.id))]


def _takes_part(who: str | frozenset[str], role: str | None, *, few: bool) -> Condition:
    id = schema.event.c.id
    if role is not None:
        return naming_them(id, who, role)
    return naming_them(id, who, but=(PLACE, VOUCHER), few=few)


def _of_type(type: str | frozenset[str]) -> Condition:
    if not isinstance(type, str):
        return or_(*map(_of_type, sorted(type)))
    table = schema.event
    name, _, mode = type.partition("/")
    return and_(table.c.type == name, *([table.c.mode.in_((mode, type))] if mode else []))


def _between(since: str | None = None, until: str | None = None) -> list[Condition]:
    # By the keys, which hold before the common era too. An open end lies behind all days.
    first, day, upto = schema.event.c.earliest, schema.event.c.day, schema.event.c.upto
    given: list[Condition] = [day != NEVER]
    if since is not None:
        given.append(upto >= order(since))
    if until is not None:
        # An open beginning lies before all days. Not as "or": for that a database looks through
        # all that have no first day, the undated too, where one index tells of every event.
        given.append(case((first.is_(None), ""), else_=day) <= order(until))
    return given


_ID = schema.event.c.id
_NAMING = {"who", "where", "entity"}
_FILTERS: Mapping[str, Callable[[Any], Condition]] = {
    "where": lambda place: naming_them(_ID, place, PLACE),
    "entity": lambda entity: naming_them(_ID, entity, but=(VOUCHER,)),
    "type": _of_type,
    "source": lambda source: rests_on(_ID, source),
    "document": lambda document: told_in(_ID, document),
    "part_of": lambda whole: naming_them(_ID, whole, WHOLE),
}
