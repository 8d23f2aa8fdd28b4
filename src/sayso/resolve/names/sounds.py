"""How alike two words sound, however they were put into Latin letters.

A weighted edit distance over sounds: letters that render one sound of Arabic, Persian, Hebrew,
Slavic or Turkish names in different systems cost little to exchange, vowels cost less than
consonants, long and doubled letters nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product

DIGRAPHS = (
    ("shch", "S"), ("tch", "C"), ("sch", "S"), ("sh", "S"), ("zh", "Z"), ("kh", "x"), ("gh", "G"),
    ("dj", "J"), ("dh", "D"), ("th", "T"), ("ph", "f"), ("ch", "C"), ("ck", "k"), ("qu", "k"),
    ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ie", "i"), ("ei", "y"), ("ey", "y"), ("ai", "y"),
    ("ay", "y"), ("aa", "a"), ("j", "J"), ("v", "w"), ("c", "k"),
)  # fmt: skip
DOUBLED = re.compile(r"(.)\1+")
VOWELS = frozenset("aeiouyw")
CLOSE = (
    ("qk", 0.1), ("qG", 0.2), ("kG", 0.2), ("Gg", 0.2), ("qg", 0.2), ("Dz", 0.2), ("TD", 0.3),
    ("xC", 0.3), ("SC", 0.2), ("xh", 0.2), ("JZ", 0.2), ("Jg", 0.2), ("kx", 0.3), ("Td", 0.3),
    ("Tt", 0.2), ("Ts", 0.3), ("Dd", 0.2), ("zs", 0.4), ("Zz", 0.3), ("sS", 0.5), ("kg", 0.5),
    ("hx", 0.2), ("pb", 0.6), ("dt", 0.5), ("wf", 0.5), ("wb", 0.6), ("fp", 0.6), ("yJ", 0.3),
    ("qx", 0.5), ("gh", 0.6), ("CJ", 0.5), ("ks", 0.6), ("Gq", 0.2),
)  # fmt: skip
# Wide classes for looking up: back of the mouth, teeth, lips; breath is dropped.
WIDE = str.maketrans("qGgJDTdzsSZCpbv", "kkkkttttttttfff", "xh")
EQUAL_VOWELS = ("eiy", "ouw", "ae")


def _costs() -> dict[tuple[str, str], float]:
    costs: dict[tuple[str, str], float] = {}
    for a, b in product(VOWELS, VOWELS):
        costs[a, b] = 0.4
    for group in EQUAL_VOWELS:
        for a, b in product(group, group):
            costs[a, b] = 0.1
    for pair, cost in CLOSE:
        costs[pair[0], pair[1]] = costs[pair[1], pair[0]] = cost
    return costs


COSTS = _costs()


@lru_cache(maxsize=65536)
def sounds(word: str) -> str:
    """The sounds of a word in plain letters, one sign each."""
    for letters, sign in DIGRAPHS:
        word = word.replace(letters, sign)
    return DOUBLED.sub(r"\1", word)


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """The consonants of a word in wide classes: equal for most spellings of one name."""
    bare = "".join(sign for sign in sounds(word) if sign not in VOWELS).translate(WIDE)
    return DOUBLED.sub(r"\1", bare) or word[:1]


@lru_cache(maxsize=262144)
def alike(a: str, b: str) -> float:
    """0 (nothing in common) to 1 (the same sounds) for two words in plain letters."""
    if a == b:
        return 1.0
    if not a or not b:
        return 0.0
    if len(a) == 1 or len(b) == 1:
        return 0.7 if a[0] == b[0] else 0.0
    x, y = sounds(a), sounds(b)
    if x == y:
        return 0.97
    consonants = max(sum(s not in VOWELS for s in w) for w in (x, y))
    vowels = max(sum(s in VOWELS for s in w) for w in (x, y))
    return max(0.0, 1 - 1.15 * _distance(x, y) / (max(consonants, 1) + 0.5 * vowels))


def _distance(x: str, y: str) -> float:
    above = [0.0]
    for sign in y:
        above.append(above[-1] + _weight(sign))
    for left in x:
        row = [above[0] + _weight(left)]
        for place, right in enumerate(y):
            change = 0.0 if left == right else COSTS.get((left, right), 1.1)
            row.append(
                min(
                    above[place] + change,
                    above[place + 1] + _weight(left),
                    row[-1] + _weight(right),
                )
            )
        above = row
    return above[-1]


def _weight(sign: str) -> float:
    return 0.22 if sign in VOWELS else 0.3 if sign == "h" else 1.0
