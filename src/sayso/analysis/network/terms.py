"""When ties held: what is told of them, and what follows from deaths and successions.

Reports seldom date a tie. That somebody was killed ends what he held; who succeeds another holds
what the other held only after him. Both are told, and the ids of what tells them are kept.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from sayso.analysis.record.validity import OPEN, Term, term_of
from sayso.analysis.wording.names import folded
from sayso.records.accounts import DEADLY, POSTS
from sayso.records.case import Entity, Event, EventRow, Tie
from sayso.records.dates import Interval, intersection, order, overlap

_HELD = frozenset({"holds_office", "commands"})
Deaths = Mapping[str, tuple[Interval, tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class Held:
    """When a tie held, and the ids of events and ties from which more follows than its own
    accounts tell."""

    term: Term
    grounds: tuple[str, ...] = ()

    @property
    def dated(self) -> bool:
        """Whether anything is known of its beginning or its end."""
        return self.term.since != OPEN or self.term.until != OPEN


def held_of(
    ties: Iterable[Tie], events: Iterable[Event | EventRow], entities: Mapping[str, Entity]
) -> dict[str, Held]:
    """When each tie held, by its id.

    A tie ends at the latest with the killing of a party; an office or command ends with it. What
    a successor holds of what another held began when that one's holding ended, or later.
    """
    known = list(ties)
    own = {tie.id: Held(term_of(tie.since, tie.until)) for tie in known}
    deaths = deaths_of(known, events, entities)
    for tie in known:
        for party in (tie.subject, tie.object):
            if party and party in deaths:
                own[tie.id] = _after_death(own[tie.id], tie, *deaths[party])
    for tie, before, after in _successions(known):
        own |= _handed_over(own, tie, before, after)
    return own


def succeeded(ties: Iterable[Tie], held: Mapping[str, Held]) -> dict[str, Held]:
    """When each succession took place of which that is known: as who came took up the post."""
    found: dict[str, Held] = {}
    for tie, _, after in _successions(ties):
        own, post = found.get(tie.id, held[tie.id]), held[after.id]
        since = intersection(own.term.since, post.term.since)
        if overlap(own.term.since, post.term.since) and since != own.term.since:
            grounds = tuple(dict.fromkeys((*own.grounds, after.id, *post.grounds)))
            found[tie.id] = Held(replace(own.term, since=since), grounds)
    return found


def deaths_of(
    ties: Iterable[Tie], events: Iterable[Event | EventRow], entities: Mapping[str, Entity]
) -> Deaths:
    """For each person told to have been killed, when, and the ids of the events that tell it.

    A killing of "the commander of the fleet" is that of the one person killed around that time
    who is told to have held the fleet; where two fit, of neither.
    """
    killed: dict[str, list[Event | EventRow]] = defaultdict(list)
    for event in events:
        if f"{event.type}/{event.mode}" in DEADLY and event.realis == "actual":
            for part in event.participants:
                if part.role == "target" and part.entity in entities:
                    killed[part.entity].append(event)
    holders = _holders(ties, entities) if any(_is(entities, k, "Office") for k in killed) else {}
    found = {
        id: _together(told) for id, told in sorted(killed.items()) if _is(entities, id, "Person")
    }
    for id, told in sorted(killed.items()):
        if _is(entities, id, "Office"):
            name = folded(entities[id].name)
            fits = {p for p in found for body in holders.get(p, ()) if f" {body} " in f" {name} "}
            fits = {p for p in fits if overlap(found[p][0], _together(told)[0])}
            for person in fits if len(fits) == 1 else ():
                when, ids = _together(told)
                found[person] = (intersection(found[person][0], when), (*found[person][1], *ids))
    return found


def _is(entities: Mapping[str, Entity], id: str, type: str) -> bool:
    return entities[id].type == type


def _holders(ties: Iterable[Tie], entities: Mapping[str, Entity]) -> dict[str, set[str]]:
    """For each person the names of the bodies he is told to have held an office or command of."""
    found: dict[str, set[str]] = defaultdict(set)
    for tie in ties:
        body = entities.get(tie.object or "")
        if tie.type in _HELD and tie.polarity == "positive" and body:
            found[tie.subject] |= {folded(name) for name in (body.name, *body.aliases)}
    return found


def _together(told: Iterable[Event | EventRow]) -> tuple[Interval, tuple[str, ...]]:
    """The days that all tellings leave open; of one that fits none before it, the first's."""
    when: Interval = OPEN
    ids = []
    for event in sorted(told, key=lambda e: (order(e.latest) if e.latest else "~", e.id)):
        days = (event.earliest, event.latest)
        if overlap(when, days):
            when = intersection(when, days)
            ids.append(event.id)
    return when, tuple(ids)


def _after_death(held: Held, tie: Tie, death: Interval, grounds: tuple[str, ...]) -> Held:
    if death == OPEN or tie.type == "succeeds":
        # Who came after the dead goes on having come after him.
        return held
    if not overlap(held.term.until, (None, death[1])):
        return held
    if tie.type in POSTS and held.term.until == OPEN:
        until = death
    else:
        until = intersection(held.term.until, (None, death[1]))
    if until == held.term.until:
        return held
    return Held(replace(held.term, until=until), (*held.grounds, *grounds))


def _successions(ties: Iterable[Tie]) -> Iterator[tuple[Tie, Tie, Tie]]:
    """Each succession with a post of the one who was before, and the same post of who came."""
    posts: dict[str, list[Tie]] = defaultdict(list)
    follows = []
    for tie in ties:
        if tie.type in POSTS and tie.polarity == "positive":
            posts[tie.subject].append(tie)
        if tie.type == "succeeds" and tie.polarity == "positive" and tie.object:
            follows.append(tie)
    for tie in follows:
        for before in posts.get(tie.object or "", ()):
            for after in posts.get(tie.subject, ()):
                if _same_post(before, after):
                    yield tie, before, after


def _same_post(one: Tie, other: Tie) -> bool:
    if one.type != other.type and not {one.type, other.type} <= _HELD:
        return False
    if one.object and one.object == other.object:
        # Of offices in one body, that of a successor is that of who was before, unless it is named
        # otherwise.
        return one.office is None or other.office is None or one.office == other.office
    return one.office is not None and one.office == other.office


def _handed_over(
    own: Mapping[str, Held], succession: Tie, before: Tie, after: Tie
) -> dict[str, Held]:
    """The two terms, each bounded by the other's."""
    old, new = own[before.id], own[after.id]
    end, start = old.term.until, new.term.since
    found = {}
    if end[0] is not None and overlap((end[0], None), start):
        since = intersection((end[0], None), start)
        if since != start:
            grounds = tuple(dict.fromkeys((*new.grounds, succession.id, before.id, *old.grounds)))
            found[after.id] = Held(replace(new.term, since=since), grounds)
    if start[1] is not None and overlap((None, start[1]), end):
        until = intersection((None, start[1]), end)
        if until != end:
            grounds = tuple(dict.fromkeys((*old.grounds, succession.id, after.id, *new.grounds)))
            found[before.id] = Held(replace(old.term, until=until), grounds)
    return found
