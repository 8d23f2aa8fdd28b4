"""Who is who across documents: profiles that name the same become one entity."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from sayso.resolve.clusters import Clusters, cluster
from sayso.resolve.names.match import Match, compare_names
from sayso.resolve.names.parts import parts, plain
from sayso.resolve.names.sounds import alike, skeleton
from sayso.resolve.profiles import Profile, profile_keys

SAME = {"Person": 0.86, "Body": 0.93, "Place": 0.95, "Office": 0.95}
SAME_ACROSS_KINDS = 0.95
SAME_SURNAME = 0.86


def resolve(profiles: Sequence[Profile]) -> Clusters:
    """Groups of profiles (by their place in the sequence) that name one entity.

    The result does not depend on the order of the profiles, only on which there are.
    """
    clusters = cluster(len(profiles), _same_pairs(profiles))
    for short, owner in _lone_surnames(profiles, clusters):
        clusters.join(short, owner)
    for short, owner in _lone_acronyms(profiles, clusters):
        clusters.join(short, owner)
    return clusters


def compare_profiles(a: Profile, b: Profile) -> Match:
    """How likely two profiles are one entity, and why; 0 where they cannot be."""
    if a.kind != b.kind:
        return _across_kinds(a, b)
    if a.known and b.known:
        same = plain(a.known) == plain(b.known)
        return Match(1.0 if same else 0.0, (f"known as {a.known} and {b.known}",))
    if a.kind == "Person":
        return _best(a, b, "person", at_least_parts=2)
    return _best(a, b, "place" if a.kind == "Place" else "org", at_least_parts=1)


def _across_kinds(a: Profile, b: Profile) -> Match:
    """One report may take for a body what another knows as a person: a whole name decides."""
    shared = {plain(name) for name in a.names} & {plain(name) for name in b.names}
    whole = [name for name in shared if " " in name]
    if not whole or a.known or b.known or "Office" in (a.kind, b.kind):
        return Match(0.0, ("of different kinds",))
    return Match(0.95, (f"both named {min(whole)}",))


def _best(a: Profile, b: Profile, kind: str, *, at_least_parts: int) -> Match:
    best = Match(0.0, ("no names to compare",))
    for left in a.names:
        for right in b.names:
            if min(len(parts(left)), len(parts(right))) >= at_least_parts:
                match = _match(left, right, kind)
                best = max(best, match, key=lambda m: m.score)
    return best


def _match(left: str, right: str, kind: str) -> Match:
    if kind != "person" and plain(left) == plain(right) and not _acronym(left):
        return Match(1.0, (f"both named {left}",))
    return compare_names(left, right, kind)


def _acronym(name: str) -> bool:
    return name.isupper() and " " not in name


def _same_pairs(profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    groups: dict[str, list[int]] = defaultdict(list)
    for place, profile in enumerate(profiles):
        for key in profile_keys(profile):
            groups[key].append(place)
    for members in groups.values():
        for one, other in _pairs(members):
            a, b = profiles[one], profiles[other]
            enough = SAME[a.kind] if a.kind == b.kind else SAME_ACROSS_KINDS
            if compare_profiles(a, b).score >= enough:
                yield one, other


def _pairs(members: list[int]) -> Iterable[tuple[int, int]]:
    return ((a, b) for place, a in enumerate(members) for b in members[place + 1 :])


def _lone_surnames(profiles: Sequence[Profile], clusters: Clusters) -> list[tuple[int, int]]:
    """Profiles that are a surname only, and the one person of the case who bears it."""
    bearers: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for place, profile in enumerate(profiles):
        for given in _full_names(profile):
            bearers[skeleton(given[-1])][given[-1]].add(clusters.find(place))
    joins = []
    for place, profile in enumerate(profiles):
        name = parts(profile.name)
        if profile.kind == "Person" and len(name) == 1 and not any(_full_names(profile)):
            near = bearers.get(skeleton(name[0]), {})
            owners = {
                owner
                for surname, group in near.items()
                if alike(name[0], surname) >= SAME_SURNAME
                for owner in group
            }
            if len(owners) == 1:
                joins.append((place, owners.pop()))
    return joins


def _full_names(profile: Profile) -> Iterator[tuple[str, ...]]:
    """The names of a person that have more than one part, taken apart."""
    if profile.kind == "Person":
        yield from (given for name in profile.names if len(given := parts(name)) > 1)


def _lone_acronyms(profiles: Sequence[Profile], clusters: Clusters) -> list[tuple[int, int]]:
    """Profiles that are an acronym only, and the one body of the case that goes by it."""
    owners: dict[str, set[int]] = defaultdict(set)
    for place, profile in enumerate(profiles):
        if len(profile.names) > 1:
            for name in profile.names:
                if _acronym(name):
                    owners[name].add(clusters.find(place))
    return [
        (place, next(iter(owners[profile.name])))
        for place, profile in enumerate(profiles)
        if not profile.aliases and _acronym(profile.name) and len(owners[profile.name]) == 1
    ]
