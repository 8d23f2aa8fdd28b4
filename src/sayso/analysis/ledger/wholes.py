"""Of whom something is also said when it is said of another: of the body a leader commands, and
of the state whose force or office a body is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sayso.analysis.wording.names import folded
from sayso.packs.lexicon import Country
from sayso.records.case import Entity, Tie
from sayso.resolve.names.match import compare_names

Wholes = Mapping[str, frozenset[str]]
_BODIES = frozenset({"Organization", "Group"})
# From here two names in Latin letters are one, however they are transcribed.
_ONE_NAME = 0.95
# In letters: by so many the first of all names of people are looked at.
_KEY = 2


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


def named_after(entities: Iterable[Entity]) -> Mapping[str, str]:
    """For each body with somebody's name before a common noun ("the Orr government") who that is,
    if one person of the case fits: what is said of it is said of them, too."""
    known = list(entities)
    people: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for one in known:
        if one.type == "Person":
            for name in (one.name, *one.aliases):
                for part in (name, name.rpartition(" ")[2]):
                    people[_key(part)].add((part, one.id))
    found = {}
    for one in known:
        name, _, noun = one.name.rpartition(" ")
        if one.type in _BODIES and noun.islower() and name[:1].isupper():
            fits = {
                id
                for part, id in people.get(_key(name), ())
                if compare_names(name, part, "person").score >= _ONE_NAME
            }
            if len(fits) == 1:
                found[one.id] = fits.pop()
    return found


def _key(name: str) -> str:
    """The first letters of a name behind its article ("al-Amari")."""
    return folded(name).rpartition("-")[2][:_KEY]
