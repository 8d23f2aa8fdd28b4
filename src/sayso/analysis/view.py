"""What the analyses ask of a case: the reading side of a store, by shape alone; and answers about
the whole of it, which it may keep."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from sayso.records.case import (
    Agreement,
    Check,
    Claim,
    Conflict,
    Corroboration,
    Entity,
    EntityMention,
    Event,
    EventRow,
    Judgement,
    Merge,
    Tie,
)
from sayso.records.documents import Document, DocumentRow, Failure
from sayso.records.marks import Quantity, Time
from sayso.records.statements import Attribution, Trait

Row = TypeVar("Row")


class CaseView(Protocol):
    """A case to read from; every listing comes in a stable order and may stream."""

    def documents(self) -> Iterable[Document]:
        """All reports, with their texts."""
        ...

    def document_rows(self, ids: Iterable[str] | None = None) -> Iterable[DocumentRow]:
        """All reports, or those with these ids, without their texts, by id."""
        ...

    def document(self, id: str) -> Document | None:
        """One report, with its text."""
        ...

    def document_row(self, id: str) -> DocumentRow | None:
        """One report, without its text."""
        ...

    def overview(self, kind: str, record: type[Row]) -> Iterable[Row]:
        """The rows of an answer about the whole case, where it keeps one of this kind."""
        ...

    def remark(self) -> str | None:
        """What is to be known of how the reports were read, if anything."""
        ...

    def packs(self) -> tuple[str, ...]:
        """The packs it was read with beside the built-in ones, by name or folder."""
        ...

    def failures(self) -> Iterable[Failure]:
        """The inputs that could not be read."""
        ...

    def entities(self, type: str | None = None, name: str | None = None) -> Iterable[Entity]:
        """Who and what the case knows, or only those of a type."""
        ...

    def entity(self, id: str) -> Entity | None:
        """One entity."""
        ...

    def entities_of(self, ids: Iterable[str]) -> Iterable[Entity]:
        """Those with these ids, some hundred asked for at once."""
        ...

    def mentions(
        self, entity: str | None = None, document: str | None = None
    ) -> Iterable[EntityMention]:
        """The words that stand for entities."""
        ...

    def mentions_in(self, documents: Iterable[str], *, type: str) -> Iterable[EntityMention]:
        """The words in these reports that stand for entities of a type."""
        ...

    def named_in(self, entity: str) -> Mapping[str, int]:
        """How often each report names an entity, by the report's id, in that order."""
        ...

    def merges(self, entity: str | None = None, state: str | None = None) -> Iterable[Merge]:
        """Which names are of one or may be; of all entities or of one, in all states or in one."""
        ...

    def attributions(
        self,
        document: str | frozenset[str] | None = None,
        *,
        entity: str | None = None,
        stranger: str | None = None,
        about: str | None = None,
    ) -> Iterable[Attribution]:
        """Who says what, of all reports or of some; of all who speak or pass words on, or of one
        entity or stranger, by name; of all content, or of that which names an entity."""
        ...

    def attribution(self, id: str) -> Attribution | None:
        """One attribution."""
        ...

    def attributions_of(self, ids: Iterable[str]) -> Mapping[str, Attribution]:
        """The attributions with these ids that there are, by id."""
        ...

    def strangers(self) -> Iterable[str]:
        """Names of those who say or pass on something and are no entity, each once, by name."""
        ...

    def events(
        self,
        *,
        who: str | frozenset[str] | None = None,
        role: str | None = None,
        entity: str | None = None,
        type: str | frozenset[str] | None = None,
        document: str | None = None,
        part_of: str | frozenset[str] | None = None,
    ) -> Iterable[Event]:
        """What happened, with every telling of it; all of it, or what fits: who took part in any
        telling (an entity's id; of several, one is enough) and as what, whom or which place any
        telling names (the same), the type or "TYPE/mode", the report that tells of it, the event
        that it is told as a part of (of some hundreds, one is enough)."""
        ...

    def event_rows(
        self,
        *,
        who: str | frozenset[str] | None = None,
        role: str | None = None,
        type: str | frozenset[str] | None = None,
    ) -> Iterable[EventRow]:
        """The same without their tellings, by id."""
        ...

    def happened(
        self,
        *,
        entity: str | None = None,
        document: str | None = None,
        page: slice = slice(None),
    ) -> Sequence[str]:
        """Ids of events in order of time, the undated last; of all, or of those that name an entity
        in any telling, or that a report tells of; from where to where of them ids are wanted."""
        ...

    def said(self, by: str, *, stranger: bool = False, page: slice = slice(None)) -> Sequence[str]:
        """Ids of what an entity, or a stranger of this name, says or passes on, by the day of the
        report; from where to where of them ids are wanted."""
        ...

    def count_said(self, by: str, *, stranger: bool = False) -> int:
        """How many there are."""
        ...

    def events_of(self, ids: Iterable[str]) -> Sequence[Event]:
        """The events with these ids that there are, in the same order."""
        ...

    def event(self, id: str) -> Event | None:
        """One event."""
        ...

    def times(self, document: str) -> Iterable[Time]:
        """The time expressions of a report, in text order."""
        ...

    def quantities(self, document: str) -> Iterable[Quantity]:
        """The numbers of a report, in text order."""
        ...

    def ties(
        self,
        entity: str | frozenset[str] | None = None,
        type: str | frozenset[str] | None = None,
        *,
        document: str | None = None,
    ) -> Iterable[Tie]:
        """Lasting relations, with every telling of them: all, or those of an entity, of a type,
        or told in a report. Of several entities or types one is enough."""
        ...

    def told_ties(self, entity: str, type: str | None = None) -> Iterable[tuple[str, str, int]]:
        """Id and type of each tie of an entity, or of those of a type, and how many accounts tell
        it, in no order."""
        ...

    def ties_of(self, ids: Iterable[str]) -> Iterable[Tie]:
        """The ties with these ids that there are."""
        ...

    def tie(self, id: str) -> Tie | None:
        """One tie."""
        ...

    def claims(self, document: str | None = None) -> Iterable[Claim]:
        """What authors and sources judge, in all reports or in one."""
        ...

    def claim(self, id: str) -> Claim | None:
        """One claim."""
        ...

    def checks(self) -> Iterable[Check]:
        """Statements held against the record."""
        ...

    def corroborations(self, about: Iterable[str] | None = None) -> Iterable[Corroboration]:
        """How many accounts and origins stand behind events and ties: all, or these alone."""
        ...

    def corroboration(self, about: str) -> Corroboration | None:
        """What stands behind one event or tie."""
        ...

    def conflicts(self) -> Iterable[Conflict]:
        """Where accounts cannot all be right."""
        ...

    def agreements(self) -> Iterable[Agreement]:
        """Where reports say the same of one thing."""
        ...

    def traits(self, entity: str | None = None) -> Iterable[Trait]:
        """What is told of sources, by reports and packs; of all, or of one."""
        ...

    def judgements(self, live_only: bool = False) -> Iterable[Judgement]:
        """Decisions of analysts, by date; all of them, or those not revoked."""
        ...


@dataclass(frozen=True, slots=True)
class Overview(Generic[Row]):
    """An answer about the whole case that is worked out once, when the case is linked.

    ``kind`` is under what a case keeps it, with a number that is raised whenever the same case
    would give another answer; ``record`` is what its rows are. It may hang on linked records and
    on reports, and on no judgement but those that change links. ``most`` is up to how many events
    it is worked out at linking, null for any number.
    """

    kind: str
    record: type[Row]
    make: Callable[[CaseView], Iterable[Row]]
    most: int | None = None

    def of(self, view: CaseView) -> list[Row]:
        """The rows that the case keeps, or that are worked out now."""
        return list(view.overview(self.kind, self.record)) or list(self.make(view))
