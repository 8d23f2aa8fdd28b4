"""What many pages know of the whole case, worked out once for each state of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.analysis.people import Presence, presences
from sayso.analysis.sources import Source, report_names, sources
from sayso.analysis.timeline import Entry, entry, origins_of
from sayso.analysis.wording.names import names_of
from sayso.records.case import Judgement
from sayso.records.documents import DocumentRow
from sayso.web.ask import Ask

# Lines of events that are kept: a few megabytes.
_AT_HAND = 20_000


def names(ask: Ask) -> Mapping[str, str]:
    """The name of every entity, by id."""
    return ask.linked("names", lambda: dict(names_of(ask.view)))


def rows(ask: Ask) -> Mapping[str, DocumentRow]:
    """Every report without its text by id, the oldest first, the undated last."""

    def made() -> dict[str, DocumentRow]:
        found = sorted(ask.view.document_rows(), key=lambda r: (r.published or "~", r.path, r.id))
        return {row.id: row for row in found}

    return ask.linked("rows", made)


def reports(ask: Ask) -> Mapping[str, str]:
    """What to call each report in a word, by its id."""
    return ask.linked("reports", lambda: report_names(rows(ask).values()))


def seen(ask: Ask) -> Mapping[str, Presence]:
    """How much room each entity takes, by id."""
    return ask.linked("presences", lambda: presences(ask.view))


@dataclass(frozen=True, slots=True)
class Line:
    """An event as a line, with the ids of who takes part and of places, and the reports by id."""

    entry: Entry
    parties: tuple[str, ...]
    places: tuple[str, ...]
    reports: tuple[str, ...]


def lines(ask: Ask, ids: Sequence[str]) -> list[Line]:
    """The events with these ids as lines, in this order; some thousands are kept at hand."""
    at_hand = ask.linked("lines", dict[str, Line])
    missing = [id for id in ids if id not in at_hand]
    if len(at_hand) + len(missing) > _AT_HAND:
        at_hand.clear()
        missing = list(ids)
    known, counted = names(ask), origins_of(ask.view, missing)
    for event in ask.view.events_of(missing):
        at_hand[event.id] = Line(
            entry(event, known, counted.get(event.id)),
            tuple(part.entity for part in event.participants),
            event.places,
            tuple(account.span.document for account in event.accounts),
        )
    # Another request may have made room meanwhile: what it took away is left out, not missed.
    return [line for id in ids if (line := at_hand.get(id)) is not None]


def voices(ask: Ask) -> list[Source]:
    """On whose word the case rests."""
    return ask.kept("sources", lambda: sources(ask.view))


def judgements(ask: Ask) -> tuple[Judgement, ...]:
    """Every decision, oldest first."""
    return ask.kept("judgements", lambda: tuple(ask.view.judgements()))
