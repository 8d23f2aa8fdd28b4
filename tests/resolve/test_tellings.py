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
            open_ = any(may_be_two(each, tellings) for each in (one, other))
            if same_event(one, other).score >= SAME and not open_:
                assert clusters.find(a) == clusters.find(b)


def may_be_two(vague: Telling, tellings: list[Telling]) -> bool:
    """Whether others tell of two times inside that of one."""
    inside = [
        (t.earliest or "", t.latest or "") for t in tellings
        if (vague.earliest or "") <= (t.earliest or "") and (t.latest or "") <= (vague.latest or "")
    ]  # fmt: skip
    return bool(inside) and max(first for first, _ in inside) > min(last for _, last in inside)


def test_a_month_in_which_there_were_two_is_of_neither() -> None:
    """A visit told with its month alone joins the one visit of that month, and not two."""
    month, third, twentieth = telling(0, 60, 30), telling(1, 62), telling(2, 79)
    same = group_tellings([month, third, replace(third, document="d-9")])
    two = group_tellings([month, third, twentieth])

    assert len(same.groups()) == 1
    assert len(two.groups()) == 3


def test_a_meeting_without_a_day_does_not_make_one_of_two() -> None:
    """Told again in one report: of the only one, not of both."""
    undated = replace(telling(1, 62), earliest=None, latest=None)
    again = [telling(1, 62), undated]

    assert len(group_tellings(again).groups()) == 1
    assert len(group_tellings([*again, telling(1, 79)]).groups()) == 3


def test_a_number_of_events_is_none_of_them() -> None:
    """ "Carried out three attacks in April" is not the attack of the fourth."""
    three = replace(telling(0, 60, 29), several=True)
    assert len(group_tellings([three, telling(1, 62)]).groups()) == 2


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


COUNTED = replace(
    HUB, type="APPOINT", mode="resign", roles=frozenset({("actor", "captains-0")}), persons=frozenset(),
    earliest="2020-08-01", latest="2020-08-31", counts=frozenset({(4.0, 4.0, "captains")}),
    named=False,
)  # fmt: skip
SUBJECT = {f"d-{number}": 0 for number in range(9)}


def counted(number: int, **changes: object) -> Telling:
    """The telling of another report, of people who are others as far as names go."""
    roles = frozenset({("actor", f"captains-{number}")})
    return replace(COUNTED, **{"document": f"d-{number}", "roles": roles, **changes})


def test_one_number_in_two_reports_is_one_event() -> None:
    """ "Four captains resigned in August", in two reports on one subject."""
    both = [counted(0), counted(1)]
    assert len(group_tellings(both, SUBJECT).joined()) == 1
    assert not group_tellings(both, {"d-0": 0, "d-1": 1}).joined()


def test_other_numbers_months_and_places_stay_apart() -> None:
    """So do arrests of one number in one month, and what one report itself tells twice."""
    others = [
        counted(1, counts=frozenset({(3.0, 3.0, "captains")})),
        counted(1, counts=frozenset({(4.0, 4.0, "clerks")})),
        counted(1, earliest="2020-09-01", latest="2020-09-30"),
        counted(1, document="d-0"),
        counted(1, mode="dismiss"),
    ]
    for other in others:
        assert not group_tellings([counted(0), other], SUBJECT).joined()
    lima, orl = counted(0, places=frozenset({"lima"})), counted(1, places=frozenset({"orl"}))
    assert not group_tellings([lima, orl], SUBJECT).joined()
    arrests = [counted(n, type="COERCE", mode="arrest") for n in (0, 1)]
    assert not group_tellings(arrests, SUBJECT).joined()


def test_a_number_without_names_goes_to_the_one_that_names_somebody() -> None:
    """Where two such name different bodies it stays open, in whatever order they come."""
    norvik, sunward = (
        counted(n, roles=frozenset({("actor", name)}), named=True)
        for n, name in ((1, "norvik"), (2, "sunward"))
    )
    assert len(group_tellings([counted(0), norvik], SUBJECT).joined()) == 1
    assert not group_tellings([norvik, sunward], SUBJECT).joined()
    for order in ([counted(0), norvik, sunward], [sunward, counted(0), norvik]):
        assert not group_tellings(order, SUBJECT).joined()
