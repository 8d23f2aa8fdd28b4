"""Conflicts of one matter over several reports are one conflict with all who hold its sides."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sayso.analysis.statements.gathering.merging import merged
from sayso.analysis.statements.gathering.raised import Raised
from sayso.analysis.statements.gathering.together import together
from sayso.records.case import Conflict, Side
from sayso.records.spans import Span


def span(document: str) -> Span:
    return Span(document, 0, 4, "told")


def conflict(one: str, other: str, *, values: tuple[str, str] = ("40 boxes", "60 boxes"),
             field: str = "quantity") -> Conflict:  # fmt: skip
    sides = tuple(
        Side(value, (span(id),), (f"voice of {id}",))
        for value, id in zip(values, (one, other), strict=True)
    )
    return Conflict(f"x-{one}-{other}-{field}", "across", (one, other), field, sides, "apart")


def test_a_third_report_joins_the_side_that_it_holds() -> None:
    (found,) = merged([conflict("a", "b"), conflict("c", "b")])

    first, second = found.sides
    assert [s.document for s in first.spans] == ["a", "c"]
    assert first.holders == ("voice of a", "voice of c")
    assert second.holders == ("voice of b",)
    assert set(found.about) == {"a", "b", "c"}


def test_sides_in_another_order_are_the_same_sides() -> None:
    turned = conflict("b", "c", values=("60 boxes", "40 boxes"))

    (found,) = merged([conflict("a", "b"), turned])

    assert found.sides[0].holders == ("voice of a", "voice of c")


def test_other_values_fields_and_passages_are_other_matters() -> None:
    apart = [
        conflict("a", "b"),
        conflict("c", "b", values=("50 boxes", "60 boxes")),
        conflict("c", "b", field="time"),
        conflict("c", "d"),
        conflict("a", "b", field="occurrence"),
        conflict("c", "b", field="occurrence"),
    ]

    assert list(merged(apart)) == apart


@given(st.permutations(["a", "c", "d", "e"]))
def test_the_order_of_reports_changes_no_holder(order: list[str]) -> None:
    (found,) = merged(conflict(one, "b") for one in order)

    assert set(found.sides[0].holders) == {f"voice of {one}" for one in order}


def test_what_an_event_has_raised_is_not_raised_again() -> None:
    raised = Raised()
    assert list(raised.noted([conflict("a", "b")])) == [conflict("a", "b")]

    turned = conflict("b", "a", values=("60  Boxes", "40 boxes"))
    assert raised.holds(turned)


@given(st.sampled_from(["value", "field", "document"]))
def test_what_differs_in_anything_is_raised(other: str) -> None:
    raised = Raised()
    list(raised.noted([conflict("a", "b")]))

    assert not raised.holds(
        conflict(
            "a",
            "c" if other == "document" else "b",
            values=("40 boxes", "70 boxes") if other == "value" else ("40 boxes", "60 boxes"),
            field="time" if other == "field" else "quantity",
        )
    )


def test_what_an_event_is_told_as_is_not_raised_again() -> None:
    """ "Resigned" against "was dismissed", of the event, and of its sentences."""
    raised = Raised()
    list(
        raised.noted([conflict("a", "b", values=("she resigned", "he sacked her"), field="manner")])
    )

    assert raised.holds(conflict("a", "b", values=("resigned", "dismissed"), field="occurrence"))
    assert not raised.holds(
        conflict("a", "c", values=("resigned", "dismissed"), field="occurrence")
    )


def test_a_date_without_its_year_is_not_raised_again() -> None:
    raised = Raised()
    dates = ("1 May 1987", "3 May 1987")
    list(raised.noted([conflict("a", "b", values=dates, field="time")]))

    assert raised.holds(conflict("a", "b", values=("1 May 1987", "3 May"), field="time"))
    assert not raised.holds(conflict("a", "b", values=("1 May 1987", "4 May"), field="time"))


FORTY, SIXTY, NINETY = "40 boxes", "60 boxes", "90 boxes"
THREE = [
    conflict("a", "b", values=(FORTY, SIXTY)),
    conflict("a", "c", values=(FORTY, NINETY)),
    conflict("b", "c", values=(SIXTY, NINETY)),
]


@given(st.permutations(THREE))
def test_three_numbers_of_one_thing_are_one_conflict(pairs: list[Conflict]) -> None:
    """Each side with its own words and holders, whichever pair comes first."""
    (found,) = together(pairs)

    assert {side.value for side in found.sides} == {FORTY, SIXTY, NINETY}
    assert all(len(side.spans) == len(side.holders) == 1 for side in found.sides)
    assert set(found.about) == {"a", "b", "c"}
    assert found.scope == "across"


@given(st.permutations(THREE), st.integers(0, 2))
def test_values_that_go_together_stay_apart(pairs: list[Conflict], left_out: int) -> None:
    """Where two of the three are no conflict, the others are two pairs."""
    left = [one for n, one in enumerate(pairs) if n != left_out]

    assert list(together(left)) == left


def test_four_numbers_and_what_is_of_something_else() -> None:
    """Four part from each other; the same values of another passage, or in another field, or
    within one report, are other matters."""
    values = {"a": FORTY, "b": SIXTY, "c": NINETY, "d": "200 boxes"}
    four = [
        conflict(one, other, values=(values[one], values[other]))
        for one in values for other in values if one < other
    ]  # fmt: skip
    others = [
        conflict("e", "f", values=(FORTY, SIXTY)),
        conflict("a", "b", field="occurrence"),
        replace(conflict("a", "b", values=(FORTY, SIXTY)), scope="within", id="x-w"),
    ]
    found = list(together([*four, *others]))

    assert len(found[0].sides) == 4
    assert found[1:] == others


def test_the_reason_names_all_and_the_worst_is_kept() -> None:
    told = [
        replace(
            one, severity=severity,
            reason=f"The numbers exclude one another: {one.sides[0].value} and {one.sides[1].value}.",
        )
        for one, severity in zip(THREE, ("tension", "contradiction", None), strict=True)
    ]  # fmt: skip
    (found,) = together(told)

    assert found.reason == "The numbers exclude one another: 40 boxes, 60 boxes and 90 boxes."
    assert found.severity == "contradiction"
