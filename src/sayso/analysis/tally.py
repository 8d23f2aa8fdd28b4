"""Counting who says what, who passes on whom, and what rests on each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from sayso.analysis.view import CaseView
from sayso.analysis.wording.chains import speaker
from sayso.analysis.wording.names import folded
from sayso.records.case import Account, Entity, Event
from sayso.records.documents import DocumentRow
from sayso.records.statements import Attribution

Key = tuple[str, str]
"""A source's role and its identity: an entity's id, or the folded name of a stranger."""
_SPEAKERS = ("Person", "Group", "Office")


@dataclass(slots=True)
class Tally:
    """What has been counted of one source so far; see analysis.sources.Source."""

    name: str
    entity: str | None
    role: str
    attributions: int = 0
    accounts: int = 0
    example: str | None = None
    dates: list[str] = field(default_factory=list)
    alone: list[str] = field(default_factory=list)
    cites: Counter[Key] = field(default_factory=Counter)
    cited_by: Counter[Key] = field(default_factory=Counter)


class Cast:
    """Who the names in chains are: one identity for one entity or name, and its role."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._by_name: dict[str, str] = {}
        self._types: dict[str, str] = {}
        self._outlets: set[str] = set()
        for entity in entities:
            self._by_name.setdefault(folded(entity.name), entity.id)
            self._types[entity.id] = entity.type

    def identity(self, name: str, entity: str | None = None) -> str:
        """The entity's id, by name if the chain gives none; the folded name of a stranger."""
        return entity or self._by_name.get(folded(name)) or folded(name)

    def entity(self, identity: str) -> str | None:
        """The entity's id, if it is one's."""
        return identity if identity in self._types else None

    def learn(self, found: Attribution) -> None:
        """Take note of who is cited with the date of a report: an outlet, unless a person."""
        if found.chain and found.published:
            self._outlets.add(self.identity(found.chain[0].name, found.chain[0].entity))

    def role(self, identity: str) -> str:
        """Whether somebody is cited as an outlet or as a speaker."""
        kind = self._types.get(identity)
        if kind == "Outlet" or (identity in self._outlets and kind not in _SPEAKERS):
            return "outlet"
        return "speaker"


def tallies_of(view: CaseView, cast: Cast, titles: Mapping[str, str]) -> dict[Key, Tally]:
    """Every source of a case with its counts; ``titles`` name the reports by id."""
    rows = list(view.document_rows())
    tallies = {_report_key(row): _report(row, titles[row.id], cast) for row in rows}
    reports = {row.id: _report_key(row) for row in rows}
    for found in view.attributions():
        cast.learn(found)
    behind: dict[str, tuple[Key, ...]] = {}
    for found in view.attributions():
        behind[found.id] = keys = tuple(_count(tallies, found, cast))
        for outer, inner in pairwise((reports[found.content.document], *keys)):
            tallies[outer].cites[inner] += 1
            tallies[inner].cited_by[outer] += 1
    for event in view.events():
        _count_event(tallies, event, behind, reports)
    return tallies


def _report_key(document: DocumentRow) -> Key:
    return ("report", folded(document.author or document.publisher or document.id))


def _report(document: DocumentRow, name: str, cast: Cast) -> Tally:
    dates = [document.published] if document.published else []
    known = document.publisher or document.author
    return Tally(name, cast.entity(cast.identity(known)) if known else None, "report", dates=dates)


def _count(tallies: dict[Key, Tally], found: Attribution, cast: Cast) -> Iterator[Key]:
    """The sources of an attribution, outermost first, each counted once."""
    identities = {cast.identity(name, given): name for name, given in reversed(_parts(found))}
    for identity, name in reversed(identities.items()):
        key = (cast.role(identity), identity)
        tally = tallies.setdefault(key, Tally(name, cast.entity(identity), key[0]))
        tally.attributions += 1
        tally.example = tally.example or found.id
        if found.published:
            tally.dates.append(found.published)
        yield key


def _parts(found: Attribution) -> list[tuple[str, str | None]]:
    if found.chain:
        return list(dict.fromkeys((link.name, link.entity) for link in found.chain))
    name = speaker(found)
    return [(name, found.source_entity)] if name else []


def _count_event(
    tallies: dict[Key, Tally],
    event: Event,
    behind: Mapping[str, tuple[Key, ...]],
    reports: Mapping[str, Key],
) -> None:
    per_account = [_keys(account, behind, reports) for account in event.accounts]
    for keys in per_account:
        for key in keys:
            tallies[key].accounts += 1
    for key in sorted(set.intersection(*per_account)) if per_account else ():
        tallies[key].alone.append(event.id)


def _keys(
    account: Account, behind: Mapping[str, tuple[Key, ...]], reports: Mapping[str, Key]
) -> set[Key]:
    keys = {key for id in account.attributions for key in behind.get(id, ())}
    return keys or {reports[account.span.document]}
