"""Conflicts of one matter over several reports are one conflict with all who hold its sides."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.analysis.statements.gathering.merging import merged
from sayso.analysis.statements.gathering.raised import Raised
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
