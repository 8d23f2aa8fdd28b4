"""Conflicts field by field: what cannot all be right, and nothing that can."""

from dataclasses import replace
from typing import Any

import pytest

from sayso.analysis.conflicts import find_conflicts
from sayso.records.case import Conflict
from tests.factory import Builder, number, takes

TEXT = "First it happened here. Then another told it so. Nothing of the kind took place."
FIRST, SECOND, THIRD = "First it happened here", "Then another told it so", "Nothing of the kind"


class Dispute:
    """Two accounts of one event, and what sayso finds between them."""

    def __init__(self) -> None:
        self.case = Builder()
        self.one = self.case.report("one", TEXT, publisher="Paper One")
        self.two = self.case.report("two", TEXT, publisher="Paper Two")
        self.places = {
            name: self.case.add("Place", name)
            for name in ("Velm", "Old Velm", "Norburg", "Ostland", "Westland")
        }
        self.people = {name: self.case.add("Person", name) for name in ("Ada", "Bo")}
        self.case.parts.countries = ("Ostland", "Westland")

    def over(
        self, first: dict[str, Any], second: dict[str, Any], kind: str = "STATE"
    ) -> list[Conflict]:
        self.case.event(
            kind,
            self.case.told(self.one, FIRST, **first),
            self.case.told(self.two, SECOND, **second),
        )
        return list(self.case.view().conflicts())


def days(first: str | None, last: str | None) -> dict[str, Any]:
    return {"earliest": first, "latest": last}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("2020-01-03", "2020-01-03"), ("2020-01-05", "2020-01-05")),
        (("2020-01-01", "2020-01-31"), ("2020-02-01", "2020-02-29")),
        ((None, "2020-01-03"), ("2020-01-05", None)),
    ],
)
def test_dates_that_cannot_both_be_right_are_a_conflict(one: Any, other: Any) -> None:
    """Two intervals that share no day."""
    (found,) = Dispute().over(days(*one), days(*other))

    assert (found.field, found.scope, len(found.sides)) == ("time", "across", 2)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("2020-01-03", "2020-01-03"), ("2020-01-01", "2020-01-31")),
        ((None, "2020-01-03"), ("2020-01-01", "2020-01-01")),
        ((None, None), ("2020-01-01", "2020-01-01")),
        ((None, "2020-01-03"), (None, "2020-02-03")),
    ],
)
def test_a_wider_or_unknown_date_is_no_conflict(one: Any, other: Any) -> None:
    """Less exact is not different."""
    assert Dispute().over(days(*one), days(*other)) == []


def test_both_sides_are_quoted_with_their_holders() -> None:
    """Neither is chosen; the reason is a sentence."""
    dispute = Dispute()
    said = dispute.case.said(dispute.two, SECOND, "Wire", "Ada")
    dispute.case.event(
        "STATE",
        dispute.case.told(dispute.one, FIRST, **days("2020-01-03", "2020-01-03")),
        dispute.case.told(dispute.two, SECOND, said, **days("2020-01-05", "2020-01-05")),
    )
    (found,) = dispute.case.view().conflicts()

    assert [side.value for side in found.sides] == ["3 January 2020", "5 January 2020"]
    assert [side.holders for side in found.sides] == [("Paper One",), ("Ada",)]
    assert [span.quote for side in found.sides for span in side.spans] == [FIRST, SECOND]
    assert found.severity == "contradiction"
    told = "3 January 2020 and 5 January 2020"
    assert found.reason == f"The dates do not overlap (contradiction): {told}."


@pytest.mark.parametrize(
    ("one", "other", "conflict"),
    [
        (("Velm",), ("Norburg",), True),
        (("Ostland",), ("Westland",), True),
        (("Velm",), ("Ostland",), False),
        (("Velm",), ("Old Velm",), False),
        (("Velm", "Norburg"), ("Ostland",), False),
        (("Velm",), (), False),
        (("Velm",), ("Velm",), False),
    ],
)
def test_places_are_a_conflict_only_where_none_may_hold_the_other(
    one: tuple[str, ...], other: tuple[str, ...], conflict: bool
) -> None:
    """A town and a country may be one within the other; two towns are not."""
    dispute = Dispute()
    found = dispute.over(
        {"places": tuple(dispute.places[name] for name in one)},
        {"places": tuple(dispute.places[name] for name in other)},
    )

    assert [c.field for c in found] == (["place"] if conflict else [])


