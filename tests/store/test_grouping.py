"""Keys bring numbers together, on disk."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.store.grouping import Grouping

PAIRS = st.lists(st.tuples(st.text(st.characters(codec="utf-8"), max_size=3), st.integers(0, 9)))


@given(PAIRS, PAIRS)
@settings(max_examples=50, deadline=None)
def test_groups_do_not_depend_on_the_order_of_pairs(first, second) -> None:
    """Keys ascend, numbers ascend, each once."""
    expected: dict[str, set[int]] = {}
    for key, number in (*first, *second):
        expected.setdefault(key, set()).add(number)
    with Grouping() as grouping:
        grouping.add_many(first)
        grouping.add_many(iter(second))
        assert list(grouping.groups()) == [(k, sorted(v)) for k, v in sorted(expected.items())]


def test_nothing_gives_no_groups() -> None:
    """An empty case has nobody to compare."""
    with Grouping() as grouping:
        grouping.add_many([])
        assert list(grouping.groups()) == []


def test_many_pairs_go_through_little_memory() -> None:
    """More pairs than a batch, counted while they stream."""
    with Grouping() as grouping:
        grouping.add_many((f"{n % 1000:04}", n) for n in range(50_000))
        assert sum(len(numbers) for _, numbers in grouping.groups()) == 50_000
