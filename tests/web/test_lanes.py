"""Lanes of a timeline: names beside marks lie on nothing, rival dates are drawn, none is lost."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from sayso.analysis.timeline import Entry
from sayso.records.dates import days_later
from sayso.web.drawing.lanes import Chart, Mark, chart, grouped

# As wide as the narrowest chart that shows names, and a letter there.
WIDTH, LETTER = 940, 6.2
SINCE, DAYS = "2020-01-01", 400


def entry(number: int, first: str | None, last: str | None) -> Entry:
    return Entry(
        f"ev-{number}", "CONSULT", None, "actual", first, last, None, "day", "then", "told", "asserted", 1, 1
    )  # fmt: skip


def drawn(days: list[tuple[int, int | None]], titles: list[str]) -> Chart:
    entries = [
        entry(n, days_later(SINCE, first), None if length is None else days_later(SINCE, first + length))
        for n, (first, length) in enumerate(sorted(days, key=lambda d: d[0]))
    ]  # fmt: skip
    named = {one.event: title for one, title in zip(entries, titles, strict=False)}
    until = days_later(SINCE, DAYS - 1)
    return chart([("Ana Ruiz", entries)], [], SINCE, until, titles=named)


def reach(mark: Mark) -> tuple[float, float]:
    """From where to where a mark and its name reach, in pixels."""
    low, high = mark.x / DAYS * WIDTH, mark.x2 / DAYS * WIDTH
    at, long = mark.name_at / 100 * WIDTH, len(mark.name) * LETTER
    if not mark.name:
        return low, high
    return (min(low, at - long), high) if mark.before else (low, max(high, at + long))


@given(
    st.lists(
        st.tuples(st.integers(-5, DAYS), st.none() | st.integers(0, 90)), min_size=1, max_size=90
    ),
    st.lists(st.text(alphabet="abc Ruiz", max_size=70), min_size=90, max_size=90),
)
def test_names_lie_on_nothing(days: list[tuple[int, int | None]], titles: list[str]) -> None:
    """Neither on another name nor on a mark, and they end inside the chart."""
    [lane] = drawn(days, titles).lanes
    named = [mark for mark in lane.marks if mark.name]

    for mark in named:
        at, long = mark.name_at / 100 * WIDTH, len(mark.name) * LETTER
        assert at - long >= -1 if mark.before else at + long <= WIDTH + 1
    for one, other in combinations(lane.marks, 2):
        if one.y == other.y and (one.name or other.name):
            (a, b), (c, d) = reach(one), reach(other)
            assert b <= c + 0.5 or d <= a + 0.5, (one, other)
    assert all(0 < mark.y < lane.height for mark in lane.marks)


def test_a_name_leaves_out_what_the_lane_says() -> None:
    """In the lane of Ana Ruiz her name is not said again, and a long one is cut."""
    titles = ["Ana Ruiz met Tomas Reyl", f"Ana Ruiz met {'Tomas Reyl, ' * 8}"]
    [lane] = drawn([(10, 0), (200, 0)], titles).lanes

    assert lane.marks[0].name == "met Tomas Reyl"
    assert lane.marks[1].name.endswith("…")
    assert len(lane.marks[1].name) == 40


def test_a_full_lane_has_no_names() -> None:
    """Where hundreds lie they would hide the marks; the chart says so."""
    found = drawn([(n, 0) for n in range(100)], ["met somebody"] * 100)

    assert not found.named
    assert not any(mark.name for mark in found.lanes[0].marks)
    assert len(found.lanes[0].marks) == 100


def test_rival_dates_are_drawn_where_they_lie() -> None:
    """Each account's days, and the name behind the last of them; no account's, where all agree."""
    torn = [("2020-03-01", "2020-03-01"), ("2020-06-01", "2020-06-10"), (None, None)]
    entries = [entry(1, "2020-03-01", "2020-03-01"), entry(2, "2020-03-05", "2020-03-05")]
    until = days_later(SINCE, DAYS - 1)
    titles = {"ev-1": "met", "ev-2": "met"}
    [lane] = chart([("x", entries)], [], SINCE, until, {"ev-1": torn}, titles).lanes
    first, second = lane.marks

    assert first.firmness == "rival"
    assert first.others == ((60.5, 60.5), (152.5, 161.5))
    assert first.name_at / 100 * DAYS > 161.5
    assert (second.firmness, second.others) == ("asserted", ())
    assert first.y != second.y


def test_who_takes_part_in_nothing_told_comes_last() -> None:
    """Events without a person have the last lane, however many they are."""
    entries = [entry(n, "2020-03-01", None) for n in range(5)]
    lanes = grouped(
        entries, lambda e: ["Ana"] if e.event == "ev-0" else [], 12, "No person told"
    )  # fmt: skip

    assert [(name, len(found)) for name, found in lanes] == [("Ana", 1), ("No person told", 4)]
