"""Firms that a report calls by one word, which looks like somebody's name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from sayso.resolve.clusters import Clusters
from sayso.resolve.names.lexicon import FORM, OWN, TRADE, Lexicon
from sayso.resolve.names.parts import plain
from sayso.resolve.names.sounds import alike, skeleton
from sayso.resolve.profiles import Profile
from sayso.resolve.short.lone import SAME_LETTERS, Lone

# What a firm of one word is taken for.
BODIES = frozenset({"Organization", "Outlet"})
# Words no longer than that tell little.
_SHORT, _PAIR = 3, 2
MISREAD = frozenset({"Person", "Place"})


def lone_fronts(
    profiles: Sequence[Profile], clusters: Clusters, loose: frozenset[int], lexicon: Lexicon
) -> Iterator[Lone]:
    """People and places of one word that may be a firm (``loose``), and the one body of the case
    whose name has this word and else only its kind, its trade and its legal form, or has a legal
    form."""
    owners: dict[str, set[int]] = defaultdict(set)
    called: dict[str, set[int]] = defaultdict(set)
    papers: set[tuple[str, int]] = set()
    for place, profile in enumerate(profiles):
        for name in profile.names if profile.type in BODIES else ():
            called[plain(name)].add(clusters.find(place))
            words = _words_of_its_own(name, lexicon)
            if profile.type != "Organization":
                papers.update((word, clusters.find(place)) for word in words[:1])
                continue
            for word in words:
                owners[word].add(clusters.find(place))
    for place, profile in enumerate(profiles):
        if place in loose and profile.kind in MISREAD and len(clusters.members(place)) == 1:
            name = plain(profile.name)
            found = called.get(name) or owners.get(name, set())
            if not found and profile.kind == "Person":
                # "Velm" told it, of "Velm Daily": papers are called by towns, not by people.
                found = {owner for word, owner in papers if word == name}
            if len(found) == 1:
                owner = next(iter(found))
                yield Lone(place, owner, profiles[owner].name, "the only body so called")


def lone_towns(
    profiles: Sequence[Profile], clusters: Clusters, loose: frozenset[int]
) -> Iterator[Lone]:
    """Bodies and people of one word that may be a town (``loose``): "the Velm prosecutor"; and the
    one place of the case that is called so, where nobody of more words has the word."""
    places: dict[str, set[int]] = defaultdict(set)
    taken: set[str] = set()
    for place, profile in enumerate(profiles):
        for name in profile.names:
            words = plain(name).split()
            if profile.type == "Place":
                places[plain(name)].add(clusters.find(place))
                if len(words) == _PAIR and name.split()[-1].islower():
                    # "Duoxiong dam", and "the gates of Duoxiong"
                    places[words[0]].add(clusters.find(place))
            elif profile.kind == "Person" and len(words) > 1:
                taken |= {words[0], words[-1]}
            elif profile.type == "Organization" and len(words) > 1 and " of " not in name:
                # Papers are called by their towns: they take no town's name.
                taken |= {words[0]}
    for place, profile in enumerate(profiles):
        name = plain(profile.name)
        open_ = profile.type in ("Organization", "Person") and len(clusters.members(place)) == 1
        found = places.get(name, set()) if open_ else set()
        if place in loose and len(found) == 1 and name not in taken and not profile.aliases:
            owner = next(iter(found))
            yield Lone(place, owner, profiles[owner].name, "the only place so called")


def lone_halves(profiles: Sequence[Profile], clusters: Clusters) -> Iterator[Lone]:
    """Bodies of one word, and what may be one, that are half of a name of two: "Palco" of
    "SLC-Palco", "UPM" of "UPM-Kymmene"; where one body of the case has it."""
    owners: dict[str, set[int]] = defaultdict(set)
    for place, profile in enumerate(profiles):
        for name in profile.names if profile.type in BODIES else ():
            first, dash, second = name.partition("-")
            if dash and first.isupper() and second.isalpha():
                for half in (first, second):
                    owners[plain(half)].add(clusters.find(place))
    for place, profile in enumerate(profiles):
        alone = len(clusters.members(place)) == 1 and profile.type in BODIES and not profile.known
        found = owners.get(plain(profile.name), set()) if alone else set()
        if len(found) == 1:
            owner = next(iter(found))
            yield Lone(place, owner, profiles[owner].name, "the only body with this half of a name")


def lone_firsts(
    profiles: Sequence[Profile], clusters: Clusters, lexicon: Lexicon
) -> Iterator[Lone]:
    """Bodies of one word of their own ("Stora"), and the one body of the case whose name of more
    words begins with it ("Stora Enso"), unless that is one inside or around it."""
    owners: dict[str, set[int]] = defaultdict(set)
    inside: set[str] = set()
    for place, profile in enumerate(profiles):
        for name in profile.names:
            words = plain(name).split()
            if profile.type == "Organization" and len(words) > 1 and not profile.known:
                owners[words[0]].add(clusters.find(place))
                if any(w in lexicon.makers for w in words) or " of " in name:
                    inside.add(words[0])
            elif profile.type in MISREAD:
                inside.update(words)
    sounds: dict[str, set[str]] = defaultdict(set)
    for word in owners:
        sounds[skeleton(word)].add(word)
    for place, profile in enumerate(profiles):
        name = plain(profile.name)
        alone = profile.type == "Organization" and not profile.known and not profile.aliases
        letters = profile.name.isupper() or len(name) <= _SHORT
        own = alone and not letters and lexicon.weights.get(name, OWN) >= OWN
        found = owners.get(name, set()) if own and name not in inside else set()
        if own and not found and name not in inside:
            near = {w for w in sounds[skeleton(name)] if alike(name, w) >= SAME_LETTERS}
            found = {owner for word in near - inside for owner in owners[word]}
        if len(found) == 1 and len(clusters.members(place)) == 1:
            owner = next(iter(found))
            yield Lone(place, owner, profiles[owner].name, "the only body whose name begins so")


def lone_cores(profiles: Sequence[Profile], clusters: Clusters, lexicon: Lexicon) -> Iterator[Lone]:
    """ "Paperworkers' Union", and the one body of the case that is the same of a nation: "Finnish
    Paperworkers' Union". Movements have namesakes abroad, and are not joined so."""
    cores: dict[str, set[int]] = defaultdict(set)
    for place, profile in enumerate(profiles):
        for name in profile.names if profile.type == "Organization" else ():
            words = _folded(name)
            nation = lexicon.same.get(words[0], words[0]) in lexicon.nations if words else False
            if nation and len(words) > 2 and words[-1] not in lexicon.parties:
                cores[" ".join(words[1:])].add(clusters.find(place))
                if lexicon.weights.get(words[-1], OWN) < OWN and len(words) > 3:
                    cores[" ".join(words[1:-1])].add(clusters.find(place))
    for place, profile in enumerate(profiles):
        words = _folded(profile.name)
        alone = profile.type == "Organization" and len(words) > 1 and not profile.known
        found = cores.get(" ".join(words), set()) if alone else set()
        own = any(len(w) > _SHORT and lexicon.weights.get(w, OWN) >= TRADE for w in words)
        if len(found) == 1 and own and clusters.find(place) not in found:
            owner = next(iter(found))
            yield Lone(place, owner, profiles[owner].name, "the only one of a nation so called")


