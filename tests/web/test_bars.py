"""Bars of a timeline: every event is in one of them, or by its shares in several."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.records.case import Spell
from sayso.records.dates import date_of_key, day_at, number, order
from sayso.web.drawing.bars import Crowd, crowds, grain, table_of
from tests.web.driver import Bench

WINDOWS = (
    ("2020-01-01", "2020-12-31"), ("2015-03-10", "2021-02-07"), ("1890-01-01", "2020-06-30"),
    ("-0300-01-01", "0500-12-31"), ("-1500-01-01", "2020-12-31"), ("-20000-01-01", "2020-12-31"),
)  # fmt: skip


def drawn(spells: list[Spell], window: tuple[str, str]) -> Crowd:
    [lane] = crowds([("All", spells)], window)
    return lane


@given(st.data(), st.sampled_from(WINDOWS))
def test_no_event_is_lost_and_none_is_counted_twice(data: st.DataObject, window) -> None:
    """What lies inside the days drawn makes up the bars; they stand inside, and do not touch."""
    low, high = number(window[0]), number(window[1])
    ends = st.tuples(st.integers(low, high), st.integers(low, high)).map(sorted)
    spells = [
        Spell("AID", day_at(first), day_at(last), many)
        for (first, last), many in data.draw(
            st.lists(st.tuples(ends, st.integers(1, 90)), min_size=1)
        )
    ]
    lane = drawn(spells, window)
    told = sum(one.events for one in spells)

    assert lane.events == told
    assert sum(bar.sure for bar in lane.bars) <= told
    assert sum(bar.sure + bar.may for bar in lane.bars) >= told
    reach = [(bar.x, bar.x + bar.wide) for bar in lane.bars]
    assert all(0 <= first < last <= high - low + 1 for first, last in reach)
    assert all(one[1] <= other[0] for one, other in pairwise(reach))
    assert all(number(b.until) - number(b.since) + 1 == b.wide for b in lane.bars)


def test_an_event_of_a_year_is_no_event_of_january() -> None:
    """It may lie in each of its months, and stands apart from what does."""
    sure, year = Spell("AID", "2020-03", "2020-03", 5), Spell("AID", "2020-01", "2020-12", 24)
    lane = drawn([sure, year], ("2019-01-01", "2021-12-31"))

    assert [(b.since, b.sure, b.may) for b in lane.bars[:3]] == [
        ("2020-01-01", 0, 24), ("2020-02-01", 0, 24), ("2020-03-01", 5, 24),
    ]  # fmt: skip
    assert len(lane.bars) == 12
    march, may = lane.bars[2], lane.bars[4]
    assert march.tall == pytest.approx(march.faint * 5 / 2) == pytest.approx(may.faint * 5 / 2)


def test_a_bar_opens_no_days_that_it_was_not_counted_over() -> None:
    """Where the days asked for begin within a month, its bar does."""
    lane = drawn([Spell("AID", "2020-03", "2020-03", 5)], ("2020-03-10", "2022-03-03"))
    assert [(b.since, b.until, b.x) for b in lane.bars] == [("2020-03-10", "2020-03-31", 0)]


def test_an_open_end_reaches_nowhere_sure() -> None:
    """From a day on, nobody knows how far."""
    lane = drawn([Spell("AID", "2020-03", None, 5)], ("2018-01-01", "2022-03-03"))
    assert [(b.since, b.sure, b.may) for b in lane.bars] == [("2020-03-01", 0, 5)]


def test_long_times_are_drawn_in_wide_bars() -> None:
    """As many as one can see: from days to centuries."""
    assert [grain(window) for window in WINDOWS] == [10, 7, 4, 3, 3, 2]


def test_the_table_says_what_the_bars_show() -> None:
    """Lane by lane, row by row."""
    lanes = crowds(
        [("A", [Spell("AID", "2020-03", "2020-04", 1200)]), ("B", [Spell("AID", "2020-04", "2020-04", 7)])],
        ("2018-01-01", "2022-03-03"),
    )  # fmt: skip
    assert [(bar.since, cells) for bar, cells in table_of(lanes)] == [
        ("2020-03-01", ["0 + 1,200", ""]), ("2020-04-01", ["0 + 1,200", "7"]),
    ]  # fmt: skip


@given(st.integers(-8_000_000, 3_000_000))
def test_days_and_their_numbers_and_keys_are_one(place: int) -> None:
    """Before the common era too."""
    day = day_at(place)
    assert number(day) == place
    assert date_of_key(order(day)) == day


@pytest.mark.parametrize("lanes", ["type", "person", "place"])
def test_where_too_many_fit_the_page_counts_them(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, lanes: str
) -> None:
    """Bars in place of marks, with a table beside them, and a way to each stretch."""
    marks = bench.get(f"/timeline?lanes={lanes}").text
    monkeypatch.setattr("sayso.web.pages.timeline._DRAWN", 3)
    page = bench.get(f"/timeline?lanes={lanes}&page=1")

    assert 'class="m bar"' in page.text
    assert 'class="m bar"' not in marks
    assert "The bars as a table" in page.words
    assert page.text.count("/timeline?from=") > 5
    assert ("of whom the whole case speaks most" in page.words) == (lanes != "type")


def test_by_reports_the_first_are_drawn(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bar of one report would say nothing; what is left out is said."""
    monkeypatch.setattr("sayso.web.pages.timeline._DRAWN", 3)
    page = bench.get("/timeline?lanes=source&page=1")
    assert "The first 3 events of these days are drawn" in page.words
