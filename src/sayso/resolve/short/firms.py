"""Firms that a report calls by one word, which looks like somebody's name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from sayso.resolve.clusters import Clusters
from sayso.resolve.names.lexicon import FORM, OWN, Lexicon
from sayso.resolve.names.parts import plain
from sayso.resolve.profiles import Profile
from sayso.resolve.short.lone import Lone

# What a firm of one word is taken for.
BODIES = frozenset({"Organization", "Outlet"})
MISREAD = frozenset({"Person", "Place"})


def lone_fronts(
    profiles: Sequence[Profile], clusters: Clusters, loose: frozenset[int], lexicon: Lexicon
) -> Iterator[Lone]:
    """People and places of one word that may be a firm (``loose``), and the one body of the case
    whose name has this word and else only its kind, its trade and its legal form, or has a legal
    form."""
    owners: dict[str, set[int]] = defaultdict(set)
    called: dict[str, set[int]] = defaultdict(set)
    for place, profile in enumerate(profiles):
        for name in profile.names if profile.type in BODIES else ():
            called[plain(name)].add(clusters.find(place))
            if profile.type != "Organization":
                continue
            for word in _words_of_its_own(name, lexicon):
                owners[word].add(clusters.find(place))
    for place, profile in enumerate(profiles):
        if place in loose and profile.kind in MISREAD and len(clusters.members(place)) == 1:
            name = plain(profile.name)
            found = called.get(name) or owners.get(name, set())
            if len(found) == 1:
                owner = next(iter(found))
                yield Lone(place, owner, profiles[owner].name, "the only body so called")


def _words_of_its_own(name: str, lexicon: Lexicon) -> list[str]:
    words = plain(name).split()
    weights = [lexicon.weights.get(word, OWN) for word in words]
    own = [word for word, weight in zip(words, weights, strict=True) if weight >= OWN]
    legal = any(weight <= FORM for weight in weights)
    return own if len(words) > 1 and (legal or len(own) == 1) else []
