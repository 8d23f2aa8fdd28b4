"""Ties by how they are told: charges taken up, ends that two verbs share, purposes, and their days."""

import pytest

from tests.extract.happenings import notes_of, tie, ties


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Charges that are given and taken up.
        ("Anna Berg was put in charge of Norsk Bank.", ("commands", "Anna Berg", "Norsk Bank")),
        ("Tomas Orr took command of the Norsk Army.", ("commands", "Tomas Orr", "Norsk Army")),
        ("Anna Berg took over from Tomas Orr in 2019.", ("succeeds", "Anna Berg", "Tomas Orr")),
        # What two verbs, two phrases or two offices share.
        (
            "Norway has armed and financed the Red Star Brigade.",
            ("arms", "Norway", "Red Star Brigade"),
        ),
        (
            "The Red Star Brigade fought under the guidance and with the blessing of Norway.",
            ("operates_under", "Red Star Brigade", "Norway"),
        ),
        (
            "Norsk Bank's founder and chief executive, Anna Berg, spoke.",
            ("holds_office", "Anna Berg", "Norsk Bank"),
        ),
        (
            "Anna Berg, mayor of Lima since 2004 and a member of the Norsk Party, spoke.",
            ("member_of", "Anna Berg", "Norsk Party"),
        ),
        # Nouns of several words, shares of a thing, and support as a circumstance.
        (
            "Orr Shipping is the parent company of Norsk Bank.",
            ("controls", "Orr Shipping", "Norsk Bank"),
        ),
        (
            "Norsk Bank receives most of its money from the Berg Group.",
            ("funds", "Berg Group", "Norsk Bank"),
        ),
        (
            "With the support of Norway, the Red Star Brigade took the town.",
            ("backs", "Norway", "Red Star Brigade"),
        ),
        ("Norsk Bank has an office in Lima.", ("present_in", "Norsk Bank", "Lima")),
        # What a body was made for lasts as long as the body.
        (
            "The Red Star Brigade was founded in 1931 to fight the Norsk Army.",
            ("opposes", "Red Star Brigade", "Norsk Army"),
        ),
        # What only goes on or begins is told as it is.
        ("Norway continues to fund the Red Star Brigade.", ("funds", "Norway", "Red Star Brigade")),
        # An alliance that somebody is said to be has members, not allies.
        (
            "The Red Star Brigade, an alliance of the Norsk Party and the Sons of Orr, left.",
            ("made_up_of", "Red Star Brigade", "Norsk Party"),
        ),
        ("Norsk Bank met its rival Orr Shipping.", ("rival_of", "Orr Shipping", "Norsk Bank")),
        # A place by the noun for it, and whoever holds it.
        (
            "The Watiya air base is under the control of Norsk Army.",
            ("controls", "Norsk Army", "Watiya"),
        ),
        # Those named as examples, and whoever is led by what only leads to a name.
        (
            "Tomas Orr has ties with several firms, including the leadership of Norsk Bank.",
            ("affiliated_with", "Tomas Orr", "Norsk Bank"),
        ),
        ("The Turkish Sabah agency reported the fire.", ("present_in", "Sabah agency", "Turkey")),
    ],
)
def test_a_tie_is_told(engine, text: str, expected: tuple[str, str, str]) -> None:
    """Each way to tell of it gives both ends."""
    assert expected in ties(engine, text)


def test_another_one_behind_a_clause_is_not_meant_by_it(engine) -> None:
    """ "Zarb, which answers to Orr, and the Red Star Brigade": only Zarb does."""
    found = ties(engine, "Norsk Bank, which answers to Norway, and the Red Star Brigade spoke.")

    assert ("operates_under", "Norsk Bank", "Norway") in found
    assert not any(subject == "Red Star Brigade" for _, subject, _ in found)


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("Anna Berg led Norsk Bank until she retired in March 2016.", None, "2016-03"),
        ("Anna Berg has led Norsk Bank since she returned in 2014.", "2014", None),
        ("Anna Berg left Norsk Bank in 2004.", None, "2004"),
        # The time is of what is told, not of what is named by the way.
        ("Since 2015 the firm has met Anna Berg of Norsk Bank.", None, None),
    ],
)
def test_a_tie_has_the_days_that_are_told_of_it(engine, text, since, until) -> None:
    """A clause behind "since" or "until" stands for the time in it."""
    found = tie(engine, text)

    assert (found.since, found.until) == (since, until)


