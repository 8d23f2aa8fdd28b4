"""What a document has told so far, so that coming back to an event is not told as another."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from sayso.extract.events.triggers import Trigger
from sayso.extract.grammar import preposition_slots
from sayso.records.accounts import EventAccount

# "Were killed in the strikes": the day, and the place, are those of the strikes told of before.
_DURING = frozenset({"in", "during", "by"})
_POINTING = frozenset({"the", "this", "that", "these", "those"})


class Memory:
    """The accounts of a document by kind and by who took part, or where it was."""

    def __init__(self) -> None:
        self._told: dict[tuple[str, ...], list[frozenset[str]]] = defaultdict(list)
        self._by_word: dict[tuple[int, str], EventAccount] = {}
        self._placed: dict[int, tuple[str, ...]] = {}

    def settled(self, account: EventAccount, trigger: Trigger) -> EventAccount:
        """The account, with the day and place of another of its block that it is told to be in."""
        sentence = trigger.sentence
        if _points_there(trigger) and not account.places:
            account = replace(account, places=self._placed.get(sentence.block, ()))
        if account.earliest is not None or account.realis != "actual":
            return account
        for slot, head in preposition_slots(sentence, trigger.verb or trigger.token):
            pointed = any(t.text.lower() in _POINTING for t in sentence.children(head, "det"))
            whole = self._by_word.get((sentence.block, head.lemma.lower()))
            if slot in _DURING and pointed and whole is not None and whole.earliest is not None:
                return replace(
                    account,
                    earliest=whole.earliest,
                    latest=whole.latest,
                    edtf=whole.edtf,
                    places=account.places or whole.places,
                )
        return account

    def add(self, account: EventAccount, block: int) -> None:
        """Keep an account in mind."""
        for word in account.trigger.split():
            self._by_word[block, word] = account
        if account.places:
            self._placed[block] = account.places
        marks = _marks(account)
        for mark in marks:
            self._told[*_kind(account), mark].append(marks)

    def holds(self, account: EventAccount) -> bool:
        """Whether an undated noun ("his visit") only comes back to what was told with more before.

        A killing is told each time, for it befalls somebody once and so cannot be mistaken.
        """
        marks = _marks(account)
        if account.earliest is not None or account.mode == "kill" or not marks:
            return False
        return any(marks <= other for other in self._told[*_kind(account), min(marks)])


def _points_there(trigger: Trigger) -> bool:
    """Whether "there" says where: "there she met Lee", but not "there was a meeting"."""
    verb = trigger.verb
    near = trigger.sentence.children(verb, "advmod") if verb is not None else ()
    return any(t.text.lower() == "there" for t in near)


def _kind(account: EventAccount) -> tuple[str, str, str]:
    return account.type, account.mode or "", account.realis


def _marks(account: EventAccount) -> frozenset[str]:
    who = {f"{p.role} {p.entity}" for p in account.participants}
    return frozenset(who | set(account.places))
