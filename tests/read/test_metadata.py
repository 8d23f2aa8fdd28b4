"""Title, publisher, author and date: as the report gives them, or unknown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.read.choose import read_document
from sayso.read.metadata.dates import find_date, read_date
from sayso.read.metadata.line import Nouns, day_of_title, told_in
from sayso.read.words.language import language_name
from sayso.records.documents import Document

_BODY = "\n\nThe council met on Tuesday and put its decision off until the autumn, it said.\n"


def told(document: Document) -> tuple[str | None, str | None, str | None, str | None]:
    """Title, publisher, author and date."""
    return document.title, document.publisher, document.author, document.published


def read(head: str, name: str = "a.txt") -> Document:
    """A report that begins like this."""
    return read_document(name, (head + _BODY).encode())


@pytest.mark.parametrize(
    "head",
    [
        "A crane too many\nQuay News\nBy Jane Doe\n3 May 2020",
        "A crane too many\nBy Jane Doe\nQuay News · 3 May 2020",
        "A crane too many\n\nJane Doe, Quay News, May 3, 2020",
        "A crane too many\n\nBy Jane Doe, Quay News, 3rd of May 2020",
        "A crane too many\n\nAuthor: Jane Doe\nPublisher: Quay News\nPublished: 2020-05-03",
        "---\ntitle: A crane too many\npublisher: 'Quay News'\nauthors:\n  - Jane Doe\ndate: 3 May 2020\n---",
    ],
)
def test_the_usual_first_lines_are_understood(head: str) -> None:
    """Byline, date line, labels, front matter: all say the same."""
    assert told(read(head)) == ("A crane too many", "Quay News", "Jane Doe", "2020-05-03")


@pytest.mark.parametrize(
    ("line", "publisher", "author", "published"),
    [
        ("Coast Security Papers, no. 31, June 2016", "Coast Security Papers", None, "2016-06"),
        (
            "By Jane Doe in Rosario del Valle, Friday 18 October 2019",
            None,
            "Jane Doe",
            "2019-10-18",
        ),
    ],
)
def test_one_of_many_and_from_where_it_is_written(
    line: str, publisher: str | None, author: str | None, published: str
) -> None:
    found = told_in(line)
    assert (found.publisher, found.author, found.published) == (publisher, author, published)


def test_what_is_not_said_is_unknown() -> None:
    """A name and a date may be a person's or a house's; dates in the text date nothing."""
    assert told(read("A crane too many\n\nJane Doe, 3 May 2020")) == (
        "A crane too many", None, None, "2020-05-03",
    )  # fmt: skip
    document = read_document("a.txt", b"On 3 May 2020 the mayor opened the quay in the rain.\n")
    assert told(document) == (None, None, None, None)


def test_a_section_named_after_a_month_dates_nothing() -> None:
    """ "Background, March 2020" above the text is a heading and not a byline."""
    assert read("A crane too many\n\nBackground, March 2020").published is None


def test_a_subtitle_is_no_publisher() -> None:
    """A line beside the byline is a name only where all its words begin like names."""
    document = read("A crane too many\nHow the council came into debt\nBy Jane Doe")
    assert told(document) == ("A crane too many", None, "Jane Doe", None)


def test_a_dateline_names_the_agency() -> None:
    """Place, perhaps a date, and the agency in parentheses, before a dash."""
    document = read_document("a.txt", b"LOMAR, May 3, 2020 (Quay News) - The mayor left early.\n")
    assert (document.publisher, document.published) == ("Quay News", "2020-05-03")


@pytest.mark.parametrize(
    ("line", "publisher", "day"),
    [
        ("(Velm, 3 June 2021 - Coastal Desk) A mayor left.", "Coastal Desk", "2021-06-03"),
        ("(Velm, Orland, 3 June 2021) A mayor left.", None, "2021-06-03"),
        ("Velm, 3 June 2021 – The mayor left.", None, "2021-06-03"),
        ("GENEVA, June 3, 2021 (Coastal Wire) - The mayor left.", "Coastal Wire", "2021-06-03"),
        ("Velm; Thursday 3 June 2021: “We left”, he said.", None, "2021-06-03"),
        ("In Velm, 3 June 2021 was a holiday.", None, None),
        ("Velm, 3 June 2021 - the mayor left.", None, None),
        ("He left Velm, 3 June 2021 - A mayor.", None, None),
    ],
)
def test_a_dateline_tells_the_day(line: str, publisher: str | None, day: str | None) -> None:
    """Where and when, in brackets or before a dash, and perhaps who reports."""
    document = read_document("a.txt", f"Freed\n\n{line} It rained all day in the town.\n".encode())
    assert (document.publisher, document.published) == (publisher, day)


def test_a_last_line_of_rights_names_the_publisher() -> None:
    """Only where nothing else did."""
    document = read_document("a.txt", b"The mayor left.\n\nAll rights reserved to Quay News 2020\n")
    assert document.publisher == "Quay News"


def test_arguments_overrule_what_the_file_says() -> None:
    """The reader of a file may know better; dates are turned into EDTF."""
    document = read_document(
        "a.txt", b"T\n\nBy Jane Doe, Quay News, 3 May 2020\n\nIt rained.\n",
        publisher="Harbour Post", published="4 June 2021",
    )  # fmt: skip
    assert told(document) == ("T", "Harbour Post", "Jane Doe", "2021-06-04")


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("3 May 2020", "2020-05-03"),
        ("Sunday, May 3rd, 2020", "2020-05-03"),
        ("Sept. 1 1914", "1914-09-01"),
        ("May 2020", "2020-05"),
        ("2020-05-03T09:00:00Z", "2020-05-03"),
        ("D:20200503120000+02'00'", "2020-05-03"),
        ("03.05.2020", "2020-05-03"),
        ("5/23/2020", "2020-05-23"),
        ("23/5/2020", "2020-05-23"),
        ("1871", "1871"),
        ("3/5/2020", None),
        ("31 February 2020", None),
        ("soon", None),
    ],
)
def test_dates_are_read_only_where_they_mean_one_day(text: str, edtf: str | None) -> None:
    """A date that half the world reads otherwise is unknown."""
    assert read_date(text) == edtf


def test_the_place_of_a_date_is_told() -> None:
    """So that the rest of the line can be read without it."""
    line = "Quay News, 3 May 2020, page 4"
    found = find_date(line)
    assert found is not None
    assert line[found.start : found.end] == "3 May 2020"


def test_another_language_is_kept_and_not_extracted() -> None:
    """A French report is a document like the others, with a note."""
    text = "Le conseil du port s'est réuni mardi et a entendu trois experts sur la grue neuve."
    document = read_document("a.txt", text.encode())
    assert (document.language, document.extracted) == ("fr", False)
    assert document.note is not None and "written in French:" in document.note


def test_foreign_names_in_a_few_english_lines_are_no_language() -> None:
    """Two sentences full of names from elsewhere are read; two in another language are not."""
    english = "Yitzhak Orlan and Binyamin Shafir met Tzipi Dagani. Avichai Mandel indicted him."
    assert read_document("a.txt", english.encode()).extracted
    malay = "Menteri itu mengatakan pada hari Senin bahwa kerajaan akan mundur minggu depan."
    assert not read_document("a.txt", malay.encode()).extracted


def test_too_few_words_have_no_language() -> None:
    """A guess on two words is no knowledge; unknown counts as readable."""
    document = read_document("a.txt", b"Port strike")
    assert (document.language, document.extracted) == (None, True)


NOUNS = Nouns(frozenset({"news", "tribune", "news agency", "bulletin"}),
              frozenset({"release", "statement", "report", "bulletin"}))  # fmt: skip


@pytest.mark.parametrize(
    ("head", "publisher", "author", "published"),
    [
        ("Lake Tribune\n\nA crane too many\n\nBy Jane Doe\n3 May 2020",
         "Lake Tribune", "Jane Doe", "2020-05-03"),
        ("Lake Tribune\nA crane too many\nBy Jane Doe", "Lake Tribune", "Jane Doe", None),
        ("LAKE NEWS AGENCY\n3 May 2020\n\nA crane too many", "LAKE NEWS AGENCY", None, "2020-05-03"),
        ("Orvel Watch | No. 41 | 3 May 2020\n\nA crane too many", "Orvel Watch", None, "2020-05-03"),
        ("Lifters' Union Bulletin, vol. 7\n\nA crane too many", "Lifters' Union Bulletin", None, None),
        ("ORVEL CRANES\nPress release, 3 May 2020\n\nA crane too many",
         "ORVEL CRANES", None, "2020-05-03"),
        ("Orvel Watch, Weekly Brief No. 41, 3 May 2020\n\nA crane too many\n\nBy Jane Doe",
         "Orvel Watch", "Jane Doe", "2020-05-03"),
        ("Orvel Institute, 3 May 2020\n\nA crane too many\n\nBy Jane Doe",
         "Orvel Institute", "Jane Doe", "2020-05-03"),
        ("A crane too many\nOrvel Watch, 3 May 2020, by Jane Doe",
         "Orvel Watch", "Jane Doe", "2020-05-03"),
        ("A crane too many\nOrvel Watch, 3 May 2020 - By Jane Doe",
         "Orvel Watch", "Jane Doe", "2020-05-03"),
        ("A crane too many\n*Orvel Policy Centre, 3 May 2020. By Jane Doe*",
         "Orvel Policy Centre", "Jane Doe", "2020-05-03"),
        ("A crane too many\n*By Jane Doe, in the Annals of Orvel, 2011*",
         "Annals of Orvel", "Jane Doe", "2011"),
        ("A crane too many\n*Correio do Vale, 3 May 2020. By Jane Doe*",
         "Correio do Vale", "Jane Doe", "2020-05-03"),
        ("A crane too many\n*Orvel Policy Centre, Policy Note 7, 3 May 2020. By Jane Doe*",
         "Orvel Policy Centre", "Jane Doe", "2020-05-03"),
        ("A crane too many\n*Orvel Policy Centre, Policy Note 7, 3 May 2020*",
         "Orvel Policy Centre", None, "2020-05-03"),
        ("A crane too many\n*Bulletin of the Lake, 3 May 2020*",
         "Bulletin of the Lake", None, "2020-05-03"),
        ("A crane too many\n*Lake Tribune. Data cut-off: 3 May, 1600 local time*",
         "Lake Tribune", None, None),
        ("A crane too many\nBy Jane Doe in Orvel\n3 May 2020", None, "Jane Doe", "2020-05-03"),
        ("A crane too many\nBy Jane Doe, Quay Dispatch, Orvel, 3 May 2020",
         "Quay Dispatch", "Jane Doe", "2020-05-03"),
        ("A crane too many\nBy Jane Doe for The Lake Review - 3 May 2020",
         "The Lake Review", "Jane Doe", "2020-05-03"),
        ("A crane too many\nJane Doe, Orvel | Lake Tribune | 3 May 2020",
         "Lake Tribune", None, "2020-05-03"),
        ("A crane too many\n*Orvel Crisis Desk, weekly brief 31/2020, 3 May 2020*",
         "Orvel Crisis Desk", None, "2020-05-03"),
        ("A crane too many\nFrom J. Doe, *Cranes of the Lake*, Orvel, 1998", None, "J. Doe", "1998"),
        ("A crane too many\nFrom Orvel, 12 cranes were sent, 1998", None, None, None),
        ("A crane too many\n*Excerpt from: J. Doe, Cranes of the Lake, Orvel, 1998*",
         None, "J. Doe", "1998"),
        ("A crane too many\nFrom: J. Doe, Cranes of the Lake (1998), chapter 4",
         None, "J. Doe", "1998"),
        ("A crane too many\n*Orvelblatt Europa, 3 May 2020. Jane Doe, Orvel*",
         "Orvelblatt Europa", "Jane Doe", "2020-05-03"),
        ("A crane too many\n*Orvel Institute for Cranes. By J. Doe and Ann Lee. May 2020*",
         "Orvel Institute for Cranes", "J. Doe and Ann Lee", "2020-05"),
        ("A crane too many\n*Joint Crane Cell, as of 3 May 2020*",
         "Joint Crane Cell", None, "2020-05-03"),
        ("A crane too many\nThe treaty was signed on 3 May 1742 by the envoys of Orvel.",
         None, None, None),
        ("A crane too many\n*The Orvel News*, 3 May 2020", "The Orvel News", None, "2020-05-03"),
        ("A crane too many\nOrvel Cranes, press release, 3 May 2020",
         "Orvel Cranes", None, "2020-05-03"),
        ("A crane too many\nJoint statement of 3 May 2020", None, None, "2020-05-03"),
        ("A crane too many\nFor immediate release: 3 May 2020", None, None, "2020-05-03"),
        ("A crane too many\n\nPress release, May 3, 2020.", None, None, "2020-05-03"),
    ],
)  # fmt: skip
def test_a_line_over_the_title_is_a_masthead(
    head: str, publisher: str | None, author: str | None, published: str | None
) -> None:
    """An outlet's name, an issue with its number, a line that says what kind of text follows."""
    document = read_document("a.txt", (head + _BODY).encode(), nouns=NOUNS)
    assert told(document) == ("A crane too many", publisher, author, published)


