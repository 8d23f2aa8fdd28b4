"""Case lines: a whole case as JSON Lines, and back to the same case (see docs/case-lines.md)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Protocol, TextIO

from sayso import __version__
from sayso.publish.forms.terms import Passed, told
from sayso.records import codec
from sayso.records.case import (
    Agreement,
    Check,
    Claim,
    Conflict,
    Corroboration,
    Entity,
    EntityMention,
    Event,
    Judgement,
    Merge,
    Tie,
)
from sayso.records.documents import Document, Failure
from sayso.records.errors import LineError, UngroundedError
from sayso.records.marks import Quantity, Time
from sayso.records.statements import Attribution, Trait

FORMAT = "sayso-case/1"
# Kinds in the order of their lines, for a line may cite what stands above it.
KINDS: dict[str, type[Any]] = {
    "document": Document,
    "failure": Failure,
    "entity": Entity,
    "mention": EntityMention,
    "merge": Merge,
    "time": Time,
    "quantity": Quantity,
    "attribution": Attribution,
    "trait": Trait,
    "event": Event,
    "tie": Tie,
    "claim": Claim,
    "corroboration": Corroboration,
    "conflict": Conflict,
    "agreement": Agreement,
    "check": Check,
    "judgement": Judgement,
}
# The clean copy is the parser's, and TimeML's two fields are the evaluation's: both stay at home.
_LEFT_OUT = {"document": ("cleaned",), "time": ("type", "value")}
_WRITER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True)


class Source(Protocol):
    """Where lines come from: a View."""

    def records(self, kind: str) -> Iterable[Any]:
        """All records of a kind, in a stable order."""
        ...


class Target(Protocol):
    """Where lines go: a Writer."""

    def import_records(self, records: Iterable[Any]) -> None:
        """Write all these records, or none of them."""
        ...


def export_lines(view: Source, stream: TextIO) -> None:
    """Write a case; the same case gives the same bytes."""
    stream.writelines(line_pieces(view))


def line_pieces(view: Source) -> Iterator[str]:
    """A case line by line, with line ends."""
    return (f"{line}\n" for line in lines(view))


def lines(view: Source) -> Iterator[str]:
    """A case line by line, without line ends."""
    yield _WRITER.encode({"kind": "case", "format": FORMAT, "made_by": f"sayso {__version__}"})
    passed = Passed(view)
    for kind in KINDS:
        for record in passed.records(kind):
            yield _line(kind, record, passed.more(record) if kind == "tie" else {})


def case_digest(view: Source) -> str:
    """SHA-256 over the lines of a case: two cases that say the same have the same."""
    seal = hashlib.sha256()
    for line in lines(view):
        seal.update(line.encode() + b"\n")
    return seal.hexdigest()


def import_lines(stream: Iterable[str], writer: Target) -> None:
    """Fill an empty case from lines, all or nothing.

    Raises LineError, with the line's number, for a line that does not fit the format, and
    UngroundedError for one whose quotes do not stand in the texts.
    """
    reader = _Reader(stream)
    try:
        writer.import_records(reader.records())
    except (LineError, UngroundedError) as error:
        place = f"line {reader.number}"
        where = f"{place}, {error.where}" if error.where else place
        raise type(error)(error.message, where=where, hint=error.hint) from error


class _Reader:
    """Records out of lines; ``number`` is the line it is at, from 1 on."""

    def __init__(self, stream: Iterable[str]) -> None:
        self._stream = stream
        self.number = 0

    def records(self) -> Iterator[Any]:
        for line in self._stream:
            self.number += 1
            if self.number == 1:
                _check_first(_object(line))
            elif line.strip():
                yield _record(_object(line))
        if not self.number:
            raise LineError("there are no lines", hint="the first line says what the file is")


def _line(kind: str, record: Any, more: Mapping[str, Any]) -> str:
    values = codec.plain(record) | more
    for name in _LEFT_OUT.get(kind, ()):
        del values[name]
    return _WRITER.encode({"kind": kind, **values})


def _object(line: str) -> dict[str, Any]:
    try:
        values = json.loads(line, parse_constant=_refuse)
        if "\\u" in line:
            # JSON can spell halves of characters, which no text has.
            json.dumps(values, ensure_ascii=False).encode()
    except ValueError as error:
        raise LineError(f"this is no JSON ({error})", hint="one JSON object a line") from error
    if not isinstance(values, dict) or not isinstance(values.get("kind"), str):
        raise LineError("a line must be an object with a 'kind'", hint="see docs/case-lines.md")
    return values


def _refuse(constant: str) -> Any:
    raise ValueError(f"{constant} is no number")


def _check_first(values: dict[str, Any]) -> None:
    if values["kind"] != "case" or values.get("format") != FORMAT:
        raise LineError(
            f"the first line must say that the format is {FORMAT}",
            hint=f'begin with {{"kind": "case", "format": "{FORMAT}", "made_by": "…"}}',
        )


def _record(values: dict[str, Any]) -> Any:
    kind = KINDS.get(values["kind"])
    if kind is None:
        raise LineError(f"there is no kind '{values['kind']}'", hint=f"kinds: {', '.join(KINDS)}")
    if kind is Document:
        values.setdefault("format", "txt")
    if kind is Tie:
        values = told(values)
    return codec.record(kind, values)
