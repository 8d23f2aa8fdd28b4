"""Ties among themselves, from before, by a kind of body, and of a pupil told before the name."""

import pytest

from tests.extract.happenings import notes_of, ties


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norland Bank and Orl Bank have feuded since 1962.", ("rival_of", "Norland Bank", "Orl Bank")),
        ("Tomas Orr was preceded as rector by Anna Berg.", ("succeeds", "Tomas Orr", "Anna Berg")),
        (
            "The Polar Survey is a joint project of Kestrel University and Norsk Bank.",
            ("part_of", "Polar Survey", "Norsk Bank"),
        ),
        (
            "Anna Berg chairs Norsk Bank. Her pupil, Tomas Orr, is a member of the Norsk Party.",
            ("affiliated_with", "Tomas Orr", "Anna Berg"),
        ),
        (
            "The Syrian pro-opposition website Zaman al-Wasl reported on it. The Syrian opposition met.",
            ("affiliated_with", "Zaman al-Wasl", "Syrian opposition"),
        ),
    ],
)  # fmt: skip
def test_ties_are_told_in_these_ways_too(engine, text: str, expected: tuple[str, ...]) -> None:
    """Each of these tells of the tie, beside others perhaps."""
    assert expected in ties(engine, text)


@pytest.mark.parametrize(
    "text",
    [
        # Of two that fit, neither; and nobody feuds with what is done about.
        "The pro-opposition website Zaman al-Wasl reported on it. The Syrian opposition and the Iraqi opposition met.",
        "The Iraqi pro-opposition website Zaman al-Wasl reported on it. The Syrian opposition met.",
    ],
)  # fmt: skip
def test_a_kind_of_body_is_nobodys_name(engine, text: str) -> None:
    """No opposition is taken for the one that is meant."""
    assert not [told for told in ties(engine, text) if "opposition" in str(told[2])]


def test_formerly_of_a_body_is_over(engine) -> None:
    """Who was "formerly of" a club is of it no longer on the day of the report."""
    told = notes_of(engine, "Tomas Orr, formerly of Norsk Bank, spoke in Lima.").ties
    assert [(tie.type, tie.until) for tie in told] == [("member_of", "../2021-03-01")]


def test_who_links_two_is_neither(engine) -> None:
    """The firm that links a gang to an army is tied to nobody by it."""
    told = ties(engine, "Norsk Bank has linked Velm Lines to the Peruvian Army.")
    assert {first for _, first, _ in told} <= {"Velm Lines"}
