"""The matrix: every piece against every hypothesis, and what speaks against each of them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.analysis.weighing.cells import Cells
from sayso.analysis.weighing.marks import VALUES
from sayso.analysis.weighing.pieces import Piece
from sayso.analysis.weighing.proposals import Guide, propose
from sayso.analysis.weighing.theses import Thesis

# Sums of weights are compared to so many places, so that their order cannot turn a tie.
_PLACES = 9


@dataclass(frozen=True, slots=True)
class Cell:
    """How a piece stands to a hypothesis; ``mark`` is null where nobody has said.

    ``by`` is the analyst who set it, null for a proposal; ``why`` is the reason of either;
    ``judgement`` is the id of what set it.
    """

    hypothesis: str
    mark: str | None
    why: str
    by: str | None = None
    judgement: str | None = None
    proposed: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A piece with its cells in the order of the hypotheses, and what it weighs.

    ``diagnosticity`` is the distance between its best and its worst mark, 0 to 4: what speaks
    alike of all hypotheses has 0 and separates nothing.
    """

    piece: Piece
    cells: tuple[Cell, ...]
    weight: float
    diagnosticity: int

    def mark(self, hypothesis: str) -> str | None:
        """The mark for a hypothesis."""
        return next((c.mark for c in self.cells if c.hypothesis == hypothesis), None)


@dataclass(frozen=True, slots=True)
class Score:
    """What the record says against a hypothesis and for it.

    ``against`` sums weight times 1 for I and 2 for II; ``in_favour`` the same for C and CC, and
    orders nothing. ``rank`` is 1 for the least inconsistent; equals share one. ``pieces`` counts
    those that speak against, ``silent`` those that say nothing of it: a hypothesis of which little
    is said has little against it.
    """

    hypothesis: str
    rank: int
    against: float
    in_favour: float
    pieces: int
    silent: int


def rows(
    pieces: Iterable[Piece],
    theses: Sequence[Thesis],
    cells: Cells,
    guide: Guide,
    names: Mapping[str, str],
) -> list[Row]:
    """The rows of pieces that say something of some hypothesis, or that an analyst marked.

    Their weight is 1 until options give another (see weighed). Most diagnostic first.
    """
    made = []
    for piece in pieces:
        row = tuple(_cell(piece, thesis, cells, guide, names) for thesis in theses)
        if any(cell.by or cell.mark not in (None, "N") for cell in row):
            made.append(Row(piece, row, 1.0, diagnosticity(cell.mark for cell in row)))
    return ordered(made)


def weighed(found: Iterable[Row], weights: Mapping[str, float]) -> list[Row]:
    """The same rows with these weights by the id of their piece, in their order."""
    return ordered(
        Row(row.piece, row.cells, weights[row.piece.id], row.diagnosticity) for row in found
    )


def ordered(found: Iterable[Row]) -> list[Row]:
    """Rows by what they do to separate the hypotheses, heavy ones first, then by id."""
    return sorted(
        found, key=lambda row: (-round(row.diagnosticity * row.weight, _PLACES), row.piece.id)
    )


def diagnosticity(marks: Iterable[str | None]) -> int:
    """The distance between the best and the worst mark, 0 to 4; no mark counts as neutral."""
    values = [VALUES[mark or "N"] for mark in marks]
    return max(values, default=0) - min(values, default=0)


def scores(
    found: Iterable[Row], hypotheses: Iterable[str], weights: Mapping[str, float] | None = None
) -> list[Score]:
    """What speaks against each hypothesis, the least inconsistent first; equals by their order.

    ``weights`` by the id of a piece go before those of the rows.
    """
    names = list(hypotheses)
    totals = {name: _Total() for name in names}
    for row in found:
        weight = row.weight if weights is None else weights[row.piece.id]
        for cell in row.cells:
            totals[cell.hypothesis].take(weight, VALUES[cell.mark or "N"])
    sums = {name: (total.against(), total.in_favour()) for name, total in totals.items()}
    ranked = sorted(names, key=lambda name: (sums[name][0], names.index(name)))
    return [
        Score(
            name,
            1 + sum(sums[other][0] < sums[name][0] for other in names),
            *sums[name],
            totals[name].pieces,
            totals[name].silent,
        )
        for name in ranked
    ]


def leaders(found: Iterable[Score]) -> tuple[str, ...]:
    """The hypotheses that the record speaks against least."""
    return tuple(score.hypothesis for score in found if score.rank == 1)


class _Total:
    """What is added up for one hypothesis; sums are exact, so no order of pieces shows in them."""

    def __init__(self) -> None:
        self._against: list[float] = []
        self._in_favour: list[float] = []
        self.pieces = 0
        self.silent = 0

    def take(self, weight: float, value: int) -> None:
        """Add a mark's value, from 2 for CC to -2 for II."""
        if value < 0:
            self._against.append(-value * weight)
            self.pieces += weight > 0
        elif value > 0:
            self._in_favour.append(value * weight)
        else:
            self.silent += 1

    def against(self) -> float:
        return round(math.fsum(self._against), _PLACES)

    def in_favour(self) -> float:
        return round(math.fsum(self._in_favour), _PLACES)


def _cell(
    piece: Piece, thesis: Thesis, cells: Cells, guide: Guide, names: Mapping[str, str]
) -> Cell:
    proposal = propose(piece, thesis, guide, names)
    proposed = proposal.mark if proposal else None
    found = cells.of(piece.id, thesis.hypothesis)
    if found is not None:
        return Cell(thesis.name, found.value, found.reason or "", found.by, found.id, proposed)
    return Cell(thesis.name, proposed, proposal.why if proposal else "", proposed=proposed)
