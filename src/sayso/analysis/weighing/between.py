"""What separates hypotheses, what each would need, and what the record does not tell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from sayso.analysis.weighing.marks import VALUES, against, together
from sayso.analysis.weighing.matrix import Row, Score
from sayso.analysis.weighing.pieces import Happened
from sayso.analysis.weighing.proposals import Bearings, bearing_of
from sayso.analysis.weighing.theses import Thesis

_EVEN = 1e-9


@dataclass(frozen=True, slots=True)
class Separation:
    """The pieces that stand most differently to two hypotheses, the widest apart first."""

    one: str
    other: str
    pieces: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Need:
    """What it would take for a hypothesis to draw level with the leader.

    ``behind`` is how much more speaks against it; ``pieces`` are the fewest that would have to
    fall for it to draw level, null where even all would not do. ``told`` is what the analyst said
    would have to be seen.
    """

    hypothesis: str
    leader: str
    behind: float
    pieces: tuple[str, ...] | None
    told: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Absence:
    """A kind of event that would speak for a hypothesis and against others, and is not told."""

    hypothesis: str
    bearing: str
    against: tuple[str, ...]
    why: str


def separations(found: Sequence[Row], names: Sequence[str], limit: int = 5) -> list[Separation]:
    """For each two hypotheses the pieces that do most to tell them apart."""
    made = []
    for one, other in combinations(names, 2):
        apart = [(row, _distance(row, one, other)) for row in found]
        ranked = sorted(
            (pair for pair in apart if pair[1] > _EVEN),
            key=lambda pair: (-round(pair[1], 9), pair[0].piece.id),
        )
        made.append(Separation(one, other, tuple(row.piece.id for row, _ in ranked[:limit])))
    return made


def needs(found: Sequence[Row], ranking: Sequence[Score], theses: Iterable[Thesis]) -> list[Need]:
    """What each hypothesis would need, in the order of the ranking."""
    told = {thesis.name: thesis.hypothesis.needs for thesis in theses}
    first = ranking[0]
    return [
        Need(
            score.hypothesis,
            first.hypothesis,
            round(score.against - first.against, 9),
            _fewest(found, score.hypothesis, first.hypothesis, score.against - first.against),
            told[score.hypothesis],
        )
        for score in ranking
    ]


def absences(found: Iterable[Row], theses: Sequence[Thesis], bearings: Bearings) -> list[Absence]:
    """Kinds of event of which nothing is told, that would speak for one and against another.

    That a thing is not told does not say that it did not happen: only that these reports do not
    speak of it.
    """
    seen = _kinds_seen(found, theses, bearings)
    made = []
    for thesis in theses:
        for name in sorted(bearings.keys() - seen):
            rivals = tuple(
                other.name
                for other in theses
                if other is not thesis and VALUES[_mark(bearings, name, other)] < 0
            )
            if rivals and VALUES[_mark(bearings, name, thesis)] > 0:
                made.append(Absence(thesis.name, name, rivals, bearings[name].why))
    return made


def _distance(row: Row, one: str, other: str) -> float:
    apart = VALUES[row.mark(one) or "N"] - VALUES[row.mark(other) or "N"]
    return abs(apart) * row.weight


def _fewest(
    found: Sequence[Row], hypothesis: str, leader: str, behind: float
) -> tuple[str, ...] | None:
    """The sum is taken off piece by piece, so the heaviest differences first are the fewest."""
    if behind <= _EVEN:
        return ()
    gains = sorted(
        (
            (row.weight * (against(row.mark(hypothesis)) - against(row.mark(leader))), row.piece.id)
            for row in found
        ),
        key=lambda gain: (-round(gain[0], 9), gain[1]),
    )
    chosen = []
    for gain, id in gains:
        if gain <= _EVEN:
            return None
        chosen.append(id)
        behind -= gain
        if behind <= _EVEN:
            return tuple(chosen)
    return None


def _kinds_seen(found: Iterable[Row], theses: Iterable[Thesis], bearings: Bearings) -> set[str]:
    members = frozenset(id for thesis in theses for id in thesis.members)
    return {
        name
        for row in found
        if isinstance(row.piece.matter, Happened)
        for type, mode, parts in row.piece.matter.kinds
        if (name := bearing_of(type, mode, parts, members, bearings))
    }


def _mark(bearings: Bearings, name: str, thesis: Thesis) -> str:
    if not thesis.members or not thesis.hypothesis.goes:
        return "N"
    return together(getattr(bearings[name], way, "N") for way in thesis.hypothesis.goes)
