"""The whole answer: hypotheses weighed against a case, with all that a sceptic may ask of it."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.analysis.grades import grades_of
from sayso.analysis.sources import report_names
from sayso.analysis.view import CaseView
from sayso.analysis.weighing.between import (
    Absence,
    Need,
    Separation,
    absences,
    needs,
    separations,
)
from sayso.analysis.weighing.cells import Cells
from sayso.analysis.weighing.matrix import Row, Score, leaders, rows, weighed
from sayso.analysis.weighing.pieces import pieces
from sayso.analysis.weighing.proposals import Guide
from sayso.analysis.weighing.theses import Sheet, ready
from sayso.analysis.weighing.trials import Moment, Trial, Trials
from sayso.analysis.weighing.weights import weights
from sayso.analysis.wording.names import names_of
from sayso.records.case import Judgement


@dataclass(frozen=True, slots=True)
class Weighing:
    """Hypotheses weighed.

    ``ranking`` has the least inconsistent first, ``rows`` the most diagnostic. ``silent`` counts
    the pieces that say nothing of any hypothesis and are left out; ``set`` counts cells that an
    analyst set, ``unset`` those with a proposal or nothing; ``lost`` are judgements on cells that
    are no longer there.
    """

    sheet: Sheet
    ranking: tuple[Score, ...]
    leaders: tuple[str, ...]
    rows: tuple[Row, ...]
    separations: tuple[Separation, ...]
    needs: tuple[Need, ...]
    absences: tuple[Absence, ...]
    trials: tuple[Trial, ...]
    moments: tuple[Moment, ...]
    silent: int
    set: int
    unset: int
    lost: tuple[Judgement, ...]


def weigh(view: CaseView, sheet: Sheet, guide: Guide) -> Weighing:
    """Weigh the hypotheses of a sheet; the same case and sheet always give the same answer.

    Raises UsageError where the sheet does not fit the method or the case.
    """
    theses, names, grades = ready(view, sheet), names_of(view), grades_of(view)
    order = [thesis.name for thesis in theses]
    found, cells = pieces(view, sheet.since, sheet.until), Cells(view.judgements())
    if sheet.options.judgements == "none":
        found = [piece for piece in found if piece.kind != "judgement"]
    plain = rows(found, theses, cells, guide, names)
    listed = weighed(plain, weights([row.piece for row in plain], sheet.options, grades))
    trials = Trials(listed, order, sheet.options, grades)
    ranking = trials.whole
    marked = sum(1 for row in listed for cell in row.cells if cell.by)
    return Weighing(
        sheet=sheet,
        ranking=tuple(ranking),
        leaders=leaders(ranking),
        rows=tuple(listed),
        separations=tuple(separations(listed, order)),
        needs=tuple(needs(listed, ranking, theses)),
        absences=tuple(absences(listed, theses, guide.bearings)),
        trials=tuple(trials.without(report_names(view.document_rows()))),
        moments=tuple(trials.over_time()),
        silent=len(found) - len(listed),
        set=marked,
        unset=len(listed) * len(order) - marked,
        lost=tuple(cells.lost((p.id for p in found), sheet.hypotheses)),
    )


@dataclass(frozen=True, slots=True)
class Kept:
    """The weighing that a case keeps, or why it cannot be made now."""

    weighing: Weighing | None
    trouble: str | None = None
