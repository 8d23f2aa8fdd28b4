"""What the linked records of a case say of each other: origins counted, conflicts found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from sayso.analysis.checks.find import by_record
from sayso.analysis.checks.record import Record
from sayso.analysis.conflicts import find_conflicts
from sayso.analysis.conflicts.ground import Ground
from sayso.analysis.conflicts.judgements import judgement_conflicts
from sayso.analysis.conflicts.theses import thesis_conflicts
from sayso.analysis.corroboration import corroborate
from sayso.analysis.ledger.wholes import Wholes, named_after, wholes_of
from sayso.analysis.origins.copies import Copies
from sayso.analysis.sources import speakers_of, voices_of
from sayso.analysis.statements.find import Matter, Meeting, Reports, find_matters
from sayso.analysis.statements.gathering.meeting import Outline
from sayso.analysis.statements.gathering.raised import Raised
from sayso.analysis.statements.making import Known
from sayso.analysis.statements.senses import senses
from sayso.analysis.statements.turning.find import Sayers
from sayso.analysis.wording.stems import stems
from sayso.packs.pack import Pack
from sayso.records.case import Agreement, Check, Conflict, Corroboration, Event, Tie
from sayso.records.errors import CaseError
from sayso.records.statements import Attribution
from sayso.run.groups.ordered import in_order
from sayso.run.local import Executor, Serial
from sayso.run.whole import alone, beside
from sayso.run.whole.alone import Given, known_of
from sayso.run.whole.faults import Faults
from sayso.store.scratch.aside import Aside
from sayso.store.view import View

# Accounts whose attributions are fetched at once.
AT_HAND = 400
# From so many reports on it is worth the while to hand them out.
MANY = 16
Told = TypeVar("Told", Event, Tie)


def compare(
    view: View,
    pack: Pack,
    faults: Faults,
    executor: Executor | None = None,
    copies: Copies | None = None,
) -> Iterator[Corroboration | Conflict | Agreement | Check]:
    """The corroborations, conflicts and checks of a case whose events and ties are written.

    A report with which something fails is compared as far as it goes, and noted in ``faults``.
    What each report says by itself is worked out where the ``executor`` says; ``copies`` are the
    near copies of passages.
    """
    backing = _Attributions(view)
    entities = list(view.entities())
    names = {entity.id: entity.name for entity in entities}
    speakers, voices = speakers_of(view.document_rows(), entities), voices_of(view.document_rows())
    for event in backing.fetched(view.events()):
        yield corroborate(event, backing, speakers, copies, names)
    for tie in backing.fetched(view.ties()):
        yield corroborate(tie, backing, speakers, copies, names)
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
    ground = Ground(voices=voices, names=names)
    yield from raised.noted(judgement_conflicts(view.claims(), ground, turns, wholes))
    yield from thesis_conflicts(view.claims(), ground, wholes)
    record = Record(view, pack)
    for found in _matters(view, record, ground, wholes, faults, executor or Serial()):
        if not (isinstance(found, Conflict) and raised.holds(found)):
            yield found


def _matters(
    view: View, record: Record, ground: Ground, wholes: Wholes, faults: Faults, executor: Executor
) -> Iterator[Conflict | Agreement | Check]:
    """Where reports say the same and where they part, clause by clause; and each with itself."""
    words, known = senses(record.pack), Known(wholes, named_after(view.entities()), record.types)
    rows = sorted(view.document_rows(), key=lambda row: (row.path, row.id))
    paths = {row.id: row.path for row in rows}
    place = executor if len(rows) >= MANY else Serial()
    sayers = Sayers(words)
    aside: Aside[str, bytes] = Aside()
    thoughts: dict[str, tuple[Conflict | Check, ...]] = {}
    parted: dict[str, tuple[Conflict | Agreement, ...]] = {}

    def outlines() -> Iterator[tuple[str, Outline]]:
        """The reports in turn, each with what it says by itself."""
        given = (_given(view, record, id, known, ground, faults) for id in paths)
        for said in in_order(place, alone.said_by, given, record.pack, alone.lost):
            faults.raised(said)
            aside[said.document] = said.told
            sayers.take(said.sayings)
            thoughts[said.document] = said.found
            parted.clear()
            parted[said.document] = said.within
            yield said.document, said.outline

    def met(meetings: Iterator[Meeting]) -> Iterator[Matter]:
        """What comes of reports held against one another, in turn."""
        held = (
            beside.Beside(one, paths[one], aside[one], tuple((aside[o], on) for o, on in others))
            for one, others in meetings
        )
        for found in in_order(place, beside.met, held, record.pack, beside.lost):
            faults.raised(found)
            yield from found.found
        beside.forget()

    for matter in find_matters(Reports(outlines(), parted.__getitem__, met)):
        yield matter
        while thoughts:
            yield from thoughts.popitem()[1]
    for left in thoughts.values():
        yield from left
    yield from sayers.conflicts(ground)


def _given(
    view: View, record: Record, id: str, known: Known, ground: Ground, faults: Faults
) -> Given:
    """A report with what the case has of it and knows of whom it names."""
    marked, claims = record.marked(id), tuple(view.claims(document=id))
    if marked.document is None:
        raise CaseError(f"the case has no document '{id}'")
    own, names = known_of(marked, claims, known, record.names)
    recorded = faults.made(id, lambda: by_record(record, id))
    return Given(
        marked.document, marked, view.clauses(id), claims, own, names, ground.voices.get(id),
        _told(record, id), None if recorded is None else tuple(recorded),
    )  # fmt: skip


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
