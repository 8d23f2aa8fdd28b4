"""A list of known actors, as a sheet: a name, and other names of the same one in each row.

The columns are ``name`` and, if wanted, ``type`` (one of ours), ``aliases``, ``not`` (names of
others) and ``id`` (of this case), so that ``entities.csv`` of an export, with aliases added, is
such a list. Several names stand in one cell with " | " between them.
"""

from __future__ import annotations

import csv
import io
from difflib import get_close_matches

from sayso.publish.reviewed.known import Known, Roll
from sayso.publish.reviewed.review import Desk, Review
from sayso.publish.tables.cells import value
from sayso.publish.tables.tables import Column
from sayso.records.errors import LineError
from sayso.records.marks import ENTITY_TYPES

_COLUMNS = ("name", "type", "aliases", "not", "id")
_TEXT, _TEXTS = Column("name", "text"), Column("aliases", "texts")


def review_actors(desk: Desk, text: str) -> Review:
    """What a list says of a case: two of it that one row names are one."""
    reader = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    if "name" not in (reader.fieldnames or ()):
        raise LineError(
            "a list of actors has a column 'name'",
            where="line 1",
            hint="columns: name, and if wanted type, aliases, not, id",
        )
    for given in reader.fieldnames or ():
        # A sheet may have columns of its own; one that is nearly ours would be missed in silence.
        if given not in _COLUMNS and (near := get_close_matches(given, _COLUMNS, 1, 0.75)):
            raise LineError(
                f"there is no column '{given}'",
                where="line 1",
                hint=f"did you mean '{near[0]}'? columns: {', '.join(_COLUMNS)}",
            )
    return Roll(desk).hold([_known(row, number) for number, row in enumerate(reader, start=2)])


def _known(row: dict[str, str | None], number: int) -> Known:
    where = f"line {number}"
    name, type, id = (value(row.get(key) or "", _TEXT) for key in ("name", "type", "id"))
    if not name:
        raise LineError("a row without a name", where=where)
    if type and type not in ENTITY_TYPES:
        raise LineError(f"'{type}' is no type", where=where, hint=", ".join(ENTITY_TYPES))
    return Known(
        where=where,
        names=(name, *value(row.get("aliases") or "", _TEXTS)),
        types=frozenset([type] if type else ()),
        ids=(id,) if id else (),
        apart=value(row.get("not") or "", _TEXTS),
    )
