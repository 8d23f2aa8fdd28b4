"""Findings of a case made into rows: ids become names, spans become columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from sayso.analysis.ledger.listing import holder_name
from sayso.analysis.people import presences
from sayso.analysis.record.sources import Rows, rows_of
from sayso.analysis.sources import Source, names_of_reports
from sayso.analysis.sources import sources as sources_of
from sayso.analysis.timeline import entry, origins_of
from sayso.analysis.view import CaseView
from sayso.analysis.wording.chains import hedge_words, speaker
from sayso.analysis.wording.firm import came_about, firm, is_vouched, vouches
from sayso.analysis.wording.late import Late
from sayso.analysis.wording.names import names_of
from sayso.analysis.wording.sentences import measure_words, tie_sentence
from sayso.analysis.wording.traits import trait_lines
from sayso.publish.tables.rows import (
    AccountRow,
    AttributionRow,
    CheckRow,
    ClaimRow,
    EntityRow,
    EventRow,
    MentionRow,
    ParticipantRow,
    QuantityRow,
    SideRow,
    SourceRow,
    TieRow,
    TimeRow,
)
from sayso.records.accounts import FACTUALITY, ROLES, Participant
from sayso.records.case import Account, Check, Claim, Conflict, Entity, Event, Measure, Tie
from sayso.records.statements import Attribution


class Register:
    """A case with what its rows are worded by, each looked up once: names, origins, reports."""

    def __init__(self, view: CaseView) -> None:
        self.view = view

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The name of every entity, by id."""
        return names_of(self.view)

    @cached_property
    def origins(self) -> Mapping[str, int]:
        """How many independent origins stand behind each event and tie, by id."""
        return Late(self._origins, lambda: origins_of(self.view))

    @cached_property
    def reports(self) -> Mapping[str, str]:
        """What to call each report, by id."""
        return names_of_reports(self.view)

    @cached_property
    def rows(self) -> Rows:
        """The reports without their texts, by id."""
        return rows_of(self.view)

    def plain(self, about: Event | Tie) -> bool:
        """Whether some telling of an event or tie is one that it may be stated on."""
        return came_about(about) and any(map(self.is_plain, about.accounts))

    def is_plain(self, account: Account) -> bool:
        """Whether a telling is asserted, or told on the word of somebody named who affirms it."""
        return is_vouched(self._vouched.get, account)

    @cached_property
    def _vouched(self) -> Mapping[str, bool]:
        """Whether somebody named affirms it, by the id of each attribution."""
        view = self.view
        return Late(self._vouches, lambda: {one.id: vouches(one) for one in view.attributions()})

    def _vouches(self, id: str) -> bool | None:
        found = self.view.attribution(id)
        return None if found is None else vouches(found)

    def marked(self, about: Event | Tie, text: str) -> str:
        """Words on an event or tie, with how firmly it is told where nobody tells it plainly."""
        return text if self.plain(about) else firm(self.view, about).marked(text)

    def _origins(self, id: str) -> int | None:
        found = self.view.corroboration(id)
        return found.origins if found else None

    def called(self, id: str | None) -> str | None:
        """The name of an entity, null for none."""
        return None if id is None else self.names.get(id, id)


def entity_rows(register: Register, found: Iterable[Entity]) -> Iterator[EntityRow]:
    """Entities with how often they are mentioned."""
    present = presences(register.view)
    for one in found:
        here = present.get(one.id)
        counts = (here.mentions, here.documents) if here else (0, 0)
        yield EntityRow(one.id, one.type, one.name, one.aliases, *counts)


def mention_rows(register: Register) -> Iterator[MentionRow]:
    """All words that stand for entities, in text order."""
    for one in register.view.mentions():
        s = one.span
        name = register.names.get(one.entity, one.entity)
        yield MentionRow(one.entity, name, one.form, s.document, s.start, s.end, s.quote)


def attribution_row(found: Attribution) -> AttributionRow:
    """Who says what, in one row."""
    lows = [hedge.low for hedge in found.hedges if hedge.low is not None]
    highs = [hedge.high for hedge in found.hedges if hedge.high is not None]
    content = found.content
    return AttributionRow(
        id=found.id,
        source=speaker(found),
        source_id=found.source_entity,
        cue=found.cue.quote if found.cue else None,
        chain=tuple(link.name for link in found.chain),
        published=found.published,
        stance=found.stance,
        hedges=tuple(hedge_words(hedge) for hedge in found.hedges),
        low=min(lows, default=None),
        high=max(highs, default=None),
        document=content.document,
        start=content.start,
        end=content.end,
        quote=content.quote,
    )


def event_row(register: Register, event: Event) -> EventRow:
    """An event in one row."""
    told = entry(event, register.names, register.origins.get(event.id))
    return EventRow(
        id=event.id,
        type=event.type,
        mode=event.mode,
        realis=event.realis,
        factuality=told.factuality,
        plain=register.plain(event),
        when=told.when,
        earliest=event.earliest,
        latest=event.latest,
        edtf=event.edtf,
        text=register.marked(event, told.text),
        **{role: _in_role(register, event.participants, role) for role in ROLES},
        places=_called(register, event.places),
        quantities=_measured(event.quantities),
        purpose=event.purpose,
        part_of=event.part_of,
        accounts=told.accounts,
        origins=told.origins,
    )


