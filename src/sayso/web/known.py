"""What many pages know of the whole case, worked out once for each state of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.analysis.people import Presence, presences
from sayso.analysis.sources import Source, names_of_reports, report_names, sources
from sayso.analysis.timeline import Entry, entry, named_in, origins_of
from sayso.analysis.wording.firm import reserves
from sayso.analysis.wording.late import Late
from sayso.analysis.wording.names import names_of
from sayso.records.case import Judgement
from sayso.records.documents import DocumentRow
from sayso.store.view import View
from sayso.web.ask import Ask

# Lines of events that are kept: a few megabytes.
_AT_HAND = 20_000


def names(ask: Ask) -> Mapping[str, str]:
    """The name of every entity, by id; until all are known, each is looked up when it is wanted."""
    return ask.at_hand("names", lambda: names_of(ask.view))


def every_name(ask: Ask) -> Mapping[str, str]:
    """The same, all of them now."""
    return ask.linked("names", lambda: dict(names_of(ask.view)))


def rows(ask: Ask) -> Mapping[str, DocumentRow]:
    """Every report without its text by id; until all are known, each is looked up when wanted."""
    view = ask.view
    return ask.at_hand(
        "rows", lambda: Late(view.document_row, lambda: _by_id(view.document_rows()), _of(view))
    )


def every_row(ask: Ask) -> Mapping[str, DocumentRow]:
    """The same, all of them now, the oldest first, the undated last."""

    def made() -> dict[str, DocumentRow]:
        found = ask.view.document_rows()
        return _by_id(sorted(found, key=lambda r: (r.published or "~", r.path, r.id)))

    return ask.linked("rows", made)


def reports(ask: Ask) -> Mapping[str, str]:
    """What to call each report in a word, by its id; looked up as ``rows`` are."""
    return ask.at_hand("reports", lambda: names_of_reports(ask.view))


def every_report(ask: Ask) -> Mapping[str, str]:
    """The same, all of them now."""
    return ask.linked("reports", lambda: report_names(every_row(ask).values()))


def fetch(found: Mapping[str, object], ids: Iterable[str]) -> None:
    """Look up together what will be asked of names, rows or reports, if it is not known."""
    if isinstance(found, Late):
        found.fetch(ids)


def _by_id(rows: Iterable[DocumentRow]) -> dict[str, DocumentRow]:
    return {row.id: row for row in rows}


def _of(view: View) -> Callable[[Iterable[str]], dict[str, DocumentRow]]:
    return lambda ids: _by_id(view.document_rows(ids))


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
    found = ask.view.events_of(missing)
    fetch(known, named_in(found))
    kept = reserves(ask.view, found)
    for event in found:
        at_hand[event.id] = Line(
            entry(event, known, counted.get(event.id), kept.get(event.id, "")),
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