@pytest.mark.parametrize(
    ("title", "published"),
    [
        ("Weekly report: the Orvel crane, 3 May 2020", "2020-05-03"),
        ("Orvel Bulletin, May 3, 2020", "2020-05-03"),
        ("The fall of the crane, 3 May 1920", None),
        ("Report on the fall of 3 May 2020", None),
        ("The fall of Orvel, 1632", None),
    ],
)
def test_a_title_has_the_day_of_the_report_where_it_names_one_of_many(
    title: str, published: str | None
) -> None:
    """What a paper is called by stands before its day; the day of a battle is none."""
    document = read_document("a.txt", (title + _BODY).encode(), nouns=NOUNS)
    assert told(document) == (title, None, None, published)


def test_a_release_without_a_headline_is_by_whom_it_tells_of() -> None:
    """Its first line is who put it out where the text tells of them, else a headline."""
    for head, publisher in (("Orvel Cranes", "Orvel Cranes"), ("New Crane for Orvel", None)):
        text = f"{head}\nPress release, 3 May 2020\n\nOrvel Cranes put up a new crane on Monday.\n"
        document = read_document("a.txt", text.encode(), nouns=NOUNS)
        assert told(document) == (head, publisher, None, "2020-05-03")


def test_a_name_in_capitals_is_written_as_the_text_writes_it() -> None:
    """So that who put a release out and whom it tells of are one."""
    text = "ORVEL CRANES\nPress release\n\nA crane too many\n\nOrvel Cranes regrets the delay.\n"
    assert read_document("a.txt", text.encode(), nouns=NOUNS).publisher == "Orvel Cranes"


