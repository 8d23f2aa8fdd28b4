"""Victims told of by their office, where the document says elsewhere who held it.

"The assassination of the commander of the 5th Corps" goes back to "the assassination of the
commander of the 5th Corps, Lee": one office, one body, and one who was killed in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.extract.cast import Cast, head_word
from sayso.records.accounts import EventAccount, Filler, Participant
from sayso.records.notes import Notes

Seat = tuple[str, str]
_BODIES = frozenset({"Organization", "Group", "Place"})


def with_holders(
    accounts: Sequence[EventAccount], notes: Notes, cast: Cast
) -> Iterator[EventAccount]:
    """The accounts in order; of killings of an office, the one person known to have held it."""
    kinds = {entity.id: entity.type for entity in notes.entities}
    held: dict[Seat, set[str]] = {}
    for account in accounts:
        victims = _victims(account)
        people = {one for one in victims if kinds.get(one) == "Person"}
        if len(people) == 1:
            for filler in _named_by_office(account, kinds):
                for seat in _seats(filler, notes, cast):
                    held.setdefault(seat, set()).update(people)
    for account in accounts:
        victims = _victims(account)
        if not victims or any(kinds.get(one) != "Office" for one in victims):
            yield account
            continue
        seats = [s for f in _named_by_office(account, kinds) for s in _seats(f, notes, cast)]
        people = set().union(*(held.get(seat, set()) for seat in seats))
        yield _with_victim(account, people.pop()) if len(people) == 1 else account


def _victims(account: EventAccount) -> set[str]:
    if account.mode != "kill":
        return set()
    return {p.entity for p in account.participants if p.role == "target"}


def _named_by_office(account: EventAccount, kinds: dict[str, str]) -> Iterator[Filler]:
    for filler in account.fillers:
        if filler.role == "target" and kinds.get(filler.entity or "") in (None, "Office"):
            yield filler


def _seats(filler: Filler, notes: Notes, cast: Cast) -> Iterator[Seat]:
    """The noun of an office with each body that is named with it."""
    sentence = notes.parse.sentence_at(filler.span.start)
    if sentence is None:
        return
    head = head_word(sentence, filler.span.start, filler.span.end)
    for member in cast.in_sentence(sentence):
        body = member.entity.type in _BODIES and member.mention.form != "description"
        if head is not None and body and filler.span.covers(member.mention.span):
            yield head.lemma.lower(), member.entity.id


def _with_victim(account: EventAccount, person: str) -> EventAccount:
    kept = tuple(p for p in account.participants if p.role != "target")
    return replace(account, participants=(*kept, Participant("target", person)))
