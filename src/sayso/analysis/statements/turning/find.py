"""The conflicts of speakers with themselves, over all reports of a case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sayso.analysis.conflicts.ground import Ground
from sayso.analysis.statements.senses import Senses
from sayso.analysis.statements.sides import clause_id
from sayso.analysis.statements.statement import Statement
from sayso.analysis.statements.turning.sayings import Saying, sayings
from sayso.analysis.statements.turning.turned import Turn, turns
from sayso.analysis.wording.dates import date_words
from sayso.records.case import Conflict, Side
from sayso.records.ids import content_id
from sayso.records.notes import Notes

_SPEAKERS = ("Person", "Organization", "Group", "Office")
_UNDATED = "on a day that is not told"


class Sayers:
    """What everybody is quoted with, gathered report by report while these are read anyway."""

    def __init__(self, senses: Senses) -> None:
        self._senses = senses
        self._told: dict[str, list[Saying]] = {}

    def take(self, told: Iterable[Saying]) -> None:
        """Add the sayings of a report."""
        for one in told:
            self._told.setdefault(one.speaker, []).append(one)

    def conflicts(self, ground: Ground) -> Iterator[Conflict]:
        """Each pair of sayings of one speaker that exclude one another, with both quoted."""
        for speaker in sorted(self._told):
            for turn in turns(self._told[speaker], self._senses):
                yield _record(turn, ground.names.get(speaker, speaker))


def sayings_of(
    notes: Notes, statements: Iterable[Statement], types: Mapping[str, str]
) -> list[Saying]:
    """What speakers of a case are quoted with in a report; ``types`` are those of whom it names."""
    speakers = frozenset(id for id, type in types.items() if type in _SPEAKERS)
    places = frozenset(id for id, type in types.items() if type == "Place")
    return list(sayings(notes, statements, speakers, places))


def _record(turn: Turn, name: str) -> Conflict:
    pairs = zip((turn.first, turn.last), turn.values, strict=True)
    sides = tuple(
        Side(f"{value}, said {_day(saying)}", (saying.words,), (name,))
        for saying, value in pairs
    )  # fmt: skip
    about = tuple(
        id for saying in (turn.first, turn.last)
        for id in (saying.statement.claims or (clause_id(saying.statement.span),))
    )  # fmt: skip
    documents = {span.document for side in sides for span in side.spans}
    reason = f"{name} says otherwise at another time ({turn.severity})"
    may_change = turn.severity == "tension" and turn.field == "statement"
    reason += ", unless it changed in between" if may_change else ""
    return Conflict(
        id=content_id("x", about, turn.field, "turn", *(side.spans for side in sides)),
        scope="across" if len(documents) > 1 else "within",
        about=tuple(sorted(set(about))),
        field=turn.field,
        sides=sides,
        reason=f"{reason}: {sides[0].value}; {sides[1].value}.",
        severity=turn.severity,
    )


def _day(one: Saying) -> str:
    first, last = one.day
    words = date_words(first, last)
    return (f"on {words}" if first == last else f"in {words}") if first and last else _UNDATED
