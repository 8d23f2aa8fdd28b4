"""Whatever stands in a text: nothing raises, nothing loops, results keep to the text."""

from __future__ import annotations

import datetime
import gc
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.annotate.times import Conventions, Reading, read_times
from sayso.annotate.times.calendars.gregorian import day_number, from_iso
from sayso.records.dates import bounds

PIECES = [
    "early",
    "late",
    "the",
    "of",
    "in",
    "on",
    "at",
    "5",
    "31",
    "29",
    "30",
    "February",
    "May",
    "2019",
    "BC",
    "AD",
    "12/13/2020",
    "3/4/21",
    "31/31/2020",
    "between",
    "and",
    "to",
    "-",
    ",",
    ".",
    "(",
    ")",
    "since",
    "last",
    "next",
    "Monday",
    "weeks",
    "ago",
    "two",
    "days",
    "later",
    "quarter",
    "third",
    "half",
    "00:61",
    "'89",
    "1990s",
    "0",
    "99",
    "999999999999999999999",
    "a",
    "few",
    "century",
    "year's",
    "end",
    "night",
    "Easter",
    "every",
    "1/0",
    "13th",
    "from",
    "480",
    "Ramadan",
    "1442",
    "Muharram",
    "Tir",
    "AH",
    "then",
    "that",
    "time",
    "killing",
    "attack",
    "FY19",
    "fiscal",
    "2018/19",
    "eve",
    "former",
    "until",
    "by",
    "than",
    "more",
    "less",
    "about",
    "spring",
    "fall",
    "winter",
    "Passover",
    "Nowruz",
    "0001-01-01",
    "9999-12-31",
    "0000",
    "1",
    "million",
    "years",
    "ago",
    "millennium",
    "decades",
    "previously",
    "470s",
    "Purim",
    "before",
    "hours",
    "Dey",
    "1398",
    "third",
    "day",
    "44",
    "3rd",
    "weekend",
    "fortnight",
    "dozen",
    "anniversary",
    "its",
    "his",
    "followed",
    "resigned",
    "outbreak",
    "war",
    "midway",
    "through",
    "within",
    "into",
    "day of",
    "first week of",
    "before last",
    "to the day",
    "year and",
    "ended",
    "0600 GMT",
    "shortly",
    ",",
    "\n\n",
    ".",
    ":",
    ";",
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=24).map(" ".join)
ANCHORS = st.sampled_from(
    (None, "2021", "2021-03", "2021-03-10", "0001-01-01", "9999-12-31", "soon", "2020-02-30")
)
CONVENTIONS = st.builds(
    Conventions,
    fiscal_month=st.integers(1, 12), weekend=st.integers(0, 6), southern=st.booleans(),
    day_first=st.sampled_from((None, True, False)), edge_months=st.integers(1, 6),
)  # fmt: skip


# The grammar is compiled when first used; no example is to be charged with it.
read_times("the day before 3 May", None)


def sound(text: str, found: list[Reading]) -> bool:
    """Readings in order, inside the text, sliceable, their parts inside them, bounds in order."""
    ends = [0, *(one.end for one in found)]
    in_order = all(end <= one.start < one.end for end, one in zip(ends, found, strict=False))
    parts = all(r.start <= part.start < part.end <= r.end for r in found for part in r.parts)
    bounds = all(order(r) for r in found if not r.parts)
    return in_order and parts and bounds and ends[-1] <= len(text)


def order(reading: Reading) -> bool:
    """Whether the first day is not behind the last."""
    if reading.earliest is None or reading.latest is None:
        return True
    return number(reading.earliest) <= number(reading.latest)


def number(day: str) -> int:
    """The number of an ISO day, years before the common era and far ahead included."""
    year, month, of_month = day.removeprefix("-").split("-")
    return day_number(-int(year) if day.startswith("-") else int(year), int(month), int(of_month))


