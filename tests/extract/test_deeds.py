"""The deeds of a clause: its verbs with who does what to whom, and whether it is denied."""

import pytest

from sayso.engines.spacy import SpacyEngine
from sayso.extract.clauses.step import find_clauses
from sayso.records.statements import Deed
from tests.extract.happenings import notes_of, pack


def deeds(engine: SpacyEngine, text: str) -> dict[str, tuple[Deed, dict[str, str]]]:
    """The deeds of a text by verb, each with the words of its parts."""
    notes = notes_of(engine, text)
    text = notes.document.text
    return {
        deed.verb: (deed, {part.slot: text[part.start : part.end] for part in deed.parts})
        for clause in find_clauses(notes, pack())
        for deed in clause.deeds
    }


def test_who_does_what_to_whom_and_where(engine: SpacyEngine) -> None:
    _, parts = deeds(engine, "The mayor opened the bridge in Velm on Monday.")["open"]

    assert parts["subject"] == "The mayor"
    assert parts["object"] == "the bridge"
    assert parts["in"] == "Velm"


def test_the_subject_of_a_passive_is_what_it_is_done_to(engine: SpacyEngine) -> None:
    _, parts = deeds(engine, "The inquiry is led by the judge Anders Toft.")["lead"]

    assert parts["object"] == "The inquiry"
    assert parts["by"] == "the judge Anders Toft"


def test_a_name_behind_an_office_belongs_to_it(engine: SpacyEngine) -> None:
    _, parts = deeds(engine, "Its owner, Meridian Lines, bought the ship in 1998.")["buy"]

    assert parts["subject"] == "Its owner, Meridian Lines"


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The guard did not open the gate.", "open"),
        ("No journalists were admitted to the bridge.", "admit"),
        ("The company paid nothing to the families.", "pay"),
        ("Hardly any customer has cancelled a contract.", "cancel"),
        ("The minister refused to resign from the cabinet.", "resign"),
        ("The brigade is unlikely to leave the front.", "leave"),
        ("The company was unable to pay its debts.", "pay"),
        ("The envoys failed to end the war.", "end"),
        ("Falk left the hall without congratulating the winner.", "congratulate"),
    ],
)
def test_what_is_not_done_is_denied(engine: SpacyEngine, text: str, verb: str) -> None:
    assert deeds(engine, text)[verb][0].denied


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The guard opened the gate.", "open"),
        ("Not only the guard opened the gate.", "open"),
        ("Falk left the hall without congratulating the winner.", "leave"),
    ],
)
def test_what_is_done_is_not_denied(engine: SpacyEngine, text: str, verb: str) -> None:
    assert not deeds(engine, text)[verb][0].denied


def test_what_may_be_is_open(engine: SpacyEngine) -> None:
    assert deeds(engine, "The guard may open the gate tonight.")["open"][0].open
    assert not deeds(engine, "The guard will open the gate tonight.")["open"][0].open
