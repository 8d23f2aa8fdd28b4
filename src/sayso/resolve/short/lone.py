"""Names of a case that are short forms only, and the one whose full name they stand for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from sayso.resolve.clusters import Clusters
from sayso.resolve.names.east import family_first
from sayso.resolve.names.lexicon import NO_LEXICON, OWN, TAIL, Lexicon
from sayso.resolve.names.parts import initials, parts, plain, read_name
from sayso.resolve.names.sexes import of_other_sex
from sayso.resolve.names.sounds import alike, skeleton
from sayso.resolve.profiles import Profile

SAME_SURNAME = 0.86
# The same but for doubled letters and the like: "Kabashi", "Kabbashi".
SAME_LETTERS = 0.97
# Two letters are the initials of too many.
FEWEST_LETTERS = 3
# A number and what has it.
NUMBERED = 2
FEWEST_WORDS = {"Outlet": 1, "Organization": 2}


class Lone(NamedTuple):
    """A profile with a short name only, one of its owner's, and the rule that says so."""

    place: int
    owner: int
    name: str
    rule: str
    score: float = 0.8


def is_acronym(name: str) -> bool:
    """Whether a name is all capitals of one word."""
    return name.isupper() and name.isascii() and " " not in name


def lone_surnames(
    profiles: Sequence[Profile],
    clusters: Clusters,
    loose: frozenset[int] = frozenset(),
    lexicon: Lexicon = NO_LEXICON,
    strangers: Set[tuple[int, int]] = frozenset(),
) -> Iterator[Lone]:
    """Profiles that are a surname only, and the one person of the case who bears it.

    A report may take a surname for a place or a body (``loose``): these join by the same letters.
    None is one of its ``strangers``, by place: who is told of as somebody else beside it.
    """
    others: dict[int, set[int]] = defaultdict(set)
    for place, bearer in strangers:
        others[place].add(clusters.find(bearer))
    bearers: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    written: dict[str, set[int]] = defaultdict(set)
    for place, profile in enumerate(profiles):
        for given in _full_names(profile):
            for called in (*_called(given, lexicon), *_titled(profile)):
                bearers[skeleton(called)][called].add(clusters.find(place))
        if profile.kind == "Person":
            for full in profile.names:
                written["".join(plain(full).split()[-1:])].add(clusters.find(place))
    for place, profile in enumerate(profiles):
        name = parts(profile.name)
        lone = profile.kind == "Person" or place in loose
        if lone and len(name) == 1 and not any(_full_names(profile)):
            near = bearers.get(skeleton(name[0]), {})
            misread = place in loose and profile.kind != "Person"
            enough = SAME_LETTERS if misread else SAME_SURNAME
            owners = {
                owner
                for surname, group in near.items()
                if alike(name[0], surname) >= enough and not of_other_sex(name[0], surname)
                for owner in group
            }
            owners |= written.get(plain(profile.name), set()) - {place} if misread else set()
            owners -= others[place]
            if len(owners) == 1:
                owner = owners.pop()
                yield Lone(place, owner, profiles[owner].name, "the only one of this surname")


def lone_given(
    profiles: Sequence[Profile], clusters: Clusters, lexicon: Lexicon, taken: Set[int]
) -> Iterator[Lone]:
    """Profiles that are a given name only ("Dilshad"), nobody's family name, and the one person of
    the case whose full name begins so; none of those who are ``taken`` for somebody already."""
    owners: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    families: set[str] = set()
    for place, profile in enumerate(profiles):
        # "Velm C&T" is nobody's name, whatever a report takes it for.
        letters = all(c.isalpha() or c in " -.'’" for c in profile.name)
        for given in _full_names(profile) if letters else ():
            eastern = family_first(given, lexicon)
            first = "".join(given[1:]) if eastern else given[0]
            owners[skeleton(first)][first].add(clusters.find(place))
            families.update(given[:1] if eastern else given[1:])
    for place, profile in enumerate(profiles):
        name = parts(profile.name)
        if profile.kind != "Person" or len(name) != 1 or any(_full_names(profile)):
            continue
        near = owners.get(skeleton(name[0]), {})
        found = {
            o for given, who in near.items() if alike(name[0], given) >= SAME_SURNAME for o in who
        }
        alone = place not in taken and name[0] not in families
        if alone and len(found) == 1 and len(name[0]) > FEWEST_LETTERS:
            owner = next(iter(found))
            yield Lone(place, owner, profiles[owner].name, "the only one of this given name", 0.75)


