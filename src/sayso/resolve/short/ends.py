"""Bodies that a report calls by the end of their name, or by letters taken from its words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from sayso.resolve.clusters import Clusters
from sayso.resolve.names.lexicon import OWN, Lexicon
from sayso.resolve.names.parts import plain
from sayso.resolve.profiles import Profile
from sayso.resolve.short.lone import Lone, is_acronym

# Words that letters pass over.
LINKS = frozenset({"of", "the", "and", "for", "in", "on", "to"})
# Letters that are fewer come of too many names; a word gives no more of its letters than that.
FEWEST, MOST = 4, 3
_PAIR = 2


def lone_ends(profiles: Sequence[Profile], clusters: Clusters, lexicon: Lexicon) -> Iterator[Lone]:
    """ "The Canal Company", and the one body of the case whose name is that with one word more in
    front: "Thornley Canal Company". The end must tell its kind, and more than its kind."""
    owners: dict[str, set[int]] = defaultdict(set)
    nations = lexicon.nations | lexicon.same.keys()
    for place, profile in enumerate(profiles):
        for name in profile.names if profile.type == "Organization" else ():
            words = plain(name).removeprefix("the ").split()
            if len(words) > 1 and words[0] not in nations:
                owners[" ".join(words[1:])].add(clusters.find(place))
    for place, profile in enumerate(profiles):
        words = plain(profile.name).removeprefix("the ").split()
        alone = profile.type == "Organization" and not profile.known and not profile.aliases
        if not words or not alone:
            continue
        own = lexicon.weights.get(words[-1], OWN) >= OWN
        # "The Fencibles": people in the plural, who have a name of their own.
        many = len(words) == 1 and words[-1].endswith("s") and len(words[-1]) > FEWEST
        kind = many if own else len(words) >= _PAIR
        if kind and len(clusters.members(place)) == 1 and " of " not in profile.name:
            found = owners.get(" ".join(words), set())
            if len(found) == 1:
                owner = next(iter(found))
                yield Lone(place, owner, profiles[owner].name, "the only body whose name ends so")


def lone_titled(
    profiles: Sequence[Profile], clusters: Clusters, loose: frozenset[int], lexicon: Lexicon
) -> Iterator[Lone]:
    """ "Miss Danlami", and the one name of the case that ends so and that a report took for a
    body or a place without a word of either: "Aisha Danlami". People who may
    as well be a firm (``loose``) are left alone."""
    owners: dict[str, set[int]] = defaultdict(set)
    for place, profile in enumerate(profiles):
        words = plain(profile.name).split()
        misread = profile.type in ("Organization", "Place") and not profile.known
        own = all(w.isalpha() and lexicon.weights.get(w, OWN) >= OWN for w in words)
        if misread and own and 1 < len(words) <= MOST and not profile.aliases:
            owners[words[-1]].add(clusters.find(place))
        elif profile.type == "Person" and len(words) > 1:
            # Somebody else has the name.
            owners[words[-1]].add(-1)
    for place, profile in enumerate(profiles):
        name = plain(profile.name)
        alone = profile.type == "Person" and place not in loose
        if alone and " " not in name and len(clusters.members(place)) == 1:
            found = owners.get(name, set())
            if len(found) == 1 and -1 not in found:
                owner = next(iter(found))
                yield Lone(place, owner, profiles[owner].name, "the only one of this surname")


def lone_pieces(profiles: Sequence[Profile], clusters: Clusters) -> Iterator[Lone]:
    """ "FERMA", and the one body of the case whose words begin so in order: "Federal Roads
    Maintenance Agency"."""
    short = [
        (place, profile.name.lower())
        for place, profile in enumerate(profiles)
        if profile.kind == "Body" and is_acronym(profile.name) and not profile.aliases
        and not profile.known and len(profile.name) >= FEWEST
        and len(clusters.members(place)) == 1
    ]  # fmt: skip
    starts = {letters[0] for _, letters in short}
    bodies: dict[str, list[tuple[int, tuple[str, ...]]]] = defaultdict(list)
    for place, profile in enumerate(profiles):
        for name in profile.names if profile.kind == "Body" and starts else ():
            words = tuple(w for w in plain(name).split() if w not in LINKS)
            if len(words) > _PAIR and words[0][0] in starts:
                bodies[words[0][0]].append((clusters.find(place), words))
    for place, letters in short:
        found = {owner for owner, words in bodies[letters[0]] if _spells(letters, words)}
        if len(found) == 1:
            owner = next(iter(found))
            yield Lone(place, owner, profiles[owner].name, "the only one whose words begin so")


def _spells(letters: str, words: tuple[str, ...]) -> bool:
    """Whether letters are the beginnings of all these words, in order."""
    if not letters or not words:
        return not letters and not words
    return any(
        letters[:size] == words[0][:size] and _spells(letters[size:], words[1:])
        for size in range(1, min(MOST, len(letters)) + 1)
    )
