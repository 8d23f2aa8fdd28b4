"""Reading times: what expressions mean, and what they hang on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.annotate.times import Reading, read_times

REPORT = "2021-03-10"


def days(text: str, published: str | None = REPORT) -> list[tuple[str, str | None, str | None]]:
    """Words, first and last day of every time in a text."""
    found = read_times(text, published)
    return [(text[one.start : one.end], one.earliest, one.latest) for one in found]


def only(text: str, published: str | None = REPORT) -> Reading:
    """The one time of a text."""
    (found,) = read_times(text, published)
    return found


@pytest.mark.parametrize(
    "words",
    ["4 July 2019", "July 4, 2019", "4th of July 2019", "Thursday, 4 July 2019", "2019-07-04"],
)
def test_a_date_reads_the_same_in_every_order(words: str) -> None:
    """Day, month and year mean one day however English puts them."""
    assert days(f"The strike began on {words}.") == [(words, "2019-07-04", "2019-07-04")]


@pytest.mark.parametrize(
    ("words", "first", "last", "edtf"),
    [
        ("June 2018", "2018-06-01", "2018-06-30", "2018-06"),
        ("the turn of the 20th century", "1895-01-01", "1904-12-31", "1895~/1904~"),
        ("the weekend of 14 July 2018", "2018-07-14", "2018-07-15", "2018-07-14/2018-07-15"),
        ("2018", "2018-01-01", "2018-12-31", "2018"),
        ("the summer of 2018", "2018-06-01", "2018-08-31", "2018-22"),
        ("the third quarter of 2018", "2018-07-01", "2018-09-30", "2018-07/2018-09"),
        ("the 1990s", "1990-01-01", "1999-12-31", "199X"),
        ("the 19th century", "1800-01-01", "1899-12-31", "18XX"),
        ("early May 2018", "2018-05-01", "2018-05-10", "2018-05-01~/2018-05-10~"),
        ("mid-May 2018", "2018-05-11", "2018-05-20", "2018-05-11~/2018-05-20~"),
        ("late February 2020", "2020-02-21", "2020-02-29", "2020-02-21~/2020-02-29~"),
        ("early 2018", "2018-01-01", "2018-04-30", "2018-01~/2018-04~"),
        ("the end of 2018", "2018-11-01", "2018-12-31", "2018-11~/2018-12~"),
        ("the late 1980s", "1987-01-01", "1989-12-31", "1987~/1989~"),
        ("the first half of April 2018", "2018-04-01", "2018-04-15", "2018-04-01~/2018-04-15~"),
        ("the winter of 2018-19", "2018-12-01", "2019-02-28", "2018-24"),
        ("the week of 5 May 2018", "2018-04-30", "2018-05-06", "2018-04-30/2018-05-06"),
        ("the second Tuesday of May 2018", "2018-05-08", "2018-05-08", "2018-05-08"),
        ("Christmas Eve 2018", "2018-12-24", "2018-12-24", "2018-12-24"),
    ],
)
def test_named_periods_have_their_days(words: str, first: str, last: str, edtf: str) -> None:
    """Months, seasons, parts and the like follow the house's convention."""
    found = only(f"The mill closed in {words}.")
    assert (found.earliest, found.latest, found.edtf) == (first, last, edtf)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("between June 4-6, 2018", "2018-06-04", "2018-06-06"),
        ("from 30 May to 2 June 2018", "2018-05-30", "2018-06-02"),
        ("in May – June 2018", "2018-05-01", "2018-06-30"),
        ("between 2014 and 2016", "2014-01-01", "2016-12-31"),
        ("in 2014-16", "2014-01-01", "2016-12-31"),
        ("from March to May 2018", "2018-03-01", "2018-05-31"),
    ],
)
def test_a_range_is_one_time_with_two_ends(words: str, first: str, last: str) -> None:
    """Shared months and years reach both ends, and the whole is one interval."""
    found = only(f"The trial lasted {words}.")
    assert (found.earliest, found.latest, len(found.parts)) == (first, last, 2)


