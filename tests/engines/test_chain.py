"""The chain finds the best way through the scores."""

from itertools import pairwise, product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from sayso.engines.chain import Chain

LABELS = 3


def numbers(*shape: int) -> st.SearchStrategy:
    """Tables of whole numbers, so that sums compare exactly."""
    return arrays(np.float32, shape, elements=st.integers(-4, 4).map(float))


def cost(chain: Chain, scores: np.ndarray, way: tuple[int, ...]) -> float:
    """The weight of one row of labels, added up by hand."""
    steps = sum(chain.between[a, b] for a, b in pairwise(way))
    return float(chain.first[way[0]] + steps + sum(scores[i, k] for i, k in enumerate(way)))


@given(numbers(LABELS), numbers(LABELS, LABELS), st.integers(1, 5).flatmap(lambda n: numbers(n, 3)))
def test_no_way_is_better_than_the_best(first, between, scores) -> None:
    """The way found weighs as much as the best of all ways, tried one by one."""
    chain = Chain(first, between)
    every = product(range(LABELS), repeat=len(scores))

    best = chain.best(scores)

    assert cost(chain, scores, tuple(best)) == max(cost(chain, scores, way) for way in every)
