"""Examples of packs: their shape, and comparing them with what was found."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.packs.examples import compare, examples, expected, found
from sayso.packs.shelf import PackInfo, builtin_packs
from sayso.records.accounts import EventAccount, Participant
from sayso.records.documents import Document
from sayso.records.errors import PackError
from sayso.records.marks import LocalEntity
from sayso.records.notes import Notes
from sayso.records.statements import Attribution

TEXT = """
- text: The harbourmaster, Ada Brandt, resigned on 3 May 2022.
  published: 2022-05-04
  entities:
    - Ada Brandt
    - {name: Lomar, type: Place}
  events:
    - type: APPOINT
      mode: resign
      earliest: 2022-05-03
      participants: {actor: Ada Brandt}
  ties: []
- text: Nothing happened.
  events: []
"""


def pack(folder: Path, text: str) -> Path:
    """A pack with these examples."""
    (folder / "examples.yaml").write_text(text, "utf-8")
    return folder


def test_examples_are_read_with_their_lines(tmp_path: Path) -> None:
    """Each example keeps its text, its day and the line it begins on."""
    first, second = examples(pack(tmp_path, TEXT))
    assert (first.published, first.line, second.line) == ("2022-05-04", 2, 13)
    assert first.entities is not None and first.entities[0].name == "Ada Brandt"
    assert first.events is not None
    assert first.events[0].participants == (("actor", "Ada Brandt"),)


def test_a_pack_without_examples_has_none(tmp_path: Path) -> None:
    """Examples are welcome, not required."""
    assert examples(tmp_path) == ()


def test_faulty_examples_are_refused(tmp_path: Path) -> None:
    """A misspelt key is an error with a guess."""
    with pytest.raises(PackError, match="did you mean 'events'"):
        examples(pack(tmp_path, "- text: A.\n  event: []\n"))


@pytest.mark.parametrize("info", builtin_packs(), ids=lambda info: info.name)
def test_built_in_examples_expect_something(info: PackInfo) -> None:
    """Every example of a built-in pack tests at least one kind of record."""
    assert all(expected(example) for example in examples(info.folder))


def test_only_what_an_example_tells_is_expected(tmp_path: Path) -> None:
    """Left-out kinds and fields are not tested; an empty list is."""
    first, second = map(expected, examples(pack(tmp_path, TEXT)))
    assert set(first) == {"entities", "events", "ties"}
    assert first["entities"] == [{"name": "Ada Brandt"}, {"name": "Lomar", "type": "Place"}]
    assert first["ties"] == [] and second == {"events": []}


def test_what_was_found_as_expected_raises_no_complaint() -> None:
    """Words agree regardless of case, contents in part, participants as a part of all."""
    wanted = {
        "attributions": [{"source": "the mayor", "content": "the port is safe"}],
        "events": [{"type": "CONSULT", "participants": [["actor", "Ada Brandt"]]}],
        "ties": [],
    }
    there = {
        "attributions": [{"source": "The mayor of Lomar", "content": "that the port is safe now"}],
        "events": [
            {"type": "AGREE", "participants": []},
            {"type": "CONSULT", "participants": [["target", "Lomar"], ["actor", "ada brandt"]]},
        ],
    }
    assert compare(wanted, there) == []


def test_what_is_missing_is_told_with_the_nearest_that_was_found() -> None:
    """A complaint shows the field that differs."""
    wanted = {"events": [{"type": "APPOINT", "mode": "resign", "places": ["Lomar"]}]}
    there = {"events": [{"type": "APPOINT", "mode": "dismiss", "places": ["Lomar", "Vell"]}]}
    (complaint,) = compare(wanted, there)
    assert complaint.startswith("events: not found: type 'APPOINT'")
    assert complaint.endswith("nearest: mode is 'dismiss', not 'resign'")
    assert compare(wanted, {}) == [complaint.split("; nearest")[0]]


def test_what_is_too_much_is_told() -> None:
    """An empty list of expected records forbids the kind."""
    (complaint,) = compare({"events": []}, {"events": [{"type": "STATE"}]})
    assert complaint == "events: none expected, found 1: type 'STATE'"


def test_notes_are_told_with_names_in_place_of_ids(tmp_path: Path) -> None:
    """What the steps found compares with what the examples expect."""
    text = "Ada Brandt resigned, the port said."
    document = Document("d-1", "a.txt", "0" * 64, "txt", text)
    notes = Notes(
        document,
        entities=(LocalEntity("e-1", "Person", "Ada Brandt", ("Brandt",), ()),),
        attributions=(
            Attribution("a-1", document.span(21, 29), None, None, document.span(0, 19), (), None, (), "affirms"),
        ),
        events=(
            EventAccount(
                "ev-1", "APPOINT", "resign", "actual", document.span(0, 19), "resign", "reported",
                participants=(Participant("actor", "e-1"),),
            ),
        ),
    )  # fmt: skip
    wanted = {
        "entities": [{"name": "brandt", "type": "Person"}],
        "attributions": [{"source": "the port", "content": "resigned"}],
        "events": [{"type": "APPOINT", "participants": [["actor", "Ada Brandt"]]}],
    }
    assert compare(wanted, found(notes)) == []
