"""Which tellings are of one event."""

from dataclasses import replace

from sayso.resolve.events import Telling, same_event
from sayso.resolve.tellings.joining import group_tellings

VISIT = Telling(
    "d-1", "CONSULT", "visit", "actual", "2021-05-03", "2021-05-03",
    frozenset({("actor", "e-ana"), ("partner", "e-union")}), frozenset({"e-porto"}),
    frozenset({"e-ana"}),
)  # fmt: skip
KILLING = Telling(
    "d-1", "ASSAULT", "kill", "actual", "2021-06-01", "2021-06-01",
    frozenset({("target", "e-omar")}), frozenset(), frozenset({"e-omar"}),
)  # fmt: skip


def is_same(a: Telling, b: Telling) -> bool:
    return len(group_tellings([a, b]).groups()) == 1


def test_the_same_visit_told_elsewhere_is_one_event() -> None:
    """Same kind, overlapping days, the same person in the same role."""
    vaguer = replace(
        VISIT, document="d-2", earliest="2021-05-01", latest="2021-05-10",
        roles=frozenset({("actor", "e-ana")}), places=frozenset(),
    )  # fmt: skip

    assert is_same(VISIT, vaguer)


def test_another_day_is_another_visit() -> None:
    """The days must overlap."""
    assert not is_same(VISIT, replace(VISIT, earliest="2021-05-09", latest="2021-05-09"))


def test_another_place_is_not_taken_for_the_same() -> None:
    """Two places not known to be one keep two visits apart."""
    assert not is_same(VISIT, replace(VISIT, document="d-2", places=frozenset({"e-lisbon"})))


def test_another_person_in_the_role_is_another_event() -> None:
    """Ana's meeting with the union is not Omar's."""
    other = replace(
        VISIT, roles=frozenset({("actor", "e-omar"), ("partner", "e-union")}),
        persons=frozenset({"e-omar"}),
    )  # fmt: skip

    assert not is_same(VISIT, other)


def test_a_killing_without_a_date_is_the_killing() -> None:
    """A person is killed once: the victim alone tells which event it is."""
    bare = replace(KILLING, document="d-2", earliest=None, latest=None)

    assert is_same(KILLING, bare)


def test_vague_dates_do_not_make_events_one() -> None:
    """Two things in one year are not yet one thing."""
    year = replace(VISIT, document="d-2", earliest="2021-01-01", latest="2021-12-31")

    assert same_event(VISIT, year).score < 0.75


def test_to_deny_one_thing_is_not_to_deny_another() -> None:
    """That Ana did not visit the union says nothing of her visit to the crown."""
    denied = replace(VISIT, realis="negated")
    other = replace(
        denied, roles=frozenset({("actor", "e-ana"), ("partner", "e-crown")}), places=frozenset()
    )

    assert is_same(VISIT, denied)
    assert not is_same(VISIT, other)


def test_what_is_planned_is_not_what_happened() -> None:
    """A plan and an act stay two."""
    assert not is_same(VISIT, replace(VISIT, document="d-2", realis="planned"))


def test_two_reports_with_rival_dates_tell_of_one_event() -> None:
    """Same people, same kind, two days apart: one event, and a conflict about its date."""
    rival = replace(VISIT, document="d-2", earliest="2021-05-05", latest="2021-05-05")

    assert is_same(VISIT, rival)


def test_rival_dates_never_join_two_dates_of_one_report() -> None:
    """A report that tells of two visits knows them apart."""
    later = replace(VISIT, earliest="2021-05-06", latest="2021-05-06")
    between = replace(VISIT, document="d-2", earliest="2021-05-05", latest="2021-05-05")
    groups = group_tellings([VISIT, between, later]).groups()

    assert groups == {0: [0, 1], 2: [2]}


def test_a_late_report_without_a_date_is_not_the_early_event() -> None:
    """Told again in the same report, but bounded by a day far off: not the same meeting."""
    again = replace(VISIT, earliest=None, latest="2021-05-20")
    late = replace(VISIT, earliest=None, latest="2021-12-05")

    assert is_same(VISIT, again)
    assert not is_same(VISIT, late)


def test_three_visits_are_none_of_them() -> None:
    """A sentence that counts events of a kind is not the telling of one of them."""
    three = replace(
        VISIT, earliest="2021-05-01", latest="2021-05-31", places=frozenset(),
        counts=frozenset({(3.0, 3.0, "visits")}),
    )  # fmt: skip
    days = replace(three, counts=frozenset({(3.0, 3.0, "days")}))

    assert not is_same(VISIT, three)
    assert is_same(VISIT, days)


def test_what_a_report_denies_of_somebody_is_what_it_tells_of_him() -> None:
    """ "Her dismissal in April", "has denied that she was dismissed": not in another report."""
    denial = replace(KILLING, realis="negated", earliest=None, latest=None)
    named = replace(KILLING, type="APPOINT", mode="dismiss")
    unnamed = replace(denial, type="APPOINT", mode="dismiss")

    assert is_same(named, unnamed)
    assert not is_same(named, replace(unnamed, document="d-2"))
    assert not is_same(named, replace(unnamed, roles=frozenset({("actor", "e-ana")})))
