"""EDTF and days: what is written is read again, years before the common era included."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.records import dates

DAYS = st.dates().map(datetime.date.isoformat)


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2020-03", "2020-03-01", "2020-03-31"),
        ("2020-22", "2020-06-01", "2020-08-31"),
        ("2020-24", "2020-12-01", "2021-02-28"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("18XX", "1800-01-01", "1899-12-31"),
        ("2020-03-21~/2020-03-31~", "2020-03-21", "2020-03-31"),
        ("../2020-02", None, "2020-02-29"),
        ("2020/..", "2020-01-01", None),
        ("{2020-05-05,2020-05-07}", "2020-05-05", "2020-05-07"),
        ("[2018-03-08,2018-08-03]", "2018-03-08", "2018-08-03"),
        ("-0479", "-0479-01-01", "-0479-12-31"),
        ("-0004-02", "-0004-02-01", "-0004-02-29"),
        ("2020-02-30", None, None),
        ("2020-13", None, None),
        ("soon", None, None),
        (None, None, None),
    ],
)
def test_edtf_is_read_as_days(edtf: str | None, first: str | None, last: str | None) -> None:
    """Every form that sayso writes, and none that no calendar has."""
    assert dates.bounds(edtf) == (first, last)


@given(DAYS, DAYS)
def test_what_is_written_is_read_again(one: str, other: str) -> None:
    """An interval of days goes through EDTF unchanged."""
    first, last = sorted((one, other))
    assert dates.bounds(dates.edtf(first, last)) == (first, last)


@given(st.integers(-3000, 3000), st.integers(-3000, 3000))
def test_years_are_ordered_across_the_common_era(one: int, other: int) -> None:
    """The key of order sorts as the years do, and days between them are counted."""
    days = [f"{'-' if y < 0 else ''}{abs(y):04d}-06-01" for y in (one, other)]
    assert dates.before(*days) == (one < other)
    assert (dates.days_between(*days) > 0) == (one < other)


@pytest.mark.parametrize(
    ("text", "day"),
    [("2020", "2020"), ("2020-03", "2020-03"), ("2020-03-31", "2020-03-31"), ("2020-21", None),
     ("2020~", None), ("202X", None), ("2020-03/2020-04", None), ("-0043-03-15", None), (None, None)],
)  # fmt: skip
def test_a_calendar_date_is_one_day_month_or_year(text: str | None, day: str | None) -> None:
    """What is a season, a doubt, a stretch or before our era is none."""
    assert dates.calendar_date(text) == day


def test_what_is_no_date_is_its_own_key() -> None:
    """A case from elsewhere may hold anything; it is still sorted."""
    assert [dates.order(text) for text in ("-", "-x-y-z", "-0044-13-40")] == [
        "-",
        "-x-y-z",
        "-0044-13-40",
    ]