@pytest.mark.parametrize(
    ("words", "members", "edtf"),
    [
        (
            "5, 7 and 9 June 2018",
            ["2018-06-05", "2018-06-07", "2018-06-09"],
            "{2018-06-05,2018-06-07,2018-06-09}",
        ),
        ("June and October 2020", ["2020-06-01", "2020-10-01"], "{2020-06,2020-10}"),
        ("3 May and on 5 June 2018", ["2018-05-03", "2018-06-05"], "{2018-05-03,2018-06-05}"),
        ("30 May and 2 June 2018", ["2018-05-30", "2018-06-02"], "{2018-05-30,2018-06-02}"),
    ],
)
def test_a_list_is_one_time_with_its_members(words: str, members: list[str], edtf: str) -> None:
    """What is said once belongs to every member; the whole is one time and one EDTF set."""
    found = only(f"Hearings took place on {words}.")
    assert [one.earliest for one in found.parts] == members
    assert (found.earliest, found.latest) == (members[0], found.parts[-1].latest)
    assert found.edtf == edtf


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("They met yesterday.", "2021-03-09", "2021-03-09"),
        ("They met three days ago.", "2021-03-07", "2021-03-07"),
        ("They met last month.", "2021-02-01", "2021-02-28"),
        ("They met on Friday.", "2021-03-05", "2021-03-05"),
        ("They will meet next Friday.", "2021-03-12", "2021-03-12"),
        ("They met in November.", "2020-11-01", "2020-11-30"),
        ("Prices rose over the past two years.", "2019-03-10", "2021-03-10"),
        ("They met earlier this year.", "2021-01-01", "2021-03-10"),
        ("They met three Christmases ago.", "2018-12-25", "2018-12-25"),
        ("It opens next Easter, they say.", "2021-04-04", "2021-04-04"),
        ("Since he left, last Christmas, it is shut.", "2020-12-25", "2020-12-25"),
        ("They met two summers ago.", "2019-06-01", "2019-08-31"),
        ("They met the summer before last.", "2019-06-01", "2019-08-31"),
        ("They met the February before last.", "2020-02-01", "2020-02-29"),
    ],
)
def test_near_words_hang_on_the_report(text: str, first: str, last: str) -> None:
    """Yesterday, ago, last and the like count from the report's day, and say so."""
    found = only(text)
    assert (found.earliest, found.latest, found.anchor) == (first, last, "report date")


@pytest.mark.parametrize(
    "text", ["They met yesterday.", "They met in November.", "They met last month."]
)
def test_without_a_report_date_near_words_stay_open(text: str) -> None:
    """Nothing is guessed where nothing is known."""
    assert (only(text, None).earliest, only(text, None).latest) == (None, None)


@pytest.mark.parametrize(
    ("then", "first"),
    [
        ("The next day they left.", "2018-06-05"),
        ("Two weeks later they left.", "2018-06-18"),
        ("A week earlier they had come.", "2018-05-28"),
        ("Two weeks prior they had come.", "2018-05-21"),
        ("The same day they left.", "2018-06-04"),
        ("The following month they left.", "2018-07-01"),
    ],
)
def test_later_and_earlier_hang_on_the_last_date(then: str, first: str) -> None:
    """A relation to what was told counts from the date before it, and quotes it."""
    found = read_times(f"The ship sank on 4 June 2018. {then}", REPORT)[-1]
    assert (found.earliest, found.anchor) == (first, "2018-06-04")


def test_a_cited_report_does_not_move_the_narrative() -> None:
    """A date in brackets with its outlet is the outlet's, not the story's."""
    text = (
        "The ship sank on 4 June 2018 (Harbour Gazette, 9 September 2018). Two days later it rose."
    )
    assert days(text)[-1] == ("Two days later", "2018-06-06", "2018-06-06")


def test_a_narrative_keeps_its_year() -> None:
    """In an account of other years, a date without a year belongs to the year told last."""
    text = (
        "The siege began in May 1871. Peace came in June 1872. The treaty of 1873 followed in "
        "August 1873. On 7 December the king died, and on 3 February his son was crowned."
    )
    assert days(text)[-2:] == [
        ("7 December", "1873-12-07", "1873-12-07"),
        ("3 February", "1874-02-03", "1874-02-03"),
    ]


@pytest.mark.parametrize("line", ["By Ann Lee, Post, 10 March 2021", "10 March 2021"])
def test_the_day_below_a_headline_begins_no_narrative(line: str) -> None:
    """It is the report's own: a month that was is the last one, not the next."""
    text = f"Strike closes schools\n\n{line}\n\nLars Holm took office in October."
    assert days(text)[-1] == ("October", "2020-10-01", "2020-10-31")


@pytest.mark.parametrize("words", ["She died", "They fled", "The court ruled"])
def test_what_was_lies_behind_the_report(words: str) -> None:
    assert days(f"{words} on 16 April.") == [("16 April", "2020-04-16", "2020-04-16")]


