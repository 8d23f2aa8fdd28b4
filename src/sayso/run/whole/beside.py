"""What comes of reports that are held against one another, worked out wherever there is room."""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from sayso.analysis.conflicts.ground import Ground
from sayso.analysis.statements.deeds.report import Deeds
from sayso.analysis.statements.find import Matter, between
from sayso.analysis.statements.senses import Senses, senses
from sayso.analysis.statements.statement import Statement
from sayso.packs.pack import Pack
from sayso.records.documents import Document, Failure
from sayso.records.errors import SaysoError
from sayso.run.work import failure_of, tried

# The step that a failure names.
COMPARING = "compare"
# A report is held against many, so it stays opened while there is room: so many bytes as they are
# handed out, some five times as many in memory. A report of forty clauses has about 60,000.
_AT_HAND = 16_000_000


@dataclass(frozen=True, slots=True)
class Report:
    """A report as it is held against others: its statements, the names of those whom it names, its
    author or outlet, and where it tells of events, with their types."""

    document: Document
    statements: tuple[Statement, ...]
    names: Mapping[str, str]
    holder: str | None
    events: Sequence[tuple[int, int, str]]


@dataclass(frozen=True, slots=True)
class Beside:
    """A report and others that it is held against, each as ``bytes`` that hold a ``Report``; with
    the others stands whether both are on one matter."""

    document: str
    path: str
    one: bytes
    others: tuple[tuple[bytes, bool], ...]


@dataclass(frozen=True, slots=True)
class Met:
    """What came of it. ``failure`` is the first thing that failed, ``error`` what is no fault of a
    report; it is ``lost`` where nothing came back, which another time may go better."""

    document: str
    found: tuple[Matter, ...] = ()
    failure: Failure | None = None
    error: Exception | None = None
    lost: bool = False


def met(beside: Beside, pack: Pack) -> Met:
    """Where reports agree and where they part. A fault is handed in, never raised."""
    try:
        return _met(beside, senses(pack))
    except (SaysoError, OSError, MemoryError) as error:
        # Who handed this out raises it: a full disk or memory is no fault of the report.
        return Met(beside.document, error=error)


def lost(beside: Beside, why: str) -> Met:
    """What is told of reports that no worker survives."""
    message, hint = f"it could not be compared: {why}", "read again; else split the file"
    return Met(beside.document, failure=Failure(beside.path, COMPARING, message, hint), lost=True)


def packed(report: Report) -> bytes:
    """A report, ready to be handed out as often as wanted."""
    return pickle.dumps(report, pickle.HIGHEST_PROTOCOL)


def forget() -> None:
    """Let go of the reports that this process has at hand."""
    _OPENED.clear()


class _Opened:
    """A report, and its deeds as soon as somebody asks for them."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self._deeds: tuple[Senses, Deeds] | None = None

    def deeds(self, words: Senses) -> Deeds:
        if self._deeds is None or self._deeds[0] is not words:
            self._deeds = words, Deeds(self.report.statements, words)
        return self._deeds[1]


class _AtHand:
    """Reports that were opened, the last ones asked for."""

    def __init__(self) -> None:
        self._opened: dict[bytes, _Opened] = {}
        self._size = 0

    def of(self, kept: bytes) -> _Opened:
        """A report; those that nobody asked for in the longest time make room for it."""
        found = self._opened.pop(kept, None)
        if found is None:
            found = _Opened(pickle.loads(kept))
            self._size += len(kept)
        self._opened[kept] = found
        while self._size > _AT_HAND and len(self._opened) > 1:
            first = next(iter(self._opened))
            del self._opened[first]
            self._size -= len(first)
        return found

    def clear(self) -> None:
        """Forget all."""
        self._opened, self._size = {}, 0


_OPENED = _AtHand()


def _met(beside: Beside, words: Senses) -> Met:
    found: list[Matter] = []
    failures: list[Failure] = []
    for other, close in beside.others:
        found += tried(
            partial(_pair, beside.one, other, close, words),
            lambda error: failures.append(failure_of(beside.path, COMPARING, error)),
        ) or ()  # fmt: skip
    return Met(beside.document, tuple(found), failures[0] if failures else None)


def _pair(one: bytes, other: bytes, close: bool, words: Senses) -> Iterator[Matter]:
    first, second = _OPENED.of(one), _OPENED.of(other)
    left, right = first.report, second.report
    deeds = (first.deeds(words), second.deeds(words)) if close else None
    told = {report.document.id: report.events for report in (left, right)}
    sides = (left.document, left.statements), (right.document, right.statements)
    return between(sides[0], sides[1], told, deeds, words, _ground(left, right))


def _ground(*reports: Report) -> Ground:
    return Ground(
        voices={one.document.id: one.holder for one in reports if one.holder},
        names={id: name for one in reports for id, name in one.names.items()},
    )
