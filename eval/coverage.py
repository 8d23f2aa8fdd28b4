"""How often intervals hold the truth: networks made up, told by origins made up."""

from __future__ import annotations

import random

from sayso.analysis.network.measured.measures import Pair
from sayso.analysis.network.measured.resampling import resampled
from sayso.analysis.network.measured.sureness import Shares

HUB = "a00"


def coverage(origins: int, *, runs: int, draws: int = 200, seed: int = 1) -> float:
    """The part of runs in which the interval of the hub's share held its true share.

    In each run so many origins tell of a fixed network of 60 pairs: each tells some of them, more
    or less attentive, and more or less taken with the hub. The truth is the share in what 20,000
    such origins tell together.
    """
    pairs, chance = _pairs(seed), random.Random(seed + origins)
    many = [_told(pairs, chance) for _ in range(20_000)]
    truth = sum(HUB in pairs[n] for told in many for n in told) / sum(map(len, many))
    held = counted = 0
    for _ in range(runs):
        by: dict[tuple[str, str], set[int]] = {}
        for origin in range(origins):
            for n in _told(pairs, chance):
                by.setdefault(pairs[n], set()).add(origin)
        side = tuple(Pair(ends, frozenset(told)) for ends, told in sorted(by.items()))
        found = resampled(range(origins), Shares((side,), (HUB,)).at, draws=draws)
        share = found[f"0 share {HUB}"]
        if share.low is not None and share.high is not None:
            counted += 1
            held += share.low <= truth <= share.high
    return held / counted


def _pairs(seed: int) -> list[tuple[str, str]]:
    chance = random.Random(seed)
    ids = [f"a{n:02d}" for n in range(30)]
    pairs = {(HUB, id) for id in ids[1:] if chance.random() < 0.6}
    while len(pairs) < 60:
        one, other = sorted(chance.sample(ids, 2))
        pairs.add((one, other))
    return sorted(pairs)


def _told(pairs: list[tuple[str, str]], chance: random.Random) -> list[int]:
    rate, care = chance.uniform(0.02, 0.25), chance.choice((0.5, 1.0, 2.0))
    return [
        n
        for n, pair in enumerate(pairs)
        if chance.random() < min(1.0, rate * (care if HUB in pair else 1.0))
    ]
