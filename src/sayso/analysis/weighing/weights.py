"""What each piece weighs under the options that an analyst declared; 1 where none applies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from sayso.analysis.grades import Grades
from sayso.analysis.weighing.pieces import Piece
from sayso.analysis.weighing.theses import Options
from sayso.records.dates import days_between
from sayso.records.dates import order as in_time

# From the best grade to the worst in equal steps. F and 6 mean "cannot be judged": no weight is
# taken away for not knowing.
RELIABILITY = {"A": 1.0, "B": 0.8, "C": 0.6, "D": 0.4, "E": 0.2}
CREDIBILITY = {"1": 1.0, "2": 0.8, "3": 0.6, "4": 0.4, "5": 0.2}


def weights(pieces: Iterable[Piece], options: Options, grades: Grades) -> dict[str, float]:
    """The weight of each piece by its id: the product of what the options ask for."""
    listed = list(pieces)
    found = _shares(listed, options.judgements)
    for piece in listed:
        weight = found[piece.id]
        if options.grades:
            weight *= _graded(piece, grades)
        if options.hedges:
            weight *= piece.firmness
        found[piece.id] = weight
    if options.half_life is not None:
        _fade(found, listed, options.half_life)
    return found


def _shares(pieces: Iterable[Piece], judgements: str) -> dict[str, float]:
    """Who judges more often than others does not weigh more: all of one origin weigh one."""
    listed = list(pieces)
    counts = Counter(o for p in listed if p.kind == "judgement" for o in p.origins)
    return {
        p.id: 1.0
        if p.kind != "judgement" or judgements == "each"
        else 0.0
        if judgements == "none"
        else max(1 / counts[origin] for origin in p.origins)
        for p in listed
    }


def _graded(piece: Piece, grades: Grades) -> float:
    """The best of its origins' reliabilities, times its own credibility; 1 where none is given."""
    sources = [
        RELIABILITY.get(found.value or "", 1.0) if (found := grades.of_source(origin)) else 1.0
        for origin in piece.origins
    ]
    own = grades.of_piece(*piece.records)
    return max(sources, default=1.0) * (CREDIBILITY.get(own.value or "", 1.0) if own else 1.0)


def _fade(found: dict[str, float], pieces: Iterable[Piece], half_life: float) -> None:
    """Halve the weight for each half life that a piece is older than the newest; undated stays."""
    dated: Mapping[str, str] = {p.id: p.known for p in pieces if p.known}
    newest = max(dated.values(), key=in_time, default=None)
    for id, day in dated.items():
        found[id] *= 0.5 ** (max(0, days_between(day, newest)) / half_life)
