"""Pieces of evidence: what a case holds that can be set against hypotheses, each told once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sayso.analysis.citations import Citation
from sayso.analysis.ledger.comparing import DIRECTION_WORDS
from sayso.analysis.view import CaseView
from sayso.analysis.weighing.firsthand import Firsthand, origin_by_account
from sayso.analysis.weighing.marks import is_firm
from sayso.analysis.wording.dates import date_words
from sayso.analysis.wording.names import names_of, plural, quoted
from sayso.analysis.wording.sentences import event_title
from sayso.records.accounts import Participant
from sayso.records.case import Check, Claim, Event
from sayso.records.dates import bounds, order, overlap
from sayso.records.ids import content_id
from sayso.records.marks import Time
from sayso.records.statements import Attribution

Days = tuple[str | None, str | None]
KINDS = ("judgement", "event", "check")
# What a telling weighs where hedges do: ICD 203 gives "likely" 55 to 80 %, "possible" no range.
_HEDGED = {"certain": 1.0, "plain": 1.0, "qualified": 0.675, "possible": 0.5, "hedged": 0.5}


@dataclass(frozen=True, slots=True)
class Telling:
    """Words that a piece stands on: who first said them, and how firmly (0 to 1)."""

    origin: str
    citation: Citation
    firmness: float

    @property
    def report(self) -> str:
        """The id of the report that the words stand in."""
        return self.citation.span.document


@dataclass(frozen=True, slots=True)
class Judged:
    """What a judgement says: of whom, under which aspect, on which front, which way it goes."""

    subject: str
    aspect: str | None
    front: str | None
    direction: str
    firm: bool


@dataclass(frozen=True, slots=True)
class Happened:
    """What kinds of event took place, and in which roles whoever took part was.

    ``placed`` is false where a time is asked about and nobody tells when it was.
    """

    kinds: tuple[tuple[str, str | None, tuple[Participant, ...]], ...]
    places: tuple[str, ...]
    placed: bool = True


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of evidence, however often it is told.

    ``kind`` is one of KINDS; ``records`` are the ids it stands on. ``known`` is the day by which
    it was known at the latest: that of the event, else that of the report; null if neither is told.
    """

    id: str
    kind: str
    text: str
    when: str
    known: str | None
    matter: Judged | Happened
    records: tuple[str, ...]
    tellings: tuple[Telling, ...]

    @property
    def origins(self) -> tuple[str, ...]:
        """Who first said it, each once."""
        return tuple(dict.fromkeys(telling.origin for telling in self.tellings))

    @property
    def firmness(self) -> float:
        """How firmly the firmest telling puts it, 0 to 1."""
        return max(telling.firmness for telling in self.tellings)


def pieces(view: CaseView, since: str | None = None, until: str | None = None) -> list[Piece]:
    """The pieces of a case in a stable order: judgements, events, checks.

    Events that surely lie outside of ``since`` and ``until`` (EDTF) are left out, as are those that
    did not come about or that all accounts deny, and judgements that name no time but one outside.
    A check that holds stands for the events it counts.
    """
    claims, events = _judged_within(view, since, until), list(view.events())
    spans = [claim.span for claim in claims]
    spans += [account.span for event in events for account in event.accounts]
    ground = _Ground(view, Firsthand(view, spans), bounded=bool(since or until))
    within = [e for e in events if e.realis == "actual" and _within(e, since, until)]
    checks = [c for c in view.checks() if c.verdict == "holds" and c.evidence]
    counted = {id for check in checks for id in check.evidence}
    by_id = {event.id: event for event in within}
    found = [*_judgements(claims, ground)]
    found += [piece for e in within if e.id not in counted and (piece := _event(e, ground))]
    found += [piece for check in checks if (piece := _check(check, by_id, ground))]
    return found


class _Ground:
    """What pieces are made on: names, days of reports, origins, attributions; and whether only
    a stretch of time is asked about."""

    def __init__(self, view: CaseView, firsthand: Firsthand, *, bounded: bool) -> None:
        self.bounded = bounded
        self.names = names_of(view)
        self.days = {row.id: bounds(row.published)[1] for row in view.document_rows()}
        self.firsthand = firsthand
        self.attributions: Mapping[str, Attribution] = {a.id: a for a in view.attributions()}
        self.corroborations = {c.event: c for c in view.corroborations() if c.event}

    def holder(self, claim: Claim) -> str:
        """Whose judgement it is."""
        if claim.holder == "author":
            return self.firsthand.of_author(claim.span)
        return self.names.get(claim.holder, claim.holder)


