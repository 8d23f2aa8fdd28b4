"""The score of two names, with its reasons.

A part that one name leaves out says little; a part that each has in the other's place says that
they are two. (The distinction is that of the Fellegi-Sunter model between missing and disagreeing
fields; the costs are our own.)
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from sayso.resolve.names.align import Pair, Parts, align
from sayso.resolve.names.bodies import compare_bodies
from sayso.resolve.names.east import compare_eastern, eastern
from sayso.resolve.names.lexicon import NO_LEXICON, Lexicon
from sayso.resolve.names.parts import PATRONYMIC, read_name
from sayso.resolve.names.places import compare_places

CONTRADICTED, OMITTED, LED, TRAILED = 0.62, 0.965, 0.8, 0.97
ONLY_ONE, AT_MOST = 0.72, 0.6
# "Mohammad Baqeri" is not "Mohammad Baqer Qalibaf".
OTHER_NAME, SPELLING = 0.8, 0.96
SURE = 0.93
LONE = "only one part in common"


@dataclass(frozen=True, slots=True)
class Match:
    """How likely two strings name the same, 0 to 1, and why."""

    score: float
    reasons: tuple[str, ...]


@lru_cache(maxsize=16384)
def compare_names(a: str, b: str, kind: str, lexicon: Lexicon = NO_LEXICON) -> Match:
    """Compare two names of a kind: person, org or place."""
    left, right = read_name(a, kind, lexicon), read_name(b, kind, lexicon)
    # One order for both ways round, so that the score does not depend on who comes first.
    if (b, right) and [p.text for p in left] > [p.text for p in right]:
        a, b, left, right = b, a, right, left
    if not left or not right:
        return Match(0.0, ("nothing to compare",))
    if kind == "person":
        syllables = eastern(a, b, lexicon)
        if syllables is not None:
            return Match(*compare_eastern(*syllables))
        return _person(left, right)
    if kind == "place":
        return Match(*compare_places(left, right, lexicon))
    return Match(*compare_bodies(left, right, lexicon))


def _person(left: Parts, right: Parts) -> Match:
    pairs = align(left, right)
    if not pairs:
        return Match(0.0, ("no part in common",))
    reasons = [_told(pair, left, right) for pair in pairs]
    weights = [0.5 + 0.0625 * min(len(left[pair.left[0]].text), 8) for pair in pairs]
    mean = sum(w * p.score for w, p in zip(weights, pairs, strict=True)) / sum(weights)
    score = 0.6 * mean + 0.4 * min(pair.score for pair in pairs)
    for factor, reason in (*_left_over(left, right, pairs), *_order(pairs)):
        score *= factor
        reasons.append(reason)
    if any(reason == LONE for reason in reasons):
        score = min(score, AT_MOST)
    return Match(score, tuple(reasons))


def _told(pair: Pair, left: Parts, right: Parts) -> str:
    one = " ".join(left[i].text for i in pair.left)
    other = " ".join(right[j].text for j in pair.right)
    return f"{one} ~ {other} ({pair.how}, {pair.score:.2f})"


def _left_over(left: Parts, right: Parts, pairs: list[Pair]) -> list[tuple[float, str]]:
    used_left, used_right = {i for p in pairs for i in p.left}, {j for p in pairs for j in p.right}
    rest_left = [i for i in range(len(left)) if i not in used_left]
    rest_right = [j for j in range(len(right)) if j not in used_right]
    found = []
    contradictions = min(len(rest_left), len(rest_right))
    if contradictions:
        parts = f"{left[rest_left[0]].text} / {right[rest_right[0]].text}"
        found.append((CONTRADICTED**contradictions, f"each contradicts the other: {parts}"))
    longer, rest, used = (
        (left, rest_left, used_left)
        if len(rest_left) > len(rest_right)
        else (right, rest_right, used_right)
    )
    omitted = len(rest) - contradictions
    if not omitted:
        return found
    if len(pairs) == 1:
        lettered = _whole_in_one(pairs[0], longer, rest)
        return [
            *found,
            (OMITTED, f"left out: {longer[rest[0]].text}") if lettered else (ONLY_ONE, LONE),
        ]
    told = [i for i in rest if not PATRONYMIC.fullmatch(longer[i].text)]
    if told:
        found.append((OMITTED**omitted, f"left out: {longer[told[0]].text}"))
    if not contradictions:
        found += _where(min(used), max(used), rest)
        side = 0 if longer is left else 1
        last = max(pairs, key=lambda pair: pair[side])
        if max(rest) > max(used) and last.score < SPELLING:
            found.append((OTHER_NAME, "a family name that is nearly a given name of the other"))
    return found


def _whole_in_one(pair: Pair, longer: Parts, rest: list[int]) -> bool:
    """ "R. Venkataraghavan", "Venkata Raghavan": all of one name is one word of the other, which
    has else only letters."""
    joined = len(pair.left) + len(pair.right) > len(longer)
    return joined and all(len(longer[i].text) == 1 for i in rest)


def _where(first: int, last: int, rest: list[int]) -> list[tuple[float, str]]:
    if min(rest) < first:
        return [(LED, "the longer name has another given name in front")]
    if max(rest) > last:
        return [(TRAILED, "the shorter name ends where the longer goes on")]
    return []


def _order(pairs: list[Pair]) -> list[tuple[float, str]]:
    order = [pair.right for pair in pairs]
    if order == sorted(order):
        return []
    # Whole names are turned round in lists; names that only sound alike are other names then.
    sure = min(pair.score for pair in pairs) >= SURE
    return [((0.95 if len(pairs) > 2 else 0.9) if sure else 0.68, "parts in another order")]
