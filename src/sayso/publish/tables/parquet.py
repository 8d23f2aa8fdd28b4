"""Parquet: the tables of a case for DuckDB, pandas, polars and Arrow, with lists as lists."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from sayso.publish.forms.extras import wanted
from sayso.publish.tables.making import Register
from sayso.publish.tables.tables import TABLES, Table

# Rows of a group: as many are in memory at a time.
_GROUP = 20_000


def write_parquet(view: Any, folder: Path) -> None:
    """Write every table of a case into a folder, ``NAME.parquet`` each.

    Raises UsageError where the extra ``tables`` is missing.
    """
    arrow = wanted("pyarrow", "tables")
    writer = wanted("pyarrow.parquet", "tables")
    register = Register(view)
    for name, table in TABLES.items():
        schema = _schema(arrow, table)
        with writer.ParquetWriter(folder / f"{name}.parquet", schema) as target:
            for batch in _batches(table.rows(register)):
                target.write_batch(arrow.RecordBatch.from_pylist(_plain(table, batch), schema))


def _schema(arrow: Any, table: Table) -> Any:
    types = {
        "text": arrow.string(),
        "whole": arrow.int64(),
        "number": arrow.float64(),
        "flag": arrow.bool_(),
        "texts": arrow.list_(arrow.string()),
    }
    return arrow.schema([(column.name, types[column.type]) for column in table.columns])


def _batches(rows: Iterator[Any]) -> Iterator[list[Any]]:
    while batch := list(islice(rows, _GROUP)):
        yield batch


def _plain(table: Table, rows: list[Any]) -> list[dict[str, Any]]:
    names = [column.name for column in table.columns]
    return [{name: getattr(row, name) for name in names} for row in rows]