@pytest.mark.parametrize(
    ("one", "other", "conflict"),
    [
        (number(16, "trucks"), number(20, "trucks"), True),
        (number(16, "trucks", "more_than"), number(20, "trucks"), False),
        (number(175, "trucks", "about"), number(180, "trucks"), False),
        (number(175, "trucks", "about"), number(300, "trucks"), True),
        (number(16, "trucks"), number(20, "men"), False),
    ],
)
def test_numbers_are_a_conflict_where_their_bounds_exclude_each_other(
    one: Any, other: Any, conflict: bool
) -> None:
    """About and at least leave room; different units are different things."""
    found = Dispute().over({"quantities": (one,)}, {"quantities": (other,)})

    assert [c.field for c in found] == (["quantity"] if conflict else [])


@pytest.mark.parametrize(("kind", "conflict"), [("ASSAULT/kill", True), ("ASSAULT/armed", False)])
def test_those_killed_are_counted_with_or_without_a_word_for_them(
    kind: str, conflict: bool
) -> None:
    """ "Killing seventeen" and "thirty people had died" are two numbers of dead."""
    bare = replace(number(17, "people"), unit=None)
    found = Dispute().over({"quantities": (bare,)}, {"quantities": (number(30, "people"),)}, kind)

    assert [c.field for c in found] == (["quantity"] if conflict else [])


@pytest.mark.parametrize(
    ("one", "other", "conflict"),
    [
        (number(12, "guards"), number(0, "people"), True),
        (number(7, "civilians"), number(9, "people"), True),
        (number(7, "soldiers"), number(9, "people"), False),
    ],
)
def test_who_was_killed_is_all_the_dead_or_a_part_of_them(
    one: Any, other: Any, conflict: bool
) -> None:
    """Nobody is none of any; civilians alone are all; of nine dead seven may be soldiers."""
    found = Dispute().over({"quantities": (one,)}, {"quantities": (other,)}, "ASSAULT/kill")

    assert [c.field for c in found] == (["quantity"] if conflict else [])


def test_rival_purposes_of_different_voices_are_told_apart() -> None:
    """Two reasons by two voices; shared words are one reason in other words."""
    rival = Dispute().over({"purpose": "to sign a loan"}, {"purpose": "to calm the workers"})
    alike = Dispute().over({"purpose": "to calm the workers"}, {"purpose": "calming workers"})

    assert [c.field for c in rival] == ["purpose"]
    assert alike == []


def test_a_denial_against_an_assertion_is_a_conflict_on_occurrence() -> None:
    """And the denial takes no part in disputes over details."""
    (found,) = Dispute().over(
        {"firmly": "asserted", **days("2020-01-03", "2020-01-03")},
        {"firmly": "denied", **days("2020-01-05", "2020-01-05")},
    )

    assert found.field == "occurrence"
    assert [side.value for side in found.sides] == ["it happened", "it did not happen"]


def test_actors_conflict_only_as_people_or_countries() -> None:
    """A body may act through its own arm, so bodies never do."""
    people = Dispute()
    found = people.over(
        {"participants": takes("actor", people.people["Ada"])},
        {"participants": takes("actor", people.people["Bo"])},
        "ASSAULT/kill",
    )
    bodies = Dispute()
    army, guard = (bodies.case.add("Organization", name) for name in ("Army", "Guard"))
    quiet = bodies.over(
        {"participants": takes("actor", army)}, {"participants": takes("actor", guard)}, "ASSAULT"
    )

    assert [c.field for c in found] == ["responsibility"]
    assert quiet == []


def test_within_one_report_the_scope_is_within() -> None:
    """A report may contradict itself."""
    dispute = Dispute()
    dispute.case.event(
        "STATE",
        dispute.case.told(dispute.one, FIRST, **days("2020-01-03", "2020-01-03")),
        dispute.case.told(dispute.one, SECOND, **days("2020-01-05", "2020-01-05")),
    )

    assert [c.scope for c in dispute.case.view().conflicts()] == ["within"]


def test_one_office_with_two_holders_at_one_time_is_a_conflict() -> None:
    """Only where both terms are closed and overlap; a handover is none."""

    def terms(*bounds: tuple[str | None, str | None]) -> list[Conflict]:
        dispute = Dispute()
        body = dispute.case.add("Organization", "Board")
        for (since, until), who in zip(bounds, dispute.people.values(), strict=True):
            account = dispute.case.told(dispute.one, FIRST)
            dispute.case.tie_of(
                "holds_office", who, body, account, office="chair", since=since, until=until
            )
        return list(dispute.case.view().conflicts())

    assert [c.field for c in terms(("2019", "2021"), ("2020", "2022"))] == ["participants"]
    assert terms(("2019", "2020"), ("2020", "2022")) == []
    assert terms(("2019", None), ("2020", "2022")) == []


