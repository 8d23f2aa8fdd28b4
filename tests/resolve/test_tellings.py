"""Tellings dealt by key: the same pairs, however an actor dominates, in groups that stay small."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sayso.resolve.events import SAME, Telling, is_dated, same_event
from sayso.resolve.tellings.joining import group_tellings
from sayso.resolve.tellings.pairs import Placed, compared, keys

HUB = Telling(
    "d-0", "CONSULT", "meet", "actual", None, None, frozenset({("actor", "hub"), ("partner", "x")}),
    frozenset(), frozenset({"hub"}),
)  # fmt: skip
FIRST = date(2020, 1, 1)


def telling(number: int, day: int, length: int = 0) -> Telling:
    first = FIRST + timedelta(days=day)
    last = first + timedelta(days=length)
    return replace(HUB, document=f"d-{number}", earliest=str(first), latest=str(last))


@given(st.lists(st.tuples(st.integers(0, 200), st.integers(0, 30)), max_size=25))
def test_every_pair_that_is_one_event_is_joined(days: list[tuple[int, int]]) -> None:
    """Also over the borders of the stretches of time: as if all had been compared."""
    tellings = [telling(n, *day) for n, day in enumerate(days)]
    clusters = group_tellings(tellings)

    for a, one in enumerate(tellings):
        for b, other in enumerate(tellings[:a]):
            if same_event(one, other).score >= SAME:
                assert clusters.find(a) == clusters.find(b)


def test_an_actor_in_every_report_makes_many_groups() -> None:
    """Four thousand tellings of one person over ten years: no group holds a tenth of them."""
    groups: dict[object, list[Placed]] = {}
    for number in range(4000):
        one = telling(number, number % 3650)
        assert is_dated(one)
        for key in keys(one, None):
            groups.setdefault(key, []).append(Placed(number, one))

    assert max(map(len, groups.values())) < 400
    assert sum(len(compared(key, group)) for key, group in groups.items()) < 60_000
