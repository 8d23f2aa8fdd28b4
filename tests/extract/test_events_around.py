"""Days and places that stand around what an event is told with: rows, headings, fronts, targets."""

import pytest

from sayso.engines.spacy import SpacyEngine
from sayso.read.choose import read_document
from sayso.records.accounts import EventAccount
from sayso.records.notes import Notes
from tests.extract.happenings import event, events, read_on

TABLE = """
| Date | What | Where |
|---|---|---|
| 3 May 2020 | Ann Lee visited the mayor | Ankara |
| June 2020 | Omar Haddad was appointed governor of the Norsk Bank | Oslo |
"""
DIARY = """# 3 May 2020

Ann Lee visited Ankara. She met Omar Haddad, who had been elected mayor.

# 5 May 2020

Rebels shelled Homs airport. On 1 May 2020 they had shelled Hama airport.

# Outlook

The army attacked Omar Haddad.
"""


def read(engine: SpacyEngine, text: str) -> tuple[Notes, tuple[EventAccount, ...]]:
    """The notes and events of a text in Markdown."""
    document = read_document("a.md", text.encode(), published="2021-03-01")
    notes = read_on(Notes(document), engine)
    return notes, notes.events


def test_a_row_gives_its_cells_day_and_place(engine) -> None:
    """A cell that is nothing but a date, or a place, is so for the whole row."""
    notes, found = read(engine, TABLE)
    names = {entity.id: entity.name for entity in notes.entities}
    told = {(e.type, e.edtf, tuple(names[p] for p in e.places)) for e in found}

    assert told == {("CONSULT", "2020-05-03", ("Ankara",)), ("APPOINT", "2020-06", ("Oslo",))}
    for account in found:
        account.span.check(notes.document.text)


def test_date_lines_head_the_entries_of_a_chronology(engine) -> None:
    """Main clauses are of the day; what has a day of its own, or lies back, is not."""
    days = {(e.type, e.earliest) for e in read(engine, DIARY)[1]}

    assert {("CONSULT", "2020-05-03"), ("ASSAULT", "2020-05-05"), ("ASSAULT", "2020-05-01")} <= days
    assert ("APPOINT", "2020-05-03") not in days
    # Under another heading no day holds.
    assert ("ASSAULT", None) in days


def test_one_date_line_may_be_the_day_of_the_report(engine) -> None:
    """It dates nothing that the report tells."""
    (told,) = read(engine, "# News\n\n3 May 2020\n\nAnn Lee visited Ankara last year or so.\n")[1]

    assert told.earliest is None or told.earliest < "2020-05-03"


def test_a_date_as_first_sentence_is_of_its_paragraph(engine) -> None:
    """As in a diary set without headings."""
    text = "3 May 2020. Ann Lee visited Ankara.\n\n5 May 2020. Rebels shelled Homs airport.\n"

    assert [e.earliest for e in read(engine, text)[1]] == ["2020-05-03", "2020-05-05"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # What is hit is hit where it lies, and things stand where their owners are.
        ("Rebels shelled the airport of Homs.", "Homs"),
        ("Norwegian troops regained control of southern Syria.", "southern Syria"),
        # Who is somewhere acts there.
        ("Police in Lima arrested Tomas Orr.", "Lima"),
        # The front of a clause holds for what "and" joins to it.
        ("In Lima, Anna Berg congratulated them and met Tomas Orr.", "Lima"),
    ],
)
def test_a_place_is_told_around_the_event(engine, text: str, place: str) -> None:
    """Where its own word leads to no place."""
    told = [one for one in events(engine, text) if one.kind.split("/")[0] != "SUPPORT"]

    assert [one.places for one in told][-1] == {place}


def test_there_is_where_the_last_event_was(engine) -> None:
    """ "There she met": a place is pointed to; "there was" points to none."""
    visit, meeting = events(engine, "Anna Berg visited Lima in 2020. There she met Tomas Orr.")
    other = events(engine, "Anna Berg visited Lima in 2020. There was a strike in Oslo.")

    assert meeting.places == visit.places == {"Lima"}
    assert all(one.places != {"Lima"} for one in other[1:])


@pytest.mark.parametrize(
    ("text", "visit", "other"),
    [
        (
            "Four days before the minister stepped down on 10 May 2020, Anna Berg visited Lima.",
            "2020-05-06",
            "2020-05-10",
        ),
        (
            "Anna Berg visited Lima two days before Tomas Orr was killed on 7 July 2018.",
            "2018-07-05",
            "2018-07-07",
        ),
    ],
)
def test_days_counted_from_a_clause_date_what_stands_beside_it(
    engine, text: str, visit: str, other: str
) -> None:
    """The clause keeps the day that is told in it."""
    found = {one.kind.split("/")[0]: one.account.earliest for one in events(engine, text)}

    assert found.pop("CONSULT") == visit
    assert list(found.values()) == [other]


def test_those_killed_in_one_deed_died_on_one_day(engine) -> None:
    """Told in one word with somebody whose day is known; "the killings" may be of two days."""
    first = "General Orr was killed on 3 May 2014. "
    one = events(engine, first + "The killing of General Orr and Colonel Sule caused unrest.")
    two = events(engine, first + "The killings of General Orr and Colonel Sule shook Lima.")

    assert {e.account.earliest for e in one} == {"2014-05-03"}
    assert None in {e.account.earliest for e in two}


def test_a_town_that_is_hit_is_no_state(engine) -> None:
    """A state that is attacked is not where it was: its embassy may have been."""
    assert event(engine, "Rebels attacked Norway on 3 May 2020.").places == set()
