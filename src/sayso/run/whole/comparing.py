"""What the linked records of a case say of each other: origins counted, conflicts found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from sayso.analysis.checks.find import checks_of
from sayso.analysis.checks.record import Record
from sayso.analysis.conflicts import find_conflicts
from sayso.analysis.conflicts.compass import compass_conflicts
from sayso.analysis.conflicts.dated import dating_conflicts
from sayso.analysis.conflicts.ground import Ground
from sayso.analysis.conflicts.judgements import judgement_conflicts
from sayso.analysis.conflicts.theses import thesis_conflicts
from sayso.analysis.corroboration import corroborate
from sayso.analysis.ledger.wholes import Wholes, named_after, wholes_of
from sayso.analysis.origins.copies import Copies
from sayso.analysis.sources import speakers_of, voices_of
from sayso.analysis.statements.find import Reports, find_matters
from sayso.analysis.statements.gathering.raised import Raised
from sayso.analysis.statements.making import Known, statements
from sayso.analysis.statements.senses import senses
from sayso.analysis.statements.statement import Statement
from sayso.analysis.statements.turning.find import Sayers
from sayso.analysis.wording.stems import stems
from sayso.packs.pack import Pack
from sayso.records.case import Agreement, Check, Conflict, Corroboration, Event, Tie
from sayso.records.documents import Document
from sayso.records.errors import CaseError
from sayso.records.notes import Notes
from sayso.records.statements import Attribution
from sayso.run.whole.faults import Faults
from sayso.store.scratch.aside import Aside
from sayso.store.view import View

# Accounts whose attributions are fetched at once.
AT_HAND = 400
Told = TypeVar("Told", Event, Tie)


def compare(
    view: View, pack: Pack, faults: Faults
) -> Iterator[Corroboration | Conflict | Agreement | Check]:
    """The corroborations, conflicts and checks of a case whose events and ties are written.

    A report with which something fails is compared as far as it goes, and noted in ``faults``.
    """
    backing = _Attributions(view)
    speakers, voices = speakers_of(view.document_rows()), voices_of(view.document_rows())
    copies = Copies(view.documents())
    for event in backing.fetched(view.events()):
        yield corroborate(event, backing, speakers, copies)
    for tie in backing.fetched(view.ties()):
        yield corroborate(tie, backing, speakers, copies)
    entities = list(view.entities())
    turns = stems(
        word
        for word, turn in pack.turns.items()
        if turn.direction != "none" and turn.weight == "strong"
    )
    raised = Raised()
    yield from raised.noted(
        find_conflicts(
            backing.fetched(view.events()),
            backing.fetched(view.ties()),
            backing,
            voices,
            entities,
            countries=frozenset(pack.countries),
        )
    )
    wholes = wholes_of(entities, view.ties(), pack.countries)
    ground = Ground(voices=voices, names={entity.id: entity.name for entity in entities})
    yield from raised.noted(judgement_conflicts(view.claims(), ground, turns, wholes))
    yield from thesis_conflicts(view.claims(), ground, wholes)
    for found in _matters(view, Record(view, pack), ground, wholes, faults):
        if not (isinstance(found, Conflict) and raised.holds(found)):
            yield found


def _matters(
    view: View, record: Record, ground: Ground, wholes: Wholes, faults: Faults
) -> Iterator[Conflict | Agreement | Check]:
    """Where reports say the same and where they part, clause by clause; and each with itself."""
    words, known = senses(record.pack), Known(wholes, named_after(view.entities()), record.types)
    ids = [row.id for row in sorted(view.document_rows(), key=lambda row: (row.path, row.id))]
    sayers = Sayers(view.entities(), words)
    aside: Aside[str, tuple[Document, tuple[Statement, ...]]] = Aside()
    told: Aside[str, list[tuple[int, int, str]]] = Aside()
    alone: dict[str, list[Conflict | Check]] = {}

    def fetch(id: str) -> tuple[Document, tuple[Statement, ...]]:
        """A report with its statements; one that is met for the first time is held against itself
        too."""
        if id in aside:
            return aside[id]
        notes = notes_of(view, record, id)
        mentions, claims = record.mentions(id), view.claims(document=id)
        made = faults.tried(id, lambda: statements(notes, mentions, claims, words, known))
        aside[id], told[id] = (notes.document, tuple(made)), _told(record, id)
        sayers.take(notes, made)
        alone[id] = _by_itself(record, notes.document, ground, faults)
        return notes.document, tuple(made)

    for found in find_matters(Reports(ids, fetch, told.__getitem__, faults.tried), words, ground):
        yield found
        while alone:
            yield from alone.popitem()[1]
    for left in alone.values():
        yield from left
    yield from sayers.conflicts(ground)


def _by_itself(
    record: Record, document: Document, ground: Ground, faults: Faults
) -> list[Conflict | Check]:
    """What one report gives to think: its dates, its directions, its statements to be checked.

    Asked for while the report is at hand: to bring one from the case takes longer than this.
    """
    id = document.id
    holder = ground.voices.get(id) or "author"
    mentions = record.mentions(id)
    return [
        *faults.tried(id, lambda: dating_conflicts(record, document, holder)),
        *faults.tried(id, lambda: compass_conflicts(document, mentions, ground.names, holder)),
        *faults.tried(id, lambda: checks_of(record, id)),
    ]


def notes_of(view: View, record: Record, id: str) -> Notes:
    """A report with its clauses, and its times, numbers and sayings as the case has them: a time
    may be dated by another report, and speakers are those of the case.

    Raises CaseError where the case has no such report.
    """
    document = record.document(id)
    if document is None:
        raise CaseError(f"the case has no document '{id}'")
    return Notes(
        document,
        times=tuple(record.times(id)),
        quantities=tuple(record.quantities(id)),
        attributions=tuple(record.attributions(id)),
        clauses=view.clauses(id),
    )


def _told(record: Record, id: str) -> list[tuple[int, int, str]]:
    """Where a report tells of events, and of what type."""
    return [
        (account.span.start, account.span.end, event.type) for account, event in record.told(id)
    ]


class _Attributions(Mapping[str, Attribution]):
    """The attributions of a case by id, fetched when asked for, those of some events at once."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._at_hand: dict[str, Attribution] = {}

    def fetched(self, told: Iterable[Told]) -> Iterator[Told]:
        """These events or ties, with the attributions of their accounts at hand."""
        for some in _batches(told):
            ids = {id for one in some for account in one.accounts for id in account.attributions}
            self._at_hand = dict(self._view.attributions_of(sorted(ids)))
            yield from some

    def __getitem__(self, id: str) -> Attribution:
        found = self._at_hand.get(id) or self._view.attribution(id)
        if found is None:
            raise KeyError(id)
        return found

    def __contains__(self, id: object) -> bool:
        return id in self._at_hand or (
            isinstance(id, str) and self._view.attribution(id) is not None
        )

    def __iter__(self) -> Iterator[str]:
        return (attribution.id for attribution in self._view.attributions())

    def __len__(self) -> int:
        return sum(1 for _ in self._view.attributions())


def _batches(told: Iterable[Told]) -> Iterator[list[Told]]:
    """Events or ties, so many together that their accounts are a few hundred, or one that has
    more."""
    some: list[Told] = []
    accounts = 0
    for one in told:
        some.append(one)
        accounts += len(one.accounts)
        if accounts >= AT_HAND:
            yield some
            some, accounts = [], 0
    if some:
        yield some
