"""Names of bodies: what is a word of its own, and what only says what kind of body it is."""

from __future__ import annotations

from sayso.resolve.names.align import Pair, Parts, align
from sayso.resolve.names.lexicon import MAKER, OWN, TAIL, Lexicon

NUMBERS_DIFFER, NUMBER_MISSING = 0.3, 0.6
BOTH_SIDES, ONE_SIDE = 1.0, 0.8
# What parties of one land call themselves ("Democratic", "Workers'") tells them apart.
PARTIES = 1.5
OTHER_NATION = 0.6
# A nation in front of a single word of its own may be a namesake elsewhere ("Pakistani Taliban");
# behind it, it rather tells where the body sits ("Reyco GmbH Germany").
NAMESAKE, SEAT = 0.8, 0.85
# Brings the scores of bodies to the scale of those of people.
SCALE = 0.75
# Names that share no word of their own share a trade and nothing else.
LIGHT_ONLY = 0.6
Scored = tuple[float, tuple[str, ...]]


def compare_bodies(left: Parts, right: Parts, lexicon: Lexicon) -> Scored:
    """The score of two names of bodies, and why.

    A word more on one side makes a body inside or around the other (a container); legal forms
    and words such as "group" make none; words of their own on both sides make two bodies.
    """
    pairs = align(left, right)
    if not pairs:
        return 0.0, ("no part in common",)
    weighed = [
        (max(_weight(left, p.left, lexicon), _weight(right, p.right, lexicon)), p) for p in pairs
    ]
    shared = sum(weight for weight, _ in weighed)
    mean = sum(weight * pair.score for weight, pair in weighed) / shared
    worst = min((pair.score for weight, pair in weighed if weight > TAIL), default=mean)
    score = 0.6 * mean + 0.4 * worst
    reasons = [_told(pair, left, right) for pair in pairs]
    over_left = _over(left, {i for p in pairs for i in p.left}, lexicon)
    over_right = _over(right, {j for p in pairs for j in p.right}, lexicon)
    for factor, reason in (
        _unmatched(shared, over_left, over_right, _both_sides(left, right, lexicon)),
        _own(weighed, shared),
        _numbers(left, right),
        _nations(
            over_left,
            over_right,
            sum(w >= OWN for w, _ in weighed),
            {left[0].text, right[0].text},
            lexicon,
        ),
    ):
        if factor < 1:
            score *= factor
            reasons.append(reason)
    return score**SCALE, tuple(reasons)


def _told(pair: Pair, left: Parts, right: Parts) -> str:
    one = " ".join(left[i].text for i in pair.left)
    other = " ".join(right[j].text for j in pair.right)
    return f"{one} ~ {other} ({pair.how}, {pair.score:.2f})"


def _weight(parts: Parts, places: tuple[int, ...], lexicon: Lexicon) -> float:
    return max(_weight_of(parts[place].text, lexicon) for place in places)


def _weight_of(word: str, lexicon: Lexicon) -> float:
    known = lexicon.weights.get(word)
    if known is not None:
        return known
    return OWN if len(word) > 2 or word.isdigit() else 0.6


def _over(parts: Parts, used: set[int], lexicon: Lexicon) -> list[tuple[float, str]]:
    return [
        (MAKER if part.text in lexicon.makers else _weight_of(part.text, lexicon), part.text)
        for n, part in enumerate(parts)
        if n not in used
    ]


def _both_sides(left: Parts, right: Parts, lexicon: Lexicon) -> float:
    party = left[-1].text == right[-1].text and left[-1].text in lexicon.parties
    return PARTIES if party else BOTH_SIDES


def _unmatched(
    shared: float, left: list[tuple[float, str]], right: list[tuple[float, str]], both_sides: float
) -> tuple[float, str]:
    a, b = sum(w for w, _ in left), sum(w for w, _ in right)
    both, one = min(a, b), max(a, b) - min(a, b)
    factor = 1 - min(0.6, both_sides * both / (shared + both))
    factor *= 1 - min(0.6, ONE_SIDE * one / (shared + one))
    words = " / ".join(" ".join(word for _, word in side) or "–" for side in (left, right))
    return factor, f"words that the other lacks: {words}"


def _own(weighed: list[tuple[float, Pair]], shared: float) -> tuple[float, str]:
    heaviest = max(weight for weight, _ in weighed)
    if heaviest >= OWN * 0.6:
        return 1.0, ""
    # Three common words together can be a name: "National Iranian Oil Company".
    return (LIGHT_ONLY if shared < OWN else 0.95), "no word of their own in common"


def _numbers(left: Parts, right: Parts) -> tuple[float, str]:
    one, other = ({part.text for part in parts if part.number} for parts in (left, right))
    if one == other:
        return 1.0, ""
    if one and other:
        return NUMBERS_DIFFER, "numbers differ"
    return NUMBER_MISSING, "only one has a number"


def _nations(
    left: list[tuple[float, str]],
    right: list[tuple[float, str]],
    shared: int,
    first: set[str],
    lexicon: Lexicon,
) -> tuple[float, str]:
    """``first`` are the words that the names begin with."""
    one, other = ({word for _, word in side} & lexicon.nations for side in (left, right))
    if one and other:
        return OTHER_NATION, "of different nations"
    if (one or other) and shared <= 1:
        leads = first & (one | other)
        return (NAMESAKE if leads else SEAT), "only one names a nation"
    return 1.0, ""
