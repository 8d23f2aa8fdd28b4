"""Who is tied to whom on a day, and what a turning point changes."""

import pytest

from sayso.analysis.network.bonds import HOLDS, MAY, NOT, focused, holds, largest, network, state
from sayso.analysis.network.places import box, places
from sayso.records.case import Account, Entity, Tie
from sayso.records.spans import Span

WORDS = Account(Span("d-1", 0, 3, "abc"), (), "asserted")


def tie(
    id: str, subject: str, object: str, since: str | None = None, until: str | None = None
) -> Tie:
    return Tie(id, "backs", subject, object, None, None, since, until, "positive", (WORDS,))


def cast(*names: str) -> dict[str, Entity]:
    return {name: Entity(name, "Person", name.upper(), ()) for name in names}


@pytest.mark.parametrize(
    ("since", "until", "day", "expected"),
    [
        ("2020-01-03", "2020-06-30", "2020-03-01", HOLDS),
        ("2020-01-03", "2020-06-30", "2020-01-02", NOT),
        ("2020-01-03", "2020-06-30", "2020-07-01", NOT),
        ("2020-01", None, "2020-01-15", MAY),
        ("2020-01", None, "2019-12-31", NOT),
        (None, "2020-01", "2020-01-15", MAY),
        (None, "2020-01", "2020-02-01", NOT),
        (None, None, "2020-01-15", MAY),
        ("-0044", None, "-0045-06-01", NOT),
    ],
)
def test_a_tie_holds_may_hold_or_does_not(since, until, day: str, expected: str) -> None:
    """A missing or vague date leaves it open; it is never guessed."""
    assert holds(tie("t", "a", "b", since, until), day) == expected


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        ("2020-01-03", None, "begins"),
        ("2020-01", None, "lasts"),
        ("2020-02", None, "begins"),
        (None, "2020-01-02", "ends"),
        (None, "2019", "ends"),
        ("2019", "2021", "lasts"),
        ("2018", "2018", "ends"),
        (None, None, "undated"),
    ],
)
def test_a_turning_point_divides_what_begins_ends_and_lasts(since, until, expected: str) -> None:
    """The pivot is the first day of the time after; what is vague around it lasts."""
    assert state(tie("t", "a", "b", since, until), pivot="2020-01-03") == expected


def test_what_was_over_long_before_is_left_out() -> None:
    """A tie that does not hold on a day is no part of its picture."""
    assert state(tie("t", "a", "b", "2018", "2018"), on="2020-01-03") is None


def test_actors_are_counted_with_who_hangs_on_them_alone() -> None:
    """A hub with two that are tied to nobody else, and one that has another."""
    ties = [
        tie("t-1", "hub", "a"),
        tie("t-2", "hub", "b"),
        tie("t-3", "hub", "c"),
        tie("t-4", "c", "d"),
    ]
    found = network(ties, cast("hub", "a", "b", "c", "d"), {"t-1": 2})

    assert [(a.id, a.ties, a.alone) for a in found.actors[:2]] == [("hub", 3, 2), ("c", 2, 1)]
    assert [b.origins for b in found.bonds if b.tie == "t-1"] == [2]
    assert {a.id for a in focused(found, "a").actors} == {"a", "hub"}
    assert {b.tie for b in largest(found, 2).bonds} == {"t-3"}


def test_a_tie_to_nobody_joins_nobody() -> None:
    """An office alone, oneself, or somebody the case does not know draws no line."""
    lone = Tie("t-1", "holds_office", "a", None, "o", None, None, None, "positive", (WORDS,))
    people = cast("a") | {"o": Entity("o", "Office", "mayor", ())}

    assert network([lone, tie("t-2", "a", "a"), tie("t-3", "a", "zz")], people, {}).bonds == ()


def test_places_are_the_same_each_time_and_do_not_overlap() -> None:
    """The order of the ties changes nothing, and each name can be read."""
    names = [f"person number {n}" for n in range(30)]
    ties = [tie(f"t-{n}", names[n], names[(n * n + 1) % 30]) for n in range(30)]
    spots, height = places(network(ties, cast(*names), {}), 1100)
    again, _ = places(network(list(reversed(ties)), cast(*names), {}), 1100)

    assert spots == again
    assert all(0 <= y <= height for _, y in spots.values())
    for one, (x, y) in spots.items():
        for other, (u, v) in spots.items():
            wide = (box(one.upper()) + box(other.upper())) / 2
            assert one == other or abs(x - u) >= wide or abs(y - v) >= 26
