"""The neighbours of one actor, read from a case without the rest of its network."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sayso.analysis.network.asking import Material, Question, ask
from sayso.analysis.network.bonds import Network, network
from sayso.analysis.network.fronts import Fronts
from sayso.analysis.network.tellers import Tellers
from sayso.analysis.network.terms import Held
from sayso.analysis.people import parties, presences
from sayso.analysis.record.validity import term_of
from sayso.analysis.sources import names_of_reports
from sayso.analysis.timeline import named_in
from sayso.analysis.view import CaseView
from sayso.records.case import Entity, Event, Tie

if TYPE_CHECKING:
    from sayso.analysis.network.links import Present


def network_of(view: CaseView, question: Question) -> Network:
    """The network of a case that is asked one question only."""
    if question.around and not question.front:
        return around(view, question)
    return ask(Material.of(view), question)


def present(view: CaseView, question: Question) -> Present:
    """The links that a question asks for, of whatever actor: the same for everybody."""
    from sayso.analysis.network.links import Whole  # noqa: PLC0415 - loads numpy

    return Whole.of(view).asked(question)


@dataclass(frozen=True, slots=True)
class AtHand:
    """What somebody may know already who asks again: the links of the question, and how often
    everybody is named."""

    links: Present
    mentions: Mapping[str, int]


def mentions_of(view: CaseView) -> dict[str, int]:
    """How often each entity is named, by its id."""
    return {id: one.mentions for id, one in presences(view).items()}


def around(
    view: CaseView, question: Question, most: int | None = None, known: AtHand | None = None
) -> Network:
    """The neighbours of the one that a question is about, and their bonds to one another; actors
    keep what they count in the whole. The question names no front.

    With ``most`` only the nearest neighbours, ten at least, and about so many of the ties and
    events that join them to it and to one another; the network tells how many neighbours are left
    out, and how many links of the others.
    """
    known = known or AtHand(present(view, question), mentions_of(view))
    links, further, unread = known.links, 0, 0
    if most is None:
        near = links.near(question.around)
        ids = links.between(near)
    else:
        near, further = links.nearest(question.around, most)
        ids, unread = links.shares(near, most)
    counts = links.counts(near)
    material = _material(view, ids, known)
    found = ask(material, replace(question, around=""))
    bonds = [bond for bond in found.bonds if bond.left in near and bond.right in near]
    part = network(bonds, material.entities, origins=found.origins, mentions=material.mentions)
    actors = (replace(a, ties=counts[a.id][0], alone=counts[a.id][1]) for a in part.actors)
    ranked = sorted(actors, key=lambda a: (-a.ties, a.name, a.id))
    return Network(tuple(ranked), part.bonds, part.origins, further, unread)


def _material(view: CaseView, ids: Sequence[str], known: AtHand) -> Material:
    """What is to be known of these ties and events alone."""
    ties, events = tuple(view.ties_of(ids)), tuple(view.events_of(ids))
    entities = _named(view, ties, events)
    records: tuple[Tie | Event, ...] = (*ties, *events)
    accounts = [account for record in records for account in record.accounts]
    said = view.attributions_of(dict.fromkeys(id for a in accounts for id in a.attributions))
    counted = view.corroborations([record.id for record in records])
    held, named = known.links.held, known.mentions
    return Material(
        ties=ties,
        events=events,
        entities=entities,
        counted={str(c.event or c.tie): c for c in counted},
        tellers=Tellers(said, names_of_reports(view)),
        fronts=Fronts.told_in(view, entities, {a.span.document for a in accounts}),
        mentions={id: named[id] for id in entities if id in named},
        held={tie.id: held.get(tie.id) or Held(term_of(tie.since, tie.until)) for tie in ties},
    )


def _named(view: CaseView, ties: Sequence[Tie], events: Sequence[Event]) -> dict[str, Entity]:
    ids = {id for tie in ties for id in parties(tie) if id is not None}
    ids.update(named_in(events))
    return {entity.id: entity for entity in view.entities_of(sorted(ids))}
