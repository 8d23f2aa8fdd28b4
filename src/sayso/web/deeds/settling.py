"""Judging single findings, words of a report, and sources."""

from __future__ import annotations

from sayso.analysis import grading
from sayso.analysis.grades import grades_of
from sayso.analysis.judging import rulings, settling
from sayso.analysis.ledger.comparing import SEVERITIES
from sayso.records.case import Agreement, Check, Claim, Conflict, Event, Judgement, Merge, Tie
from sayso.records.errors import UsageError
from sayso.records.statements import Attribution
from sayso.run.deciding import note, now
from sayso.store.case import Case
from sayso.store.view import View
from sayso.web import links
from sayso.web.deeds.deed import Form

_FINDINGS = (Conflict, Agreement, Event, Tie, Attribution, Claim, Check, Merge)


def settle(case: Case, form: Form) -> str | None:
    """Accept, reject or correct the finding ``about``, or leave it undecided; of a conflict,
    ``decision`` may be a severity that it is played down to."""
    view, about = case.view(), form["about"]
    found = view.find(about) if about else None
    # An id's beginning is enough for a reader, never for a decision.
    if not isinstance(found, _FINDINGS) or found.id != about:
        raise UsageError(f"the case has no '{about}'", hint="it may have been read anew: reload")
    decision, value = form["decision"], form["value"] or settling.YES
    if decision == "undecided":
        decision, value = settling.ACCEPT, settling.UNDECIDED
    if decision == settling.CORRECT:
        value = form["value"]
    if decision in SEVERITIES and isinstance(found, Conflict):
        decision, value = settling.CORRECT, decision
    # A conflict or an agreement is found again by what it is about, when a report is read anew.
    matter = rulings.about(found) if isinstance(found, Conflict | Agreement) else (about,)
    made = settling.settled(
        matter, decision, value, by=form.by, at=now(), reason=form["reason"] or None
    )
    note(case, made, _seen(view, form["seen"]))
    return None


def add(case: Case, form: Form) -> str | None:
    """Say what the words at ``at`` of a ``report`` are, where no step has found it."""
    document, place = case.view().document(form["report"]), links.place(form["at"])
    if document is None or place is None:
        raise UsageError("no words are chosen", hint="select them in the report first")
    value = f"{form['kind']}: {form['value']}" if form["value"] else form["kind"]
    made = settling.added(
        document, place, value, by=form.by, at=now(), reason=form["reason"] or None
    )
    note(case, made, None)
    return links.words(document.span(*place))


def grade(case: Case, form: Form) -> str | None:
    """Grade a source or a piece, as ``sayso grade`` does; without a value, take the grade back."""
    view, thing, value = case.view(), form["about"], form["value"]
    record = view.find(thing) if thing else None
    piece = grading.is_piece(record)
    if value:
        value = grading.credibility(value) if piece else grading.reliability(value)
    about = grading.piece_about(record, thing) if piece else grading.source_about(view, thing)
    before = grading.standing(grades_of(view), about, piece=piece)
    if not value and before is None:
        return None
    made = grading.judged(about, value or None, by=form.by, at=now(), reason=form["reason"] or None)
    note(case, made, before)
    return None


def _seen(view: View, id: str) -> Judgement | None:
    """The judgement that held when the page was made, if one did."""
    return next((j for j in view.judgements() if j.id == id), None) if id else None
