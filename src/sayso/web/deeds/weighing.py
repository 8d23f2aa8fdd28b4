"""Setting cells of the matrix: the judgements of ``sayso weigh --set``."""

from __future__ import annotations

from sayso.analysis.weighing.cells import DECISION, chosen, judged
from sayso.analysis.weighing.pieces import pieces
from sayso.records.case import Judgement
from sayso.records.errors import UsageError
from sayso.run.deciding import note, now
from sayso.run.weighing.kept import kept_or_refuse
from sayso.store.case import Case
from sayso.web.deeds.deed import Form, judgement


def cell(case: Case, form: Form) -> str | None:
    """Set the cell of ``piece`` and ``hypothesis`` to ``mark``; without one, back to the proposal.

    ``seen`` is the judgement that the page showed.
    """
    view = case.view()
    sheet, _ = kept_or_refuse(view)
    found = pieces(view, sheet.since, sheet.until)
    matter = chosen(found, sheet.hypotheses, form["piece"], form["hypothesis"])
    # An id's beginning is enough for a reader, never for a decision.
    if matter[0] != form["piece"]:
        raise UsageError(f"the case has no '{form['piece']}'", hint="reload the page")
    seen = _seen(judgement(view, form["seen"]), matter) if form["seen"] else None
    if not form["mark"] and seen is None:
        raise UsageError("no mark is chosen", hint="choose CC, C, N, I or II")
    made = judged(matter, form["mark"] or None, by=form.by, at=now(), reason=form["reason"] or None)
    note(case, made, seen)
    return None


def _seen(found: Judgement, matter: tuple[str, ...]) -> Judgement:
    if found.decision != DECISION or found.about != matter:
        raise UsageError("that decision is about something else", hint="reload the page")
    return found
