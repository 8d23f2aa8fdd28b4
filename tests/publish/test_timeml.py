"""TimeML: valid XML, the whole text, one tag for each time that has a value."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from functools import cache
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree

from sayso.annotate.times.step import find_times
from sayso.publish.timeml import timeml
from sayso.records.documents import Block, Cleaned, Document
from sayso.records.marks import Time
from sayso.records.notes import Notes
from tests.annotate.test_times_survival import TEXTS


@cache
def schema() -> etree.XMLSchema:
    """What TimeML allows a time to be, as a schema of our own."""
    return etree.XMLSchema(etree.parse(Path(__file__).with_name("timeml.xsd")))


def exported(text: str) -> bytes:
    """The TimeML of a text of 10 March 2021."""
    document = Document(
        "d-1", "a.txt", "0" * 64, "txt", text, (Block("paragraph", 0, len(text)),),
        Cleaned(text, ((0, 0),)), published="2021-03-10", language="en", title="A & B",
    )  # fmt: skip
    times: tuple[Time, ...] = find_times(Notes(document))
    return timeml(document, times).encode()


def tagged(text: str) -> ET.Element:
    """The TimeML of a text of 10 March 2021, parsed."""
    return ET.fromstring(exported(text))


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
        (
            "They meet every Friday.",
            [{"type": "SET", "value": "XXXX-WXX-5", "quant": "EVERY"}],
        ),
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


ATTRIBUTES = {
    "tid": r"t\d+", "type": "DATE|TIME|DURATION|SET", "value": ".*", "anchorTimeID": r"t\d+",
    "beginPoint": r"t\d+", "endPoint": r"t\d+", "temporalFunction": "true|false",
    "functionInDocument": "CREATION_TIME|EXPIRATION_TIME|MODIFICATION_TIME|PUBLICATION_TIME|"
    "RELEASE_TIME|RECEPTION_TIME|NONE",
    "mod": "BEFORE|AFTER|ON_OR_BEFORE|ON_OR_AFTER|LESS_THAN|MORE_THAN|EQUAL_OR_LESS|EQUAL_OR_MORE|"
    "START|MID|END|APPROX",
    "quant": ".+", "freq": ".+", "valueFromFunction": r"tf\d+", "comment": ".*",
}  # fmt: skip
DAY = (
    r"(BC)?[\dX]{1,4}(-(W[\dX]{2}(-([1-7]|WE))?|Q[1-4X]|H[12X]|SP|SU|FA|WI|[\dX]{2}(-[\dX]{2})?))?"
)
HOUR = r"T(MO|MI|AF|EV|NI|DT|PM|[\dX]{2}(:[\dX]{2}(:[\dX]{2})?)?)"
LENGTH = r"P(T?[\d.X]+[YMWDHSQECL](O|E)?)+(T?[\d.X]+[HMS])*|PT?[\d.X]+(TH|TM|TS)"
VALUES = {
    "DATE": f"({DAY}|PAST_REF|PRESENT_REF|FUTURE_REF)",
    "TIME": f"({DAY}({HOUR})?|{HOUR})",
    "DURATION": LENGTH,
    "SET": f"({LENGTH}|{DAY}({HOUR})?)",
}


def faults(root: ET.Element) -> list[str]:
    """What TimeML 1.2.1 does not allow, by the lists of elements and attributes of its guidelines.

    Written after the specification, which cannot be fetched where tests run.
    """
    found = [f"<{tag.tag}>" for tag in root if tag.tag not in ("DOCID", "DCT", "TITLE", "TEXT")]
    found += ["no TEXT"] if root.tag != "TimeML" or root.find("TEXT") is None else []
    tags = list(root.iter("TIMEX3"))
    known = {tag.get("tid") for tag in tags}
    for tag in tags:
        of = tag.attrib
        found += [f"no {name}" for name in ("tid", "type", "value") if name not in of]
        found += [
            f"{name}={value!r}" for name, value in of.items()
            if not re.fullmatch(ATTRIBUTES.get(name, "(?!)"), value)
        ]  # fmt: skip
        points = [of[name] for name in ("anchorTimeID", "beginPoint", "endPoint") if name in of]
        found += [f"{point} is no tag" for point in points if point not in known]
        if not re.fullmatch(VALUES.get(of.get("type", ""), "(?!)"), of.get("value", "")):
            found.append(f"{of.get('type')} of value {of.get('value')!r}")
        if {"beginPoint", "endPoint"} & of.keys() and of.get("type") != "DURATION":
            found.append("a point of what is no duration")
        if "anchorTimeID" in of and of.get("temporalFunction") != "true":
            found.append("an anchor without a function")
        if {"quant", "freq"} & of.keys() and of.get("type") != "SET":
            found.append("a quantity of what is no set")
    return found


@pytest.mark.parametrize(
    ("text", "attributes"),
    [
        ("It lasted about two weeks.", {"type": "DURATION", "value": "P2W", "mod": "APPROX"}),
        ("It took more than 3 years.", {"type": "DURATION", "value": "P3Y", "mod": "MORE_THAN"}),
        (
            "Over the past two years it rose.",
            {"type": "DURATION", "value": "P2Y", "endPoint": "t0"},
        ),
        (
            "In the next two years it sinks.",
            {"type": "DURATION", "value": "P2Y", "beginPoint": "t0"},
        ),
        ("They meet every month.", {"type": "SET", "value": "P1M", "quant": "EVERY"}),
    ],
)
def test_how_a_length_is_meant_and_where_it_lies(text: str, attributes: dict[str, str]) -> None:
    """Mods of quantities, ends at the creation time, and what recurs every so often."""
    assert tags(text) == [attributes]


def test_a_later_date_names_the_date_it_hangs_on() -> None:
    """The anchor is the tag of the date told before."""
    body = tagged("It sank on 4 June 2018. Two days later it rose.").find("TEXT")
    assert body is not None
    first, later = body
    assert (later.get("anchorTimeID"), later.get("value")) == (first.get("tid"), "2018-06-06")


def test_the_check_of_the_form_finds_what_is_wrong() -> None:
    """An unknown attribute or mod, a point to no tag, a value of another type."""
    text = (
        '<TimeML><TEXT><TIMEX3 tid="t1" type="DATE" value="P2D" mod="ROUGHLY" beginPoint="t9"'
        ' colour="red"/></TEXT></TimeML>'
    )
    assert len(faults(ET.fromstring(text))) == 5


@example("999999999999999999999 century")
@given(st.one_of(TEXTS, st.text(max_size=80)))
def test_whatever_stands_in_a_report_keeps_to_the_form(text: str) -> None:
    """Only elements, attributes and values that TimeML has; every anchor is a tag."""
    schema().assertValid(etree.fromstring(exported(text)))
    assert faults(tagged(text)) == []


@pytest.mark.parametrize(
    "tag",
    [
        '<TIMEX3 tid="t1" type="DATE"/>',
        '<TIMEX3 tid="t1" type="DAY" value="2018"/>',
        '<TIMEX3 tid="t1" type="DATE" value="4 June"/>',
        '<TIMEX3 tid="t1" type="DATE" value="2018" mod="ROUGHLY"/>',
        '<TIMEX3 tid="t1" type="DATE" value="2018" colour="red"/>',
        '<TIMEX3 tid="t1" type="DATE" value="2018"/><TIMEX3 tid="t1" type="DATE" value="2019"/>',
        '<TIMEX3 tid="t1" type="DATE" value="2018"><TIMEX3 tid="t2" type="SET" value="P1D"/></TIMEX3>',
        "<DATE>2018</DATE>",
    ],
)
def test_the_schema_refuses_what_timeml_does_not_have(tag: str) -> None:
    """Missing, unknown or ill-formed attributes, two tags of one number, tags within tags."""
    good = etree.fromstring(
        '<TimeML><TEXT><TIMEX3 tid="t1" type="DATE" value="2018"/></TEXT></TimeML>'
    )
    assert schema().validate(good)
    assert not schema().validate(etree.fromstring(f"<TimeML><TEXT>{tag}</TEXT></TimeML>"))


@given(
    st.lists(
        st.sampled_from(["4 June 2018", "<b>", "&", "\x00", "\x1b", "5 and 7 May", "2011-13", " "])
    ).map(" ".join)
)
def test_any_text_makes_valid_xml_with_numbers_of_its_own(text: str) -> None:
    """Whatever stands in a report, the document parses, and no tag's id is used twice."""
    ids = [tag.get("tid") for tag in tagged(text).iter("TIMEX3")]
    assert len(ids) == len(set(ids))
