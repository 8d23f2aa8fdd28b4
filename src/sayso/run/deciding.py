"""An analyst's decisions on who is who, written into a case and applied to it at once."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable

from sayso.analysis.grades import DECISION as GRADE
from sayso.analysis.judging.settling import KINDS, UNDECIDED
from sayso.packs.load import load
from sayso.packs.pack import Pack
from sayso.packs.shelf import builtin_packs, find
from sayso.records.case import Judgement
from sayso.records.errors import CaseError, UsageError
from sayso.resolve.decisions import DIFFERENT, SAME
from sayso.run.reading import PACKS, link_case
from sayso.store.case import Case
from sayso.store.view import View
from sayso.store.writer import IMPORTED


def now() -> str:
    """When a decision is made: part of it, so read from the clock."""
    return f"{dt.datetime.now(dt.UTC):%Y-%m-%dT%H:%M:%S.%fZ}"  # noqa: TID251


class Stale(UsageError):
    """Somebody else decided the same thing meanwhile; nothing was written."""


def note(case: Case, made: Judgement, closes: Judgement | None) -> None:
    """Write a judgement that changes no link, and close the one it replaces, together.

    Raises Stale where another decision on the same thing holds by now.
    """
    with case.beside() as writer:
        # Looked up again under the lock: since the analyst looked, others may have written.
        closed = [(closes.id, made.id)] if closes is not None and closes.id != made.id else []
        _check(writer.view(), [made], closed)
        writer.put_judgement(made)
        for id, by in closed:
            writer.revoke_judgement(id, by)


def decide(
    case: Case,
    made: Iterable[Judgement],
    closed: Iterable[tuple[str, str]] = (),
    *,
    told: bool = False,
) -> None:
    """Write judgements, close others by them (given as id and closing id), and link anew.

    All or nothing. Raises Stale where another decision on the same two holds by now, unless the
    judgements are only retold (``told``, from a file), and CaseError for an imported case, which
    holds no findings to link.
    """
    made, closed = list(made), list(closed)
    view = case.view()
    if view.meta(IMPORTED):
        raise CaseError(
            "this case was imported: it holds no findings to link anew",
            where=str(case.where),
            hint="decide in the case that was read, or read the reports here",
        )
    pack = pack_of(view)
    with case.writer() as writer, writer.transaction():
        writer.hold_judgements()
        if not told:
            _check(writer.view(), made, closed)
        for judgement in made:
            writer.put_judgement(judgement)
        for id, by in closed:
            writer.revoke_judgement(id, by)
        link_case(writer.view(), writer, pack)


def accept(case: Case, made: Iterable[Judgement]) -> None:
    """Write judgements of any kind, all or none; link anew where one is on who is who.

    Raises Stale where another decision on one of the same things holds by now.
    """
    given = list(made)
    if any(judgement.decision in (SAME, DIFFERENT) for judgement in given):
        decide(case, given)
    elif given:
        with case.beside() as writer:
            _check(writer.view(), given, [])
            for judgement in given:
                writer.put_judgement(judgement)


def _check(view: View, made: list[Judgement], closed: list[tuple[str, str]]) -> None:
    gone, own = {id for id, _ in closed}, {judgement.id for judgement in made}
    about = {(judgement.about, _family(judgement)) for judgement in made}
    for other in view.judgements():
        if other.id in gone and other.revoked_by not in (None, *own):
            raise stale(view.find(other.revoked_by or "") or other)
        holds = other.revoked_by is None and other.value not in (None, UNDECIDED)
        if holds and other.id not in gone | own and (other.about, _family(other)) in about:
            raise stale(other)


def _family(judgement: Judgement) -> str:
    """Grades, decisions on names and those on findings stand beside each other on one thing."""
    if judgement.decision == GRADE:
        return GRADE
    return "finding" if judgement.decision in KINDS else "names"


def stale(
    last: Judgement,
    hint: str = "nothing was lost or overwritten; look at it again, and decide anew if need be",
) -> Stale:
    """What to tell who comes after somebody else."""
    when = last.at[:16].replace("T", " ")
    return Stale(f"{last.by} decided this at {when}: {last.decision}", hint=hint)


def pack_of(view: View) -> Pack:
    """The built-in packs and those the case was read with."""
    given = json.loads(view.meta(PACKS) or "[]")
    return load([pack.folder for pack in builtin_packs()] + [find(pack) for pack in given])
