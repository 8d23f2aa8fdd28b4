"""Pairs brought together by key: the same whether they stay in memory or go to disk."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.store.scratch.shards import Shards

PAIRS = st.lists(st.tuples(st.text(max_size=3), st.integers()), max_size=60)


@given(PAIRS, st.integers(1, 70))
def test_groups_hold_what_was_put_in_its_order(pairs: list[tuple[str, int]], held: int) -> None:
    """However few are held, each key has its values in the order in which they came."""
    shards: Shards[str, int] = Shards(held)
    for key, value in pairs:
        shards.put(key, value)
    found = {key: values for part in shards.parts() for key, values in part.items()}

    assert found == {key: [v for k, v in pairs if k == key] for key, _ in pairs}


def test_few_pairs_never_touch_the_disk() -> None:
    """A file is opened for those that are many only."""
    shards: Shards[int, int] = Shards(held=10)
    for number in range(9):
        shards.put(number, number)
    assert not shards.spilled
    shards.put(9, 9)

    assert shards.spilled
