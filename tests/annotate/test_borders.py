"""Borders are places of their own, by the lands on their sides."""

import pytest

from tests.annotate.test_mentions import named


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They met on the Syrian-Iraqi border.", "Syrian-Iraqi border"),
        ("They met at the Vestmark-Skania border.", "Vestmark-Skania border"),
        ("They met near the Turkish border.", "Turkish border"),
        ("They met on the border with Norway.", "border with Norway"),
        ("They met on the border between Norway and Sweden.", "border between Norway and Sweden"),
        ("They met on Norway's border with Sweden.", "Norway's border with Sweden"),
        ("They met on the frontier between Sarnia and Ruhnland.",
         "frontier between Sarnia and Ruhnland"),
        ("They met on the frontier between France and Spain.",
         "frontier between France and Spain"),
    ],
)  # fmt: skip
def test_a_border_is_named_with_the_lands_beside_it(notes_of, text, words):
    found = {m.span.quote: m.type for m in notes_of(text).mentions}

    assert found.get(words) == "Place"


@pytest.mark.parametrize(
    "text",
    [
        "They met at the border.",
        "The Border Force met them.",
        "Norwegian border guards met them.",
        "Guards crossed the border with ease.",
        "Guards crossed the border with rifles from Norway.",
        "The border between work and leisure is thin.",
    ],
)
def test_a_border_of_no_land_is_no_name(notes_of, text):
    assert not any("order" in m.span.quote and m.type == "Place" for m in notes_of(text).mentions)


def test_one_border_goes_by_one_name_however_it_is_told(notes_of):
    text = (
        "They met on the Syrian-Iraqi border, then on the Iraq-Syria border,"
        " then on the border between Syria and Iraq."
    )
    known = [m.known for m in notes_of(text).mentions if "border" in m.span.quote]

    assert known == ["Iraq-Syria border"] * 3


def test_who_holds_a_land_is_no_side_of_its_border(notes_of):
    text = "They met on the border between the Israeli-held Golan Heights and Syria."
    (told,) = [m for m in notes_of(text).mentions if "border" in m.span.quote]

    assert told.known == "Golan Heights-Syria border"
    assert named(notes_of(text))["Golan Heights"] == "Place"
