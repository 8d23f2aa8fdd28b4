"""What tells of no event: forecasts, things that somebody has, questions, verbs of other words."""

import pytest

from tests.extract.happenings import events


def kinds(engine, text):
    return [one.account.type for one in events(engine, text)]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee warned that the spillway could not pass a flood.",
        "Residents had their own warnings.",
        "The helicopter that went down off Leeds had been cleared to fly.",
        "The union offered no proof.",
    ],
)
def test_no_event_is_told(engine, text):
    assert kinds(engine, text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Norway warned that its army would strike back.", "THREATEN"),
        ("Norway warned it would set its own quota.", "THREATEN"),
        ("Norway issued a warning to Finland.", "THREATEN"),
        ("A bomb went off in Leeds.", "ASSAULT"),
        ("The union offered to pay half.", "AGREE"),
    ],
)
def test_an_event_is_told_all_the_same(engine, text, kind):
    assert kind in kinds(engine, text)


@pytest.mark.parametrize(
    ("text", "realis"),
    [
        ("Who attacked Norway?", "hypothetical"),
        ("Did Norway attack the port in May 2019?", "hypothetical"),
        ("Norway attacked the port in May 2019.", "actual"),
        ("When Norway attacked the port, did nobody object?", "actual"),
        ("Ann Lee visited Leeds; the stamp, Bo Orr said, was a forgery.", "actual"),
        ("It is false that Norway attacked the port.", "negated"),
    ],
)
def test_a_question_tells_of_nothing_that_happened(engine, text, realis):
    found = [
        one.account.realis
        for one in events(engine, text)
        if one.account.type in ("ASSAULT", "CONSULT")
    ]
    assert found[:1] == [realis]


def test_one_person_of_a_land_is_not_the_land(engine):
    (found,) = events(engine, "Norway accused the Armenian champion of cheating.")
    assert ("target", "Armenia") not in found.who
    (found,) = events(engine, "Norway accused Armenian officials of cheating.")
    assert ("actor", "Norway") in found.who


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("Ann Lee promised a new pier by December 2019.", None, None),
        ("In May 2019 Ann Lee promised a new pier by December 2020.", "2019-05-01", "2019-05-31"),
    ],
)
def test_a_deadline_is_no_day_of_a_promise(engine, text, earliest, latest):
    found = [one.account for one in events(engine, text) if one.account.type == "AGREE"]
    assert [(one.earliest, one.latest) for one in found] == [(earliest, latest)]


def test_a_coffee_is_shared_by_friends(engine):
    assert kinds(engine, "Ann Lee shared a coffee with the strikers in Leeds.") == []
    assert "COOPERATE" in kinds(engine, "Norway shared intelligence with Finland.")


@pytest.mark.parametrize("office", ["chief executive", "coach", "ambassador", "prime minister"])
def test_who_becomes_something_takes_an_office(engine, office):
    found = events(engine, f"Ann Lee became {office} on 3 February 2020.")
    assert [(one.account.type, one.account.earliest) for one in found] == [
        ("APPOINT", "2020-02-03")
    ]