def lone_within(
    profiles: Sequence[Profile], clusters: Clusters, lexicon: Lexicon
) -> Iterator[Lone]:
    """ "Jinhe Group", and the one body of the case that has these words and else only where it is,
    its trade and its kind: "Lanjiang Jinhe Real Estate Group"."""
    towns = {plain(name) for p in profiles if p.type == "Place" for name in p.names}
    names: dict[str, list[tuple[int, frozenset[str]]]] = defaultdict(list)
    for place, profile in enumerate(profiles):
        for name in profile.names if profile.type == "Organization" else ():
            words = frozenset(_folded(name)) - {"of", "and", "the", "for"}
            for word in words if len(words) > 2 else ():
                names[word].append((clusters.find(place), words))
    for place, profile in enumerate(profiles):
        short = frozenset(_folded(profile.name))
        own = [w for w in short if lexicon.weights.get(w, OWN) >= OWN and len(w) > _SHORT]
        if profile.type != "Organization" or profile.known or not own or len(short) < _PAIR:
            continue
        found = {
            owner
            for owner, words in names[own[0]]
            if short - lexicon.tails < words
            and all(_tells_little(w, towns, lexicon) for w in words - short)
        } - {clusters.find(place)}
        if len(found) == 1:
            owner = next(iter(found))
            yield Lone(place, owner, profiles[owner].name, "the only body of this name and trade")


def _tells_little(word: str, towns: set[str], lexicon: Lexicon) -> bool:
    """Whether a word more makes no other body: a town, a trade, a kind."""
    if word in lexicon.makers or lexicon.same.get(word, word) in lexicon.nations:
        return False
    return word in towns or lexicon.weights.get(word, OWN) < OWN


def _folded(name: str) -> list[str]:
    return plain(name.replace("'s", "").replace("\u2019s", "")).removeprefix("the ").split()


def _words_of_its_own(name: str, lexicon: Lexicon) -> list[str]:
    words = plain(name).split()
    weights = [lexicon.weights.get(word, OWN) for word in words]
    own = [word for word, weight in zip(words, weights, strict=True) if weight >= OWN]
    legal = any(weight <= FORM for weight in weights)
    return own if len(words) > 1 and (legal or len(own) == 1) else []
