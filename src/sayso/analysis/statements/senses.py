"""Words by what they say: stems, and words of one meaning taken together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from sayso.analysis.wording.names import folded
from sayso.analysis.wording.stems import bare, stem
from sayso.packs.pack import Pack, made_once

# In letters: what is shorter says nothing of a thing.
_SHORTEST = 3
# Events of which there may be more or fewer in a time.
_UNREST = ("ASSAULT", "PROTEST", "COERCE", "THREATEN")
_PEOPLE = ("titles", "group_nouns", "body_nouns")


@dataclass(frozen=True, slots=True)
class Senses:
    """What packs know of words.

    ``kin`` leads from a word to the name of its kin; ``empty`` words tell of nothing. ``ways`` is 1
    for a word that praises and -1 for one that blames, ``burdens`` are what is bad for whoever has
    it ("threat"); ``opposites`` name the pairs a word is in,
    and on which side of them. ``events`` stand for what happens at a time ("visit"), ``unrest``
    for those of force and protest, ``people``
    for who does it without a name ("minister", "fighters"), ``final`` words for what is over,
    ``safe`` ones for where nobody is attacked, ``standing`` verbs for how things stand ("employ"),
    ``refusals`` those by which what follows is not done ("refuse to resign"), ``once`` those of
    what is done once to one thing, ``lone`` those of what one person alone does,
    ``rows`` the row of words that exclude one another in which a word stands ("north south"),
    ``anew`` words that make a thing another than one told before ("second", "new");
    ``kin_of_deeds`` and ``opposed_deeds`` are kin and opposites where deeds of one matter are told;
    ``light`` verbs say little without their object ("have"), ``sole`` ones are done to one alone
    ("blame"), ``causing`` ones tell of a cause; ``spots`` are nouns of places, ``persons`` stems
    of units that count anybody ("people"), ``leading`` are verbs of being at the head and
    ``leaders`` who is, ``unreal`` verbs of what is not, or not yet, so ("demand"),
    ``judging`` are words by which somebody judges, ``saying`` verbs of saying something.
    """

    kin: Mapping[str, str]
    empty: frozenset[str]
    ways: Mapping[str, int]
    opposites: Mapping[str, frozenset[tuple[int, int]]]
    events: frozenset[str]
    unrest: frozenset[str]
    people: frozenset[str]
    final: frozenset[str]
    safe: frozenset[str]
    burdens: frozenset[str]
    standing: frozenset[str] = frozenset()
    refusals: frozenset[str] = frozenset()
    once: frozenset[str] = frozenset()
    lone: frozenset[str] = frozenset()
    rows: Mapping[str, int] = field(default_factory=dict)
    anew: frozenset[str] = frozenset()
    kin_of_deeds: Mapping[str, str] = field(default_factory=dict)
    opposed_deeds: Mapping[str, frozenset[tuple[int, int]]] = field(default_factory=dict)
    light: frozenset[str] = frozenset()
    sole: frozenset[str] = frozenset()
    causing: frozenset[str] = frozenset()
    spots: frozenset[str] = frozenset()
    persons: frozenset[str] = frozenset()
    leading: frozenset[str] = frozenset()
    leaders: frozenset[str] = frozenset()
    unreal: frozenset[str] = frozenset()
    judging: frozenset[str] = frozenset()
    saying: frozenset[str] = frozenset()

    def group(self, word: str) -> str | None:
        """What stands for a word and its kin; null for one that says nothing of a thing."""
        plain = folded(word)
        if len(plain) < _SHORTEST or plain.isdigit():
            return None
        found = self.kin.get(plain)
        return found or (None if plain in self.empty else stem(plain))

    def meaning(self, word: str) -> str | None:
        """What stands for a word and its kin where deeds of one matter are told."""
        return self.kin_of_deeds.get(folded(word)) or self.group(word)

    def deed_sides(self, words: Iterable[str]) -> dict[int, int]:
        """The pairs of opposites of deeds of which words stand on one side, and on which."""
        return _sided(self.opposed_deeds, words)

    def way(self, words: Iterable[str]) -> int:
        """Whether words praise (1), blame (-1), or neither or both (0)."""
        forms = (bare(word.split("-")[0]) for word in words)
        found = {self.ways[one] for one in forms if one in self.ways}
        return found.pop() if len(found) == 1 else 0

    def sides(self, words: Iterable[str]) -> dict[int, int]:
        """The pairs of opposites of which words stand on one side, and on which."""
        return _sided(self.opposites, words)


def _sided(
    opposites: Mapping[str, frozenset[tuple[int, int]]], words: Iterable[str]
) -> dict[int, int]:
    found: dict[int, set[int]] = {}
    for word in words:
        for pair, side in opposites.get(bare(word), ()):
            found.setdefault(pair, set()).add(side)
    return {pair: sides.pop() for pair, sides in found.items() if len(sides) == 1}


@made_once
def senses(pack: Pack) -> Senses:
    """What a pack knows of words, ready to be asked."""
    kin = _kin(pack, "kin_words")
    ways = {bare(word): 1 for word in sorted(pack.list("praise_words"))}
    ways |= {bare(word): -1 for word in sorted(pack.list("blame_words"))}
    frames = pack.frames.values()
    events = {noun for frame in frames for noun in frame.nouns}
    unrest = {noun for frame in frames if frame.type in _UNREST for noun in frame.nouns}
    none: frozenset[str] = frozenset()
    found = Senses(kin, pack.list("empty_words"), ways, _opposites(pack, "opposite_words"),
                   none, none, none,
                   pack.list("final_words"), pack.list("safe_words"), _burdens(pack))  # fmt: skip
    people = {w for name in _PEOPLE for entry in pack.list(name) for w in entry.split()}
    made = replace(
        found,
        events=_groups(found, events),
        unrest=_groups(found, unrest),
        people=_groups(found, people),
        refusals=pack.list("refusing_verbs"),
        once=pack.list("once_verbs"),
        lone=pack.list("lone_verbs"),
        anew=pack.list("anew_words"),
        kin_of_deeds=_kin(pack, "kin_deeds"),
        opposed_deeds=_opposites(pack, "opposite_words", "opposite_deeds"),
        rows={w: n for n, row in enumerate(sorted(pack.list("apart_words"))) for w in row.split()},
        light=pack.list("light_verbs") | pack.list("vague_verbs"),
        sole=pack.list("sole_verbs"),
        saying=frozenset(
            word for word, cue in pack.cues.items() if cue.act == "say" and cue.kind == "verb"
        ),
        causing=pack.list("causing_verbs"),
        leading=pack.list("leading_verbs"),
        unreal=pack.list("unreal_verbs"),
        judging=frozenset(map(bare, _judging(pack))),
        persons=frozenset(stem(word) for word in pack.list("person_units")),
        standing=frozenset(map(bare, pack.list("standing_verbs"))),
    )
    return replace(
        made,
        spots=frozenset(made.meaning(word) or word for word in pack.list("spot_nouns")),
        leaders=frozenset(made.meaning(word) or word for word in pack.list("leader_nouns")),
    )


def _burdens(pack: Pack) -> frozenset[str]:
    turns = pack.turns.items()
    return frozenset(word for word, turn in turns if turn.direction == "decline")


def _judging(pack: Pack) -> frozenset[str]:
    moves = {word for word, turn in pack.turns.items() if turn.direction != "none"}
    return pack.list("praise_words") | pack.list("blame_words") | moves


def _groups(found: Senses, words: Iterable[str]) -> frozenset[str]:
    return frozenset(group for word in words if (group := found.group(word)))


def _kin(pack: Pack, name: str) -> dict[str, str]:
    kin: dict[str, str] = {}
    for line in sorted(pack.list(name)):
        words = [folded(word) for word in line.split()]
        for one in words:
            kin.setdefault(one, f"={words[0]}")
    return kin


def _opposites(pack: Pack, *names: str) -> dict[str, frozenset[tuple[int, int]]]:
    found: dict[str, set[tuple[int, int]]] = {}
    lines = [line for name in names for line in sorted(pack.list(name))]
    for number, line in enumerate(lines):
        for side, words in enumerate(line.split("/")):
            for word in words.split():
                found.setdefault(bare(word), set()).add((number, side))
    return {one: frozenset(pairs) for one, pairs in found.items()}
