"""The decisions of analysts as a file that travels from case to case."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TextIO

from sayso.records import codec
from sayso.records.case import Judgement
from sayso.records.errors import LineError

FORMAT = "sayso-decisions/1"


def export_decisions(judgements: Iterable[Judgement], stream: TextIO) -> None:
    """Write judgements one a line, behind a line that says what the file is."""
    stream.write(_line({"kind": "decisions", "format": FORMAT}))
    for judgement in judgements:
        stream.write(_line({"kind": "judgement", **codec.plain(judgement)}))


def import_decisions(stream: Iterable[str]) -> Iterator[Judgement]:
    """The judgements of such a file; raises LineError, with the line, for what is none."""
    for number, line in enumerate(stream, start=1):
        if line.strip():
            values = _object(line, number)
            if number == 1:
                _check_first(values)
            else:
                yield _judgement(values, number)


def _line(values: dict[str, object]) -> str:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n"


def _object(line: str, number: int) -> dict[str, object]:
    try:
        values = json.loads(line)
    except ValueError as error:
        raise LineError(f"this is no JSON ({error})", where=f"line {number}") from error
    if not isinstance(values, dict):
        raise LineError("a line must be an object", where=f"line {number}")
    return values


def _check_first(values: dict[str, object]) -> None:
    if values.get("format") != FORMAT:
        raise LineError(
            f"the first line must say that the format is {FORMAT}",
            where="line 1",
            hint="make the file with 'sayso decisions export'",
        )


def _judgement(values: dict[str, object], number: int) -> Judgement:
    if values.pop("kind", None) != "judgement":
        raise LineError("only judgements travel so", where=f"line {number}")
    try:
        found: Judgement = codec.record(Judgement, values)
    except LineError as error:
        raise LineError(error.message, where=f"line {number}", hint=error.hint) from error
    return found
