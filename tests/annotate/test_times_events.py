"""What hangs on events, on headings and on the story; what never does; and what is said of it."""

from __future__ import annotations

import pytest

from sayso.annotate.times import Conventions, Reading, read_times

REPORT = "2021-03-10"


def last(text: str, published: str | None = REPORT, **more: Conventions) -> Reading:
    """The last time of a text."""
    return read_times(text, published, **more)[-1]


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ("The mayor resigned on 4 June 2018.", "Three days after the resignation"),
        ("On 4 June 2018 the mayor was killed.", "Three days after the killing"),
        ("The town was invaded on 4 June 2018.", "Three days after the invasion"),
        ("She was appointed on 4 June 2018.", "Three days after her appointment"),
        ("The mayor died on 4 June 2018.", "Three days after the death"),
    ],
)
def test_a_noun_finds_the_verb_that_tells_of_it(told: str, words: str) -> None:
    """The event's date is where its verb stands, however far back."""
    text = f"{told} Prices rose.\n\nBread was dear in July 2018. Nobody came.\n\n{words} he left."
    found = last(text)
    assert (found.earliest, found.anchor) == ("2018-06-07", "2018-06-04")


def test_an_event_told_later_is_found_too() -> None:
    """A summary may come before what it sums up."""
    text = "Three days after the resignation he left. The mayor resigned on 4 June 2018."
    assert read_times(text, REPORT)[0].earliest == "2018-06-07"


def test_since_an_event_reaches_to_the_report() -> None:
    """Without a distance the words point to the event, and say that the report closed them."""
    found = last("Haddad was killed on 3 January 2020. Much changed since the killing of Haddad.")
    assert (found.type, found.earliest, found.latest) == ("POINTER", "2020-01-03", REPORT)
    assert "clipped at the report date" in found.why


def test_another_persons_event_is_not_taken() -> None:
    """Who was killed has to be the same."""
    found = last("Haddad was killed on 3 January 2020. Much changed since the killing of Berg.")
    assert (found.earliest, found.latest) == (None, None)
    assert "no date is told" in found.why


@pytest.mark.parametrize("published", [None, REPORT])
def test_an_event_without_a_date_stays_open_and_says_so(published: str | None) -> None:
    """Nothing falls back on the report's date."""
    found = last("Three months after the resignation a new one was found.", published)
    assert (found.earliest, found.latest, found.anchor) == (None, None, None)
    assert found.note == "'resignation': no date is told for it"


@pytest.mark.parametrize(
    "aside",
    [
        "(Harbour Gazette, 9 September 2019)",
        "(an agency wrote on 9 September 2019)",
    ],
)
def test_citations_are_no_anchor(aside: str) -> None:
    """A date in brackets with its source is the source's."""
    found = last(f"The ship sank on 4 June 2018 {aside}. Two days later it rose.")
    assert found.earliest == "2018-06-06"


def test_comparisons_are_no_anchor() -> None:
    """A year that is compared with does not move the story."""
    found = last("The ship sank in June 2018, worse than in 1912. The following month it rose.")
    assert found.earliest == "2018-07-01"


def test_a_heading_dates_its_section() -> None:
    """Months without a year belong to the year of the heading, whatever was told before."""
    text = (
        "2014: The siege\n\nIn March it began. The plan for 2016 was made.\n\nIn May it went on.\n\n"
        "2015: The peace\n\nIn April it ended."
    )
    found = read_times(text, "2019-03-10")
    assert [r.earliest for r in found if text[r.start : r.end] in ("March", "May", "April")] == [
        "2014-03-01", "2014-05-01", "2015-04-01",
    ]  # fmt: skip


def test_items_of_a_list_are_dated_by_their_lead() -> None:
    """What follows in an item hangs on the date it opens with."""
    text = "4 June 2018: The ship sank. The next day it rose.\n\n9 July 2018: The next day it left."
    found = [r.earliest for r in read_times(text, REPORT)]
    assert found == ["2018-06-04", "2018-06-05", "2018-07-09", "2018-07-10"]


@pytest.mark.parametrize(
    ("words", "grain", "mod"),
    [
        ("4 June 2018", "day", None),
        ("early June 2018", "month", "START"),
        ("the end of 2018", "year", "END"),
        ("around 4 June 2018", "day", "APPROX"),
        ("on Monday morning", "part of a day", None),
        ("before June 2018", "month", "BEFORE"),
        ("no later than 4 June 2018", "day", "ON_OR_BEFORE"),
        ("the 1990s", "decade", None),
    ],
)
def test_every_date_tells_its_grain_and_how_it_is_meant(
    words: str, grain: str, mod: str | None
) -> None:
    """The unit a date is told in, and TimeML's mod."""
    found = last(f"It was {words}.")
    assert (found.grain, found.mod) == (grain, mod)


@pytest.mark.parametrize(
    ("words", "settled", "first", "last_day"),
    [
        ("fiscal 2019", Conventions(fiscal_month=10), "2018-10-01", "2019-09-30"),
        ("summer 2018", Conventions(southern=True), "2018-12-01", "2019-02-28"),
        ("over the weekend", Conventions(weekend=4), "2021-03-05", "2021-03-06"),
        ("early June 2018", Conventions(month_parts=(7, 21)), "2018-06-01", "2018-06-07"),
        ("the end of 2018", Conventions(edge_months=3), "2018-10-01", "2018-12-31"),
        ("3/4/2018", Conventions(day_first=True), "2018-04-03", "2018-04-03"),
        ("in recent weeks", Conventions(recent=4), "2021-02-10", REPORT),
    ],
)
def test_conventions_can_be_settled_otherwise(
    words: str, settled: Conventions, first: str, last_day: str
) -> None:
    """What a word means as days is the reader's to say."""
    found = last(f"They met {words}.", conventions=settled)
    assert (found.earliest, found.latest) == (first, last_day)