def test_whom_the_report_says_somebody_told_is_a_masthead() -> None:
    """Whatever the name: only outlets are told by those whom a report quotes."""
    body = "\n\nThe crane was old, its owner told the Orvel Watch on Monday.\n"
    document = read_document("a.txt", f"Orvel Watch\n\nA crane too many{body}".encode())
    assert (document.title, document.publisher) == ("A crane too many", "Orvel Watch")


@pytest.mark.parametrize(
    ("head", "title"),
    [
        # What stands over a section, or under a title, is no headline, whatever the title is like.
        ("The Orvel Crane\n\nHow it fell", "The Orvel Crane"),
        ("Winter News\nBy Jane Doe\n\nHow it fell", "Winter News"),
        ("Lake Tribune", "Lake Tribune"),
        ("A crane for the Lake Tribune\n\nHow it fell", "A crane for the Lake Tribune"),
    ],
)
def test_a_title_is_no_masthead(head: str, title: str) -> None:
    """Without a sign that it names who publishes, the first line is the title."""
    assert read_document("a.txt", (head + _BODY).encode(), nouns=NOUNS).title == title


@pytest.mark.parametrize(
    "line",
    [
        "Report on the fire of 3 May 2020", "What the statement of 3 May 2020 says",
        "Press release, May 2020", "A statement, 3 May 2020, and what came of it",
    ],
)  # fmt: skip
def test_a_day_told_about_dates_no_report(line: str) -> None:
    """Only a line that is nothing but the kind of text and its day does."""
    document = read_document("a.txt", f"A crane too many\n{line}{_BODY}".encode(), nouns=NOUNS)
    assert document.published is None


