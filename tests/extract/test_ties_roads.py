"""Ties by roads through other words: descriptions, organs, habits, copulas turned round."""

import pytest

from tests.extract.happenings import notes_of, ties


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What stands behind "with" and "in" is the noun's before it, or the verb's.
        (
            "The Red Star Brigade, a group with close ties to Norsk Bank, left.",
            ("affiliated_with", "Red Star Brigade", "Norsk Bank"),
        ),
        (
            "Anna Berg was in contact with Tomas Orr.",
            ("affiliated_with", "Anna Berg", "Tomas Orr"),
        ),
        # A copula turned round.
        ("Norsk Bank's main rival is Orr Shipping.", ("rival_of", "Orr Shipping", "Norsk Bank")),
        (
            "Norsk Bank grew. Its chairman is Tomas Orr.",
            ("holds_office", "Tomas Orr", "Norsk Bank"),
        ),
        ("Norsk Bank's headquarters are in Lima.", ("present_in", "Norsk Bank", "Lima")),
        # Whose organs or people do it, and by whom they are led.
        (
            "The Red Star Brigade was trained by officers of the Norsk Guard.",
            ("trains", "Norsk Guard", "Red Star Brigade"),
        ),
        (
            "Tomas Orr answers to Norway's military intelligence.",
            ("operates_under", "Tomas Orr", "Norway"),
        ),
        (
            "The Norsk Army under General Tomas Orr crossed the river.",
            ("commands", "Tomas Orr", "Norsk Army"),
        ),
        (
            "The cell was run by Norway.",
            ("operates_under", "cell", "Norway"),
        ),
        # Habits, and what things come from.
        (
            "The Norsk Guard reports to the Lima Board.",
            ("operates_under", "Norsk Guard", "Lima Board"),
        ),
        (
            "Norsk Bank relies on grants from the Berg Foundation.",
            ("funds", "Berg Foundation", "Norsk Bank"),
        ),
        (
            "The Red Star Brigade received weapons from Norway.",
            ("arms", "Norway", "Red Star Brigade"),
        ),
        # Names behind what a noun calls them, and in a list of described ones.
        (
            "The two brothers, Tomas Orr and Jan Orr, ran the ring known as the Norsk Group.",
            ("commands", "Jan Orr", "Norsk Group"),
        ),
        (
            "Norsk Bank is owned by Anna Berg and the investor Tomas Orr.",
            ("controls", "Tomas Orr", "Norsk Bank"),
        ),
        # Founders, offices given, and two ties of one verb.
        ("Norsk Bank was founded by Anna Berg.", ("affiliated_with", "Anna Berg", "Norsk Bank")),
        (
            "Norsk Bank named Anna Berg as its chief executive.",
            ("holds_office", "Anna Berg", "Norsk Bank"),
        ),
        (
            "The Lima Board, to which the Norsk Guard answered, was closed.",
            ("operates_under", "Norsk Guard", "Lima Board"),
        ),
        (
            "The Institute of Art in Lima closed.",
            ("present_in", "Institute of Art", "Lima"),
        ),
        (
            "Norsk Bank's board is chaired by Anna Berg.",
            ("commands", "Anna Berg", "Norsk Bank"),
        ),
    ],
)
def test_ties_are_found_on_roads_through_other_words(
    engine, text: str, expected: tuple[str, str, str]
) -> None:
    """The ends of a tie are found where the grammar hangs them on other words."""
    assert expected in ties(engine, text)


@pytest.mark.parametrize(
    ("text", "never"),
    [
        # What happened once is no habit; what somebody may come to be they are not.
        ("Tomas Orr reported to the Norsk Guard on Friday.", "operates_under"),
        ("Anna Berg is the likely successor of Tomas Orr.", "succeeds"),
        ("Tomas Orr would become the head of Norsk Bank.", "holds_office"),
        ("Tomas Orr will step down and be replaced by Anna Berg.", "succeeds"),
        # The relative of whose owner something is told is not that owner.
        ("Anna Berg, whose brother Tomas Orr sits on the board of Norsk Bank, left.", "Anna Berg"),
        # Only whoever has the name of a body is part of one.
        ("The Lions of the Delta fought.", "part_of"),
        # A relation is not of those it is about.
        ("Tomas Orr's jurisdiction was Norway.", "Norway"),
    ],
)
def test_what_is_not_told_makes_no_tie(engine, text: str, never: str) -> None:
    """Neither the type, nor the wrong subject, is found."""
    assert not [one for one in ties(engine, text) if never in (one[0], one[1])]


def test_a_day_beside_a_name_is_not_the_day_of_the_verb(engine) -> None:
    """What is said of somebody by the way has its own days."""
    text = "Anna Berg, a member of Norsk Bank since 2011, replaced Tomas Orr in 2019."
    since = {tie.type: tie.since for tie in notes_of(engine, text).ties}
    assert since == {"succeeds": "2019", "member_of": "2011"}
