"""Who is meant by an office alone: whoever held it on the day, as any report of the case tells.

Ties tell who held which office, and are left as they are: what lasts is told of the office. So no
answer rests on another one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple

from sayso.records.accounts import TAKING, EventAccount, Participant
from sayso.records.case import Claim, Entity, EntityMention, Merge
from sayso.records.dates import Interval, bounds
from sayso.records.ids import content_id
from sayso.records.marks import LocalEntity, Post
from sayso.records.notes import Notes
from sayso.records.spans import Span
from sayso.records.statements import Attribution
from sayso.resolve.context.terms import Holder, Told, holder_on
from sayso.resolve.decisions import DIFFERENT, Decision
from sayso.resolve.names.parts import plain
from sayso.run.who.people import People

RULE = "held the office then"
FORM = "office"
# What an office is of, and which.
Office = tuple[str, str]


class Filled(NamedTuple):
    """A document's notes in which people of the case stand for offices, by their ids in it; the
    mentions of these people and the reasons for them."""

    notes: Notes
    people: Mapping[str, str]
    mentions: tuple[EntityMention, ...] = ()
    merges: tuple[Merge, ...] = ()


class Meant(NamedTuple):
    """Who is meant by an office at one place."""

    post: Post
    person: Entity
    told: Holder
    decision: str | None


@dataclass
class Holders:
    """Who held which office when, as all reports together tell."""

    people: People
    decisions: Sequence[Decision] = ()
    _terms: dict[Office, list[Told]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        self._apart = [d for d in self.decisions if d.kind == DIFFERENT]
        self._persons: dict[str, Entity] = {}
        for held in self.people.names.held:
            person, post = self.people.at(held.holder, held.path), held.post
            if person.type == "Person":
                self._persons[person.id] = person
                told = Told(person.id, post.since, post.until, post.seen, post.span)
                self._terms[held.office, self._body(self.people.at(held.body, held.path))] += [told]

    def fill(self, notes: Notes) -> Filled:
        """The notes with the holder in place of each office that names nobody, where one person
        held it on the day; in ties offices stay."""
        filling = _Filling(self, notes)
        if not filling.asked:
            return Filled(notes, {})
        said = tuple(map(filling.attribution, notes.attributions))
        filled = replace(
            notes,
            attributions=said,
            events=tuple(map(filling.event, notes.events)),
            claims=tuple(filling.claim(claim, said) for claim in notes.claims),
        )
        found = filling.found()
        return Filled(
            filled,
            {one.person.id: one.person.id for one in found},
            tuple(EntityMention(m.person.id, m.post.span, FORM) for m in found if not m.decision),
            tuple(_merges(found, filling.offices)),
        )

    def holder(self, post: Post, body: Entity, day: Interval) -> tuple[Entity, Holder] | None:
        """Who held an office on a day, as far as it is told."""
        told = self._terms.get((post.office, self._body(body)))
        found = holder_on(told, day) if told else None
        return (self._persons[found.person], found) if found else None

    def decided(self, office: LocalEntity, path: str, person: Entity) -> str | None:
        """The id of a decision that this person is not meant by the office in this report."""
        if not self._apart:
            return None
        whole = self.people.of(office, path)
        forms = (whole.name, *whole.aliases, office.name, *(m.name for m in office.mentions))
        offices = {plain(form) for form in forms}
        names = {plain(name) for name in (person.name, *person.aliases)}
        for decision in self._apart:
            for one, other in ((decision.a, decision.b), (decision.b, decision.a)):
                here = {one.path, other.path} <= {"", path}
                if here and plain(one.name) in offices and plain(other.name) in names:
                    return decision.id
        return None

    @cached_property
    def _common(self) -> frozenset[str]:
        names = Counter(plain(e.name) for e in self.people.named() if e.type not in _ALIKE)
        return frozenset(name for name, times in names.items() if times > 1)

    def _body(self, entity: Entity) -> str:
        """What is one body: a state may be a place to one report and a body to another."""
        name = plain(entity.name)
        return entity.id if entity.type not in _ALIKE and name in self._common else name


_ALIKE = frozenset({"Place", "Person", "Office"})


class _Filling:
    """Gives what a document tells of an office to whoever held it."""

    def __init__(self, holders: Holders, notes: Notes) -> None:
        self._holders, self._notes = holders, notes
        self.asked: dict[str, list[Post]] = defaultdict(list)
        for post in notes.posts:
            if post.holder is None:
                self.asked[post.entity].append(post)
        self.offices = {e.id: e for e in notes.entities if e.id in self.asked}
        self._bodies = {e.id: e for e in notes.entities}
        self._found: dict[tuple[str, Span], Meant] = {}

    def found(self) -> list[Meant]:
        """Who was meant, in text order."""
        return [self._found[key] for key in sorted(self._found)]

    def attribution(self, said: Attribution) -> Attribution:
        at = said.source or said.cue
        chain = tuple(
            replace(link, entity=self._of(link.entity, link.span or at, self._said_on(at)))
            for link in said.chain
        )
        source = self._of(said.source_entity, at, self._said_on(at))
        return replace(said, source_entity=source, chain=chain)

    def event(self, account: EventAccount) -> EventAccount:
        if account.hangs_on is not None or account.realis != "actual":
            return account
        taking = account.type == "APPOINT" and account.mode in TAKING
        day = (account.earliest, account.latest) if account.earliest or account.latest else None
        given = {
            part: self._of(part.entity, account.span, day) or part.entity
            for part in account.participants
            if part.role not in ("office", "organization")
            and not (taking and (part.role == "target" or account.mode == "succeed"))
        }
        by_office = {part.entity: person for part, person in given.items()}
        return replace(
            account,
            participants=tuple(Participant(p.role, given.get(p, p.entity))
                               for p in account.participants),
            fillers=tuple(replace(f, entity=by_office.get(f.entity or "", f.entity))
                          for f in account.fillers),
        )  # fmt: skip

    def claim(self, claim: Claim, said: Iterable[Attribution]) -> Claim:
        own = {a.id: a for a in said if a.id in claim.attributions}
        before = {a.id: a for a in self._notes.attributions if a.id in own}
        for id, attribution in own.items():
            if attribution.source_entity and before[id].source_entity == claim.holder:
                return replace(claim, holder=attribution.source_entity)
        return claim

    def _said_on(self, at: Span | None) -> Interval | None:
        """The day on which something is said, where the words tell it."""
        for event in self._notes.events if at is not None else ():
            dated = event.type == "STATE" and event.earliest and event.latest
            if dated and at is not None and event.span.touches(at):
                return event.earliest, event.latest
        return None

    def _of(self, entity: str | None, at: Span | None, day: Interval | None) -> str | None:
        """Who is meant, if that is an office that names nobody; else what it was."""
        posts = [
            p for p in self.asked.get(entity or "", ()) if at is not None and p.span.touches(at)
        ]
        if not posts or len({(post.office, post.body) for post in posts}) > 1:
            return entity
        for post in posts[:1]:
            meant = self._meant(post, day or bounds(post.seen))
            if meant is not None:
                self._found[(meant.person.id, post.span)] = meant
                return entity if meant.decision else meant.person.id
        return entity

    def _meant(self, post: Post, day: Interval) -> Meant | None:
        path = self._notes.document.path
        body = self._holders.people.of(self._bodies[post.body], path)
        found = self._holders.holder(post, body, day)
        if found is None:
            return None
        person, told = found
        decided = self._holders.decided(self.offices[post.entity], path, person)
        return Meant(post, person, told, decided)


def _merges(found: Iterable[Meant], offices: Mapping[str, LocalEntity]) -> Iterator[Merge]:
    """Why somebody is meant by an office, once for each office of a report."""
    groups: dict[tuple[str, str], list[Meant]] = defaultdict(list)
    for one in found:
        groups[one.person.id, one.post.entity].append(one)
    for (id, office), group in sorted(groups.items()):
        names = (offices[office].name, group[0].person.name)
        reasons = tuple(dict.fromkeys(reason for one in group for reason in one.told.reasons))
        spans = [one.post.span for one in group] + [s for one in group for s in one.told.spans]
        decision = group[0].decision
        state = "held" if decision else "joined"
        yield Merge(
            content_id("m", state, id, office, RULE), state, id, id, names, RULE,
            min(one.told.score for one in group), reasons, tuple(dict.fromkeys(spans)),
            len(group), decision,
        )  # fmt: skip