def test_a_labelled_title_loses_its_label() -> None:
    """ "Title: ..." names the title; the label is not part of it."""
    document = read("Title: Crane falls in Lomar\nPublisher: Lomar Post\n")
    assert (document.title, document.publisher) == ("Crane falls in Lomar", "Lomar Post")


@pytest.mark.parametrize(
    ("code", "name"),
    [("ary", "Moroccan Arabic"), ("fa", "Persian"), ("en", "English"), ("q0", "q0")],
)
def test_languages_are_called_by_name(code: str, name: str) -> None:
    assert language_name(code) == name


LINES = st.lists(
    st.sampled_from(
        ["3 May 2020", "By", "Ann Lee", "The Orvel News", "Report", ".", ",", " ", "\n", "“", "(", "—",
         "as of", "No. 4", "1600 local time", "May 2020", "*"]
    )
).map("".join)  # fmt: skip


@given(LINES)
def test_any_line_tells_something_or_nothing(line: str) -> None:
    """No line on top of a report is too odd to be looked at, and what it tells is never empty."""
    told = told_in(line, NOUNS)
    assert "" not in (told.title, told.publisher, told.author, told.published)
    assert day_of_title(line, NOUNS) in (None, "2020-05-03")


_NOUNS = Nouns(frozenset({"centre"}), frozenset({"bulletin", "report", "study"}))


