"""Conflicts between two events that look like one, told with other dates or as other acts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from sayso.analysis.conflicts.ground import Ground, Telling, conflict
from sayso.analysis.wording.dates import date_words
from sayso.analysis.wording.sentences import event_title
from sayso.records.case import Conflict, Event
from sayso.records.dates import days_between
from sayso.store.scratch.shards import Shards

_Key = tuple[str, ...]
# Slips of a day or two are common (time zones, the report's date for the event's); a longer gap
# is more often a second event.
_SLIP = 3
# Done to, or by, one person within days only once. To be killed: once at all.
_ONCE = (
    ("CONSULT", "visit"), ("CONSULT", "meet"), ("AGREE", "sign"), ("COERCE", "arrest"),
    ("ASSAULT", "kill"), ("ASSAULT", "accident"), ("APPOINT", "appoint"), ("APPOINT", "resign"),
    ("APPOINT", "dismiss"),
    ("APPOINT", "elect"),
)  # fmt: skip
_DEADLY = (("ASSAULT", "kill"), ("ASSAULT", "accident"))
_LEAVING = ("resign", "dismiss")
# Events at hand before they go to disk: each with all its accounts, so fewer than of bare numbers.
HELD = 2_000


class Rivals:
    """Events that may be one with another, kept as they pass; all others are let go."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        # The events that happen once are many in a case of many reports.
        self._groups: Shards[_Key, Event] = Shards(HELD)

    def take(self, event: Event) -> None:
        """Look at one more event."""
        for key in _keys(event, self._ground):
            self._groups.put(key, event)

    def conflicts(self) -> Iterator[Conflict]:
        """Pairs of events with the same people that no report tells of as two: the same act on
        other days close by, or an office left by resignation here and by dismissal there."""
        for group in self._groups.groups():
            in_time = sorted(group, key=lambda event: (str(event.earliest), event.id))
            for one, other in combinations(in_time, 2):
                if self._told_apart(one, other):
                    yield from _rivals(one, other, self._ground)

    def _told_apart(self, one: Event, other: Event) -> bool:
        """Whether no report tells of both as two: one that does so knows them apart, unless it
        quotes two voices on how somebody left an office."""
        shared = _documents(one) & _documents(other)
        if not shared:
            return True
        return one.mode != other.mode and not any(
            self._voices(one, document) & self._voices(other, document) for document in shared
        )

    def _voices(self, event: Event, document: str) -> set[str]:
        """Who tells of an event in one report; an outlet may carry both voices elsewhere."""
        return {
            voice
            for account in event.accounts
            if account.span.document == document
            for voice in self._ground.holders(account)
        }


def _rivals(one: Event, other: Event, ground: Ground) -> Iterator[Conflict]:
    if one.mode != other.mode:
        if _gap(one, other) <= _SLIP:
            why = "What looks like one event is told as different acts"
            titles = [event_title(event, ground.names) for event in (one, other)]
            yield _between(ground, (one, other), "manner", titles, why)
    elif _gap(one, other) > 0 and (_kind(one) in _DEADLY or _gap(one, other) <= _SLIP):
        why = "What looks like one event has two dates, if these are not two events"
        days = [date_words(event.earliest, event.latest) for event in (one, other)]
        yield _between(ground, (one, other), "time", days, why)


def _between(
    ground: Ground, pair: Sequence[Event], field: str, values: Sequence[str], why: str
) -> Conflict:
    tellings = [
        Telling(value, account)
        for event, value in zip(pair, values, strict=True)
        for account in event.accounts
        if account.factuality != "denied"
    ]
    ids = tuple(event.id for event in pair)
    return conflict(ground, ids, field, tellings, ("tension", why))


def _keys(event: Event, ground: Ground) -> Iterator[_Key]:
    """Under what events are the same but for date or act; none where that cannot be told."""
    if _kind(event) not in _ONCE or event.realis != "actual" or not _is_dated(event):
        return
    who = sorted({p.entity for p in event.participants if p.role in _roles(event)})
    if not any(ground.types.get(entity) == "Person" for entity in who):
        return
    if event.mode == "visit":
        if len(event.places) == 1:
            yield ("visit", *who, "at", event.places[0])
    elif event.mode == "meet":
        if len(who) > 1:
            yield ("meet", *who)
    elif event.mode in _LEAVING:
        yield ("leave", *who)
    else:
        yield (event.type, str(event.mode), *who)


def _roles(event: Event) -> tuple[str, ...]:
    """Whom the event is about: those it befalls, or those who do it together."""
    befalls = event.type in ("COERCE", "ASSAULT") or event.mode in ("appoint", "elect", "dismiss")
    return ("target",) if befalls else ("actor", "partner", "target")


def _is_dated(event: Event) -> bool:
    if event.earliest is None or event.latest is None:
        return False
    return days_between(event.earliest, event.latest) <= _SLIP


def _gap(one: Event, other: Event) -> int:
    """Days from the end of the earlier event to the start of the later; 0 where they meet."""
    return max(0, days_between(one.latest, other.earliest))


def _documents(event: Event) -> set[str]:
    return {account.span.document for account in event.accounts}


def _kind(event: Event) -> tuple[str, str | None]:
    return event.type, event.mode
