"""Which parts of one name answer to which parts of another."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from sayso.resolve.names.parts import ENDINGS, GLUED_ARTICLE, Part
from sayso.resolve.names.sounds import SAME_PART, alike_sounds, strangers

ONE_FAMILY, OTHER_FAMILY, INITIAL, SHORTENED = 0.97, 0.3, 0.75, 0.86
# A joined pair of parts must be at least so alike, and so long, to be taken for one.
JOINED, JOINED_LENGTH = 0.8, 6
SURE = 0.9


class Pair(NamedTuple):
    """Parts of the left name and parts of the right that are taken for one, and how alike."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    score: float
    how: str


Parts = tuple[Part, ...]


def align(left: Parts, right: Parts) -> list[Pair]:
    """One-to-one pairs of parts that sound alike, best first, in the order of the left name."""
    found = _equal(left, right)
    rest_left = [i for i in range(len(left)) if all(i not in pair.left for pair in found)]
    rest_right = [j for j in range(len(right)) if all(j not in pair.right for pair in found)]
    if rest_left and rest_right:
        scored = _scored(left, right, rest_left, rest_right)
        scored += _joined(left, right, rest_left, rest_right)
        for pair in sorted(scored, key=lambda p: (-_rank(p, left, right), p.left, p.right)):
            if not any(
                set(pair.left) & set(p.left) or set(pair.right) & set(p.right) for p in found
            ):
                found.append(pair)
    return sorted(found)


def _rank(pair: Pair, left: Parts, right: Parts) -> float:
    joined = 0.05 if pair.how == "joined" else 0.0
    return pair.score + joined - 0.02 * abs(pair.left[0] / len(left) - pair.right[0] / len(right))


def _equal(left: Parts, right: Parts) -> list[Pair]:
    found: list[Pair] = []
    # Most names that are compared have no part in common.
    if {part.text for part in left}.isdisjoint([part.text for part in right]):
        return found
    free = list(range(len(right)))
    for i, part in enumerate(left):
        same = [j for j in free if right[j].text == part.text]
        if same:
            j = min(same, key=lambda j: (abs(i / len(left) - j / len(right)), j))
            free.remove(j)
            found.append(Pair((i,), (j,), 1.0, "the same"))
    return found


def _scored(left: Parts, right: Parts, rest_left: list[int], rest_right: list[int]) -> list[Pair]:
    found = []
    for i in rest_left:
        for j in rest_right:
            score, how = part_score(left[i], right[j])
            if score >= SAME_PART:
                found.append(Pair((i,), (j,), score, how))
    return found


def _joined(left: Parts, right: Parts, rest_left: list[int], rest_right: list[int]) -> list[Pair]:
    """Two neighbours of one name that are one word in the other: "Ali Reza", "Alireza"."""
    found: list[Pair] = []
    if len(rest_left) + len(rest_right) < 3:
        return found
    for i in rest_left:
        if i + 1 in rest_left:
            for j in rest_right:
                score = _joined_score(left[i], left[i + 1], right[j])
                if score >= JOINED:
                    found.append(Pair((i, i + 1), (j,), score, "joined"))
    for j in rest_right:
        if j + 1 in rest_right:
            for i in rest_left:
                score = _joined_score(right[j], right[j + 1], left[i])
                if score >= JOINED:
                    found.append(Pair((i,), (j, j + 1), score, "joined"))
    return found


def _joined_score(first: Part, second: Part, whole: Part) -> float:
    long = len(whole.text) >= JOINED_LENGTH or (whole.abjad and len(whole.text) > 3)
    if not long or first.abjad != second.abjad or whole.size < 0.7 * (first.size + second.size):
        return 0.0
    abjad = first.abjad or whole.abjad
    score = alike_sounds(first.signs + second.signs, whole.signs, abjad=abjad)
    if score < JOINED or max(part_score(p, whole)[0] for p in (first, second)) >= SURE:
        return 0.0
    return score


def part_score(a: Part, b: Part) -> tuple[float, str]:
    """How alike two parts are, 0 to 1, and in which way."""
    if a.text == b.text:
        return 1.0, "the same"
    if not a.text or not b.text:
        # A letter that no table writes in Latin letters is like no other.
        return 0.0, ""
    if a.number or b.number:
        return 0.0, ""
    if a.family is not None and b.family is not None:
        if a.family == b.family:
            return ONE_FAMILY, "spellings of one name"
        return OTHER_FAMILY, "two known names"
    if len(a.text) == 1 or len(b.text) == 1:
        return (INITIAL, "initial") if a.text[0] == b.text[0] else (0.0, "")
    if (a.turkish and "J" in b.signs) or (b.turkish and "J" in a.signs):
        score = _plain_turkish(a, b)
        if score >= SAME_PART:
            return score, "sounds alike"
    if not (a.compound or b.compound) and strangers(a.skeleton, b.skeleton):
        return 0.0, ""
    return _by_sound(a, b) if (a.text, b.text) <= (b.text, a.text) else _by_sound(b, a)


def _plain_turkish(a: Part, b: Part) -> float:
    """How alike two parts are if the "c" of either is a "j"."""
    pairs = ((a.turkish, b.signs), (a.signs, b.turkish))
    return max(alike_sounds(one, other) for one, other in pairs if one and other)


@lru_cache(maxsize=16384)
def _by_sound(a: Part, b: Part) -> tuple[float, str]:
    abjad = a.abjad or b.abjad
    best, how = alike_sounds(a.signs, b.signs, abjad=abjad), "sounds alike"
    for left, right in ((a, b), (b, a)):
        if best >= SURE:
            break
        if left.whole:
            best = max(best, alike_sounds(left.whole, right.signs, abjad=True))
        if not left.abjad and GLUED_ARTICLE.match(left.text):
            score = alike_sounds(left.signs[2:], right.signs, abjad=abjad) - 0.03
            best, how = (score, "but for an article") if score > best else (best, how)
        if best < SHORTENED and _shortened(left, right):
            best, how = SHORTENED, "shortened"
    return best, how


def _shortened(long: Part, short: Part) -> bool:
    """Whether one is the other without "al-Din" or "Allah": Sirajuddin, Siraj."""
    if len(short.text) < 3 or not long.signs.endswith(ENDINGS):
        return False
    for end in ENDINGS:
        stem = long.signs.removesuffix(end)
        if stem != long.signs and len(stem) > 1:
            return alike_sounds(stem, short.signs, abjad=long.abjad or short.abjad) >= SURE
    return False