@pytest.mark.parametrize(
    ("line", "publisher", "published"),
    [
        ("From a regional history, chapter six. Velm, 1 October 1994", None, "1994-10-01"),
        ("By our crime correspondent, Orl, 4 August 2022", None, "2022-08-04"),
        ("Orl, Norland, Friday 19 February 2016. From our correspondent.", None, "2016-02-19"),
        ("Company history, Orl, 15 May 2009", None, "2009-05-15"),
        ("Orl, Norland. Field bulletin of the Coast Relief Network, 16 July 2013",
         "Coast Relief Network", "2013-07-16"),
        ("Issued by the Coast Maritime Bureau, Orl, 1 December 2011",
         "Coast Maritime Bureau", "2011-12-01"),
        ("Case study 7, Velm Centre for Peace. Published Monday, 27 January 2020",
         "Velm Centre for Peace", "2020-01-27"),
    ],
)  # fmt: skip
def test_a_line_of_its_own_form_tells_at_least_its_day(
    line: str, publisher: str | None, published: str
) -> None:
    document = read_document(
        "a.md", f"# The crane of Orl\n\n{line}\n{_BODY}".encode(), nouns=_NOUNS
    )
    assert (document.publisher, document.published) == (publisher, published)


@pytest.mark.parametrize(
    "line",
    [
        "The crane fell on 3 May 1820",
        "Report on the fire of 3 May 1820",
        "The battle of Orl, Norland, 3 May 1820",
        "What happened on the quay between noon and dusk, and who saw it on 3 May 1820",
    ],
)
def test_a_day_of_the_story_is_not_that_of_the_report(line: str) -> None:
    document = read_document(
        "a.md", f"# The crane of Orl\n\n{line}\n{_BODY}".encode(), nouns=_NOUNS
    )
    assert document.published is None