def test_a_report_that_opens_with_a_weekday_is_news() -> None:
    """However long somebody is jailed for above it, and however many former years it tells of."""
    text = (
        "Jailed for nine years. The court on Tuesday sentenced him. He took bribes in 2011, in 2012 and "
        "in 2013, ran the port until 2009 and left in 2010. His friend confessed in January."
    )
    assert days(text)[-1] == ("January", "2021-01-01", "2021-01-31")


def test_a_weekday_finds_the_year() -> None:
    """Where day and weekday are told, the nearest year that agrees is meant."""
    assert days("The pact was signed on Tuesday, 4 June.") == [
        ("Tuesday, 4 June", "2019-06-04", "2019-06-04")
    ]


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("since 2015", "2015-01-01", REPORT),
        ("until June 2015", None, "2015-06-30"),
        ("before 4 June 2015", None, "2015-06-03"),
        ("after 4 June 2015", "2015-06-05", REPORT),
        ("not before June 2022", "2022-06-01", None),
        ("no earlier than Easter 2022", "2022-04-17", None),
    ],
)
def test_prepositions_make_bounds(words: str, first: str | None, last: str | None) -> None:
    """Since, until, before and after open one side; the report's day closes the present."""
    found = only(f"The bridge was shut {words}.")
    assert (found.earliest, found.latest) == (first, last)


def test_an_event_with_a_date_carries_what_hangs_on_it() -> None:
    """A distance from an event counts from the date told with it."""
    text = "Three months after the dismissal of the mayor on 4 June 2018, a new one was found."
    assert days(text)[0] == ("Three months", "2018-09-04", "2018-09-04")


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("The day before 5 May 2018", "2018-05-04"),
        ("Two days after 5 May 2018", "2018-05-07"),
        ("Two weeks before 5 May 2018", "2018-04-21"),
    ],
)
def test_a_distance_from_a_date_counts_from_that_date(words: str, first: str) -> None:
    """The preposition belongs to the distance; the date itself stays what it is."""
    (distance, date) = read_times(f"{words} they left.", REPORT)
    assert (distance.earliest, distance.latest) == (first, first)
    assert (date.earliest, date.latest) == ("2018-05-05", "2018-05-05")


def test_figures_learn_their_order_from_the_document() -> None:
    """One date that can be read only one way decides for all; without it both readings bound."""
    assert days("Seen on 25/7/2018 and 3/8/2018.")[-1][1:] == ("2018-08-03", "2018-08-03")
    assert days("Seen on 7/25/2018 and 3/8/2018.")[-1][1:] == ("2018-03-08", "2018-03-08")
    assert only("Seen on 3/8/2018.").edtf == "[2018-03-08,2018-08-03]"


@pytest.mark.parametrize(
    ("words", "type_", "value"),
    [
        ("for three weeks", "DURATION", "P3W"),
        ("for 48 hours", "DURATION", "PT48H"),
        ("for several years", "DURATION", "PXY"),
        ("every month", "SET", "P1M"),
        ("daily", "SET", "P1D"),
    ],
)
def test_lengths_and_sets_lie_nowhere(words: str, type_: str, value: str) -> None:
    """A duration without anchor and a repetition have a value and no days."""
    found = only(f"They worked {words}.")
    assert (found.type, found.value, found.earliest, found.latest) == (type_, value, None, None)


@pytest.mark.parametrize(
    "text",
    [
        "He may march on the town.",
        "A 34-year-old man fell.",
        "Prices fell by a quarter.",
        "The 2,000 men sat down.",
        "They paid 1500 dollars.",
    ],
)
def test_look_alikes_are_no_times(text: str) -> None:
    """Verbs, ages, shares and counts are left alone."""
    assert read_times(text, REPORT) == []


def test_years_before_the_common_era_are_read() -> None:
    """Years may lie before the year 1; ISO writes them astronomically."""
    assert days("The league fought from 479 to 478 BC.") == [
        ("479 to 478 BC", "-0478-01-01", "-0477-12-31")
    ]


WORDS = (
    "early late the of in on at 5 31 29 February May 2019 BC 12/13/2020 3/4/21 between and to - , ."
    " ( ) since last next Monday weeks ago two days later quarter third half 00:61 '89 1990s 0 99"
    " 999999999999999999999 a few \n\n century year's end night Easter every hundred 1/0 13th from"
)
PIECES = st.sampled_from(WORDS.split(" "))