@given(TEXTS, ANCHORS, CONVENTIONS)
def test_any_words_of_time_are_read(text: str, anchor: str | None, settled: Conventions) -> None:
    """Words of time in any order, any date of the report, any conventions."""
    assert sound(text, read_times(text, anchor, conventions=settled))


@given(TEXTS, ANCHORS)
def test_edtf_says_the_same_days(text: str, anchor: str | None) -> None:
    """What the reader writes as EDTF, the codec reads as the same first and last day."""
    for one in read_times(text, anchor):
        ends = [end.lstrip("-") for end in (one.earliest, one.latest) if end]
        # EDTF writes years of five digits and more otherwise, and the codec leaves these open.
        if one.edtf and not one.parts and all(len(end) == 10 for end in ends):
            assert bounds(one.edtf) == (one.earliest, one.latest)


@given(st.binary(max_size=60))
def test_any_bytes_are_survived(data: bytes) -> None:
    """What the guided search puts (tests/annotate/fuzz_times.py), put here without a guide."""
    # The search takes its words from here.
    from tests.annotate.fuzz_times import survives

    survives(data)


@given(st.text(max_size=200), ANCHORS)
def test_any_characters_are_read(text: str, anchor: str | None) -> None:
    """Any characters at all."""
    assert sound(text, read_times(text, anchor))


@given(
    st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 1, 1)),
    st.integers(-2000, 2000),
    st.sampled_from(("yesterday", "tomorrow", "three days ago", "today", "the past 48 hours")),
)
def test_near_words_move_with_the_report(day: datetime.date, by: int, words: str) -> None:
    """A report so many days later means days so many days later."""
    (here,) = read_times(f"They met {words}.", day.isoformat())
    (there,) = read_times(f"They met {words}.", (day + datetime.timedelta(days=by)).isoformat())
    assert number(str(there.earliest)) - number(str(here.earliest)) == by
    assert number(str(there.latest)) - number(str(here.latest)) == by


@given(
    st.dates(datetime.date(1950, 1, 1), datetime.date(2050, 1, 1)),
    st.sampled_from(
        ("the first half of {}", "early {}", "mid-{}", "late {}", "the end of {}", "the second week of {}")
    ),
    st.sampled_from(("month", "year")),
)  # fmt: skip
def test_a_part_lies_within_its_whole(day: datetime.date, part: str, unit: str) -> None:
    """Every part of a month or year lies within it."""
    whole = f"{day:%B %Y}" if unit == "month" else f"{day:%Y}"
    for reading in read_times(f"It was in {part.format(whole)}.", None):
        period = from_iso(f"{day:%Y-%m}" if unit == "month" else f"{day:%Y}")
        assert period
        assert period.first <= number(str(reading.earliest))
        assert number(str(reading.latest)) <= period.last


@pytest.mark.parametrize(
    "unit",
    [
        "12 May 1999 3 June 7 ", "1234567890 May ", "5, ",
        "two days after the killing of X on 3 May. ",
        "A week after the attack he left. On 3 May the attack began. ",
        "two days after the vote that followed the raid by a week, ",
        "the day after the fall of the ",
    ],
)  # fmt: skip
def test_time_grows_with_the_length(unit: str) -> None:
    """Four times the text takes about four times as long, whatever it is made of."""
    gc.disable()
    try:
        short, long = (_seconds(unit, size) for size in (25_000, 100_000))
    finally:
        gc.enable()
    assert long < 10 * short + 0.2


def test_ten_megabytes_are_read() -> None:
    """Ten megabytes of digits and names of months end in good time."""
    started = time.process_time()
    read_times(("1234567890 " * 100 + "May ") * (10_000_000 // 1104), "2021-03-10")
    assert time.process_time() - started < 60


def _seconds(unit: str, size: int) -> float:
    text = unit * (size // len(unit))
    started = time.process_time()
    read_times(text, "2021-03-10")
    return time.process_time() - started
