"""Which profiles are worth comparing: those that share a key, and near ones where many share it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from sayso.resolve.names.east import eastern_key
from sayso.resolve.names.lexicon import OWN, Lexicon
from sayso.resolve.names.parts import Part, plain, read_name
from sayso.resolve.names.sounds import skeleton_of
from sayso.resolve.profiles import Profile

# A key that more profiles share is common: of those only neighbours by name are compared.
COMMON, WINDOW = 120, 30
# Parts of a longer name beyond these add no keys.
MOST_PARTS = 5
KINDS = {"Person": "person", "Place": "place"}


def kind_of(profile: Profile) -> str:
    """The kind of name that a profile has: person, org or place."""
    return KINDS.get(profile.kind, "org")


def profile_keys(profile: Profile, lexicon: Lexicon) -> set[str]:
    """Only profiles that share a key are compared.

    People: the sounds of the surname, and of any two parts of the name; bodies: the sounds of
    each word of their own; places: the sounds of the whole; all: the plain name.
    """
    keys = {f"{profile.kind}!{plain(profile.known)}"} if profile.known else set()
    kind = kind_of(profile)
    for name in profile.names:
        bare = plain(name).removeprefix("the ")
        keys.add(f"={bare}" if " " in bare else f"{profile.kind}={bare}")
        keys.update(
            f"{kind}~{key}" for key in _sound_keys(read_name(name, kind, lexicon), kind, lexicon)
        )
        syllables = eastern_key(name, lexicon) if kind == "person" else None
        if syllables:
            keys.add(f"syllables~{syllables}")
    return keys


def _sound_keys(parts: Sequence[Part], kind: str, lexicon: Lexicon) -> Iterable[str]:
    sounds = [skeleton_of(part.signs) for part in parts]
    if not sounds or kind == "place":
        return ["".join(sounds)] if sounds else []
    if kind == "org":
        own = {
            skeleton_of(part.signs)
            for part in parts
            if lexicon.weights.get(part.text, OWN) >= OWN and len(part.text) > 2
        }
        return own | {" ".join(sorted(sounds))}
    pairs = ("+".join(sorted(pair)) for pair in combinations(sounds[:MOST_PARTS], 2))
    other = parts[-1].turkish
    return {sounds[-1], "".join(sounds), *pairs, *([skeleton_of(other)] if other else [])}


def pairs_of(profiles: Sequence[Profile], lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Pairs of profiles (by their place) that share a key, each once, in order.

    What grows with the square of a group's size stops at COMMON: of a larger group each is
    compared with the WINDOW next to it in the order of names. Held at a time are the keys, and the
    pairs of one profile: never all pairs.
    """
    groups: dict[str, list[int]] = defaultdict(list)
    for place, profile in enumerate(profiles):
        for key in profile_keys(profile, lexicon):
            groups[key].append(place)
    rows = [members for members in groups.values() if len(members) > 1]
    del groups
    for members in rows:
        if len(members) > COMMON:
            members.sort(key=lambda place: (plain(profiles[place].name), place))
    # Of each profile in which groups it is, and at which place there.
    seats: list[list[tuple[int, int]]] = [[] for _ in profiles]
    for row, members in enumerate(rows):
        for seat, place in enumerate(members):
            seats[place].append((row, seat))
    for one, held in enumerate(seats):
        others: set[int] = set()
        for row, seat in held:
            others.update(_near(rows[row], seat))
        yield from ((one, other) for other in sorted(others) if other > one)


def _near(members: list[int], seat: int) -> list[int]:
    """Who is compared with the one at a seat: all of a small group, of a large one the next."""
    if len(members) <= COMMON:
        return members
    return members[max(0, seat - WINDOW) : seat + WINDOW + 1]