def participant_rows(register: Register, event: Event) -> Iterator[ParticipantRow]:
    """Who took part in an event, and where it was."""
    for part in (*event.participants, *(Participant("place", id) for id in event.places)):
        name = register.names.get(part.entity, part.entity)
        yield ParticipantRow(event.id, part.role, part.entity, name)


def account_rows(register: Register, about: Event | Tie) -> Iterator[AccountRow]:
    """Every telling of an event or tie."""
    for number, account in enumerate(about.accounts):
        yield _account_row(register, about.id, number, account)


def tie_row(register: Register, tie: Tie) -> TieRow:
    """A tie in one row."""
    return TieRow(
        id=tie.id,
        type=tie.type,
        polarity=tie.polarity,
        factuality=min((a.factuality for a in tie.accounts), key=FACTUALITY.index),
        plain=register.plain(tie),
        text=register.marked(tie, tie_sentence(tie, register.names)),
        subject=register.names.get(tie.subject, tie.subject),
        object=register.called(tie.object),
        office=register.called(tie.office),
        territory=register.called(tie.territory),
        since=tie.since,
        until=tie.until,
        subject_id=tie.subject,
        object_id=tie.object,
        accounts=len(tie.accounts),
        origins=register.origins.get(tie.id),
    )


def claim_row(register: Register, claim: Claim) -> ClaimRow:
    """A judgement in one row."""
    span = claim.span
    return ClaimRow(
        id=claim.id,
        holder=holder_name(claim, register.names, register.reports),
        subject=register.called(claim.subject),
        topic=claim.topic,
        aspect=claim.aspect,
        front=claim.front,
        direction=claim.direction,
        strength=claim.strength,
        mode=claim.mode,
        position=claim.position,
        document=span.document,
        start=span.start,
        end=span.end,
        quote=span.quote,
    )


def side_rows(conflict: Conflict) -> Iterator[SideRow]:
    """The sides of a conflict."""
    for number, side in enumerate(conflict.sides):
        span = side.spans[0]
        yield SideRow(
            conflict=conflict.id,
            scope=conflict.scope,
            field=conflict.field,
            severity=conflict.severity,
            about=conflict.about,
            reason=conflict.reason,
            number=number,
            value=side.value,
            holders=side.holders,
            document=span.document,
            start=span.start,
            end=span.end,
            quote=span.quote,
        )


def check_row(check: Check) -> CheckRow:
    """A check in one row."""
    s = check.span
    told = (check.claimed, check.found, check.verdict, check.evidence, check.reason)
    return CheckRow(check.id, *told, s.document, s.start, s.end, s.quote)


def source_rows(register: Register) -> Iterator[SourceRow]:
    """Every source of the case, those with most accounts first."""
    for found in sources_of(register.view):
        yield source_row(found)


def source_row(found: Source) -> SourceRow:
    """A source in one row."""
    return SourceRow(
        name=found.name,
        entity=found.entity,
        role=found.role,
        attributions=found.attributions,
        accounts=found.accounts,
        first=found.first,
        last=found.last,
        alone=found.alone,
        traits=tuple(trait_lines(found.traits)),
        cites=found.cites,
        cited_by=found.cited_by,
        grade=found.grade.value if found.grade else None,
    )


def time_rows(register: Register) -> Iterator[TimeRow]:
    """The time expressions of all reports, in text order."""
    for row in register.view.document_rows():
        for one in register.view.times(row.id):
            s = one.span
            read = (one.edtf, one.earliest, one.latest, one.anchor, one.rule)
            yield TimeRow(*read, s.document, s.start, s.end, s.quote)


def quantity_rows(register: Register) -> Iterator[QuantityRow]:
    """The numbers of all reports, in text order."""
    for row in register.view.document_rows():
        for one in register.view.quantities(row.id):
            s = one.span
            read = (one.low, one.high, one.unit, one.bound)
            yield QuantityRow(*read, s.document, s.start, s.end, s.quote)


def _account_row(register: Register, about: str, number: int, account: Account) -> AccountRow:
    span = account.span
    return AccountRow(
        about=about,
        number=number,
        factuality=account.factuality,
        plain=register.is_plain(account),
        attributions=account.attributions,
        earliest=account.earliest,
        latest=account.latest,
        participants=tuple(
            f"{part.role}: {register.names.get(part.entity, part.entity)}"
            for part in account.participants
        ),
        places=_called(register, account.places),
        quantities=_measured(account.quantities),
        fillers=tuple(f"{filler.role}: {filler.span.quote}" for filler in account.fillers),
        purpose=account.purpose,
        document=span.document,
        start=span.start,
        end=span.end,
        quote=span.quote,
    )


def _in_role(register: Register, parts: Iterable[Participant], role: str) -> tuple[str, ...]:
    return _called(register, (part.entity for part in parts if part.role == role))


def _called(register: Register, ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(register.names.get(id, id) for id in ids)


def _measured(measures: Iterable[Measure]) -> tuple[str, ...]:
    return tuple(measure_words(measure) for measure in measures)
