"""Ties of firms, courts, clans and churches: kin, counsel, shares, offices of no named body."""

import pytest

from tests.extract.happenings import notes_of, ties


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # An office of what has no name, or in a place, with its holder behind a comma.
        ("The ambassador in Lima, Anna Berg, left.", ("holds_office", "Anna Berg", "Lima")),
        (
            "The dean of the law faculty, Anna Berg, spoke.",
            ("holds_office", "Anna Berg", None),
        ),
        ("The Norsk Party grew. Anna Berg speaks for it.",
         ("spokesperson_of", "Anna Berg", "Norsk Party")),
        # Kin and those who work for somebody.
        ("Anna Berg is a cousin of Tomas Orr.", ("affiliated_with", "Anna Berg", "Tomas Orr")),
        ("Anna Berg is the lawyer for Norsk Bank.",
         ("affiliated_with", "Anna Berg", "Norsk Bank")),
        ("Norsk Bank has hired the law firm Lenz & Frey.",
         ("affiliated_with", "Lenz & Frey", "Norsk Bank")),
        # Shares and money.
        ("Anna Berg bought a 9 percent stake in Norsk Bank.",
         ("controls", "Anna Berg", "Norsk Bank")),
        ("Norsk Bank's largest shareholder is Orr Shipping.",
         ("controls", "Orr Shipping", "Norsk Bank")),
        ("Norsk Bank received 20 million dollars from Norway.", ("funds", "Norway", "Norsk Bank")),
        # By whichever of its names.
        ("The Directorate of Coastal Security, known as DCS, reports to Tomas Orr.",
         ("operates_under", "Directorate of Coastal Security", "Tomas Orr")),
    ],
)  # fmt: skip
def test_a_tie_is_found(engine, text: str, expected: tuple[str, str, str | None]) -> None:
    assert expected in ties(engine, text)


def test_a_list_of_people_behind_an_office_is_no_holder(engine) -> None:
    assert not ties(engine, "The mayor of the town, Anna Berg and Tomas Orr met.")


def test_a_firm_that_is_hired_is_no_member(engine) -> None:
    told = ties(engine, "Norsk Bank has hired the law firm Lenz & Frey.")
    assert not any(kind == "member_of" for kind, _, _ in told)


def test_a_killing_ends_what_its_own_words_tell(engine) -> None:
    """And nothing that is told elsewhere: that follows when the case is asked."""
    here = notes_of(engine, "The governor of Lima, Anna Berg, was killed on 3 May 2019.")
    assert {tie.until for tie in here.ties} == {None, "../2019-05-03"}
    apart = notes_of(engine, "Anna Berg, the governor of Lima, spoke. She was killed in May 2019.")
    assert {tie.until for tie in apart.ties} == {None}


def test_the_only_office_told_is_the_one_taken(engine) -> None:
    text = "Anna Berg, the governor of Lima, left. Since taking office in 2019, Berg has met Tomas Orr."
    told = notes_of(engine, text)
    assert {tie.since for tie in told.ties} == {None, "2019"}


def test_the_years_of_an_office_are_not_those_of_kin(engine) -> None:
    text = "Norsk Bank's president since 1949, Anna Berg, is a cousin of Tomas Orr."
    told = [tie for tie in notes_of(engine, text).ties if tie.type == "affiliated_with"]
    assert [tie.since for tie in told] == [None]


def test_a_seat_on_a_nameless_organ_is_one_in_its_body(engine) -> None:
    told = ties(engine, "Anna Berg sits on Norsk Bank's council.")
    assert told == [("member_of", "Anna Berg", "Norsk Bank")]


def test_kin_of_whom_a_clause_does_not_name_are_nobodys(engine) -> None:
    text = "Anna Berg left the town. The duke gave way to his brother Karl Orr."
    assert ("affiliated_with", "Karl Orr", "Anna Berg") not in ties(engine, text)


def test_a_name_added_to_a_noun_is_whom_it_is_said_of(engine) -> None:
    told = ties(engine, "Tomas Orr's sister Anna Berg is married.")
    assert told == [("affiliated_with", "Anna Berg", "Tomas Orr")]
