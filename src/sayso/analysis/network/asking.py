"""A network as it is asked for: on a day, around a turning point, for a front or some actors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sayso.analysis.network.bonds import Bond, Network, focused, network, turned
from sayso.analysis.network.fronts import Fronts
from sayso.analysis.network.tellers import Tellers
from sayso.analysis.network.terms import Held, held_of
from sayso.analysis.record.validity import OPEN
from sayso.analysis.view import CaseView
from sayso.analysis.wording.dates import date_words
from sayso.analysis.wording.firm import marked
from sayso.analysis.wording.sentences import event_title, tie_title
from sayso.records.case import Account, Corroboration, Entity, Event, EventRow, Tie
from sayso.records.dates import Interval, before, days_later, overlap

ACTORS = frozenset({"Person", "Organization", "Group", "Outlet", "Place"})
# Of the parties of a tie, who stands at its other end, first choice first.
_ENDS = ("object", "territory", "office")
_MUTUAL = frozenset({"allied_with", "rival_of", "AGREE", "CONSULT", "COOPERATE"})
_AGAINST = frozenset({
    "rival_of", "opposes", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "COERCE",
    "ASSAULT",
})  # fmt: skip
_NEITHER = frozenset({"succeeds", "REQUEST", "RETREAT", "MOBILIZE", "APPOINT", "STATE"})
# From whom an event leads to whom, by role.
_FROM, _TO = ("actor",), ("target", "partner", "beneficiary")
KINDS = ("tie", "event")
# What a network may be narrowed to, as it is asked for.
ONLY = {"ties": KINDS[:1], "events": KINDS[1:]}


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of the network.

    ``at`` is a day, month or year, ``pivot`` a turning point, each by its first and last ISO day.
    ``kinds`` are of KINDS, ``types`` those of ties and events (all, if empty), ``actors`` the ids
    between which bonds are wanted, ``around`` the id of one whose neighbourhood is. An event links
    those who took part for ``window`` days around it. With
    ``undated`` false, ties of which no date is known are left out.
    """

    at: Interval = OPEN
    pivot: Interval = OPEN
    kinds: tuple[str, ...] = KINDS
    types: frozenset[str] = frozenset()
    front: str = ""
    actors: frozenset[str] = frozenset()
    around: str = ""
    window: int = 365
    undated: bool = True


@dataclass(frozen=True)
class Material:
    """All of a case that a network is read from, worked out once for any number of questions."""

    ties: Sequence[Tie]
    events: Sequence[Event]
    entities: Mapping[str, Entity]
    counted: Mapping[str, Corroboration]
    tellers: Tellers
    fronts: Fronts
    mentions: Mapping[str, int] = field(default_factory=dict)
    held: Mapping[str, Held] = field(default_factory=dict)

    @classmethod
    def of(cls, view: CaseView) -> Material:
        """The material of a case."""
        ties, events = tuple(view.ties()), tuple(view.events())
        entities = {entity.id: entity for entity in view.entities()}
        fronts, mentions = Fronts.of(view, entities)
        return cls(
            ties=ties,
            events=events,
            entities=entities,
            counted={str(c.event or c.tie): c for c in view.corroborations()},
            tellers=Tellers.of(view),
            fronts=fronts,
            mentions=mentions,
            held=held_of(ties, events, entities),
        )


def ask(material: Material, question: Question) -> Network:
    """The network that a question asks for; the same question always has the same answer."""
    names = {id: entity.name for id, entity in material.entities.items()}
    found: list[Bond] = []
    if "tie" in question.kinds:
        found += _ties(material, question, names)
    if "event" in question.kinds:
        found += _events(material, question, names)
    if question.actors:
        found = [bond for bond in found if {bond.left, bond.right} <= question.actors]
    whole = network(
        found,
        material.entities,
        origins=tuple(material.tellers.names),
        mentions=material.mentions,
    )
    return focused(whole, question.around) if question.around else whole


def _fits(question: Question, fronts: Fronts, about: Tie | Event) -> bool:
    if question.types and about.type not in question.types:
        return False
    return not question.front or fronts.has(about, question.front)


def _ties(material: Material, question: Question, names: Mapping[str, str]) -> Iterator[Bond]:
    for tie in material.ties:
        other = other_end(tie, material.entities)
        if other is None or not _fits(question, material.fronts, tie):
            continue
        held = material.held[tie.id]
        state = _tie_state(held, question)
        if state is None or (state == "undated" and not question.undated):
            continue
        term, reserve = held.term, material.tellers.reserve(tie.accounts)
        title = tie_title(tie, names)
        yield Bond(
            id=tie.id,
            kind="tie",
            type=tie.type,
            left=tie.subject,
            right=other,
            text=title if tie.polarity == "negative" else marked(title, reserve),
            when=_term_words(held),
            mutual=tie.type in _MUTUAL,
            sign=_sign(tie.type),
            negative=tie.polarity == "negative",
            state=state,
            since=term.since,
            until=term.until,
            grounds=held.grounds,
            accounts=len(tie.accounts),
            origins=_origins(material, tie.id, tie.accounts),
            quotes=tuple(account.span for account in tie.accounts),
            fronts=tuple(dict.fromkeys(material.fronts.of_record(tie))),
            reserve=reserve,
        )


