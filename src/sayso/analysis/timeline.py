"""What happened, in order of time: one line an event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sayso.analysis.view import CaseView
from sayso.analysis.wording.dates import date_words, precision
from sayso.analysis.wording.names import names_of
from sayso.analysis.wording.sentences import event_sentence
from sayso.records.accounts import FACTUALITY
from sayso.records.case import Event

# Undated events come last, and text compares after every ISO date.
_NEVER = "~"


@dataclass(frozen=True, slots=True)
class Entry:
    """One event on a timeline.

    ``earliest`` and ``latest`` are ISO dates, inclusive, null where open; ``precision`` is one
    of day, month, year, interval, open, unknown; ``when`` says it in words. ``accounts`` counts
    the tellings, ``origins`` the independent ones (null where nobody has counted them), and
    ``factuality`` is that of the firmest telling.
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


def timeline(view: CaseView, events: Iterable[Event] | None = None) -> list[Entry]:
    """The entries of these events (all of the case, if none are given), in order of time."""
    names, origins = names_of(view), origins_of(view)
    chosen = view.events() if events is None else events
    return sorted(_entries(chosen, names, origins), key=_order)


def entry(event: Event, names: Mapping[str, str], origins: int | None = None) -> Entry:
    """One event as an entry; ``names`` are entities' names by id."""
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
        text=event_sentence(event, names),
        factuality=min((account.factuality for account in event.accounts), key=FACTUALITY.index),
        accounts=len(event.accounts),
        origins=origins,
    )


def origins_of(view: CaseView) -> dict[str, int]:
    """How many independent origins stand behind each event and tie, by id."""
    return {str(found.event or found.tie): found.origins for found in view.corroborations()}


def _entries(
    events: Iterable[Event], names: Mapping[str, str], origins: Mapping[str, int]
) -> Iterator[Entry]:
    for event in events:
        yield entry(event, names, origins.get(event.id))


def _order(entry: Entry) -> tuple[str, str, str]:
    return (entry.earliest or entry.latest or _NEVER, entry.latest or _NEVER, entry.event)
