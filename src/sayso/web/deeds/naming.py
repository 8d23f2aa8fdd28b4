"""Merging, parting, undoing: the judgements of ``sayso same``, ``different`` and ``undo``."""

from __future__ import annotations

from sayso.analysis.judging import settling
from sayso.analysis.naming.deciding import KINDS, anchor, judged, replaced, taken_back
from sayso.records.errors import UsageError
from sayso.run.deciding import decide, note, now, stale
from sayso.store.case import Case
from sayso.web.deeds.deed import Form, judgement


def name(case: Case, form: Form) -> str | None:
    """Decide that ``a`` and ``b`` are the same or different, as ``decision`` says."""
    kind = form["decision"]
    if kind not in KINDS:
        raise UsageError(f"'{kind}' is no decision on names", hint=" or ".join(KINDS))
    view = case.view()
    a, b = anchor(view, form["a"]), anchor(view, form["b"])
    made = judged(kind, a, b, by=form.by, at=now(), reason=form["reason"] or None)
    closed = replaced(view, made)
    for old in (judgement(view, id) for id, _ in closed):
        # The page may be older than this: a colleague's word is taken back in the open, or not.
        if old.by != form.by:
            raise stale(old, hint="if you are sure, take that back first; then decide anew")
    decide(case, [made], closed)
    return None


def undo(case: Case, form: Form) -> str | None:
    """Take back the decision with ``id``, whatever it is about; no other one."""
    view = case.view()
    old = judgement(view, form["id"])
    if old.decision in KINDS:
        new, old = taken_back(view, old.id, by=form.by, at=now())
        decide(case, [new], [(old.id, new.id)])
    elif old.value is None or old.revoked_by:
        raise UsageError("this decision no longer holds", hint="somebody took it back already")
    else:
        note(case, settling.reversal(old, by=form.by, at=now()), old)
    return None