def lone_heads(profiles: Sequence[Profile], clusters: Clusters, lexicon: Lexicon) -> Iterator[Lone]:
    """ "Patriotic Union", and the one body of the case that is the Patriotic Union of somewhere."""
    owners: dict[str, set[int]] = defaultdict(set)
    for place, profile in enumerate(profiles):
        for name in profile.names if profile.kind == "Body" else ():
            head, of, _ = plain(name).removeprefix("the ").partition(" of ")
            if of and " " in head:
                owners[head].add(clusters.find(place))
    for place, profile in enumerate(profiles):
        head = plain(profile.name).removeprefix("the ")
        found = owners.get(head, set()) if profile.kind == "Body" and not profile.known else set()
        common = all(lexicon.weights.get(word, OWN) <= TAIL for word in head.split())
        if len(found) == 1 and not common:
            owner = next(iter(found))
            yield Lone(place, owner, profiles[owner].name, "the only one whose name begins so")


def lone_tails(profiles: Sequence[Profile], clusters: Clusters, lexicon: Lexicon) -> Iterator[Lone]:
    """Profiles that are two family names or more ("Lopez Obrador"), and the one person of the case
    whose longer name ends so."""
    owners: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for place, profile in enumerate(profiles):
        for given in _full_names(profile):
            for size in range(2, len(given)):
                owners[given[-size:]].add(clusters.find(place))
    for place, profile in enumerate(profiles):
        names = set(_full_names(profile))
        short = {plain(alias) for alias in profile.aliases} <= set(plain(profile.name).split())
        if profile.type == "Organization" and not profile.known and short:
            # Two family names are often taken for a body.
            names = {parts(profile.name)}
        tail = max(names, key=len, default=())
        if len(names) == 1 and is_tail(tail, lexicon):
            found = owners.get(tail, set()) - {clusters.find(place)}
            if len(found) == 1:
                owner = next(iter(found))
                yield Lone(place, owner, profiles[owner].name, "the only one whose name ends so")


def lone_families(
    profiles: Sequence[Profile], clusters: Clusters, loose: frozenset[int], lexicon: Lexicon
) -> Iterator[Lone]:
    """Profiles that are the first of two family names ("Sandoval" of Luis Sandoval Ruiz), and the
    one person of the case who has it there and whose given name is known."""
    owners: dict[str, set[int]] = defaultdict(set)
    for place, profile in enumerate(profiles):
        for name in profile.names if profile.kind == "Person" else ():
            full = parts(name)
            # Of three words the one in the middle may as well be a second given name.
            two = len(full) > 3 or (len(full) > 2 and "-" in name.rpartition(" ")[2])
            if two and full[0] in lexicon.people:
                owners[full[-2]].add(clusters.find(place))
    for place, profile in enumerate(profiles):
        short = parts(profile.name)
        alone = profile.kind == "Person" or place in loose
        if alone and len(short) == 1 and not profile.aliases and not any(_full_names(profile)):
            found = owners.get(short[0], set()) - {clusters.find(place)}
            if len(found) == 1 and short[0] not in lexicon.people:
                owner = next(iter(found))
                yield Lone(place, owner, profiles[owner].name, "the only one of this family name")


