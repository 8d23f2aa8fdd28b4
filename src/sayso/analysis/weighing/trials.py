"""How much of a ranking hangs on one report, one origin, one author's own judgements, or time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.analysis.grades import Grades
from sayso.analysis.weighing.matrix import Row, Score, leaders, scores
from sayso.analysis.weighing.theses import Options
from sayso.analysis.weighing.weights import weights
from sayso.records.dates import order as in_time
from sayso.records.dates import parts

KINDS = ("report", "origin", "judgements", "kind")
# A ranking over time has at most so many steps.
_STEPS = 16
# Of reports, of origins and of judging origins so many are tried, those most pieces stand on.
MOST = 60


@dataclass(frozen=True, slots=True)
class Trial:
    """The ranking without something: ``kind`` is one of KINDS, ``name`` says without what.

    ``lost`` counts the pieces that nothing else told; ``turned`` says whether others lead now.
    """

    kind: str
    name: str
    lost: int
    scores: tuple[Score, ...]
    leaders: tuple[str, ...]
    turned: bool


@dataclass(frozen=True, slots=True)
class Moment:
    """The ranking by what was known at the end of a quarter ("2020-Q2")."""

    until: str
    pieces: int
    scores: tuple[Score, ...]
    leaders: tuple[str, ...]


class Trials:
    """Weighs some rows anew under one set of options, without a part of what they stand on."""

    def __init__(
        self, found: Sequence[Row], hypotheses: Sequence[str], options: Options, grades: Grades
    ) -> None:
        self._rows = list(found)
        self._names = list(hypotheses)
        self._options = options
        self._grades = grades
        self.whole = self._weigh(self._rows)

    def without(self, reports: Mapping[str, str]) -> list[Trial]:
        """Without each report, each origin, each origin's judgements (MOST of each), all of a kind.

        ``reports`` are names by id. What leaves the ranking whole stays in the list: that nothing
        hangs on a source is an answer too.
        """
        found = [
            self._trial("report", reports.get(id, id), self._told(report=id))
            for id in self._often(lambda row: {t.report for t in row.piece.tellings})
        ]
        found += [
            self._trial("origin", name, self._told(origin=name))
            for name in self._often(lambda row: set(row.piece.origins))
        ]
        found += [
            self._trial("judgements", name, [r for r in self._rows if not _judges(r, name)])
            for name in self._often(lambda r: set(r.piece.origins) if _judging(r) else set())
        ]
        return [*found, *self._by_kind()]

    def _often(self, of: Callable[[Row], set[str]]) -> list[str]:
        """What most rows stand on, at most MOST, by name."""
        counts = Counter(name for row in self._rows for name in of(row))
        ranked = sorted(counts, key=lambda name: (-counts[name], name))
        return sorted(ranked[:MOST])

    def over_time(self) -> list[Moment]:
        """The ranking as it stood at the end of each quarter in which something became known."""
        dated = sorted({_quarter(r.piece.known) for r in self._rows if r.piece.known}, key=_sorted)
        found = []
        for quarter in dated[-_STEPS:]:
            known = [
                r
                for r in self._rows
                if r.piece.known and _sorted(_quarter(r.piece.known)) <= _sorted(quarter)
            ]
            ranking = self._weigh(known)
            found.append(Moment(quarter, len(known), tuple(ranking), leaders(ranking)))
        return found

    def _by_kind(self) -> list[Trial]:
        kinds = sorted({row.piece.kind for row in self._rows})
        if len(kinds) < 2:
            return []
        return [
            self._trial("kind", f"all {kind}s", [r for r in self._rows if r.piece.kind != kind])
            for kind in kinds
        ]

    def _told(self, *, report: str | None = None, origin: str | None = None) -> list[Row]:
        """The rows that something else than this report or origin tells, on that alone."""
        left = []
        for row in self._rows:
            told = row.piece.tellings
            kept = tuple(t for t in told if t.report != report and t.origin != origin)
            if len(kept) == len(told):
                left.append(row)
            elif kept:
                left.append(replace(row, piece=replace(row.piece, tellings=kept)))
        return left

    def _trial(self, kind: str, name: str, left: Sequence[Row]) -> Trial:
        ranking = self._weigh(left)
        leading = leaders(ranking)
        lost = len(self._rows) - len(left)
        turned = leading != leaders(self.whole)
        return Trial(kind, name, lost, tuple(ranking), leading, turned)

    def _weigh(self, found: Iterable[Row]) -> list[Score]:
        listed = list(found)
        weight = weights([row.piece for row in listed], self._options, self._grades)
        return scores(listed, self._names, weight)


def _judging(row: Row) -> bool:
    return row.piece.kind == "judgement"


def _judges(row: Row, origin: str) -> bool:
    return _judging(row) and origin in row.piece.origins


def _quarter(day: str) -> str:
    return f"{day[:-6]}-Q{(parts(day)[1] + 2) // 3}"


def _sorted(quarter: str) -> str:
    year, _, number = quarter.rpartition("-Q")
    return in_time(f"{year}-{int(number) * 3:02d}-01")
