"""Events inside events: the meetings and statements of a visit."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from sayso.extract.events.scene import within
from sayso.records.accounts import EventAccount
from sayso.records.dates import overlap
from sayso.records.notes import Notes

# How many sentences after a visit still tell of it.
REACH = 3
_PARTS = frozenset({"CONSULT", "STATE", "REQUEST", "AGREE", "THREATEN", "ACCUSE", "SUPPORT"})


def with_wholes(accounts: Iterable[EventAccount], notes: Notes) -> Iterator[EventAccount]:
    """The accounts in order, those that happened during a visit told as parts of it."""
    starts = [sentence.start for sentence in notes.parse.sentences]
    visits: list[tuple[EventAccount, int, int]] = []
    for account in accounts:
        place = bisect_right(starts, account.span.start) - 1
        block = notes.parse.sentences[place].block
        if account.mode == "visit" and account.realis == "actual":
            visits.append((account, place, block))
        elif account.type in _PARTS and account.realis == "actual":
            account = _part(account, visits, place, block)
        yield account


def _part(
    account: EventAccount, visits: Iterable[tuple[EventAccount, int, int]], place: int, block: int
) -> EventAccount:
    actors = _actors(account)
    for visit, at, where in reversed(list(visits)):
        if where != block or place - at > REACH:
            break
        fits = overlap((visit.earliest, visit.latest), (account.earliest, account.latest))
        if fits and actors & _actors(visit):
            return within(account, visit)
    return account


def _actors(account: EventAccount) -> set[str]:
    return {p.entity for p in account.participants if p.role in ("actor", "partner")}
