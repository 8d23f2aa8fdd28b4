"""What a document has told so far, so that coming back to an event is not told as another."""

from __future__ import annotations

from collections import defaultdict

from sayso.records.accounts import EventAccount


class Memory:
    """The accounts of a document by kind and by who took part, or where it was."""

    def __init__(self) -> None:
        self._told: dict[tuple[str, ...], list[frozenset[str]]] = defaultdict(list)

    def add(self, account: EventAccount) -> None:
        """Keep an account in mind."""
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


def _kind(account: EventAccount) -> tuple[str, str, str]:
    return account.type, account.mode or "", account.realis


def _marks(account: EventAccount) -> frozenset[str]:
    who = {f"{p.role} {p.entity}" for p in account.participants}
    return frozenset(who | set(account.places))
