"""An analyst's decisions on who is who, written into a case and applied to it at once."""

from __future__ import annotations

import datetime as dt
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


def now() -> str:
    """When a decision is made: part of it, so read from the clock."""
    return f"{dt.datetime.now(dt.UTC):%Y-%m-%dT%H:%M:%S.%fZ}"  # noqa: TID251


def note(case: Case, made: Judgement, closes: Judgement | None) -> None:
    """Write a judgement that changes no link, and close the one it replaces, together."""
    with case.writer() as writer, writer.transaction():
        writer.put_judgement(made)
        if closes is not None and closes.id != made.id:
            writer.revoke_judgement(closes.id, made.id)


def decide(case: Case, made: Iterable[Judgement], closed: Iterable[tuple[str, str]] = ()) -> None:
    """Write judgements, close others by them (given as id and closing id), and link anew.

    All or nothing. Raises CaseError for an imported case, which holds no findings to link.
    """
    view = case.view()
    if view.meta(IMPORTED):
        raise CaseError(
            "this case was imported: it holds no findings to link anew",
            where=str(case.where),
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
