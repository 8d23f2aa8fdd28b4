"""Keys by which what names somebody sorts in time: kept beside each name, so that a page of a long
answer is read from the index of who names whom, and no record that is not on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, func, select, union, update

from sayso.records import dates
from sayso.records.accounts import ROLES
from sayso.store import schema
from sayso.store.rows.conditions import Filters
from sayso.store.rows.links import NEVER, PLACE
from sayso.store.rows.text import from_json

# Of events, the filters that are answered so; each with the roles it asks for.
_ROLES = {"who": ROLES, "where": (PLACE,), "entity": (*ROLES, PLACE)}
_KEY, _ID = schema.reference.c.sorting, schema.reference.c.id
_UNSORTED = ""
_AT_ONCE = 5000


def of_event(day: str, upto: str) -> str:
    """The key of an event by its own two (see ``links.in_time``)."""
    return f"{day} {upto}"


def of_saying(published: str | None, document: str, start: int) -> str:
    """The key of what somebody says: by the day of the report, undated words last, then by place
    in the text; ``published`` is the EDTF date of the cited report, or else of this one."""
    first, last = dates.bounds(published)
    day = first or last
    return f"{dates.order(day) if day else NEVER} {document} {start:012d}"


def sort_sayings(connection: Connection, document: str | None = None) -> None:
    """Give each saying its key anew, in all reports or in one whose day is another now."""
    reference = schema.reference
    # Whatever an attribution names, it says it or passes it on.
    change = update(reference).where(reference.c.id == bindparam("of"))
    change = change.values(sorting=bindparam("key"))
    for rows in _sayings(connection, document):
        connection.execute(change, [{"of": row.id, "key": _key_of(row)} for row in rows])


def _sayings(connection: Connection, document: str | None) -> Iterator[list[Any]]:
    said, report = schema.attribution.c, schema.document.c
    query = select(said.id, said.document, said.start, said.body, report.published)
    query = query.join_from(schema.attribution, schema.document, said.document == report.id)
    query = query.order_by(said.id).limit(_AT_ONCE)
    if document is not None:
        query = query.where(said.document == document)
    last = ""
    while rows := list(connection.execute(query.where(said.id > last))):
        yield rows
        last = rows[-1].id


def _key_of(row: Row[Any]) -> str:
    cited = from_json(row.body)["published"]
    return of_saying(cited or row.published, row.document, row.start)


def one_named(given: Filters) -> tuple[str, tuple[str, ...]] | None:
    """Whom these filters ask for and in which roles, where they ask for one alone; else null."""
    asked = {name: value for name, value in given.items() if value is not None}
    role = asked.pop("role", None)
    [(name, target), *more] = list(asked.items()) or [("", None)]
    if more or name not in _ROLES or not isinstance(target, str):
        return None
    if role is not None and name != "who":
        return None
    return target, (str(role),) if role is not None else _ROLES[name]


def page_of(target: str, roles: Iterable[str], page: slice) -> Select[Any]:
    """The ids of records that name somebody in one of these roles, in order of time; from where to
    where of them ids are wanted."""
    named = _named(target, roles, page.stop).subquery()
    first = page.start or 0
    query = select(named.c.id).order_by(named.c.sorting, named.c.id).offset(first)
    return query if page.stop is None else query.limit(max(0, page.stop - first))


def count_of(target: str, roles: Iterable[str]) -> Select[int, int]:
    """How many there are, and how many have a date."""
    named = _named(target, roles).subquery()
    dated = func.count().filter(named.c.sorting < NEVER)
    return select(func.count(), dated).select_from(named)


def counts_by_role(target: str, roles: Iterable[str]) -> Select[Any]:
    """The same for each role apart, with the role before it."""
    named = schema.reference.c
    dated = func.count().filter(_KEY < NEVER)
    query: Select[Any] = select(named.role, func.count(), dated).group_by(named.role)
    return query.where(named.target == target, named.role.in_(list(roles)), _KEY > _UNSORTED)


def _named(target: str, roles: Iterable[str], most: int | None = None) -> Any:
    """Keys and ids, each once; of each role at most so many, the first, since no more are asked
    for."""
    parts = [_in_role(target, role, most) for role in roles]
    return union(*parts) if len(parts) > 1 else parts[0]


def _in_role(target: str, role: str, most: int | None) -> Select[Any]:
    named = schema.reference.c
    query = select(_KEY, _ID).where(named.target == target, named.role == role, _KEY > _UNSORTED)
    if most is None:
        return query
    # Cut off inside: the database then reads so many entries of the index and no more.
    first = query.order_by(_KEY, _ID).limit(most).subquery()
    return select(first.c.sorting, first.c.id)
