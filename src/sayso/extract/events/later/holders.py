"""Victims: who was killed in an office, and on which day those killed together died.

"The assassination of the commander of the 5th Corps" goes back to "the assassination of the
commander of the 5th Corps, Lee": one office, one body, and one who was killed in it. And if the
text tells when Lee died, "the assassination of Lee and Orr" tells when Orr did.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.extract.cast import Cast
from sayso.extract.phrases import head_word
from sayso.records.accounts import EventAccount, Filler, Participant
from sayso.records.dates import edtf
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


def with_shared_days(accounts: Sequence[EventAccount], notes: Notes) -> Iterator[EventAccount]:
    """The accounts in order; a killing told in one word with a dated one was on the same day.

    The day must be told of the one, and only one; "the killings of Lee and Orr" may be of two.
    """
    days: dict[str, set[tuple[str, str]]] = {}
    together: dict[tuple[int, int, str], list[str]] = {}
    for account in accounts:
        for victim in _victims(account) if account.realis == "actual" else ():
            together.setdefault(_words(account), []).append(victim)
            if account.earliest and account.latest:
                days.setdefault(victim, set()).add((account.earliest, account.latest))
    for account in accounts:
        others = together.get(_words(account), []) if _is_one(account, notes) else []
        told = {day for other in others for day in days.get(other, ())}
        if account.earliest is None and account.realis == "actual" and len(told) == 1:
            first, last = told.pop()
            account = replace(account, earliest=first, latest=last, edtf=edtf(first, last))
        yield account


def _words(account: EventAccount) -> tuple[int, int, str]:
    return account.span.start, account.span.end, account.trigger


def _is_one(account: EventAccount, notes: Notes) -> bool:
    """Whether a killing is told by a verb or a noun in the singular."""
    sentence = notes.parse.sentence_at(account.span.start)
    if account.mode != "kill" or sentence is None:
        return False
    words = sentence.within(account.span.start, account.span.end)
    told = [t for t in words if t.lemma.lower() == account.trigger.lower()]
    return len(told) == 1 and told[0].tag != "NNS"


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
