"""Ties of titles, of bodies that are called by a pronoun or a noun, and of changes of office."""

import pytest

from tests.extract.happenings import notes_of, ties


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Norsk Brigade left Oslo. Its spokesman, Tomas Orr, said nothing.",
            ("spokesperson_of", "Tomas Orr", "Norsk Brigade"),
        ),
        (
            "The Norsk Brigade left Oslo. Tomas Orr funds the brigade.",
            ("funds", "Tomas Orr", "Norsk Brigade"),
        ),
        ("President Anna Berg spoke.", ("holds_office", "Anna Berg", None)),
        ("The governor, Anna Berg, spoke.", ("holds_office", "Anna Berg", None)),
        ("Anna Berg, a former minister of transport, spoke.", ("holds_office", "Anna Berg", None)),
    ],
)
def test_a_tie_is_found(engine, text: str, expected: tuple[str, str, str | None]) -> None:
    """Whoever the words go back to is its end."""
    assert expected in ties(engine, text)


def test_an_appointment_begins_a_tie_and_a_resignation_ends_one(engine) -> None:
    """Both cite the words of the event."""
    text = (
        "Norsk Bank appointed Anna Berg as chairwoman of Norsk Bank on 4 May 2020. Tomas Orr"
        " resigned as director of Norsk Bank in 2019."
    )
    found = {(t.since, t.until) for t in notes_of(engine, text).ties if t.type == "holds_office"}

    assert {("2020-05-04", None), (None, "2019")} <= found


def test_nobody_without_a_name_has_a_tie(engine) -> None:
    """That some forces are backed by a state tells of no tie between two who are known."""
    assert ties(engine, "Forces backed by Norway left Oslo.") == []
