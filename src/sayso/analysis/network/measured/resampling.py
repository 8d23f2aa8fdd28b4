"""How far a figure hangs on which origins happened to tell: drawing the origins again.

Origins are drawn with replacement (the bootstrap of Efron 1979, by whole origins, since what one
origin tells hangs together), and each figure is taken again. The interval is the percentile
interval, widened for few origins as Hesterberg (2014) proposes. It answers for the choice of
origins only: not for what none of them tells, nor for what all of them get wrong.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import atan, ceil, cos, floor, pi, sqrt
from statistics import NormalDist

# Below so many origins an interval would promise more than it keeps (see docs/network.md).
FEWEST = 5
LEVEL = 0.9
DRAWS = 400
_SEED = 7
Counts = Mapping[int, int]
Figures = Mapping[str, float | None]


@dataclass(frozen=True, slots=True)
class Range:
    """A figure as all origins give it, and from where to where it goes when they change.

    ``by`` tells what ``low`` and ``high`` are: "resampling", the interval at the stated level, or
    "leaving out", the least and the most with any one origin left out. Both are null where too few
    origins tell of it.
    """

    value: float | None
    low: float | None
    high: float | None
    by: str = "resampling"

    @property
    def told(self) -> bool:
        """Whether there is an interval at all."""
        return self.low is not None

    @property
    def direction(self) -> str:
        """For a difference: "rises", "falls", or "open" where these sources cannot tell."""
        if self.low is None or self.high is None or self.low <= 0 <= self.high:
            return "open"
        return "rises" if self.low > 0 else "falls"


def resampled(
    origins: Sequence[int],
    figures: Callable[[Counts], Figures],
    *,
    draws: int = DRAWS,
    level: float = LEVEL,
) -> dict[str, Range]:
    """Each figure with its interval.

    ``figures`` takes how often each origin counts and gives figures by name; what a draw does not
    give is left out of the interval, which is null where half of the draws give nothing.
    """
    whole = figures(dict.fromkeys(origins, 1))
    if len(origins) < FEWEST:
        return {name: Range(value, None, None) for name, value in whole.items()}
    found: dict[str, list[float]] = {name: [] for name in whole}
    chance = random.Random(_SEED)
    for _ in range(draws):
        drawn = figures(Counter(chance.choices(origins, k=len(origins))))
        for name, values in found.items():
            value = drawn.get(name)
            if value is not None:
                values.append(value)
    tail = widened_tail(len(origins), level)
    return {
        name: _range(whole[name], sorted(values), tail, draws) for name, values in found.items()
    }


def left_out(origins: Sequence[int], figures: Callable[[Counts], Figures]) -> dict[str, Range]:
    """Each figure with the least and the most that it is without any one of the origins.

    For figures that hang on which pairs are told at all: drawing with replacement loses a third
    of what a single origin tells, and would push such a figure to one side.
    """
    whole = figures(dict.fromkeys(origins, 1))
    if len(origins) < FEWEST:
        return {name: Range(value, None, None, "leaving out") for name, value in whole.items()}
    drawn = [whole, *(figures({o: 1 for o in origins if o != out}) for out in origins)]
    found = {}
    for name, value in whole.items():
        values = [one for d in drawn if (one := d.get(name)) is not None]
        bounded = value is not None and len(values) == len(drawn)
        low, high = (min(values), max(values)) if bounded else (None, None)
        found[name] = Range(value, low, high, "leaving out")
    return found


def _range(value: float | None, drawn: list[float], tail: float, draws: int) -> Range:
    if value is None or len(drawn) * 2 < draws:
        return Range(value, None, None)
    last = len(drawn) - 1
    return Range(value, drawn[floor(tail * last)], drawn[ceil((1 - tail) * last)])


def widened_tail(count: int, level: float) -> float:
    """Which part of the draws to leave out at each end, for so many origins.

    Hesterberg's: what lies beyond the normal quantile that is as far out as the quantile of
    Student's t would be, widened by the square root of n / (n - 1).
    """
    quantile = student_quantile((1 + level) / 2, count - 1)
    return NormalDist().cdf(-sqrt(count / (count - 1)) * quantile)


def student_quantile(part: float, freedom: int) -> float:
    """The quantile of Student's t for a part above one half, by halving."""
    low, high = 0.0, 1.0
    while student_part(high, freedom) < part:
        low, high = high, high * 2
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if student_part(middle, freedom) < part else (low, middle)
    return (low + high) / 2


def student_part(value: float, freedom: int) -> float:
    """The part of Student's t below a value of at least 0, for whole degrees of freedom.

    The finite sums of Abramowitz and Stegun (1964), 26.7.3 and 26.7.4.
    """
    angle = atan(value / sqrt(freedom))
    cosine, sine = cos(angle), value / sqrt(freedom + value * value)
    odd = freedom % 2 == 1
    term = cosine if odd else 1.0
    total = term if freedom > 1 else 0.0
    for step in range(3 if odd else 2, freedom - 1, 2):
        term *= (step - 1) / step * cosine * cosine
        total += term
    within = (angle + sine * total) * 2 / pi if odd else sine * total
    return (1 + within) / 2