def _judgements(claims: Iterable[Claim], ground: _Ground) -> Iterator[Piece]:
    """A piece for each voice, subject, aspect, front and direction."""
    groups: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.subject and claim.direction and claim.direction != "none":
            groups[
                (
                    ground.holder(claim),
                    claim.subject,
                    claim.aspect or "",
                    claim.front or "",
                    claim.direction,
                )
            ].append(claim)
    for key, told in sorted(groups.items()):
        yield _judgement(key, sorted(told, key=lambda c: c.span), ground)


def _judgement(key: tuple[str, ...], told: list[Claim], ground: _Ground) -> Piece:
    voice, subject, aspect, front, direction = key
    name = ground.names.get(subject, subject)
    where = ", ".join(filter(None, (front, aspect)))
    text = f"{voice}: {name} {DIRECTION_WORDS[direction]}{f' ({where})' if where else ''}"
    spans = {span: claim for claim in told for span in (claim.span, *claim.also)}
    found = (ground.days.get(claim.span.document) for claim in told)
    known = min((day for day in found if day), default=None, key=order)
    return Piece(
        id=content_id("pc", voice, name, aspect, front, direction),
        kind="judgement",
        text=f"{text}, {plural(len(spans), 'passage')}" if len(spans) > 1 else text,
        when=date_words(known, known),
        known=known,
        matter=Judged(
            subject,
            aspect or None,
            front or None,
            direction,
            any(is_firm(c) for c in told),
        ),
        records=tuple(claim.id for claim in told),
        tellings=tuple(
            Telling(voice, Citation(span, claim.attributions), _HEDGED[claim.strength])
            for span, claim in spans.items()
        ),
    )


def _event(event: Event, ground: _Ground) -> Piece | None:
    tellings = _tellings(event, ground)
    if not tellings:
        return None
    return Piece(
        id=event.id,
        kind="event",
        text=event_title(event, ground.names),
        when=date_words(event.earliest, event.latest, event.edtf),
        known=event.latest or _published(tellings, ground),
        matter=Happened(
            ((event.type, event.mode, event.participants),),
            event.places,
            placed=not ground.bounded or bool(event.earliest or event.latest),
        ),
        records=(event.id,),
        tellings=tellings,
    )


def _check(check: Check, events: Mapping[str, Event], ground: _Ground) -> Piece | None:
    """A count that the record bears out, with the events that it counts."""
    counted = [events[id] for id in check.evidence if id in events]
    tellings = tuple(telling for event in counted for telling in _tellings(event, ground))
    if not tellings:
        return None
    own = Telling(ground.firsthand.of_author(check.span), Citation(check.span), 1.0)
    latest = max((event.latest for event in counted if event.latest), default=None, key=order)
    found = f": {check.found}" if check.found else ""
    return Piece(
        id=check.id,
        kind="check",
        text=f"{quoted(check.claimed, 100)} holds{found}",
        when=date_words(None, latest),
        known=latest or _published(tellings, ground),
        matter=Happened(
            tuple((event.type, event.mode, event.participants) for event in counted),
            tuple(dict.fromkeys(place for event in counted for place in event.places)),
        ),
        records=(check.id, *(event.id for event in counted)),
        tellings=(own, *tellings),
    )


def _tellings(event: Event, ground: _Ground) -> tuple[Telling, ...]:
    found = ground.corroborations.get(event.id)
    origins = origin_by_account(event.accounts, found, ground.firsthand, ground.attributions)
    return tuple(
        Telling(
            origins[place],
            Citation(account.span, account.attributions, account.factuality),
            _HEDGED.get(account.factuality, 1.0),
        )
        for place, account in enumerate(event.accounts)
        if place in origins and account.factuality != "denied"
    )


def _published(tellings: Iterable[Telling], ground: _Ground) -> str | None:
    days = (ground.days.get(telling.report) for telling in tellings)
    return min((day for day in days if day), default=None, key=order)


def _judged_within(view: CaseView, since: str | None, until: str | None) -> list[Claim]:
    """The judgements of a case, without those whose own words tell of another time alone."""
    claims = list(view.claims())
    if not (since or until):
        return claims
    asked = (bounds(since)[0], bounds(until)[1])
    times = {doc: list(view.times(doc)) for doc in sorted({c.span.document for c in claims})}
    return [c for c in claims if not _of_another_time(c, times[c.span.document], asked)]


def _of_another_time(claim: Claim, times: Iterable[Time], asked: Days) -> bool:
    own = [
        (time.earliest, time.latest)
        for time in times
        if claim.span.start <= time.span.start and time.span.end <= claim.span.end
        if time.earliest or time.latest
    ]
    return bool(own) and not any(overlap(days, asked) for days in own)


def _within(event: Event, since: str | None, until: str | None) -> bool:
    return overlap((event.earliest, event.latest), (bounds(since)[0], bounds(until)[1]))
