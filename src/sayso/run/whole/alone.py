"""What one report says by itself, worked out wherever there is room, from what the case has of it.

Half of comparing asks nothing of other reports, so it is handed out like the reading is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from sayso.analysis.checks.find import settled
from sayso.analysis.checks.record import Alone, Marked
from sayso.analysis.conflicts.compass import compass_conflicts
from sayso.analysis.conflicts.dated import dating_conflicts
from sayso.analysis.conflicts.ground import Ground
from sayso.analysis.statements.find import within_one
from sayso.analysis.statements.gathering.meeting import Outline, outline_of
from sayso.analysis.statements.making import Known, statements
from sayso.analysis.statements.senses import senses
from sayso.analysis.statements.turning.find import sayings_of
from sayso.analysis.statements.turning.sayings import Saying
from sayso.packs.pack import Pack
from sayso.records.case import Agreement, Check, Claim, Conflict
from sayso.records.documents import Document, Failure
from sayso.records.errors import SaysoError
from sayso.records.notes import Notes
from sayso.records.statements import Clause
from sayso.run.whole.beside import COMPARING, Report, packed
from sayso.run.work import failure_of, tried

Made = TypeVar("Made")
_BLANK = Outline(frozenset(), ())


@dataclass(frozen=True, slots=True)
class Given:
    """A report as the case has it.

    ``known`` and ``names`` are of those alone whom it names; ``holder`` is its author or outlet.
    ``events`` are where it tells of some, with their types. ``recorded`` are its checks by the
    record of the case, null where these could not be made.
    """

    document: Document
    marked: Marked
    clauses: tuple[Clause, ...]
    claims: tuple[Claim, ...]
    known: Known
    names: Mapping[str, str]
    holder: str | None
    events: Sequence[tuple[int, int, str]]
    recorded: tuple[Check, ...] | None


@dataclass(frozen=True, slots=True)
class Said:
    """What a report says: its statements (as ``bytes`` that hold a ``Report``), what outlines it,
    where it parts from itself, and what else it gives to think.

    ``failure`` is the first thing that failed with it, ``error`` what is no fault of the report;
    it is ``lost`` where nothing came back, which another time may go better.
    """

    document: str
    told: bytes = b""
    outline: Outline = _BLANK
    sayings: tuple[Saying, ...] = ()
    within: tuple[Conflict | Agreement, ...] = ()
    found: tuple[Conflict | Check, ...] = ()
    failure: Failure | None = None
    error: Exception | None = None
    lost: bool = False


def known_of(
    marked: Marked, claims: Iterable[Claim], known: Known, names: Mapping[str, str]
) -> tuple[Known, dict[str, str]]:
    """What a case knows of those alone whom a report names, and their names."""
    ids = {mention.entity for mention in marked.mentions}
    ids |= {id for claim in claims for id in (claim.subject, claim.holder) if id}
    for one in marked.attributions:
        ids |= {id for id in (one.source_entity, *(link.entity for link in one.chain)) if id}
    after = {id: known.named[id] for id in ids if id in known.named}
    ids.update(after.values())
    wholes = {id: known.wholes[id] for id in ids if id in known.wholes}
    ids = ids.union(*wholes.values())
    kinds = {id: known.kinds[id] for id in ids if id in known.kinds}
    return Known(wholes, after, kinds), {id: names[id] for id in ids if id in names}


def said_by(given: Given, pack: Pack) -> Said:
    """Everything that one report says by itself. A fault is handed in, never raised."""
    try:
        return _said(given, pack)
    except (SaysoError, OSError, MemoryError) as error:
        # Who handed this out raises it: a full disk or memory is no fault of the report.
        return Said(given.document.id, error=error)


def lost(given: Given, why: str) -> Said:
    """What is told of a report that no worker survives."""
    message, hint = f"it could not be compared: {why}", "read again; else split the file"
    failure = Failure(given.document.path, COMPARING, message, hint)
    return Said(given.document.id, failure=failure, lost=True)


def _said(given: Given, pack: Pack) -> Said:
    document, marked, tries = given.document, given.marked, _Tries(given.document)
    notes = Notes(
        document, times=marked.times, quantities=marked.quantities,
        attributions=marked.attributions, clauses=given.clauses,
    )  # fmt: skip
    told = tries.of(
        lambda: statements(notes, marked.mentions, given.claims, senses(pack), given.known)
    )
    return Said(
        document.id,
        packed(Report(document, tuple(told), given.names, given.holder, given.events)),
        outline_of(told),
        tuple(sayings_of(notes, told, given.known.kinds)),
        found=tuple(_thoughts(given, pack, tries)),
        within=tuple(tries.of(lambda: within_one((document, told), _ground(given)))),
        failure=tries.failure,
    )


def _thoughts(given: Given, pack: Pack, tries: _Tries) -> list[Conflict | Check]:
    """What one report gives to think: its dates, its directions, its statements to be checked."""
    report = Alone(given.marked, given.known.kinds, pack)
    document, holder, recorded = given.document, given.holder or "author", given.recorded
    found: list[Conflict | Check] = [
        *tries.of(lambda: dating_conflicts(report, document, holder)),
        *tries.of(lambda: compass_conflicts(document, given.marked.mentions, given.names, holder)),
    ]
    if recorded is not None:
        found += tries.of(lambda: settled(report, document.id, recorded))
    return found


def _ground(given: Given) -> Ground:
    voices = {given.document.id: given.holder} if given.holder else {}
    return Ground(voices=voices, names=given.names)


@dataclass
class _Tries:
    """Makes what can be made of a report; the first fault of sayso that it meets is kept."""

    document: Document
    failure: Failure | None = field(default=None)

    def of(self, make: Callable[[], Iterable[Made]]) -> Sequence[Made]:
        """What is made; nothing where that fails."""
        return tried(make, self._met) or ()

    def _met(self, error: Exception) -> None:
        self.failure = self.failure or failure_of(self.document.path, COMPARING, error)