@given(st.lists(PIECES, max_size=14).map(" ".join), st.sampled_from([None, "2021", REPORT]))
def test_any_text_is_read_in_order_without_overlap(text: str, published: str | None) -> None:
    """Whatever stands there: spans lie in the text, ascending, and bounds do not cross."""
    found = read_times(text, published)
    ends = [0, *(one.end for one in found)]
    assert all(end <= one.start < one.end for end, one in zip(ends, found, strict=False))
    assert ends[-1] <= len(text)
    for one in found:
        if one.earliest and one.latest and not one.earliest.startswith("-") and not one.parts:
            assert len(one.earliest) != 10 or one.earliest <= one.latest


@given(st.text(max_size=80))
def test_no_text_breaks_the_reader(text: str) -> None:
    """Any characters at all are read without a fault."""
    assert all(text[one.start : one.end] for one in read_times(text, REPORT))


def test_what_is_still_to_come_leaves_the_story_told_before() -> None:
    """A passage about an earlier year does not hold back a plan for after the report."""
    text = "In March 2017 the firm was fined. Workers plan to march on 20 April."
    assert days(text)[-1] == ("20 April", "2021-04-20", "2021-04-20")


def test_what_is_called_for_a_day_lies_ahead() -> None:
    """And so many days back it would lie behind, were it not fixed "for" that day."""
    assert days("The union called a strike for 20 March.")[-1] == (
        "20 March", "2021-03-20", "2021-03-20",
    )  # fmt: skip
    assert days("The union struck on 20 March.")[-1][1] == "2020-03-20"


@pytest.mark.parametrize(
    "since", ["who had led the port since 2015", "who had led it from 2012 to 2015"]
)
def test_years_of_a_career_leave_the_story_told_before(since: str) -> None:
    """How long somebody has held an office does not move the days told around it."""
    text = f"On 1 March the office was searched. The director, {since}, was held on 4 March."
    assert days(text)[-1] == ("4 March", "2021-03-04", "2021-03-04")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A history that names one year: its days are of that year, printed whenever.
        ("The town was closed in on 3 April 1662.\n\nOn 9 May the garrison sallied out.", "1662-05-09"),
        # The year of what a historian wrote is not the year that he wrote of.
        ("A letter of 12 June 1611 tells of it; Lindqvist (1934) doubts it.\n\nOn 3 July a monk came.",
         "1611-07-03"),
        # A day just before the report is news, however old the church.
        ("The church was hallowed on 3 April 1662.\n\nIt burned down on 1 March.", "2021-03-01"),
        # Who is remembered may be told of beside the news.
        ("He was born on 3 April 1962.\n\nOn 9 February he resigned.", "2021-02-09"),
        # "That year" keeps a passage as a figure does.
        ("It was founded in 1998. In the autumn of that year it moved. On 12 November it opened.",
         "1998-11-12"),
    ],
)  # fmt: skip
def test_days_without_a_year_are_of_the_years_told_of(text: str, expected: str) -> None:
    assert days(text)[-1][1] == expected


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("In the evening he met her.", "2020-05-03"),
        ("In the morning Kern met her.", "2020-05-03"),
        ("In the evening paper he read it.", None),
    ],
)
def test_a_part_of_a_day_opens_a_sentence_on_the_day_told(words: str, day: str | None) -> None:
    """Whoever comes next is no noun that it would describe."""
    found = days(f"They met on 3 May 2020. {words}")[1:]
    assert [first for _, first, _ in found] == ([day] if day else [])


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Fighters of the March 9 Movement left.", 0),
        ("The 14 February Youth Coalition called for strikes.", 0),
        ("On 9 March Movement fighters left.", 1),
    ],
)
def test_a_day_in_the_name_of_a_body_is_no_time(text: str, days: int) -> None:
    assert len(read_times(text, "2020-05-03")) == days


def test_an_hour_is_of_the_day_told_or_of_what_is_news() -> None:
    """ "Before dawn" in a paper of October on the raids of September is not of October."""
    told = (
        "The hamlets were raided between 11 and 14 September 2022.\n\nMen came shortly before dawn."
    )
    *_, late = read_times(told, "2022-10-03")
    *_, news = read_times("Men came to the city shortly before dawn.", "2022-10-03")
    assert (late.earliest, news.earliest) == (None, "2022-10-03")
