"""Whether two tellings tell of one event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.records.accounts import EventAccount
from sayso.records.dates import days, overlap
from sayso.resolve.names.match import Match

# Two vaguer dates than this (in days) say nothing about being one event.
VAGUE = 31
# What happens to one person once: the victim or appointee alone tells which event it is.
ONCE = frozenset({("ASSAULT", "kill")})


@dataclass(frozen=True, slots=True)
class Telling:
    """What matters of an account when asking whether two are one event."""

    document: str
    type: str
    mode: str | None
    realis: str
    earliest: str | None
    latest: str | None
    roles: frozenset[tuple[str, str]]
    places: frozenset[str]
    persons: frozenset[str]

    @property
    def entities(self) -> frozenset[str]:
        """Everybody who took part."""
        return frozenset(entity for _, entity in self.roles)

    def in_role(self, role: str) -> frozenset[str]:
        """Who took part as this."""
        return frozenset(entity for part, entity in self.roles if part == role)


def telling_of(account: EventAccount, persons: frozenset[str]) -> Telling:
    """The telling of an account; ``persons`` are the entity ids that are people."""
    roles = frozenset((p.role, p.entity) for p in account.participants)
    entities = frozenset(entity for _, entity in roles)
    return Telling(
        account.span.document, account.type, account.mode, account.realis, account.earliest,
        account.latest, roles, frozenset(account.places), entities & persons,
    )  # fmt: skip


def event_keys(telling: Telling) -> Iterator[str]:
    """Only tellings that share a key are compared: one type, one who took part."""
    for entity in telling.entities or telling.places:
        yield f"{telling.type}|{entity}"


def same_event(a: Telling, b: Telling) -> Match:
    """How likely two tellings are one event, and why."""
    if a.type != b.type or (a.mode and b.mode and a.mode != b.mode):
        return Match(0.0, ("different kinds of event",))
    if {a.realis, b.realis} - {"actual", "negated"} and a.realis != b.realis:
        return Match(0.0, ("one happened, the other did not",))
    if not overlap((a.earliest, a.latest), (b.earliest, b.latest)):
        return Match(0.0, ("at different times",))
    if _once(a, b):
        return Match(0.95, ("this befalls a person once",))
    shared = a.roles & b.roles
    if not shared or _contradict(a, b):
        return Match(0.0, ("no participant in the same role",))
    if not (_dated(a) and _dated(b)):
        return _undated(a, b)
    if a.places and b.places and not a.places & b.places:
        return Match(0.4, ("at places not known to be one",))
    return Match(0.9, (f"same kind, same days, {len(shared)} in the same role",))


def _undated(a: Telling, b: Telling) -> Match:
    # Inside one document a later mention without a date goes back to the dated one, if all fits.
    alike = a.entities <= b.entities or b.entities <= a.entities
    if a.document == b.document and len(a.roles & b.roles) > 1 and alike:
        return Match(0.8, ("told again in the same document",))
    return Match(0.3, ("no date to go by",))


def _once(a: Telling, b: Telling) -> bool:
    victims = a.in_role("target") & b.in_role("target")
    kind = (a.type, a.mode) in ONCE and (b.type, b.mode) in ONCE
    return kind and bool(victims & a.persons)


def _dated(telling: Telling) -> bool:
    first, last = telling.earliest, telling.latest
    return first is not None and last is not None and days(first, last) <= VAGUE


def _contradict(a: Telling, b: Telling) -> bool:
    """Whether a role is filled by different persons in both."""
    for role in ("actor", "target", "partner"):
        left, right = a.in_role(role) & a.persons, b.in_role(role) & b.persons
        if left and right and not left & right:
            return True
    return False


def same_pairs(tellings: Sequence[Telling], *, at_least: float = 0.75) -> Iterator[tuple[int, int]]:
    """Pairs of tellings (by place) that are one event."""
    groups: dict[str, list[int]] = defaultdict(list)
    for place, telling in enumerate(tellings):
        for key in event_keys(telling):
            groups[key].append(place)
    for members in groups.values():
        for one, other in _near(tellings, members):
            if same_event(tellings[one], tellings[other]).score >= at_least:
                yield one, other


def _near(tellings: Sequence[Telling], members: list[int]) -> Iterable[tuple[int, int]]:
    """Pairs worth comparing: an actor in half of all reports must not make them quadratic."""
    dated = sorted(
        (m for m in members if _dated(tellings[m])),
        key=lambda m: (tellings[m].earliest or "", m),
    )
    for place, one in enumerate(dated):
        last = tellings[one].latest or ""
        for other in dated[place + 1 :]:
            if (tellings[other].earliest or "") > last:
                break
            yield one, other
    first: dict[tuple[str, str | None, frozenset[tuple[str, str]]], list[int]] = defaultdict(list)
    for member in members:
        targets = frozenset(("target", entity) for entity in tellings[member].in_role("target"))
        first[tellings[member].document, tellings[member].mode, frozenset()].append(member)
        if targets:
            first["", tellings[member].mode, targets].append(member)
    for group in first.values():
        undated = [m for m in group if not _dated(tellings[m])]
        yield from ((min(a, b), max(a, b)) for a in undated for b in group if a != b)
