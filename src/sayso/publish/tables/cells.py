r"""CSV: tables as text that spreadsheets and databases read, and that comes back as it was.

One file a table, UTF-8, RFC 4180, a head of column names. Null is an empty cell. A list stands in
one cell, " | " between its members, with ``\`` before a ``|`` or ``\`` of theirs. A text that a
spreadsheet could take for a formula (it begins with = + - @, a tab or a line end), or that begins
with an apostrophe, has an apostrophe put before it: no report can make a spreadsheet act.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from sayso.publish.tables.making import Register
from sayso.publish.tables.tables import TABLES, Column, Table

_ACTS = ("=", "+", "-", "@", "\t", "\r", "\n", "'")
_BETWEEN = " | "
_MARKED = re.compile(r"\\(.)", re.DOTALL)


def write_csv(view: Any, folder: Path) -> None:
    """Write every table of a case into a folder, ``NAME.csv`` each."""
    register = Register(view)
    for name, table in TABLES.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as stream:
            stream.writelines(csv_lines(table, table.rows(register)))


def csv_lines(table: Table, rows: Iterable[Any]) -> Iterator[str]:
    """A table as lines of CSV, the head first."""
    columns = table.columns
    yield _line(column.name for column in columns)
    for row in rows:
        yield _line(cell(getattr(row, column.name)) for column in columns)


def read_csv(lines: Iterable[str], table: Table) -> Iterator[Any]:
    """The rows that ``csv_lines`` wrote."""
    columns = {column.name: column for column in table.columns}
    for values in csv.DictReader(lines):
        yield table.row(**{name: value(text, columns[name]) for name, text in values.items()})


def cell(value: Any) -> str:
    """A value as a cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    text = _BETWEEN.join(map(_member, value)) if isinstance(value, tuple) else value
    return f"'{text}" if text.startswith(_ACTS) else text


def value(text: str, column: Column) -> Any:
    """The value that stands in a cell."""
    if column.type == "texts":
        return _members(text.removeprefix("'"))
    if not text:
        return None
    match column.type:
        case "whole":
            return int(text)
        case "number":
            return float(text)
        case "flag":
            return text == "true"
    return text.removeprefix("'")


def _member(text: str) -> str:
    return text.replace("\\", "\\\\").replace("|", "\\|")


def _members(text: str) -> tuple[str, ...]:
    if not text:
        return ()
    # Inside a member a bar always has a backslash before it, so this parts members alone.
    return tuple(_MARKED.sub(r"\1", part) for part in text.split(_BETWEEN))


def _line(cells: Iterable[str]) -> str:
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\r\n").writerow(cells)
    return stream.getvalue()