@pytest.mark.parametrize(
    "text",
    [
        "Norsk Bank lost money. Its chief pilot, Anna Berg, resigned on 4 May 2020.",
        "Anna Berg, who was the governor of Norsk Bank, resigned on 4 May 2020.",
    ],
)
def test_what_somebody_left_may_be_told_beside_the_name_alone(engine, text: str) -> None:
    """The event names no office; what is told of the person in its words does."""
    assert "2020-05-04" in {one.until for one in notes_of(engine, text).ties}


def test_what_is_only_wanted_is_no_tie(engine) -> None:
    """ "Wants to continue to fund", "tried to fund": nothing is said of what is."""
    for text in (
        "Norway wants to continue to fund Norsk Bank.",
        "Norway tried to fund Norsk Bank.",
    ):
        assert [one for one in ties(engine, text) if one[0] == "funds"] == []


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("Norway no longer backs Norsk Bank.", "../2021-03-01"),
        ("Norway used to back Norsk Bank.", "../2021-03-01"),
        ("Norway stopped funding Norsk Bank in 2016.", "2016"),
        ("Norway ceased to fund Norsk Bank in 2016.", "2016"),
        ("Norway cut its ties with Norsk Bank in 2016.", "2016"),
        ("Norway has no longer funded Norsk Bank since 2016.", "2016"),
        ("Norway backs Norsk Bank.", None),
    ],
)
def test_a_tie_that_is_over_has_an_end(engine, text: str, until: str | None) -> None:
    """It held, so it is no denied tie; on which day it ended, or by which."""
    found = tie(engine, text)

    assert (found.until, found.polarity, found.since) == (until, "positive", None)


def test_whoever_is_replaced_held_the_office_before(engine) -> None:
    """Of the one who went it is known that it was over by then."""
    text = "Anna Berg replaced Tomas Orr as governor of Norsk Bank in June 2019."
    held = {t.until for t in notes_of(engine, text).ties if t.type == "holds_office"}

    assert held == {None, "../2019-06"}


def test_it_is_another_than_whoever_acts(engine) -> None:
    """A pronoun as object never stands for the subject of its own verb."""
    told = ties(engine, "Tehran finances the brigade Al-Nur and supplies it with rockets.")
    assert ("arms", "Iran", "Al-Nur") in told


def test_both_of_two_phrases_with_by_are_told(engine) -> None:
    """The second hangs on the first, and is no less a doer."""
    told = ties(engine, "The foundation Caritor has been funded by Helvex Ltd and by Norway.")
    assert {subject for kind, subject, _ in told if kind == "funds"} == {"Helvex Ltd", "Norway"}


def test_rivals_over_something_are_rivals(engine) -> None:
    """What they compete for may stand between the noun and the two."""
    told = ties(engine, "The competition for influence between Turkey and Russia goes on.")
    assert told == [("rival_of", "Turkey", "Russia")]


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ('"Do not forget Anna Berg\'s husband, Tomas Orr," she said.', "positive"),
        ("Tomas Orr is not Anna Berg's husband.", "negative"),
    ],
)
def test_what_is_denied_is_not_whose_somebody_is(engine, text: str, polarity: str) -> None:
    """Whom somebody does not forget, meet or know is tied to others all the same."""
    found = notes_of(engine, text).ties

    assert [one.polarity for one in found if one.type == "affiliated_with"] == [polarity]