def other_end(tie: Tie, entities: Mapping[str, Entity]) -> str | None:
    """Who stands at the other end of a tie; null where it joins nobody to nobody."""
    ends = (getattr(tie, name) for name in _ENDS)
    other = next((e for e in ends if e in entities and entities[e].type in ACTORS), None)
    return other if other != tie.subject and tie.subject in entities else None


def _tie_state(held: Held, question: Question) -> str | None:
    """One of STATES, or null for a tie that does not hold on the day."""
    if not held.dated:
        return "undated"
    if question.pivot != OPEN:
        found = turned((held.term.since[0], held.term.until[1]), question.pivot)
        # "Begun by the tenth" bounds neither side, and is a date all the same.
        return "lasts" if found == "undated" else found
    first, last = question.at
    if first is not None and last is not None and held.term.on(first, last) == "no":
        return None
    return "lasts"


def _events(material: Material, question: Question, names: Mapping[str, str]) -> Iterator[Bond]:
    for event in material.events:
        if event.realis != "actual" or not _fits(question, material.fronts, event):
            continue
        state = _event_state((event.earliest, event.latest), question)
        if state is None:
            continue
        pairs = tuple(linked(event, material.entities))
        if not pairs:
            continue
        reserve = material.tellers.reserve(event.accounts)
        like = Bond(
            id=event.id,
            kind="event",
            type=event.type,
            left="",
            right="",
            text=marked(event_title(event, names), reserve),
            when=date_words(event.earliest, event.latest, event.edtf),
            mutual=event.type in _MUTUAL,
            sign=_sign(event.type),
            negative=all(account.factuality == "denied" for account in event.accounts),
            state=state,
            since=(event.earliest, event.latest),
            until=(event.earliest, event.latest),
            grounds=(),
            accounts=len(event.accounts),
            origins=_origins(material, event.id, event.accounts),
            quotes=tuple(account.span for account in event.accounts),
            fronts=tuple(dict.fromkeys(material.fronts.of_record(event))),
            reserve=reserve,
        )
        for left, right in pairs:
            yield replace(like, left=left, right=right)


def _event_state(days: Interval, question: Question) -> str | None:
    """An event with no day is on no side; around a turning point, one that may be on both is
    too."""
    if question.at == OPEN and question.pivot == OPEN:
        return "undated" if days == OPEN else "lasts"
    if days == OPEN:
        return None
    first, last = question.at if question.at != OPEN else question.pivot
    assert first is not None and last is not None
    near = (days_later(first, -question.window), days_later(last, question.window))
    # An open end may be anywhere: only the day that is told can stand near.
    told = (days[0] or days[1], days[1] or days[0])
    if not overlap(told, near):
        return None
    if question.at != OPEN:
        return "lasts"
    if days[0] is not None and before(last, days[0]):
        return "begins"
    if days[1] is not None and before(days[1], first):
        return "ends"
    return None


def linked(event: Event | EventRow, entities: Mapping[str, Entity]) -> Iterator[tuple[str, str]]:
    """Whom an event links: who does it with those it is done to or with, or doers with another."""

    def of(roles: Sequence[str]) -> list[str]:
        ids = [p.entity for p in event.participants if p.role in roles]
        fits = (id for id in dict.fromkeys(ids) if id in entities and entities[id].type in ACTORS)
        return list(fits)

    doers, others = of(_FROM), of(_TO)
    if others:
        yield from ((one, two) for one in doers for two in others if one != two)
    elif event.type in _MUTUAL:
        yield from ((one, two) for n, one in enumerate(doers) for two in doers[n + 1 :])


def _origins(material: Material, id: str, accounts: Iterable[Account]) -> tuple[int, ...]:
    return material.tellers.behind(accounts, material.counted.get(id))


def _sign(type: str) -> int:
    return -1 if type in _AGAINST else 0 if type in _NEITHER else 1


def _term_words(held: Held) -> str:
    if not held.dated:
        return "dates not given"
    since, until = (
        date_words(*side) if side != OPEN else "?" for side in (held.term.since, held.term.until)
    )
    return f"{since} – {until}" + (" (in part from other findings)" if held.grounds else "")
