"""The ties of one entity, and which of them held on a day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.analysis.people import parties
from sayso.analysis.record.sources import Reporters, Rows, rows_of
from sayso.analysis.record.validity import ANSWERS, OPEN, term_of
from sayso.analysis.timeline import origins_of
from sayso.analysis.view import CaseView
from sayso.analysis.wording.firm import marked, reserves
from sayso.analysis.wording.late import LateRows
from sayso.analysis.wording.names import names_of
from sayso.analysis.wording.sentences import tie_title
from sayso.records.accounts import FACTUALITY, TIE_TYPES
from sayso.records.case import Entity, Tie
from sayso.records.dates import Interval


@dataclass(frozen=True, slots=True)
class Bond:
    """One tie as an answer.

    ``holds`` is one of yes, perhaps, no for the day that was asked about, null where none was.
    ``text`` says it in words, and how firmly it is told where nobody tells it plainly; ``reported``
    on whose word; ``factuality`` is the firmest telling's.
    """

    tie: str
    type: str
    text: str
    polarity: str
    since: str | None
    until: str | None
    holds: str | None
    factuality: str
    accounts: int
    origins: int | None
    reported: tuple[str, ...]


def ties_of(
    view: CaseView, entity: Entity, *, on: Interval = OPEN, type: str | None = None
) -> Sequence[Bond]:
    """The ties that an entity is a party to; with a day (first and last ISO day of ``on``) those
    that held then come first, and those that did not come last."""
    rows = rows_of(view)
    if on == OPEN:
        # Their order needs no telling: those are read of the ties that are looked at.
        told = sorted(view.told_ties(entity.id, type), key=lambda tie: _rank(*tie))
        return LateRows([id for id, _, _ in told], lambda ids: _told(view, rows, ids))
    chosen = list(view.ties(entity=entity.id, type=type))
    rows.fetch(account.span.document for tie in chosen for account in tie.accounts)
    held = [(tie, _holds(tie, rows, on)) for tie in chosen]
    return LateRows(sorted(held, key=_order), lambda some: _bonds(view, rows, some))


def _told(view: CaseView, rows: Rows, ids: Sequence[str]) -> Iterator[Bond]:
    found = {tie.id: tie for tie in view.ties_of(ids)}
    return _bonds(view, rows, [(found[id], None) for id in ids])


def _bonds(view: CaseView, rows: Rows, ties: Sequence[tuple[Tie, str | None]]) -> Iterator[Bond]:
    names = names_of(view)
    names.fetch(id for tie, _ in ties for id in parties(tie) if id is not None)
    origins = origins_of(view, [tie.id for tie, _ in ties])
    said = Reporters(view, rows, [account for tie, _ in ties for account in tie.accounts])
    kept = reserves(view, [tie for tie, _ in ties])
    for tie, holds in ties:
        yield Bond(
            tie=tie.id,
            type=tie.type,
            text=marked(tie_title(tie, names), kept.get(tie.id, "")),
            polarity=tie.polarity,
            since=tie.since,
            until=tie.until,
            holds=holds,
            factuality=min((a.factuality for a in tie.accounts), key=FACTUALITY.index),
            accounts=len(tie.accounts),
            origins=origins.get(tie.id),
            reported=said.of(tie.accounts),
        )


def days_told(tie: Tie, rows: Rows) -> tuple[str, ...]:
    """The days on which reports that give no end of a tie came out."""
    if tie.until:
        return ()
    found = {rows[account.span.document].published for account in tie.accounts}
    return tuple(sorted(day for day in found if day and len(day) == len("2020-01-01")))


def _holds(tie: Tie, rows: Rows, on: Interval) -> str | None:
    if on[0] is None or on[1] is None:
        return None
    return term_of(tie.since, tie.until, days_told(tie, rows)).on(on[0], on[1])


def _order(found: tuple[Tie, str | None]) -> tuple[int, int, int, str]:
    tie, holds = found
    rank = ANSWERS.index(holds) if holds else 0
    return (rank, *_rank(tie.id, tie.type, len(tie.accounts)))


def _rank(id: str, type: str, accounts: int) -> tuple[int, int, str]:
    """Where a tie stands among others, by type and by how many accounts tell it."""
    return (TIE_TYPES.index(type), -accounts, id)
