"""What packs know of the words that names are made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sayso.packs.pack import Pack, made_once
from sayso.resolve.names.letters import latin, plain

# How much a word tells a body from others, where 1 is a word of its own.
FORM, TAIL, NATION, TRADE, OWN, MAKER = 0.05, 0.25, 0.45, 0.5, 1.0, 2.0


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Word lists made ready for comparing names; all may be empty.

    ``given`` tells which spellings are of one name, by a number; ``weights`` what a word of a
    body's name tells; ``makers`` make another body of a name, and ``nations`` tell
    whose it is; ``same`` the one form of words that mean one; ``titles`` stand before a
    person's name; ``east`` are family names of one syllable that stand before or behind, and
    ``families`` leads from a spelling of one to the spelling that is read; ``people`` are all
    given names that are known; ``parties`` are the last words of names of parties,
    ``tails`` the words that any firm's name may end in, ``lone`` those by one of which a report
    calls the only body of the kind; ``middled`` are family names behind which a word of
    ``middles``, elsewhere a particle, is part of the name ("Nguyen Van Thanh").
    """

    given: Mapping[str, int] = field(default_factory=dict)
    weights: Mapping[str, float] = field(default_factory=dict)
    same: Mapping[str, str] = field(default_factory=dict)
    makers: frozenset[str] = frozenset()
    nations: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    east: frozenset[str] = frozenset()
    families: Mapping[str, str] = field(default_factory=dict)
    people: frozenset[str] = frozenset()
    parties: frozenset[str] = frozenset()
    tails: frozenset[str] = frozenset()
    lone: frozenset[str] = frozenset()
    middled: frozenset[str] = frozenset()
    middles: frozenset[str] = frozenset()


NO_LEXICON = Lexicon()


@made_once
def lexicon_of(pack: Pack) -> Lexicon:
    """The lexicon of the packs in use; the same pack gives the same object."""
    same = {word: words[0] for words in _groups(pack, "same_words") for word in words}
    given: dict[str, int] = {}
    for number, words in enumerate(_groups(pack, "given_names")):
        for word in words:
            given.setdefault(word, number)
    nations: dict[str, str] = {}
    for name, country in pack.countries.items():
        for word in (name, *country.demonyms):
            if " " not in word:
                nations[plain(word)] = plain(name)
    families = {word: words[0] for words in _groups(pack, "family_names") for word in words}
    return Lexicon(
        given=given,
        weights=_weights(pack, nations),
        makers=frozenset(_words(pack.list("container_words"))),
        same=nations | same,
        nations=frozenset(nations.values()),
        titles=frozenset(_words(pack.list("titles"))) - frozenset(given),
        east=frozenset(_words(pack.list("east_asian_surnames"))) | frozenset(families),
        families=families,
        tails=frozenset(_words(pack.list("generic_tails") | pack.list("legal_forms"))),
        lone=frozenset(_words(pack.list("lone_bodies"))),
        middled=frozenset(_words(pack.list("vietnamese_surnames"))),
        middles=frozenset(_words(pack.list("female_middles") | pack.list("male_middles"))),
        parties=frozenset(_words(pack.list("party_nouns"))),
        people=frozenset(given).union(
            *(map(latin, pack.list(f"{sex}_names")) for sex in ("male", "female", "either"))
        ),
    )


def _groups(pack: Pack, name: str) -> list[list[str]]:
    # Sorted, because a set of lines has no order and clusters are numbered.
    return [[latin(word) for word in line.split()] for line in sorted(pack.list(name))]


def _weights(pack: Pack, nations: Mapping[str, str]) -> dict[str, float]:
    lists = (
        (NATION, nations),
        (TRADE, _words(pack.list("trade_words"))),
        (TAIL, _words(pack.list("organization_nouns"), longest=1)),
        (TAIL, _words(pack.list("generic_tails") | pack.list("outlet_nouns"))),
        (TAIL, _words(pack.list("light_words"))),
        (TRADE, _words(pack.list("container_words"))),
        (FORM, _words(form.replace("/", "") for form in pack.list("legal_forms"))),
    )
    return {word: weight for weight, words in lists for word in words}


def _words(lines: Iterable[str], *, longest: int = 9) -> list[str]:
    return [word for line in lines if len(line.split()) <= longest for word in plain(line).split()]
