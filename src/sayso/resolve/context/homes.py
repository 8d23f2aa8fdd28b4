"""Names that several states have ("Supreme Court", "Tripoli"), and of which state a report is."""

from __future__ import annotations

from collections import Counter

from sayso.packs.pack import Pack, made_once
from sayso.records.marks import LocalEntity
from sayso.records.notes import Notes
from sayso.resolve.names.lexicon import OWN, lexicon_of
from sayso.resolve.names.parts import plain, read_name

# A report is of a state that it tells of so often, and so much more than of all others.
FEWEST, SHARE = 2, 0.6


def home_of(notes: Notes, pack: Pack) -> str:
    """The state that a report is of, by the states and towns that it names; empty where none is
    told of clearly most."""
    told: Counter[str] = Counter()
    shared = shared_places(pack)
    for mention in notes.mentions:
        if mention.form == "name" and plain(mention.name) in shared:
            continue
        if mention.type == "Place" and mention.form != "pronoun":
            name = mention.stands_for or mention.known or mention.name
            land = name if name in pack.countries else pack.country_of(name)
            told.update([land] if land else [])
    if not told:
        return ""
    state, times = told.most_common(1)[0]
    return state if times >= FEWEST and times >= SHARE * told.total() else ""


def in_every_state(local: LocalEntity, pack: Pack) -> bool:
    """Whether a body is called as many states call one of theirs, and nothing else tells whose; or
    a place as several states have one."""
    if local.type == "Place":
        return any(
            m.form == "name" and plain(m.name) in shared_places(pack) for m in local.mentions
        )
    names = (local.name, *local.aliases)
    if local.type != "Organization" or local.known:
        return False
    return all(_common(name, pack) for name in names)


def land_of(local: LocalEntity, home: str, pack: Pack) -> str:
    """In which state a body or place of such a name is, in a report that is of a state; empty where
    that state has no such place."""
    if local.type != "Place":
        return home
    lands = [shared_places(pack).get(plain(m.name), ()) for m in local.mentions]
    return home if any(home in states for states in lands) else ""


@made_once
def shared_places(pack: Pack) -> dict[str, tuple[str, ...]]:
    """Plain names of places that several states have, and which states."""
    found = {}
    for line in pack.list("shared_places"):
        name, _, states = line.partition(" in ")
        found[plain(name)] = tuple(states.split(", "))
    return found


def _common(name: str, pack: Pack) -> bool:
    if plain(name).removeprefix("the ") in pack.list("shared_bodies"):
        return True
    lexicon = lexicon_of(pack)
    words = [part.text for part in read_name(name, "org", lexicon)]
    return bool(words) and all(
        word not in lexicon.nations and lexicon.weights.get(word, OWN) < OWN for word in words
    )
