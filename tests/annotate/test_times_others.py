"""Other calendars, against dates that are known from almanacs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.annotate.times.calendars import others
from sayso.annotate.times.calendars.feasts import feast
from sayso.annotate.times.calendars.gregorian import from_iso, iso


@pytest.mark.parametrize(
    ("calendar", "year", "month", "first", "last"),
    [
        ("hijri", 1440, 9, "2019-05-06", "2019-06-03"),
        ("hijri", 1442, 1, "2020-08-20", "2020-09-17"),
        ("hijri", 1, 1, "0622-07-19", "0622-08-17"),
        ("solar", 1357, 11, "1979-01-21", "1979-02-19"),
        ("solar", 1399, 1, "2020-03-20", "2020-04-19"),
        ("solar", 1399, 12, "2021-02-19", "2021-03-20"),
    ],
)
def test_months_begin_where_almanacs_have_them(
    calendar: str, year: int, month: int, first: str, last: str
) -> None:
    """Months of both calendars of the Hijra, leap years and the first year included."""
    days = others.month_of(calendar, year, month)
    assert days is not None
    assert tuple(map(iso, days)) == (first, last)


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("eid al-fitr", 2019, "2019-06-04"),
        ("eid al-adha", 2020, "2020-07-31"),
        ("ashura", 2020, "2020-08-29"),
        ("arbaeen", 2020, "2020-10-07"),
        ("quds day", 2019, "2019-05-31"),
        ("nowruz", 2021, "2021-03-21"),
        ("passover", 2020, "2020-04-09"),
        ("rosh hashanah", 2019, "2019-09-30"),
        ("hanukkah", 2019, "2019-12-23"),
        ("purim", 2020, "2020-03-10"),
        ("good friday", 2019, "2019-04-19"),
        ("ash wednesday", 2020, "2020-02-26"),
        ("thanksgiving", 2020, "2020-11-26"),
        ("memorial day", 2020, "2020-05-25"),
        ("orthodox christmas", 2020, "2020-01-07"),
        ("christmas eve", 2020, "2020-12-24"),
        ("easter monday", 1916, "1916-04-24"),
        ("easter", 387, "0387-04-25"),
        ("labor day", 2024, "2024-09-02"),
        ("remembrance sunday", 2018, "2018-11-11"),
        ("tisha b'av", 2023, "2023-07-27"),
        ("diwali", 2013, "2013-11-03"),
        ("diwali", 2018, "2018-11-07"),
        ("diwali", 2022, "2022-10-24"),
        ("diwali", 2024, "2024-10-31"),
        ("lunar new year", 1900, "1900-01-31"),
        ("lunar new year", 1985, "1985-02-20"),
        ("lunar new year", 2007, "2007-02-18"),
        ("lunar new year", 2034, "2034-02-19"),
        ("tet", 1968, "1968-01-30"),
        ("tet", 1985, "1985-01-21"),
        ("tet", 2007, "2007-02-17"),
    ],
)
def test_feasts_fall_where_almanacs_have_them(name: str, year: int, day: str) -> None:
    """Fixed days, weekdays of a month, days about Easter, and those of other calendars."""
    found = feast(name, year)
    assert found is not None
    assert iso(found) == day


@given(
    st.sampled_from(("hijri", "solar")),
    st.integers(1, 1700),
    st.integers(1, 12),
    st.integers(0, 28),
)
def test_months_follow_one_another_and_a_day_finds_its_year(
    calendar: str, year: int, month: int, into: int
) -> None:
    """No day is lost or counted twice, and each lies in the year it was made from."""
    days = others.month_of(calendar, year, month)
    following = others.month_of(calendar, year + month // 12, month % 12 + 1)
    assert days and following
    assert following[0] == days[1] + 1
    assert others.year_at(calendar, min(days[0] + into, days[1])) == year


def test_what_no_calendar_has_is_unknown() -> None:
    """A thirteenth month, a year 0."""
    assert others.month_of("hijri", 1442, 13) is None
    assert others.year_of("solar", 0) is None
    assert from_iso("1442-13-01") is None
