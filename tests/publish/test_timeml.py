"""TimeML: valid XML, the whole text, one tag for each time that has a value."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.annotate.times.step import find_times
from sayso.publish.timeml import timeml
from sayso.records.documents import Block, Cleaned, Document
from sayso.records.marks import Time
from sayso.records.notes import Notes


def tagged(text: str) -> ET.Element:
    """The TimeML of a text of 10 March 2021, parsed."""
    document = Document(
        "d-1", "a.txt", "0" * 64, "txt", text, (Block("paragraph", 0, len(text)),),
        Cleaned(text, ((0, 0),)), published="2021-03-10", language="en", title="A & B",
    )  # fmt: skip
    times: tuple[Time, ...] = find_times(Notes(document))
    return ET.fromstring(timeml(document, times).encode())


def tags(text: str) -> list[dict[str, str]]:
    """The attributes of the tags in the text, without their numbers."""
    body = tagged(text).find("TEXT")
    assert body is not None
    return [{k: v for k, v in tag.attrib.items() if k != "tid"} for tag in body]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It sank on 4 June 2018.", [{"type": "DATE", "value": "2018-06-04"}]),
        (
            "It sank in late June 2018.",
            [{"type": "DATE", "value": "2018-06", "mod": "END"}],
        ),
        (
            "It sank yesterday.",
            [
                {
                    "type": "DATE", "value": "2021-03-09", "temporalFunction": "true",
                    "anchorTimeID": "t0",
                }
            ],
        ),
        ("They meet every Friday.", [{"type": "SET", "value": "XXXX-WXX-5"}]),
        ("It sank after the killing.", []),
    ],
)  # fmt: skip
def test_times_are_tagged_with_what_they_mean(text: str, expected: list[dict[str, str]]) -> None:
    """Type, value, mod and the report as anchor; words that only point to an event have no tag."""
    assert tags(text) == expected


def test_a_range_is_a_duration_between_two_points() -> None:
    """TimeML has no tag for a range: it is a duration with a beginning and an end."""
    whole, first, last = tags("It lasted from 4 June 2018 to 6 June 2018.")
    assert (whole["type"], whole["value"]) == ("DURATION", "P3D")
    assert (first["value"], last["value"]) == ("2018-06-04", "2018-06-06")


def test_the_report_is_the_creation_time_and_its_title_stands() -> None:
    """Marks of XML in a title are escaped."""
    root = tagged("It sank.")
    created = root.find("DCT/TIMEX3")
    assert created is not None
    assert (created.get("value"), root.findtext("TITLE")) == ("2021-03-10", "A & B")


@given(
    st.lists(
        st.sampled_from(["4 June 2018", "<b>", "&", "\x00", "\x1b", "5 and 7 May", "2011-13", " "])
    ).map(" ".join)
)
def test_any_text_makes_valid_xml_with_numbers_of_its_own(text: str) -> None:
    """Whatever stands in a report, the document parses, and no tag's id is used twice."""
    ids = [tag.get("tid") for tag in tagged(text).iter("TIMEX3")]
    assert len(ids) == len(set(ids))
