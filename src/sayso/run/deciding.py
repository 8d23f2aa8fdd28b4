"""An analyst's decisions on who is who, written into a case and applied to it at once."""

from __future__ import annotations

import json
from collections.abc import Iterable

from sayso.packs.load import load
from sayso.packs.pack import Pack
from sayso.packs.shelf import builtin_packs, find
from sayso.records.case import Judgement
from sayso.records.errors import CaseError
from sayso.run.reading import PACKS, link_case
from sayso.store.case import Case
from sayso.store.view import View
from sayso.store.writer import IMPORTED


def decide(case: Case, made: Iterable[Judgement], closed: Iterable[tuple[str, str]] = ()) -> None:
    """Write judgements, close others by them (given as id and closing id), and link anew.

    All or nothing. Raises CaseError for an imported case, which holds no findings to link.
    """
    view = case.view()
    if view.meta(IMPORTED):
        raise CaseError(
            "this case was imported: it holds no findings to link anew",
            where=str(case.path),
            hint="decide in the case that was read, or read the reports here",
        )
    pack = _pack_of(view)
    with case.writer() as writer, writer.transaction():
        for judgement in made:
            writer.put_judgement(judgement)
        for id, by in closed:
            writer.revoke_judgement(id, by)
        link_case(writer.view(), writer, pack)


def _pack_of(view: View) -> Pack:
    """The built-in packs and those the case was read with."""
    given = json.loads(view.meta(PACKS) or "[]")
    return load([pack.folder for pack in builtin_packs()] + [find(pack) for pack in given])