def is_tail(name: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a name of several parts begins with no given name that is known."""
    return len(name) > 1 and name[0] not in lexicon.given and len(name[0]) > FEWEST_LETTERS - 1


def lone_letters(
    profiles: Sequence[Profile], clusters: Clusters, lexicon: Lexicon = NO_LEXICON
) -> Iterator[Lone]:
    """Profiles that are a letter and a surname, and the one person of the case whom they fit."""
    bearers: dict[tuple[str, str], set[int]] = defaultdict(set)
    # By the letter and the sounds of the surname: "R. Jayasekara", "Ruwan Jayasekera".
    surnames: dict[tuple[str, str], set[tuple[str, int]]] = defaultdict(set)
    for place, profile in enumerate(profiles):
        for given in _full_names(profile):
            if len(given[0]) > 1:
                bearers[given[0][:1], given[-1]].add(clusters.find(place))
                near_to = surnames[given[0][:1], skeleton(given[-1])]
                near_to.add((given[-1], clusters.find(place)))
            if len(given) > 2 and given[-2] not in lexicon.people:
                # The first of two family names.
                bearers[given[0][:1], given[-2]].add(clusters.find(place))
    for place, profile in enumerate(profiles):
        short = {(given[0], given[-1]) for given in _full_names(profile)}
        if len(short) == 1 and (letter := short.pop())[0] == letter[0][:1]:
            owners = bearers.get(letter, set())
            if not owners:
                near = surnames[letter[0], skeleton(letter[1])]
                owners = {o for name, o in near if alike(letter[1], name) >= SAME_LETTERS}
            if len(owners) == 1:
                owner = next(iter(owners))
                yield Lone(place, owner, profiles[owner].name, "the only one of these letters")


def _called(given: tuple[str, ...], lexicon: Lexicon) -> tuple[str, ...]:
    """By which single name somebody goes: the surname; a king by his given name."""
    first = given[-1].isdigit() or family_first(given, lexicon)
    return given[:1] if first else given[-1:]


def _titled(profile: Profile) -> Iterator[str]:
    """By which other single names somebody goes: the name of a title, a nickname."""
    yield from (name[0] for alias in profile.aliases if len(name := parts(alias)) == 1)


def _full_names(profile: Profile) -> Iterator[tuple[str, ...]]:
    """The names of a person that have more than one part, taken apart."""
    if profile.kind == "Person":
        yield from (given for name in profile.names if len(given := parts(name)) > 1)


def lone_acronyms(profiles: Sequence[Profile], clusters: Clusters) -> Iterator[Lone]:
    """Profiles that are an acronym only, and the one body of the case that goes by it."""
    owners: dict[str, set[int]] = defaultdict(set)
    for place, profile in enumerate(profiles):
        if len(profile.names) > 1:
            for name in profile.names:
                if is_acronym(name):
                    owners[name].add(clusters.find(place))
    yield from _only(profiles, owners, "the only one of this acronym")


def lone_initials(profiles: Sequence[Profile], clusters: Clusters) -> Iterator[Lone]:
    """Acronyms that no report explains, and the one body of the case with these initials.

    A body that goes by another acronym is not it.
    """
    owners: dict[str, set[int]] = defaultdict(set)
    for place, profile in enumerate(profiles):
        if profile.kind == "Body" and not any(map(is_acronym, profile.names)):
            for name in profile.names:
                letters = initials(name).upper()
                if len(letters) >= FEWEST_LETTERS:
                    owners[letters].add(clusters.find(place))
    yield from _only(profiles, owners, "the only one in the case with these initials")
    near: dict[str, set[int]] = defaultdict(set)
    for letters, who in owners.items():
        # "ITF" of the International Transport Workers' Federation.
        for gone in range(1, len(letters) - 1):
            if len(letters) > FEWEST_LETTERS:
                near[letters[:gone] + letters[gone + 1 :]] |= who
    yield from _only(
        profiles, {k: w for k, w in near.items() if k not in owners},
        "the only one in the case with nearly these initials",
    )  # fmt: skip


def lone_kinds(profiles: Sequence[Profile], clusters: Clusters, lexicon: Lexicon) -> Iterator[Lone]:
    """ "Post" and "Coast Guard", and the one outlet or body of the case whose name ends so.

    One word is enough for an outlet; of bodies only where it is not what too many are called.
    """
    owners: dict[tuple[str, ...], set[int]] = defaultdict(set)
    short: dict[int, tuple[str, ...]] = {}
    for place, profile in enumerate(profiles):
        if profile.kind != "Body":
            continue
        for name in profile.names:
            words = tuple(plain(name).removeprefix("the ").split())
            for size in range(1, len(words)):
                owners[words[-size:]].add(clusters.find(place))
            if words[1:2] == ("of",) and words[0] in lexicon.lone:
                owners[words[:1]].add(clusters.find(place))
        words = tuple(plain(profile.name).split())
        common = all(lexicon.weights.get(word, OWN) < OWN for word in words)
        enough = len(words) >= FEWEST_WORDS.get(profile.type, 9) or set(words) <= lexicon.lone
        if common and not profile.aliases and enough and not profile.land:
            short[place] = words
    for place, words in short.items():
        found = {o for o in owners.get(words, ()) if profiles[o].type == profiles[place].type}
        if len(found) == 1 and profiles[place].known == "":
            owner = next(iter(found))
            yield Lone(place, owner, profiles[owner].name, "the only one in the case so called")


def lone_numbers(
    profiles: Sequence[Profile], clusters: Clusters, lexicon: Lexicon
) -> Iterator[Lone]:
    """ "20th Division" and "ID 20", and the one unit of the case that is that and more: "20th
    Infantry Division"."""
    owners: dict[tuple[str, str], set[int]] = defaultdict(set)
    short: dict[int, tuple[str, str]] = {}
    for place, profile in enumerate(profiles):
        for name in profile.names if profile.type == "Organization" else ():
            told = read_name(name, "org", lexicon)
            words = [part.text for part in told if not part.number]
            numbers = {part.text for part in told if part.number}
            if len(numbers) != 1 or not words:
                continue
            number = numbers.pop()
            if len(told) == NUMBERED and name == profile.name:
                short[place] = number, words[-1]
            elif len(told) > NUMBERED:
                owners[number, words[-1]].add(clusters.find(place))
                owners[number, initials(" ".join(words))].add(clusters.find(place))
    for place, unit in short.items():
        if len(owners[unit]) == 1:
            owner = next(iter(owners[unit]))
            yield Lone(place, owner, profiles[owner].name, "the only one of this number")


def _only(profiles: Sequence[Profile], owners: dict[str, set[int]], rule: str) -> Iterator[Lone]:
    for place, profile in enumerate(profiles):
        if profile.aliases or not is_acronym(profile.name) or profile.known:
            continue
        found = owners.get(profile.name, set())
        if len(found) == 1 and profile.kind == "Body":
            owner = next(iter(found))
            yield Lone(place, owner, profiles[owner].name, rule)
