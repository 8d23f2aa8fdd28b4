"""Calendar arithmetic: laws against the standard library, and years before the year 1."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.annotate.times.calendars import gregorian as calendar

UNITS = ("day", "week", "month", "quarter", "season", "half", "year", "decade", "century")
DAYS = st.integers(-400_000, 3_000_000)


@given(st.dates())
def test_days_agree_with_the_standard_library(date: datetime.date) -> None:
    """Day numbers, weekdays and ISO forms are those of ``datetime``."""
    day = date.toordinal()
    assert calendar.day_number(date.year, date.month, date.day) == day
    assert calendar.civil(day) == (date.year, date.month, date.day)
    assert calendar.weekday(day) == date.weekday()
    assert calendar.iso(day) == date.isoformat()


@given(DAYS, st.sampled_from(UNITS))
def test_a_period_holds_the_day_it_was_made_from(day: int, unit: str) -> None:
    """Every day lies in its week, month, year ..., before the common era too."""
    period = calendar.containing(unit, day)
    assert period.first <= day <= period.last


@given(DAYS, st.sampled_from(UNITS))
def test_periods_follow_one_another_without_gap(day: int, unit: str) -> None:
    """The next period begins on the day after the last."""
    period = calendar.containing(unit, day)
    assert period.shift(1).first == period.last + 1


@pytest.mark.parametrize(
    ("year", "western", "orthodox"),
    [(2019, "2019-04-21", "2019-04-28"), (2022, "2022-04-17", "2022-04-24")],
)
def test_easter_falls_where_the_churches_keep_it(year: int, western: str, orthodox: str) -> None:
    """Both computations of Easter are known to agree with the calendars."""
    assert calendar.iso(calendar.easter(year)) == western
    assert calendar.iso(calendar.orthodox_easter(year)) == orthodox


def test_a_move_stops_at_the_end_of_a_short_month() -> None:
    """A month after 31 January is the last of February."""
    assert calendar.iso(calendar.move(calendar.day_number(2020, 1, 31), 1, "month")) == "2020-02-29"


@pytest.mark.parametrize("text", ["2020-13-01", "2020-02-30", "", None, "soon", "20-1-1"])
def test_what_is_no_date_is_none(text: str | None) -> None:
    """Broken dates are unknown, never mended."""
    assert calendar.from_iso(text) is None
