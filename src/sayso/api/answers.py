"""Answers of analyses that have parts of their own, made into flat rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sayso.analysis.network.bonds import Bond, Network
from sayso.analysis.record.itinerary import Stop
from sayso.analysis.says import Saying
from sayso.publish.tables.rows import LinkRow, PassageRow, SayingRow, StopRow
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


def link_rows(found: Network) -> Iterator[LinkRow]:
    """The links of a network, in its order."""
    names = {actor.id: actor.name for actor in found.actors}
    return (_link_row(bond, names, found.origins) for bond in found.bonds)


def _link_row(bond: Bond, names: Mapping[str, str], origins: Sequence[str]) -> LinkRow:
    since, until = bond.days
    return LinkRow(
        record=bond.id,
        kind=bond.kind,
        type=bond.type,
        left=names[bond.left],
        right=names[bond.right],
        text=bond.text,
        when=bond.when,
        since=since,
        until=until,
        state=bond.state,
        mutual=bond.mutual,
        joins=bond.joins,
        denied=bond.negative,
        reserve=bond.reserve,
        accounts=bond.accounts,
        origins=tuple(origins[number] for number in bond.origins),
        left_id=bond.left,
        right_id=bond.right,
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
