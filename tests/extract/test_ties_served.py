"""Ties by other words of work, home and rank, and the days on which offices begin and end."""

import pytest

from tests.extract.happenings import notes_of, ties


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A passive with a bare preposition; who does it is behind "by".
        (
            "The Lima Board has been presided over by Anna Berg.",
            ("commands", "Anna Berg", "Lima Board"),
        ),
        # At work as something, or said to be it behind a name.
        (
            "Tomas Orr, who served as a clerk in the Norsk Guard, left.",
            ("member_of", "Tomas Orr", "Norsk Guard"),
        ),
        (
            "The spokesman, Tomas Orr, was a reporter at the Lima Courier.",
            ("member_of", "Tomas Orr", "Lima Courier"),
        ),
        # At home in a house of a town.
        (
            "Norsk Bank is based in an old villa in Lima.",
            ("present_in", "Norsk Bank", "Lima"),
        ),
        # Participles that tell of what is.
        (
            "Norsk Bank has long been opposed to the Lima Board.",
            ("opposes", "Norsk Bank", "Lima Board"),
        ),
        ("Anna Berg is married to Tomas Orr.", ("affiliated_with", "Anna Berg", "Tomas Orr")),
        (
            "Tomas Orr was chairman. His successor is the lawyer Anna Berg.",
            ("succeeds", "Anna Berg", "Tomas Orr"),
        ),
        # Those that brackets list, and those that are named behind a web of ties.
        (
            "Anna Berg controls two firms (Norsk Bank and Orr Shipping).",
            ("controls", "Anna Berg", "Orr Shipping"),
        ),
        (
            "Anna Berg became premier. Tomas Orr praised the Berg government.",
            ("commands", "Anna Berg", "Berg government"),
        ),
        (
            "Solveig Hauge has been chief executive of Norsk Bank.",
            ("holds_office", "Solveig Hauge", "Norsk Bank"),
        ),
        (
            "Tomas Orr is now chairman of the auction house Pell.",
            ("holds_office", "Tomas Orr", "Pell"),
        ),
    ],
)
def test_ties_are_told_in_these_ways(engine, text: str, expected: tuple[str, str, str]) -> None:
    """Each by words that were looked past before."""
    assert expected in ties(engine, text)


@pytest.mark.parametrize(
    ("text", "never"),
    [
        # A citation in brackets lists nobody, and a partner of a firm is no member of it.
        ("Norsk Bank controls several firms (Lima Courier, 12 May 2020).", "controls"),
        ("Norsk Bank praised its partner Orr Shipping.", "member_of"),
        ("The secretary-general of Norsk Bank, Anna Berg, left.", "affiliated_with"),
    ],
)
def test_these_words_make_no_tie(engine, text: str, never: str) -> None:
    """What looks alike and is not."""
    assert never not in {one[0] for one in ties(engine, text)}


def days(engine, text: str) -> set[tuple[str, str | None, str | None]]:
    """Type and days of each tie of a text that has one."""
    told = notes_of(engine, text).ties
    return {(tie.type, tie.since, tie.until) for tie in told if tie.since or tie.until}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What was once: formerly the mayor, once an ally; but "then the mayor" goes on.
        (
            "Tomas Orr, formerly the mayor of Lima, left.",
            {("holds_office", None, "../2021-03-01")},
        ),
        (
            "Tomas Orr, once a close ally of Anna Berg, left.",
            {("allied_with", None, "../2021-03-01")},
        ),
        ("Then the mayor of Lima, Tomas Orr, left.", set()),
        # The only office told of somebody ends where they step down.
        (
            "Anna Berg was director of Norsk Bank. She stepped down in May 2020.",
            {("holds_office", None, "2020-05")},
        ),
        # A time of the clause is none of who is only named in it.
        (
            "Norsk Bank was run until 2019 by Anna Berg, a cousin of Tomas Orr.",
            {("commands", None, "2019")},
        ),
        (
            "Tomas Orr was a reporter at the Lima Courier from 2008 to 2016.",
            {("member_of", "2008", "2016")},
        ),
    ],
)
def test_days_of_ties(engine, text: str, expected: set[tuple[str, str | None, str | None]]) -> None:
    """A tie has the days that are told of it, and no others."""
    assert days(engine, text) == expected


def test_a_deputy_who_succeeds_was_deputy_before(engine) -> None:
    """The day of the succession is not the day on which the deputy became one."""
    text = "Tomas Orr was killed in March 2015 and succeeded by his deputy, Anna Berg."
    assert not [tie for tie in notes_of(engine, text).ties if tie.type == "deputy_of" and tie.since]
