"""Who held an office on a day: from what is told of comings, goings and days in it."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.records.dates import day_at
from sayso.records.spans import Span
from sayso.resolve.context.terms import LIKELY, SURE, Holder, Told, holder_on

MAY = ("2021-05-07", "2021-05-07")


def told(person: str, seen: str | None = None, since: str | None = None, until: str | None = None):
    return Told(person, since, until, seen, Span("d", 0, 3, "the"))


def who(*tellings: Told, day: tuple[str | None, str | None] = MAY) -> tuple[str, float] | None:
    found = holder_on(tellings, day)
    return (found.person, found.score) if found else None


@pytest.mark.parametrize(
    ("tellings", "wanted"),
    [
        ([told("lee", "2021-05-01")], ("lee", LIKELY)),
        ([told("lee", "2021-06-01")], ("lee", LIKELY)),
        ([told("lee", "2021-05-01"), told("lee", "2021-06-01")], ("lee", SURE)),
        ([told("lee", "2021-05-07")], ("lee", SURE)),
        # Whoever came is there until the next one comes, however long it takes.
        ([told("lee", since="2009"), told("orr", since="2021-06-13")], ("lee", SURE)),
        ([told("lee", since="2009"), told("lee", until="2021-06-13")], ("lee", SURE)),
        ([told("lee", "2021-02-01"), told("orr", since="2022-10-27")], ("lee", SURE)),
        # A successor appointed later is not taken, however short it lasted.
        ([told("orr", since="2021-05-20", until="2021-05-20")], None),
        ([told("orr", "2021-05-20", since="2021-05-20")], None),
        # Somebody else, of whom nobody tells when they came.
        ([told("lee", "2021-05-01"), told("orr", "2021-06-01")], None),
        # Gone by then, and nobody told of since.
        ([told("lee", since="2015", until="2021-04-01")], None),
        ([told("lee", "2021-03-01"), told("lee", until="../2021-05-01")], None),
        # Gone by some later day: then still there, or not.
        ([told("lee", "2021-03-01"), told("lee", until="../2021-09-01")], ("lee", LIKELY)),
        # Long before the first word, and long after the last one.
        ([told("lee", "2022-05-01")], None),
        ([told("lee", "2018-05-01")], None),
        # Two on one day, and two by turns.
        ([told("lee", "2021-05-07"), told("orr", "2021-05-07")], None),
        ([told("lee", "2021-04-01"), told("orr", "2021-04-10"), told("lee", "2021-05-01")], None),
        # Nobody tells when the other had it: enough against what is only likely.
        ([told("lee", "2021-05-01"), told("orr")], None),
        ([told("lee", "2021-05-01"), told("lee", "2021-06-01"), told("orr")], ("lee", SURE)),
        ([told("lee")], None),
        ([], None),
    ],
)  # fmt: skip
def test_who_held_it_on_a_day(tellings: list[Told], wanted: tuple[str, float] | None) -> None:
    assert who(*tellings) == wanted


def test_an_open_day_has_no_holder_and_a_long_one_only_who_was_there_all_through() -> None:
    lee, orr = told("lee", "2021-05-01", since="2021-01-01"), told("orr", since="2021-06-13")
    assert who(lee, orr, day=("2021-05-01", None)) is None
    assert who(lee, orr, day=("2021-05-01", "2021-06-12")) == ("lee", SURE)
    assert who(lee, orr, day=("2021-05-01", "2021-06-30")) is None


def test_what_says_so_is_cited() -> None:
    found = holder_on([told("lee", since="2009"), told("orr", since="2021-06-13")], MAY)
    assert found is not None
    assert found.reasons == (
        "told to come to the office (2009)",
        "the next one told to come to the office (2021-06-13)",
    )
    assert len(found.spans) == 2


DAYS = st.integers(737_000, 738_500).map(day_at)
TOLD = st.builds(
    Told, st.sampled_from(["lee", "orr", "kim"]), st.none() | DAYS, st.none() | DAYS,
    st.none() | DAYS, st.integers(0, 9).map(lambda n: Span("d", n, n + 1, "x")),
)  # fmt: skip


@given(st.lists(TOLD, max_size=8), DAYS, st.randoms(use_true_random=False))
def test_the_order_is_no_matter(tellings: list[Told], day: str, chance: random.Random) -> None:
    mixed = list(tellings)
    chance.shuffle(mixed)
    assert holder_on(mixed, (day, day)) == holder_on(tellings, (day, day))


@given(st.lists(TOLD, max_size=8), DAYS)
def test_who_is_chosen_is_told_of_and_has_not_only_come_later(tellings: list[Told], day: str):
    found: Holder | None = holder_on(tellings, (day, day))
    if found is not None:
        own = [one for one in tellings if one.person == found.person]
        assert own
        assert not all(one.since and one.since > day for one in own)
        assert not all(one.until and one.until < day for one in own)
