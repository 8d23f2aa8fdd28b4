"""What happened, in order of time: one line an event."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from sayso.analysis.view import CaseView
from sayso.analysis.wording.dates import date_words, precision
from sayso.analysis.wording.firm import marked, reserves
from sayso.analysis.wording.late import LateRows, in_lots
from sayso.analysis.wording.names import names_of
from sayso.analysis.wording.sentences import event_sentence
from sayso.records.accounts import FACTUALITY
from sayso.records.case import Account, Event, EventRow
from sayso.records.dates import bounds, order
from sayso.records.marks import Time
from sayso.records.spans import Span

# Undated events come last, and text compares after every ISO date.
_NEVER = "~"
# The words that date an event stand in its sentence, at most so many characters away.
_NEAR = 240
# Of so many together it is asked how firmly they are told.
_AT_ONCE = 1000
# Events that stand in memory with their tellings, while lines are made of very many.
_IN_MEMORY = 200
Told = TypeVar("Told", bound=EventRow)


@dataclass(frozen=True, slots=True)
class Entry:
    """One event on a timeline.

    ``earliest`` and ``latest`` are ISO dates, inclusive, null where open; ``precision`` is one
    of day, month, year, interval, open, unknown; ``when`` says it in words. ``accounts`` counts
    the tellings, ``origins`` the independent ones (null where nobody has counted them), and
    ``factuality`` is that of the firmest telling. ``text`` ends in brackets with how firmly it is
    told where nobody tells it plainly.
    """

    event: str
    type: str
    mode: str | None
    realis: str
    earliest: str | None
    latest: str | None
    edtf: str | None
    precision: str
    when: str
    text: str
    factuality: str
    accounts: int
    origins: int | None


def timeline(
    view: CaseView, events: Iterable[Event] | None = None, limit: int | None = None
) -> list[Entry]:
    """The entries of these events (all of the case, if none are given), in order of time; the
    first so many of them."""
    if events is None:
        return sorted(_entries(view, view.events(), names_of(view), origins_of(view)), key=_order)
    chosen = in_order(events)[:limit]
    origins, names = origins_of(view, [event.id for event in chosen]), names_of(view)
    names.fetch(named_in(chosen))
    return list(_entries(view, chosen, names, origins))


def entries_of(view: CaseView, ids: Sequence[str]) -> Sequence[Entry]:
    """The entries of the events with these ids, which are in order of time, made when they are
    looked at, and of as many tellings at once as stand in little memory."""

    def made(wanted: Sequence[str]) -> Iterator[Entry]:
        for some in in_lots(wanted, _IN_MEMORY):
            yield from timeline(view, view.events_of(some))

    return LateRows(ids, made)


def named_in(events: Iterable[Event]) -> Iterator[str]:
    """The ids of all whom a line on each of these events names."""
    for event in events:
        yield from (part.entity for part in event.participants)
        yield from event.places


def in_order(events: Iterable[Told]) -> list[Told]:
    """Events in order of time, the undated last."""
    return sorted(events, key=_order)


def entry(
    event: Event, names: Mapping[str, str], origins: int | None = None, reserve: str = ""
) -> Entry:
    """One event as an entry; ``names`` are entities' names by id, and ``reserve`` tells how firmly
    it is told where nobody tells it plainly."""
    return Entry(
        event=event.id,
        type=event.type,
        mode=event.mode,
        realis=event.realis,
        earliest=event.earliest,
        latest=event.latest,
        edtf=event.edtf,
        precision=precision(event.earliest, event.latest),
        when=date_words(event.earliest, event.latest, event.edtf),
        text=marked(event_sentence(event, names), reserve),
        factuality=min((account.factuality for account in event.accounts), key=FACTUALITY.index),
        accounts=len(event.accounts),
        origins=origins,
    )


class Dated:
    """Which time expressions date the accounts of events; the times of a report are read once."""

    def __init__(self, view: CaseView) -> None:
        self._view = view
        self._times: dict[str, list[Time]] = {}
        self._days: dict[str, str | None] = {}

    def by(self, accounts: Iterable[Account]) -> list[Time]:
        """For each account the nearest time beside it that has its days, or one end of them.

        What is only told to have been by the day of the report is dated by no words.
        """
        found: dict[Span, Time] = {}
        for account in accounts:
            if time := self._time_of(account):
                found[time.span] = time
        return list(found.values())

    def _time_of(self, account: Account) -> Time | None:
        span, days = account.span, (account.earliest, account.latest)
        if days == (None, self._last_day(span.document)):
            return None
        ends = set(days) - {None}
        near = [time for time in self._near(span) if ends & {time.earliest, time.latest}]
        return min(
            near,
            key=lambda time: (
                (time.earliest, time.latest) != days,
                max(time.span.start - span.end, span.start - time.span.end),
            ),
            default=None,
        )

    def _last_day(self, document: str) -> str | None:
        """The last day on which a report may have been written."""
        if document not in self._days:
            row = self._view.document_row(document)
            self._days[document] = bounds(row.published if row else None)[1]
        return self._days[document]

    def _near(self, span: Span) -> list[Time]:
        if span.document not in self._times:
            self._times[span.document] = list(self._view.times(span.document))
        times = self._times[span.document]
        low = bisect_right(times, span.start - _NEAR, key=lambda time: time.span.end)
        return times[low : bisect_left(times, span.end + _NEAR, key=lambda time: time.span.start)]


def origins_of(view: CaseView, about: Iterable[str] | None = None) -> dict[str, int]:
    """How many independent origins stand behind each event and tie, by id; or those ``about``."""
    return {str(one.event or one.tie): one.origins for one in view.corroborations(about)}


def _entries(
    view: CaseView,
    events: Iterable[Event],
    names: Mapping[str, str],
    origins: Mapping[str, int],
) -> Iterator[Entry]:
    rest = iter(events)
    while some := list(islice(rest, _AT_ONCE)):
        kept = reserves(view, some)
        for event in some:
            yield entry(event, names, origins.get(event.id), kept.get(event.id, ""))


def _order(found: Entry | EventRow) -> tuple[str, str, str]:
    first = found.earliest or found.latest
    return (
        order(first) if first else _NEVER,
        order(found.latest) if found.latest else _NEVER,
        found.event if isinstance(found, Entry) else found.id,
    )
