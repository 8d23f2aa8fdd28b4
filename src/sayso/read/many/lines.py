"""JSON Lines: a file with a report in each line."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, BinaryIO

from sayso.read.archive import BORDER
from sayso.read.inputs import Input, refused
from sayso.read.limits import MAX_BYTES, check_bytes
from sayso.read.many.row import name_of, report_of
from sayso.records.errors import UnreadableError

ENDINGS = (".jsonl", ".ndjson")


def rows(open_file: Callable[[], BinaryIO], path: str, mtime_ns: int) -> Iterator[Input]:
    """The reports of a file that lies at ``path`` of the case, line by line.

    Of the file only one line is held; a report's bytes are fetched again from where it stands.
    """
    at, number, seen = 0, 0, set[str]()
    with open_file() as stream:
        while line := stream.readline(MAX_BYTES + 1):
            number += 1
            if line.strip():
                where = f"{path}{BORDER}{number:09d}"
                try:
                    name = name_of(_row(line, where), number)
                    name = f"{number:09d}/{name}" if name in seen else name
                    seen.add(name)
                    load = partial(_load, open_file, at, len(line), where)
                    yield Input(f"{path}{BORDER}{name}", len(line), load, mtime_ns)
                except UnreadableError as error:
                    yield refused(where, error.message, error.hint, len(line))
            at += len(line)


def _load(open_file: Callable[[], BinaryIO], at: int, size: int, where: str) -> bytes:
    with open_file() as stream:
        stream.seek(at)
        return report_of(_row(stream.read(size), where), where)


def _row(line: bytes, where: str) -> dict[str, Any]:
    check_bytes(len(line))
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        row = None
    if not isinstance(row, dict):
        raise UnreadableError(
            "the line is no JSON object", where=where, hint="each line holds one report"
        )
    return row
