"""What many pages know of the whole case, worked out once for each state of it."""

from __future__ import annotations

from collections.abc import Mapping

from sayso.analysis.people import Presence, presences
from sayso.analysis.sources import Source, report_names, sources
from sayso.analysis.timeline import Entry, origins_of, timeline
from sayso.analysis.wording.names import names_of
from sayso.records.case import Judgement
from sayso.records.documents import DocumentRow
from sayso.web.ask import Ask


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


def origins(ask: Ask) -> Mapping[str, int]:
    """Independent origins of events and ties, by id."""
    return ask.linked("origins", lambda: origins_of(ask.view))


def seen(ask: Ask) -> Mapping[str, Presence]:
    """How much room each entity takes, by id."""
    return ask.linked("presences", lambda: presences(ask.view))


def entries(ask: Ask) -> list[Entry]:
    """Every event as a line, in order of time."""
    return ask.linked("entries", lambda: timeline(ask.view))


def voices(ask: Ask) -> list[Source]:
    """On whose word the case rests."""
    return ask.kept("sources", lambda: sources(ask.view))


def judgements(ask: Ask) -> tuple[Judgement, ...]:
    """Every decision, oldest first."""
    return ask.kept("judgements", lambda: tuple(ask.view.judgements()))
