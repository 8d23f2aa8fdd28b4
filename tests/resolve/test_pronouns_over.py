"""A pronoun that opens a paragraph, and the only one of whom the paragraph before tells."""

import pytest

from sayso.engines.spacy import SpacyEngine
from tests.extract.happenings import events


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Omar Reyes ran the port of Lima.\n\nHe was arrested on 3 May.", "target"),
        ("Omar Reyes ran the port of Lima.\n\nOn 3 May he visited Oslo.", "actor"),
        # Somebody else is named by the way.
        (
            "Omar Reyes ran the port of Lima. He had been chosen in 2019, replacing Jo Marsh.\n\n"
            "His first journey took him to Oslo, where on 3 May he met the mayor.",
            "actor",
        ),
    ],
)
def test_he_is_the_one_told_of_before(engine: SpacyEngine, text: str, role: str) -> None:
    (told,) = (one for one in events(engine, text) if one.account.earliest == "2020-05-03")
    assert (role, "Omar Reyes") in told.who


@pytest.mark.parametrize(
    "text",
    [
        # Of two of whom it tells; of somebody else's; whom the sentence names; what is quoted.
        "Omar Reyes met Jo Marsh in Lima.\n\nHe was arrested on 3 May.",
        "Omar Reyes ran the port. Jo Marsh ran the bank, and Reyes knew.\n\nHe was arrested on 3 May.",
        "Omar Reyes ran the port, she said.\n\nShe was arrested on 3 May.",
        "Omar Reyes ran the port.\n\nIf Jo Marsh came to Lima, he was arrested on 3 May.",
        'Omar Reyes ran the port.\n\n"He was arrested on 3 May," a friend said.',
        "Omar Reyes ran the port.\n\nThe port is old.\n\nHe was arrested on 3 May.",
    ],
)
def test_where_that_is_open_nobody_is_meant(engine: SpacyEngine, text: str) -> None:
    found = [one for one in events(engine, text) if one.account.earliest == "2020-05-03"]
    assert found
    assert not [one for one in found if ("target", "Omar Reyes") in one.who]


def test_whose_enemies_accuse_him_is_he(engine: SpacyEngine) -> None:
    text = "Conrad Brandt came in 1640. Brandt's enemies accused him of fraud in May 1645."
    (told,) = (one for one in events(engine, text) if one.kind == "ACCUSE")
    assert ("target", "Conrad Brandt") in told.who


def test_a_spokesman_is_no_she(engine: SpacyEngine) -> None:
    text = (
        "Claudia Renner met Siv Hansen in Oslo on 1 May. "
        "A spokesman for the company said she would visit Lima on 3 May."
    )
    (told,) = (one for one in events(engine, text) if one.places == {"Lima"})
    assert not any("spokesman" in name for _, name in told.who)
