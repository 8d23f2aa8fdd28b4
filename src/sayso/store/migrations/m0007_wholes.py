"""Among the references: of what each event is a part, and who speaks and is no entity."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Table, or_, select

from sayso.store import schema
from sayso.store.dialects import dialect_of
from sayso.store.migrations.statement import take
from sayso.store.rows.text import from_json

TITLE = "parts of events, and strangers"


def up(connection: Connection) -> None:
    """Add both to the index of who names whom, from the records, and list strangers by name."""
    found: list[dict[str, str]] = []
    for id, event in _bodies(connection, schema.event, '"part_of":"'):
        found.append({"id": id, "role": "part_of", "target": event["part_of"]})
    for id, said in _bodies(connection, schema.attribution, '"entity":null', '"chain":[]'):
        names = {link["name"] for link in said["chain"] if not link["entity"]}
        if not said["chain"] and said["source"] and not said["source_entity"]:
            names = {" ".join(said["source"]["quote"].split())}
        found += ({"id": id, "role": "stranger", "target": name} for name in sorted(names))
    if found:
        connection.execute(dialect_of(connection).insert_new(schema.reference), found)
    # Strangers are asked for all at once, and stand among millions of other references.
    take(connection, "CREATE INDEX reference_stranger ON reference(target) WHERE role = 'stranger'")


def _bodies(connection: Connection, table: Table, *words: str) -> Iterator[tuple[str, Any]]:
    """Ids and records whose compact JSON has some of these words."""
    has = or_(*(table.c.body.contains(one, autoescape=True) for one in words))
    for row in connection.execute(select(table.c.id, table.c.body).where(has)):
        record = from_json(row.body)
        if table is not schema.event or record.get("part_of"):
            yield row.id, record
