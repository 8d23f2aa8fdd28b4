"""On whose word a case rests: reports, outlets and speakers, and what rests on each alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sayso.analysis.view import CaseView
from sayso.analysis.wording.chains import speaker
from sayso.analysis.wording.names import folded
from sayso.records.case import Account, Event
from sayso.records.documents import Document
from sayso.records.statements import Attribution

ROLES = ("report", "outlet", "speaker")


@dataclass(frozen=True, slots=True)
class Source:
    """One source and its weight in a case.

    ``role`` is one of ROLES: a report's own author or publisher, the first link of a chain, or
    the last. ``first`` and ``last`` are the EDTF dates of the earliest and latest thing it is
    cited for. ``accounts`` are tellings of events that stand on it; ``alone`` are the events
    that no other source tells of.
    """

    name: str
    entity: str | None
    role: str
    attributions: int
    accounts: int
    first: str | None
    last: str | None
    alone: tuple[str, ...]


@dataclass(slots=True)
class _Tally:
    name: str
    entity: str | None
    role: str
    attributions: int = 0
    accounts: int = 0
    dates: list[str] = field(default_factory=list)
    alone: list[str] = field(default_factory=list)


Key = tuple[str, str]


def sources(view: CaseView) -> list[Source]:
    """Every source of a case, those with most accounts first, then by attributions and name."""
    tallies: dict[Key, _Tally] = {}
    voices = voices_of(view.documents())
    behind: dict[str, tuple[Key, ...]] = {}
    for found in view.attributions():
        behind[found.id] = tuple(_count(tallies, found))
    for event in view.events():
        _count_event(tallies, event, behind, voices)
    rows = [_source(tally) for tally in tallies.values()]
    return sorted(rows, key=lambda s: (-s.accounts, -s.attributions, s.name, s.role))


def voices_of(documents: Iterable[Document]) -> dict[str, str]:
    """Who speaks in each report, by its id: the author, or else the publisher, if known."""
    return {d.id: voice for d in documents if (voice := d.author or d.publisher)}


def _count(tallies: dict[Key, _Tally], found: Attribution) -> Iterable[Key]:
    for role, name, entity in _parts(found):
        key = (role, entity or folded(name))
        tally = tallies.setdefault(key, _Tally(name, entity, role))
        tally.attributions += 1
        if found.published:
            tally.dates.append(found.published)
        yield key


def _parts(found: Attribution) -> list[tuple[str, str, str | None]]:
    name = speaker(found)
    if name is None:
        return []
    if len(found.chain) > 1:
        first, last = found.chain[0], found.chain[-1]
        return [("outlet", first.name, first.entity), ("speaker", last.name, last.entity)]
    entity = found.chain[0].entity if found.chain else found.source_entity
    # A lone source with a dated report is an outlet; without one it speaks for itself.
    return [("outlet" if found.published else "speaker", name, entity)]


def _count_event(
    tallies: dict[Key, _Tally],
    event: Event,
    behind: Mapping[str, tuple[Key, ...]],
    voices: Mapping[str, str],
) -> None:
    per_account = [_keys(tallies, account, behind, voices) for account in event.accounts]
    for keys in per_account:
        for key in keys:
            tallies[key].accounts += 1
    for key in sorted(set.intersection(*per_account)) if per_account else ():
        tallies[key].alone.append(event.id)


def _keys(
    tallies: dict[Key, _Tally],
    account: Account,
    behind: Mapping[str, tuple[Key, ...]],
    voices: Mapping[str, str],
) -> set[Key]:
    keys = {key for id in account.attributions for key in behind.get(id, ())}
    if keys:
        return keys
    document = account.span.document
    name = voices.get(document, document)
    key = ("report", folded(name))
    tallies.setdefault(key, _Tally(name, None, "report"))
    return {key}


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
    )
