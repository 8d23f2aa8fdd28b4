"""Parquet: a table with a report in each row."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from typing import Any, BinaryIO

from sayso.read.archive import BORDER
from sayso.read.inputs import Input, refused
from sayso.read.many.row import HEAD, NAMES, WORDS, name_of, report_of

ENDING = ".parquet"
_INSTALL = 'pip install "sayso[cluster]" reads Parquet'
_DAMAGED = "it is no table that can be read"
_Open = Callable[[], BinaryIO]


def rows(open_file: _Open, path: str, mtime_ns: int) -> Iterator[Input]:
    """The reports of a table that lies at ``path`` of the case, in its order.

    Of the table one group of rows is held at a time.
    """
    try:
        import pyarrow  # noqa: PLC0415 - heavy, and not everybody has it
        from pyarrow import parquet  # noqa: PLC0415
    except ImportError:
        yield refused(path, "what reads Parquet is not installed", _INSTALL)
        return
    number, seen = 0, set[str]()
    try:
        with open_file() as stream:
            table = parquet.ParquetFile(stream)
            there = table.schema_arrow.names
            words = _columns(there, tuple(WORDS))
            # Which column a row's words stand in must be looked up only where there are several.
            columns = _columns(there, NAMES) + (words if len(words) > 1 else [])
            for group in range(table.num_row_groups):
                named = table.read_row_group(group, columns=columns).to_pylist()
                for place in range(table.metadata.row_group(group).num_rows):
                    number += 1
                    row = {**dict.fromkeys(words[:1], "-"), **(named[place] if named else {})}
                    name = name_of(row, number)
                    name = f"{number:09d}/{name}" if name in seen else name
                    seen.add(name)
                    load = partial(_load, open_file, group, place, f"{path}{BORDER}{name}")
                    yield Input(f"{path}{BORDER}{name}", 0, load, mtime_ns)
    except (pyarrow.ArrowException, OSError):
        yield refused(path, _DAMAGED, "fetch the file again")


def _load(open_file: _Open, group: int, place: int, where: str) -> bytes:
    return report_of(_group(open_file, group)[place], where)


@lru_cache(maxsize=1)
def _group(open_file: _Open, group: int) -> list[dict[str, Any]]:
    # Rows are asked for one after the other: each group is then read once.
    from pyarrow import parquet  # noqa: PLC0415

    with open_file() as stream:
        table = parquet.ParquetFile(stream)
        columns = _columns(table.schema_arrow.names, (*NAMES, *WORDS, *HEAD))
        found: list[dict[str, Any]] = table.read_row_group(group, columns=columns).to_pylist()
        return found


def _columns(there: list[str], wanted: tuple[str, ...]) -> list[str]:
    return [name for name in there if name in wanted]
