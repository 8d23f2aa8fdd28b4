"""On whose word a case rests: reports, outlets and speakers, and what rests on each alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sayso.analysis.view import CaseView
from sayso.analysis.wording.chains import speaker
from sayso.analysis.wording.names import folded
from sayso.records.case import Account, Entity, Event
from sayso.records.documents import DocumentRow
from sayso.records.statements import Attribution

ROLES = ("report", "outlet", "speaker")
_SPEAKERS = ("Person", "Group", "Office")


@dataclass(frozen=True, slots=True)
class Source:
    """One source and its weight in a case.

    ``role`` is one of ROLES: a report's own author or publisher, who passes on others' words, or
    who speaks. ``first`` and ``last`` are the EDTF dates of its earliest and latest report.
    ``accounts`` are tellings of events that stand on it; ``alone`` are the events that no other
    source tells of. ``example`` is the id of the first attribution to it.
    """

    name: str
    entity: str | None
    role: str
    attributions: int
    accounts: int
    first: str | None
    last: str | None
    alone: tuple[str, ...]
    example: str | None


@dataclass(slots=True)
class _Tally:
    name: str
    entity: str | None
    role: str
    attributions: int = 0
    accounts: int = 0
    example: str | None = None
    dates: list[str] = field(default_factory=list)
    alone: list[str] = field(default_factory=list)


Key = tuple[str, str]


def sources(view: CaseView) -> list[Source]:
    """Every source of a case, those with most accounts first, then by attributions and name."""
    titles = report_names(view.document_rows())
    tallies = {_report_key(d): _report(d, titles[d.id]) for d in view.document_rows()}
    reports = {d.id: _report_key(d) for d in view.document_rows()}
    cast = _Cast(view.entities())
    for found in view.attributions():
        cast.learn(found)
    behind = {found.id: tuple(_count(tallies, found, cast)) for found in view.attributions()}
    for event in view.events():
        _count_event(tallies, event, behind, reports)
    rows = [_source(tally) for tally in tallies.values()]
    return sorted(rows, key=lambda s: (-s.accounts, -s.attributions, s.name, s.role))


def speakers_of(documents: Iterable[DocumentRow]) -> dict[str, tuple[str, ...]]:
    """All who stand for each report's own word, by its id: author and publisher, where known."""
    return {d.id: tuple(name for name in (d.author, d.publisher) if name) for d in documents}


def voices_of(documents: Iterable[DocumentRow]) -> dict[str, str]:
    """Who speaks in each report, by its id: the author, or else the publisher, if known."""
    return {d.id: voice for d in documents if (voice := d.author or d.publisher)}


def report_names(documents: Iterable[DocumentRow]) -> dict[str, str]:
    """What to call each report in a word, by its id: who speaks in it, its title, or its path."""
    return {d.id: d.author or d.publisher or d.title or d.path for d in documents}


def _report_key(document: DocumentRow) -> Key:
    return ("report", folded(document.author or document.publisher or document.id))


def _report(document: DocumentRow, name: str) -> _Tally:
    dates = [document.published] if document.published else []
    return _Tally(name, None, "report", dates=dates)


class _Cast:
    """Who the names in chains are: one identity for one entity or name, and its role."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._by_name: dict[str, str] = {}
        self._types: dict[str, str] = {}
        self._outlets: set[str] = set()
        for entity in entities:
            self._by_name.setdefault(folded(entity.name), entity.id)
            self._types[entity.id] = entity.type

    def identity(self, name: str, entity: str | None) -> str:
        """The entity's id, by name if the chain gives none; the folded name of a stranger."""
        return entity or self._by_name.get(folded(name)) or folded(name)

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


def _count(tallies: dict[Key, _Tally], found: Attribution, cast: _Cast) -> Iterable[Key]:
    for name, entity in _parts(found):
        identity = cast.identity(name, entity)
        role = cast.role(identity)
        tally = tallies.setdefault((role, identity), _Tally(name, entity, role))
        tally.attributions += 1
        tally.example = tally.example or found.id
        if found.published:
            tally.dates.append(found.published)
        yield (role, identity)


def _parts(found: Attribution) -> list[tuple[str, str | None]]:
    """The first and the last source of a chain, once if they are one."""
    if found.chain:
        ends = (found.chain[0], found.chain[-1])
        return list(dict.fromkeys((link.name, link.entity) for link in ends))
    name = speaker(found)
    return [(name, found.source_entity)] if name else []


def _count_event(
    tallies: dict[Key, _Tally],
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


def _source(tally: _Tally) -> Source:
    dates = sorted(tally.dates)
    return Source(
        name=tally.name,
        entity=tally.entity,
        role=tally.role,
        attributions=tally.attributions,
        accounts=tally.accounts,
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        alone=tuple(tally.alone),
        example=tally.example,
    )
