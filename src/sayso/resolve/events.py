"""Whether two tellings tell of one event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.records.accounts import EventAccount
from sayso.records.dates import days, days_between, days_later, overlap
from sayso.resolve.clusters import Clusters
from sayso.resolve.names.match import Match

# Two vaguer dates than this (in days) say nothing about being one event.
VAGUE = 31
# Two reports whose dates lie no further apart than this (in days) may tell of one event.
RIVAL = 4
SAME = 0.75
# What somebody said is not told by who said it, nor by numbers in it.
_SAID = "STATE"
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
    counts: frozenset[tuple[float | None, float | None, str]] = frozenset()

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
        frozenset((q.low, q.high, q.unit) for q in account.quantities if q.unit),
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
    counted = bool(a.counts) and (a.counts, a.places, a.roles) == (b.counts, b.places, b.roles)
    counted = counted and a.type != _SAID
    if a.document == b.document and counted and _near_in_time(a, b):
        return Match(0.8, ("the same number told again in the same document",))
    # Inside one document a later mention without a date goes back to the dated one, if all fits.
    alike = a.entities <= b.entities or b.entities <= a.entities
    if a.document == b.document and len(a.roles & b.roles) > 1 and alike and _near_in_time(a, b):
        return Match(0.8, ("told again in the same document",))
    return Match(0.3, ("no date to go by",))


def _near_in_time(a: Telling, b: Telling) -> bool:
    # What a report of December tells without a date is hardly the meeting of August.
    last_a, last_b = a.latest or b.latest, b.latest or a.latest
    return last_a is None or abs(days_between(last_a, last_b)) <= VAGUE


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


def group_tellings(
    tellings: Sequence[Telling], subjects: Mapping[str, int] | None = None
) -> Clusters:
    """Groups of tellings (by place) that are one event; ``subjects`` are of documents, by id.

    Tellings that agree are joined first. Then rival dates: two reports that tell the same of the
    same people a few days apart are taken for one event told with two dates, unless that would
    put two dates of one report together. Last, what another report on the subject tells without
    a day goes to the one event it can be.
    """
    clusters = Clusters(len(tellings))
    for a, b in _pairs(tellings):
        if (
            clusters.find(a) != clusters.find(b)
            and same_event(tellings[a], tellings[b]).score >= SAME
        ):
            clusters.join(a, b)
    rivals = {(a, b) for a, b in _pairs(tellings) if _rival_dates(tellings[a], tellings[b])}
    for a, b in sorted(rivals):
        _join_if_clear(tellings, clusters, a, b)
    if subjects:
        _join_retold(tellings, clusters, subjects)
    return clusters


def _join_retold(
    tellings: Sequence[Telling], clusters: Clusters, subjects: Mapping[str, int]
) -> None:
    """Join tellings without a day to what other reports on one subject tell of the same people.

    Only where two roles agree and one event alone can be meant: of two meetings, one that is told
    without its day could be either.
    """
    alike: dict[Hashable, list[int]] = defaultdict(list)
    for place, telling in enumerate(tellings):
        about = subjects.get(telling.document)
        for role in telling.roles if len(telling.roles) > 1 else ():
            alike[about, telling.type, telling.mode, telling.realis, role].append(place)
    for place, telling in enumerate(tellings):
        about = subjects.get(telling.document)
        if _dated(telling) or len(telling.roles) < 2:
            continue
        key = (about, telling.type, telling.mode, telling.realis, min(telling.roles))
        meant = {
            clusters.find(other)
            for other in alike[key]
            if other != place and _may_retell(telling, tellings[other])
        }
        if len(meant - {clusters.find(place)}) == 1:
            clusters.join(*sorted((place, *meant))[:2])


def _may_retell(a: Telling, b: Telling) -> bool:
    return (
        a.document != b.document
        and len(a.roles & b.roles) > 1
        and not _contradict(a, b)
        and not (a.places and b.places and not a.places & b.places)
        and overlap((a.earliest, a.latest), (b.earliest, b.latest))
        and _near_in_time(a, b)
    )


def _join_if_clear(tellings: Sequence[Telling], clusters: Clusters, a: int, b: int) -> None:
    one, other = clusters.members(a), clusters.members(b)
    shared = {tellings[m].document for m in one} & {tellings[m].document for m in other}
    if not shared:
        clusters.join(a, b)


def _rival_dates(a: Telling, b: Telling) -> bool:
    if a.document == b.document or a.type != b.type or a.mode != b.mode or a.realis != b.realis:
        return False
    if len(a.roles & b.roles) < 2 or _contradict(a, b) or not (_narrow(a) and _narrow(b)):
        return False
    if a.places and b.places and not a.places & b.places:
        return False
    gap = min(abs(days_between(a.latest, b.earliest)), abs(days_between(b.latest, a.earliest)))
    return 0 < gap <= RIVAL


def _narrow(telling: Telling) -> bool:
    first, last = telling.earliest, telling.latest
    return first is not None and last is not None and days(first, last) <= RIVAL


def _pairs(tellings: Sequence[Telling]) -> Iterator[tuple[int, int]]:
    """Pairs of tellings (by place) worth comparing."""
    groups: dict[str, list[int]] = defaultdict(list)
    for place, telling in enumerate(tellings):
        for key in event_keys(telling):
            groups[key].append(place)
    for members in groups.values():
        yield from _near(tellings, members)


def _near(tellings: Sequence[Telling], members: list[int]) -> Iterator[tuple[int, int]]:
    # An actor in half of all reports must not make this quadratic: tellings that say the very
    # same are compared with the first of them only, and all others with those a few days on.
    first: dict[Hashable, int] = {}
    for member in members:
        if _dated(tellings[member]):
            other = first.setdefault(_signature(tellings[member]), member)
            if other != member:
                yield other, member
    dated = sorted(first.values(), key=lambda m: (tellings[m].earliest or "", m))
    for place, one in enumerate(dated):
        last = days_later(tellings[one].latest or "", RIVAL)
        for other in dated[place + 1 :]:
            if (tellings[other].earliest or "") > last:
                break
            yield min(one, other), max(one, other)
    yield from _undated_pairs(tellings, members)


def _signature(telling: Telling) -> Hashable:
    return replace(telling, document="")


def _undated_pairs(tellings: Sequence[Telling], members: list[int]) -> Iterator[tuple[int, int]]:
    """Tellings without a date, with those of their document, and with those of their victim."""
    near: dict[tuple[str, str | None], list[int]] = defaultdict(list)
    victims: dict[str, list[int]] = defaultdict(list)
    for member in members:
        telling = tellings[member]
        near[telling.document, telling.mode].append(member)
        if (telling.type, telling.mode) in ONCE:
            for target in telling.in_role("target") & telling.persons:
                victims[target].append(member)
    for group in near.values():
        for one in (m for m in group if not _dated(tellings[m])):
            yield from ((min(one, other), max(one, other)) for other in group if other != one)
    for group in victims.values():
        # One of each interval stands for all that give it.
        heads = {(tellings[m].earliest, tellings[m].latest): m for m in reversed(group)}
        for one in group:
            yield from ((min(one, o), max(one, o)) for o in heads.values() if o != one)
