"""What the linked records of a case say of each other: origins counted, conflicts found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache, partial

from sayso.analysis.checks.find import find_checks
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
from sayso.analysis.statements.find import Reports, find_matters, is_again
from sayso.analysis.statements.making import statements
from sayso.analysis.statements.senses import Senses, senses
from sayso.analysis.statements.statement import Statement
from sayso.analysis.statements.turning.find import Sayers
from sayso.analysis.wording.stems import stems
from sayso.packs.pack import Pack
from sayso.records.case import Agreement, Check, Conflict, Corroboration
from sayso.records.documents import Document
from sayso.records.statements import Attribution
from sayso.store.view import View

# What statements are not made of.
_UNREAD = ("parse", "mentions", "entities", "traits", "events", "ties", "claims")
# Attributions at hand: those of one event lie close together.
AT_HAND = 4096


def compare(view: View, pack: Pack) -> Iterator[Corroboration | Conflict | Agreement | Check]:
    """The corroborations, conflicts and checks of a case whose events and ties are written."""
    backing: Mapping[str, Attribution] = _Attributions(view)
    speakers, voices = speakers_of(view.document_rows()), voices_of(view.document_rows())
    copies = Copies(view.documents())
    for event in view.events():
        yield corroborate(event, backing, speakers, copies)
    for tie in view.ties():
        yield corroborate(tie, backing, speakers, copies)
    entities = list(view.entities())
    turns = stems(
        word
        for word, turn in pack.turns.items()
        if turn.direction != "none" and turn.weight == "strong"
    )
    yield from find_conflicts(
        view.events(), view.ties(), backing, voices, entities, countries=frozenset(pack.countries)
    )
    wholes = wholes_of(entities, view.ties(), pack.countries)
    ground = Ground(voices=voices, names={entity.id: entity.name for entity in entities})
    judged = list(judgement_conflicts(view.claims(), ground, turns, wholes))
    yield from judged
    yield from thesis_conflicts(view.claims(), ground, wholes)
    record = Record(view, pack)
    for found in _matters(view, record, ground, wholes):
        if not (isinstance(found, Conflict) and any(is_again(found, one) for one in judged)):
            yield found
    yield from find_checks(record)


def _matters(
    view: View, record: Record, ground: Ground, wholes: Wholes
) -> Iterator[Conflict | Agreement | Check]:
    """Where reports say the same and where they part, clause by clause, and each from itself."""
    known, named = senses(record.pack), named_after(view.entities())
    ids = [row.id for row in sorted(view.document_rows(), key=lambda row: (row.path, row.id))]
    sayers = Sayers(view.entities(), known)

    def fetch(id: str) -> tuple[Document, tuple[Statement, ...]]:
        return told_in(view, id, known, (wholes, named), sayers)

    yield from find_matters(Reports(ids, fetch, partial(_told, view)), known, ground)
    yield from sayers.conflicts(ground)
    for id in ids:
        document, holder = view.document(id), ground.voices.get(id) or "author"
        if document is not None:
            yield from dating_conflicts(record, document, holder)
            mentions = view.mentions(document=id)
            yield from compass_conflicts(document, mentions, ground.names, holder)


def told_in(
    view: View,
    id: str,
    known: Senses,
    kin: tuple[Wholes, Mapping[str, str]],
    sayers: Sayers | None = None,
) -> tuple[Document, tuple[Statement, ...]]:
    """A report with its statements; ``kin`` are the wholes of leaders and parts, and whom bodies
    are named after. ``sayers`` are told what somebody is quoted with in it."""
    # Speakers are those of the case, not of the report.
    notes = replace(view.notes(id, without=_UNREAD), attributions=tuple(view.attributions(id)))
    mentions, claims = view.mentions(document=id), view.claims(document=id)
    made = statements(notes, mentions, claims, known, *kin)
    if sayers is not None:
        sayers.take(notes, made)
    return notes.document, made


def _told(view: View, id: str) -> list[tuple[int, int, str]]:
    """Where a report tells of events, and of what type."""
    return [
        (account.span.start, account.span.end, event.type)
        for event in view.events(document=id)
        for account in event.accounts
        if account.span.document == id
    ]


class _Attributions(Mapping[str, Attribution]):
    """The attributions of a case by id, fetched when asked for."""

    def __init__(self, view: View) -> None:
        self._fetch = lru_cache(maxsize=AT_HAND)(view.attribution)
        self._view = view

    def __getitem__(self, id: str) -> Attribution:
        found = self._fetch(id)
        if found is None:
            raise KeyError(id)
        return found

    def __contains__(self, id: object) -> bool:
        return isinstance(id, str) and self._fetch(id) is not None

    def __iter__(self) -> Iterator[str]:
        return (attribution.id for attribution in self._view.attributions())

    def __len__(self) -> int:
        return sum(1 for _ in self._view.attributions())
