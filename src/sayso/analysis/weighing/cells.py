"""Cells that an analyst set: judgements beside the proposals; closed by later ones, not deleted.

A judgement on a cell is about the piece, the hypothesis by name, and what the hypothesis says:
where its words were changed since, the mark no longer holds, for it was given to another statement.
"""

from __future__ import annotations

from collections.abc import Iterable

from sayso.analysis.weighing.pieces import Piece
from sayso.analysis.weighing.theses import Hypothesis
from sayso.records.case import Judgement
from sayso.records.errors import UsageError
from sayso.records.ids import content_id
from sayso.records.statements import MARKS

DECISION = "weigh"
_PARTS = 3
_LONGEST = 2000


class Cells:
    """The cells that analysts set and did not take back, by piece and hypothesis."""

    def __init__(self, judgements: Iterable[Judgement] = ()) -> None:
        self._live = {
            j.about: j
            for j in judgements
            if j.decision == DECISION and len(j.about) == _PARTS
            if j.value in MARKS and not j.revoked_by
        }

    def of(self, piece: str, hypothesis: Hypothesis) -> Judgement | None:
        """The judgement on a cell that holds, if any."""
        return self._live.get(about(piece, hypothesis))

    def lost(self, pieces: Iterable[str], hypotheses: Iterable[Hypothesis]) -> list[Judgement]:
        """Judgements on cells that are no longer there: another wording, or evidence that went."""
        known = list(hypotheses)
        there = {about(piece, one) for piece in pieces for one in known}
        return [j for key, j in self._live.items() if key not in there]


def about(piece: str, hypothesis: Hypothesis) -> tuple[str, ...]:
    """What a judgement on a cell is about."""
    return (piece, hypothesis.name, hypothesis.says)


def chosen(
    pieces: Iterable[Piece], hypotheses: Iterable[Hypothesis], piece: str, name: str
) -> tuple[str, ...]:
    """What a cell is about, by the beginning of a piece's id and a hypothesis' name; UsageError."""
    fitting = [one.id for one in pieces if one.id.startswith(piece)]
    if piece in fitting:
        fitting = [piece]
    if len(fitting) != 1 or not piece:
        raise UsageError(
            f"{len(fitting) or 'no'} pieces of evidence begin with '{piece}'",
            hint="'sayso weigh --all' lists them with their ids",
        )
    named = [one for one in hypotheses if one.name.casefold() == name.casefold()]
    if not named:
        raise UsageError(f"no hypothesis is called '{name}'", hint="give its name, such as H1")
    return about(fitting[0], named[0])


def judged(
    matter: tuple[str, ...], mark: str | None, *, by: str, at: str, reason: str | None
) -> Judgement:
    """The judgement that sets a cell, or, without a mark, gives it back to the proposal."""
    mark = mark.strip().upper() if mark is not None else None
    if mark is not None and mark not in MARKS:
        raise UsageError(f"'{mark}' is no mark", hint=f"marks: {', '.join(MARKS)}")
    if len(reason or "") > _LONGEST:
        raise UsageError(f"that is longer than {_LONGEST} characters", hint="say it shorter")
    id = content_id("j", DECISION, matter, mark, by, at)
    return Judgement(id, by, at, matter, DECISION, mark, reason or None)
