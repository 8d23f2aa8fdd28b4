"""Of whom something is also said when it is said of another: of the body a leader commands, and
of the state whose force or office a body is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sayso.analysis.wording.names import folded
from sayso.packs.lexicon import Country
from sayso.records.case import Entity, Tie

Wholes = Mapping[str, frozenset[str]]
_BODIES = frozenset({"Organization", "Group"})


def wholes_of(
    entities: Iterable[Entity], ties: Iterable[Tie], countries: Mapping[str, Country]
) -> Wholes:
    """For each leader the bodies he commands, for each body the state that a name of it tells.

    A body is a state's where some name in the case is the name of its people before the body's
    own: "Norlandic Coast Guard" beside "Coast Guard". One step only: what a leader does is not at
    once what his state does.
    """
    found: dict[str, set[str]] = {}
    for tie in ties:
        if tie.type == "commands" and tie.object and tie.polarity == "positive":
            found.setdefault(tie.subject, set()).add(tie.object)
    known = list(entities)
    states = {entity.name: entity.id for entity in known if entity.type == "Place"}
    peoples = {
        folded(demonym): states[name]
        for name, country in countries.items()
        if name in states
        for demonym in country.demonyms
    }
    bodies = {
        folded(name): entity.id
        for entity in known
        if entity.type in _BODIES
        for name in (entity.name, *entity.aliases)
    }
    for name, body in bodies.items():
        people, _, rest = name.partition(" ")
        if people in peoples and rest:
            for member in {body, bodies.get(rest, body)}:
                found.setdefault(member, set()).add(peoples[people])
    return {member: frozenset(wholes) for member, wholes in found.items()}
