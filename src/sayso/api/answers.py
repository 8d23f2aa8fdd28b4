"""Answers of analyses that have parts of their own, made into flat rows."""

from __future__ import annotations

from sayso.analysis.record.itinerary import Stop
from sayso.analysis.says import Saying
from sayso.publish.tables.rows import PassageRow, SayingRow, StopRow
from sayso.records.documents import Hit


def stop_row(stop: Stop) -> StopRow:
    """One stop of an itinerary."""
    visit = stop.visit
    return StopRow(
        event=visit.event,
        when=visit.when,
        earliest=visit.earliest,
        latest=visit.latest,
        text=visit.text,
        places=stop.places,
        met=stop.met,
        purpose=stop.purpose,
        reported=stop.reported,
        parts=tuple(part.event for part in stop.parts),
        several=stop.several,
        perhaps=stop.perhaps,
        accounts=visit.accounts,
        origins=visit.origins,
    )


def saying_row(saying: Saying) -> SayingRow:
    """Something a source said."""
    return SayingRow(
        attribution=saying.attribution,
        chain=saying.chain,
        date=saying.date,
        stance=saying.stance,
        hedges=saying.hedges,
        credibility=saying.credibility.value if saying.credibility else None,
        report=saying.report,
        document=saying.document,
        start=saying.start,
        end=saying.end,
        quote=saying.quote,
    )


def passage_row(hit: Hit) -> PassageRow:
    """A passage that search found."""
    span = hit.span
    return PassageRow(hit.snippet, hit.document, span.start, span.end, span.quote)
