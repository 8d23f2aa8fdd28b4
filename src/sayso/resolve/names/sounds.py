"""How alike two words sound, however they were put into Latin letters.

A weighted edit distance over sounds (Wagner and Fischer 1974, with costs of our own): letters
that render one sound of Arabic, Persian, Hebrew, Slavic or Turkish names in different systems
cost little to exchange, vowels cost less than consonants, long and doubled letters nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance.Levenshtein import distance as _edits

DIGRAPHS = (
    ("tsch", "C"), ("dsch", "J"), ("szcz", "SC"), ("shch", "SC"), ("sch", "S"), ("dzh", "J"),
    ("tch", "C"), ("qj", "J"), ("dj", "J"), ("cz", "C"), ("sz", "S"), ("sh", "S"), ("zh", "Z"),
    ("zj", "Z"), ("sj", "S"), ("kh", "x"), ("gh", "G"), ("dh", "D"), ("th", "T"), ("ph", "f"),
    ("ch", "c"), ("ck", "k"), ("cs", "C"), ("qu", "k"), ("ou", "u"), ("oo", "u"), ("oe", "u"),
    ("ee", "i"), ("ie", "i"), ("ei", "Y"), ("ey", "Y"), ("ai", "Y"), ("ay", "Y"), ("aa", "a"),
    ("ts", "s"), ("tz", "s"),
)  # fmt: skip
MANY = {letters: sign for letters, sign in DIGRAPHS}
ONE = re.compile("|".join(letters for letters, _ in DIGRAPHS))
SIGNS = str.maketrans("jywv", "JYWW")
# A "c" that is no part of "ch", "ck", "cz", "cs", "sc" or "tc".
LONE_C = re.compile("(?<![sct])c(?![hkzsctlr])")
SOFT_C = re.compile("c(?=[eiY])")
# A sign that the same follows: taken out, which is quicker than to put one in the place of all.
DOUBLED = re.compile(r"(.)(?=\1)")
VOWELS = frozenset("aeiouYW")
CLOSE = (
    ("qk", 0.1), ("qG", 0.2), ("kG", 0.2), ("Gg", 0.2), ("qg", 0.2), ("Dz", 0.2), ("TD", 0.2),
    ("xc", 0.2), ("Sc", 0.2), ("Cc", 0.2), ("Jg", 0.2), ("xh", 0.2), ("JZ", 0.2),
    ("Td", 0.35), ("Tt", 0.35), ("Ts", 0.35), ("Dd", 0.35), ("kg", 0.35), ("zs", 0.35),
    ("Zz", 0.35), ("sS", 0.35), ("JC", 0.35), ("kx", 0.35), ("hc", 0.35), ("WB", 0.35),
    ("Jc", 0.35), ("ZS", 0.35), ("zJ", 0.35), ("pb", 0.5), ("dt", 0.5), ("Wf", 0.5),
    ("Wb", 0.5), ("CS", 0.5), ("fp", 0.5), ("Yg", 0.5), ("YJ", 0.45), ("gh", 0.5), ("xG", 0.5),
    ("qx", 0.5), ("mn", 0.5), ("Js", 0.5), ("kc", 0.5), ("kC", 0.5), ("sc", 0.5), ("Zc", 0.5),
    ("rl", 0.6),
)  # fmt: skip
NEAR_VOWELS = (
    ("eiY", 0.1), ("ouW", 0.1), ("ae", 0.1), ("ao", 0.2), ("aY", 0.25), ("aW", 0.3), ("ai", 0.4),
    ("au", 0.35),
)  # fmt: skip
OTHER_VOWEL, OTHER = 0.45, 1.1
# Two words less alike than this are not taken for spellings of one.
SAME_PART = 0.74
STEEP, FAINT = 1.15, 0.6
FIRM = {"l": "l", "r": "l", "m": "n", "n": "n"}
# Wide classes for looking up: back of the mouth, teeth, lips; breath and vowels are dropped.
WIDE = str.maketrans("qGgJDTdzsSZCcpb", "kkkktttttttttff", "xh" + "".join(VOWELS))
NO_VOWELS = str.maketrans("", "", "".join(VOWELS))


def _costs() -> dict[str, dict[str, float]]:
    signs = VOWELS | {sign for pair, _ in CLOSE for sign in pair}
    costs: dict[str, dict[str, float]] = {sign: {sign: 0.0} for sign in signs}
    for a in VOWELS:
        for b in VOWELS - {a}:
            costs[a][b] = OTHER_VOWEL
    pairs = [(a, b, cost) for group, cost in NEAR_VOWELS for a in group for b in group if a != b]
    for a, b, cost in [(p[0], p[1], c) for p, c in CLOSE] + pairs:
        costs[a][b] = costs[b][a] = min(cost, costs[a].get(b, cost) or cost)
    return costs


COSTS = _costs()
NOTHING: dict[str, float] = {}
GONE = {**dict.fromkeys(VOWELS, 0.22), "h": 0.3}
# Where one side has no vowels written, the other's vowels weigh next to nothing.
GONE_ABJAD = {**dict.fromkeys(VOWELS, 0.06), "h": 0.3}


@lru_cache(maxsize=65536)
def sounds(word: str) -> str:
    """The sounds of a word in plain letters, one sign each."""
    found = ONE.sub(lambda m: MANY[m.group()], word).translate(SIGNS)
    if "c" in found and "ch" not in word:
        found = SOFT_C.sub("s", found).replace("c", "k")
    return DOUBLED.sub("", found)


def turkish(word: str) -> str:
    """The sounds of a word if its "c" is that of Turkish and Kurdish: "Berzenci" for "Barzinji";
    empty where no "c" may be."""
    found = LONE_C.sub("j", word) if "c" in word else word
    return sounds(found) if found != word else ""


@lru_cache(maxsize=65536)
def skeleton_of(signs: str) -> str:
    """The consonants of sounds in wide classes: equal for most spellings of one name."""
    return DOUBLED.sub("", signs.translate(WIDE)) or signs[:1]


def skeleton(word: str) -> str:
    """The skeleton of a word in plain letters."""
    return skeleton_of(sounds(word))


def strangers(x: str, y: str) -> bool:
    """A quick look at the skeletons: more changes there than any spelling makes."""
    return _edits(x, y) > (1 if max(len(x), len(y)) <= 4 else 2)


def alike(a: str, b: str) -> float:
    """0 (nothing in common) to 1 (the same sounds) for two words in plain letters."""
    if a == b:
        return 1.0
    if not a or not b:
        return 0.0
    if len(a) == 1 or len(b) == 1:
        return 0.7 if a[0] == b[0] else 0.0
    return alike_sounds(sounds(a), sounds(b))


@lru_cache(maxsize=65536)
def alike_sounds(x: str, y: str, *, abjad: bool = False) -> float:
    """How alike two strings of sounds are; 0 where it would be under FAINT."""
    if x == y:
        return 0.97
    long = max(size(x), size(y))
    limit = (1 - FAINT) / STEEP * long
    if _edits(firm(x), firm(y)) > limit or strangers(skeleton_of(x), skeleton_of(y)):
        return 0.0
    distance = _distance(x, y, GONE_ABJAD if abjad else GONE, limit)
    return 0.0 if distance > limit else 1 - STEEP * distance / long


@lru_cache(maxsize=65536)
def firm(signs: str) -> str:
    """The l, r, m and n of a word: no system of writing leaves them out or takes others."""
    return "".join(FIRM[sign] for sign in signs if sign in FIRM)


@lru_cache(maxsize=65536)
def size(signs: str) -> float:
    """How much there is to hear: a consonant weighs one, a vowel half."""
    consonants = len(signs.translate(NO_VOWELS))
    return max(consonants, 1) + 0.5 * (len(signs) - consonants)


def _distance(x: str, y: str, gone: dict[str, float], limit: float) -> float:
    # Written out by hand where it could be shorter: most of the time of resolving goes here.
    soft = 0.6 if gone is GONE_ABJAD else 1.0
    weights = [gone.get(sign, 1.0) for sign in y]
    row = [0.0]
    for weight in weights:
        row.append(row[-1] + weight)
    costs: dict[str, list[float]] = {}
    for left in x:
        own = gone.get(left, 1.0)
        scale = soft if left in VOWELS else 1.0
        if left not in costs:
            near = COSTS.get(left, NOTHING)
            costs[left] = [near.get(s, 0.0 if s == left else OTHER) * scale for s in y]
        before, last = row[0], row[0] + own
        row[0] = least = last
        for place, (cost, weight) in enumerate(zip(costs[left], weights, strict=True), start=1):
            above = row[place]
            best = before + cost
            if above + own < best:
                best = above + own
            if last + weight < best:
                best = last + weight
            before, row[place], last = above, best, best
            if best < least:
                least = best
        if least > limit:
            return limit + 1
    return row[-1]
