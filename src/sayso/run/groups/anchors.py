"""Times that hang on an event whose date another report tells: "since the killing of Haddad".

The event is one of the case whose word is of the family of the time's noun, or of the same way
to tell of it (frames of one mode), and whose participants bear the names that stand with the
noun; where none stand there, one that the same report tells of. Where several fit that were not
on the same days, nothing is taken.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from sayso.annotate.times import told_elsewhere
from sayso.packs.pack import Pack
from sayso.records.accounts import EventAccount
from sayso.records.case import Event
from sayso.records.dates import edtf, intersection, overlap
from sayso.records.marks import Hanging, Time
from sayso.records.notes import Notes
from sayso.resolve.retelling.families import family_of

_WORD = re.compile(r"\w+")


@dataclass(slots=True)
class _Open:
    """A time that waits for its event; ``found`` are the days of those that fit, and who tells."""

    time: Time
    event: Hanging
    names: frozenset[str]
    found: dict[tuple[str, str], str] = field(default_factory=dict)

    def settled(self) -> Time:
        """The time with its event's date, where just one fits; else as it was, or why not."""
        if len(self.found) > 1:
            rule = self.time.rule.partition(": ")[0]
            why = f"'{self.event.noun}': reports tell several dates that it may mean"
            return replace(self.time, rule=f"{rule}: {why}")
        if not self.found:
            return self.time
        ((days, document),) = self.found.items()
        elsewhere = document != self.time.span.document
        where = f"another report ({document})" if elsewhere else "another sentence"
        return told_elsewhere(self.time, self.event, days, where)


class Anchors:
    """Takes the open times of all documents, then meets all events, then tells what was found.

    Memory holds the open times, and which accounts may tell of their events.
    """

    def __init__(self, pack: Pack) -> None:
        self._open: list[_Open] = []
        self._by_word: dict[str, list[_Open]] = defaultdict(list)
        self._by_account: dict[str, list[_Open]] = defaultdict(list)
        self._modes: dict[str, set[str]] = defaultdict(set)
        for frame in pack.frames.values():
            for noun in frame.nouns if frame.mode else ():
                self._modes[noun].add(_way(frame.type, frame.mode))

    def take(self, notes: Notes) -> None:
        """Learn which times of a document wait for an event."""
        times = {time.span.start: time for time in notes.times} if notes.hangings else {}
        for event in notes.hangings:
            waiting = _Open(times[event.start], event, frozenset(map(str.lower, event.names)))
            self._open.append(waiting)
            for word in {family_of(event.noun), *self._modes.get(event.noun, ())}:
                self._by_word[word].append(waiting)

    def meet(self, account: EventAccount, names: Mapping[str, Iterable[str]]) -> None:
        """Note which open times an account may be the event of; ``names`` are by entity."""
        if not self._open or account.realis != "actual":
            return
        words = {family_of(account.trigger), _way(account.type, account.mode)}
        fits = [one for word in words for one in self._by_word.get(word, ())]
        if not fits:
            return
        told = {
            word.lower()
            for part in account.participants
            for name in names.get(part.entity, ())
            for word in _WORD.findall(name)
        }
        self._by_account[account.id] += [one for one in fits if _is_meant(one, account, told)]

    def waits(self, accounts: Iterable[EventAccount]) -> bool:
        """Whether an event has an account that one of the open times would date."""
        return any(account.hangs_on is not None for account in accounts)

    def learn(self, event: Event, accounts: Iterable[EventAccount]) -> None:
        """Tell the open times the days of an event that they may be counted from."""
        if event.earliest is None or event.latest is None:
            return
        days = {(event.earliest, event.latest): event.accounts[0].span.document}
        for one in event.accounts:
            if one.earliest and one.latest:
                told = one.earliest, one.latest
                same = overlap(told, (event.earliest, event.latest))
                days[(event.earliest, event.latest) if same else told] = one.span.document
        for account in accounts:
            for waiting in self._by_account.pop(account.id, ()):
                waiting.found = {**days, **waiting.found}

    def times(self) -> Iterator[Time]:
        """All that was taken, dated where an event was found."""
        return (waiting.settled() for waiting in self._open)

    def dated(self, accounts: Iterable[EventAccount]) -> Iterator[EventAccount]:
        """Accounts with the days of the times that they hang on."""
        known = {(time.span.document, time.span.start): time for time in self.times()}
        for account in accounts:
            time = known.get((account.span.document, account.hangs_on or 0))
            yield _by(account, time) if time and account.hangs_on is not None else account


def _is_meant(waiting: _Open, account: EventAccount, told: set[str]) -> bool:
    if waiting.names:
        return waiting.names <= told
    return account.span.document == waiting.time.span.document


def _way(type: str, mode: str | None) -> str:
    """The name of a way to tell of an event; no word has a slash."""
    return f"{type}/{mode}" if mode else ""


def _by(account: EventAccount, time: Time) -> EventAccount:
    """The account with a time's days, no later than the reports of it."""
    days, limits = (time.earliest, time.latest), (account.earliest, account.latest)
    if not overlap(days, limits):
        return account
    first, last = intersection(days, limits)
    return replace(account, earliest=first, latest=last, edtf=edtf(first, last))