def test_a_tie_affirmed_and_denied_is_a_conflict() -> None:
    """Both polarities of one tie, at times that may be the same."""
    dispute = Dispute()
    ada, bo = dispute.people.values()
    dispute.case.tie_of("backs", ada, bo, dispute.case.told(dispute.one, FIRST))
    dispute.case.tie_of(
        "backs", ada, bo, dispute.case.told(dispute.two, THIRD), polarity="negative"
    )
    (found,) = dispute.case.view().conflicts()

    assert found.field == "occurrence"
    assert [side.value for side in found.sides] == ["Ada backs Bo", "Ada does not back Bo"]


def test_without_entities_sides_show_ids() -> None:
    """Nothing is guessed about what is not known."""
    dispute = Dispute()
    dispute.over({"places": (dispute.places["Velm"],)}, {"places": (dispute.places["Norburg"],)})
    (found,) = find_conflicts(dispute.case.parts.events.values(), (), {}, {})

    assert [side.value for side in found.sides] == [
        dispute.places["Velm"],
        dispute.places["Norburg"],
    ]
    assert found.sides[0].holders == ("author",)


class Slip:
    """Two events of one kind in two reports, by default about the same people in one place."""

    def __init__(self) -> None:
        self.dispute = Dispute()
        self.ada, self.bo = self.dispute.people.values()
        self.velm = self.dispute.places["Velm"]

    def between(
        self,
        first: str,
        second: str,
        *,
        kind: str = "CONSULT/meet",
        other: str = "",
        same_report: bool = False,
        **facts: Any,
    ) -> list[Conflict]:
        case, one, two = self.dispute.case, self.dispute.one, self.dispute.two
        who = (*takes("actor", self.ada), *takes("partner", self.bo))
        told = {"participants": who, "places": (self.velm,), **facts}
        case.event(kind, case.told(one, FIRST, **days(first, first), **told))
        case.event(
            other or kind, case.told(one if same_report else two, SECOND, **days(second, second), **told)
        )  # fmt: skip
        return list(case.view().conflicts())


def test_one_meeting_on_two_close_days_is_a_conflict_of_dates() -> None:
    """Two reports, the same people, a day apart, and no report that tells of both."""
    (found,) = Slip().between("2020-08-16", "2020-08-17")

    assert (found.field, found.scope, len(found.about)) == ("time", "across", 2)
    assert [side.value for side in found.sides] == ["16 August 2020", "17 August 2020"]


@pytest.mark.parametrize(
    "facts",
    [
        {"second": "2020-08-26"},
        {"second": "2020-08-17", "same_report": True},
        {"second": "2020-08-17", "kind": "PROTEST/demonstrate"},
        {"second": "2020-08-17", "participants": ()},
        {"second": "2020-08-17", "kind": "CONSULT/visit", "places": ()},
    ],
)
def test_what_may_well_be_two_events_is_no_conflict(facts: dict[str, Any]) -> None:
    """Weeks apart, told as two in one report, or daily business."""
    assert Slip().between("2020-08-16", **facts) == []


def test_nobody_is_killed_twice() -> None:
    """Two dates of one death are a conflict however far apart."""
    slip = Slip()
    victim = {"participants": takes("target", slip.ada)}

    assert [
        c.field for c in slip.between("2020-01-03", "2021-01-03", kind="ASSAULT/kill", **victim)
    ] == ["time"]


def test_resigned_or_dismissed_is_a_conflict_of_manner() -> None:
    """One office left in two ways within days."""
    slip = Slip()
    case = slip.dispute.case
    case.event(
        "APPOINT/resign",
        case.told(slip.dispute.one, FIRST, participants=takes("actor", slip.ada), **days("2022-03-10", "2022-03-10")),
    )  # fmt: skip
    case.event(
        "APPOINT/dismiss",
        case.told(
            slip.dispute.two,
            SECOND,
            participants=(*takes("actor", slip.bo), *takes("target", slip.ada)),
            **days("2022-03-10", "2022-03-10"),
        ),
    )
    (found,) = case.view().conflicts()

    assert found.field == "manner"
    assert {side.value for side in found.sides} == {"Ada resigned", "Bo dismissed Ada"}
