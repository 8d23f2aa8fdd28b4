"""Merging, parting, undoing: the judgements of ``sayso same``, ``different`` and ``undo``."""

from __future__ import annotations

import re
from urllib.parse import unquote

from sayso.analysis.judging import settling
from sayso.analysis.naming.deciding import KINDS, anchor, judged, replaced, taken_back
from sayso.analysis.people import who
from sayso.records.errors import UsageError
from sayso.resolve.decisions import Anchor, anchor_of
from sayso.run.deciding import decide, note, now, stale
from sayso.store.case import Case
from sayso.store.view import View
from sayso.web import links
from sayso.web.deeds.deed import Form, judgement

_DOSSIER = re.compile(r"/who/([^/?#]+)")


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
    # By a decision the id in the address may come to stand for another, or for nobody.
    return _dossier(case.view(), a) if _DOSSIER.match(form["back"]) else None


def undo(case: Case, form: Form) -> str | None:
    """Take back the decision with ``id``, whatever it is about; no other one."""
    view = case.view()
    old = judgement(view, form["id"])
    if old.decision in KINDS:
        new, old = taken_back(view, old.id, by=form.by, at=now())
        decide(case, [new], [(old.id, new.id)])
        match = _DOSSIER.match(form["back"])
        if match and not case.view().entity(unquote(match[1])):
            return _dossier(case.view(), anchor_of(old.about[0]))
    elif old.value is None or old.revoked_by:
        raise UsageError("this decision no longer holds", hint="somebody took it back already")
    else:
        note(case, settling.reversal(old, by=form.by, at=now()), old)
    return None


def _dossier(view: View, one: Anchor) -> str:
    """The dossier of whoever bears a name now."""
    bearers = [found.entity for found in who(view, one.name)]
    same = [entity for entity in bearers if entity.type == one.type] or bearers
    return links.who(same[0].id) if same else "/who"
