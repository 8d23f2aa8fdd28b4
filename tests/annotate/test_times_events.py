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


TWO = "The interior minister resigned on 3 May 2018. The defence minister stepped down on 9 June 2018."
VOTE = "The vote was held on 18 September 2018."


@pytest.mark.parametrize(
    ("text", "first", "last_day"),
    [
        (f"{TWO} Two weeks after the interior minister's resignation he", "2018-05-17", None),
        (f"{TWO} A month before the defence minister stepped down, he", "2018-05-09", None),
        (f"{VOTE} The day after the vote he", "2018-09-19", None),
        (f"{VOTE} The night before the vote he", "2018-09-17", None),
        (f"{VOTE} Forty-eight hours before the vote he", "2018-09-16", None),
        (f"{VOTE} On the second anniversary of the vote he", "2020-09-18", None),
        (f"{VOTE} By the first anniversary of the vote he", None, "2019-09-18"),
        (f"{VOTE} Six months to the day after the vote he", "2019-03-18", None),
        (f"{VOTE} A year and two days after the vote he", "2019-09-20", None),
        (f"{VOTE} Within three days of the vote he", "2018-09-18", "2018-09-21"),
        (f"{VOTE} In the two weeks before the vote he", "2018-09-04", "2018-09-18"),
        (f"{VOTE} In the week after the vote he", "2018-09-18", "2018-09-25"),
        (f"{VOTE} On the day of the vote he", "2018-09-18", None),
        ("The war began on 1 July 2018. On day 100 of the war he", "2018-10-08", None),
        ("The war began on 1 July 2018. In the first week of the war he", "2018-07-01", "2018-07-07"),
        (
            "War broke out on 1 July 2018. It ended on 9 May 2019. Since the outbreak of the war he",
            "2018-07-01", REPORT,
        ),
        (f"{VOTE} Two days before the talks that followed the vote by a week he", "2018-09-23", None),
    ],
)  # fmt: skip
def test_what_hangs_on_an_event_is_read_with_all_its_words(
    text: str, first: str | None, last_day: str | None
) -> None:
    """Offices, clauses, anniversaries, stretches before and after, chains, by whatever distance."""
    found = [one for one in read_times(f"{text} spoke.", REPORT) if one.rule != "followed by units"]
    assert found[-1].earliest == first
    assert found[-1].latest == (last_day or first)


def test_the_incident_is_what_has_just_been_told() -> None:
    """A noun that leans on the sentences before takes their only date, and says so."""
    found = last(
        "A ship struck the pier on 4 June 2018. Nobody died. Two days after the accident it"
    )
    assert (found.earliest, found.note) == ("2018-06-06", "taken for what is told of 2018-06-04")


@pytest.mark.parametrize(
    "text",
    [
        "A ship struck the pier on 4 June 2018. Two days after the vote on the harbour it",
        "A ship struck the pier on 4 June 2018, he said on 5 June. Two days after the accident it",
        "A ship sank on 4 March 2021. Two months after the accident it",
        "The minister resigned on 4 June 2018. Two days after the dismissal of his predecessor it",
        "The defence minister resigned on 4 June 2018. A week after the interior minister's resignation",
    ],
)
def test_where_it_may_be_another_event_the_time_stays_open(text: str) -> None:
    """Described, told by two dates, later than the report, somebody else's, of another office."""
    found = last(f"{text} came up.")
    assert (found.earliest, found.latest) == (None, None)
    assert "no date is told" in str(found.note)


def test_the_story_goes_on_from_what_hangs_on_an_event() -> None:
    """The next day is the one behind it."""
    assert (
        last(f"{VOTE} Two weeks after the vote he left. The next day he").earliest == "2018-10-03"
    )


def test_what_stands_beside_a_date_is_that_day() -> None:
    """An apposition needs no counting, and no knowledge of the event."""
    assert (
        last("On 9 April 2018, the day after the fall of Kars, he left.").earliest == "2018-04-09"
    )


def test_his_resignation_is_the_one_just_spoken_of() -> None:
    """Of two resignations a pronoun means that which the time before hangs on."""
    text = (
        "Premier Holm resigned on 28 May 2018; the mayor had resigned on 2 May 2018. Since Holm's "
        "resignation much has changed. A fortnight before his resignation he denied it."
    )
    assert last(text).earliest == "2018-05-14"


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("Two weeks after the vote on peace he left.", True),
        ("A year and two days after the vote on peace he left.", False),
        ("In the first week of the war he left.", False),
        ("By the second anniversary of the vote he left.", False),
    ],
)
def test_a_case_is_asked_only_for_what_it_can_count(words: str, asked: bool) -> None:
    """What hangs on an event by more than one distance, or as a share of it, stays open."""
    assert any(one.hangs for one in read_times(words, REPORT)) is asked


def test_a_heading_names_its_event_in_capitals() -> None:
    """The noun is known by its ending, and the case is asked for it."""
    (found,) = read_times("A Year after the Assassination of Haddad", REPORT)
    assert found.hangs is not None
    assert (found.hangs.noun, found.hangs.names) == ("assassination", ("Haddad",))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("He deserted in 2012 and founded the party a year later.", "2013"),
        ("He deserted in 2012. Two years later he founded the party.", "2014"),
        ("He deserted in 2012, came back two years later and left again a year later.", "2015"),
        ("The mine was opened in 1950. A week later they left it.", "2021-02-16"),
        ("The house was built in 2018. He came back two days later.", "2021-02-11"),
    ],
)
def test_years_are_counted_from_a_year_told_in_passing(words: str, told: str) -> None:
    """In its own sentence, and behind it where they would lead beyond the report."""
    assert last(f"Troops took the town on 9 February 2021. {words}").edtf == told
