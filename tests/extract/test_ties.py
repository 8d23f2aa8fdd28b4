"""Ties are found in offices, verbs, nouns and compounds, with both ends and their time."""

import pytest

from tests.extract.happenings import notes_of, tie, ties


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Tomas Orr, the commander of the Red Star Brigade, spoke.",
            ("commands", "Tomas Orr", "Red Star Brigade"),
        ),
        (
            "The Red Star Brigade commander Tomas Orr spoke.",
            ("commands", "Tomas Orr", "Red Star Brigade"),
        ),
        (
            "The Norwegian prime minister, Anna Berg, spoke.",
            ("holds_office", "Anna Berg", "Norway"),
        ),
        ("Anna Berg is the prime minister of Norway.", ("holds_office", "Anna Berg", "Norway")),
        ("Anna Berg, who heads Norsk Bank, spoke.", ("commands", "Anna Berg", "Norsk Bank")),
        (
            "Tomas Orr belongs to the Red Star Brigade.",
            ("member_of", "Tomas Orr", "Red Star Brigade"),
        ),
        ("The 5th Fleet of the Norsk Navy sailed.", ("part_of", "5th Fleet", "Norsk Navy")),
        ("Tomas Orr succeeded Anna Berg.", ("succeeds", "Tomas Orr", "Anna Berg")),
        ("Norway backs the Red Star Brigade.", ("backs", "Norway", "Red Star Brigade")),
        ("Norway funds the Red Star Brigade.", ("funds", "Norway", "Red Star Brigade")),
        ("The Red Star Brigade is backed by Norway.", ("backs", "Norway", "Red Star Brigade")),
        (
            "The Red Star Brigade operates under the guidance of Norway.",
            ("operates_under", "Red Star Brigade", "Norway"),
        ),
        (
            "The Red Star Brigade, which is loyal to Tomas Orr, left.",
            ("affiliated_with", "Red Star Brigade", "Tomas Orr"),
        ),
        ("Sweden has competed with Norway for years.", ("rival_of", "Sweden", "Norway")),
        ("Sweden, an ally of Norway, agreed.", ("allied_with", "Sweden", "Norway")),
        ("Anna Berg is responsible for Peru.", ("responsible_for", "Anna Berg", "Peru")),
        ("Norsk Bank is based in Lisbon.", ("present_in", "Norsk Bank", "Lisbon")),
        (
            "The Red Star Brigade, a militia backed by Norway, left.",
            ("backs", "Norway", "Red Star Brigade"),
        ),
        (
            "Norsk Bank and Orr Shipping Ltd, two firms owned by the Berg Group, closed.",
            ("controls", "Berg Group", "Norsk Bank"),
        ),
        ("The Swiss lender Norsk Bank closed.", ("present_in", "Norsk Bank", "Switzerland")),
        ("Norsk Bank, a Swiss lender, closed.", ("present_in", "Norsk Bank", "Switzerland")),
        (
            "The 5th Corps of the Norsk Army, which operates under Swedish guidance, left.",
            ("operates_under", "5th Corps", "Sweden"),
        ),
        (
            "The Red Star Brigade, under the command of Colonel Tomas Orr, took the town.",
            ("commands", "Tomas Orr", "Red Star Brigade"),
        ),
        ("Anna Berg's portfolio covers Peru.", ("responsible_for", "Anna Berg", "Peru")),
        ("Norway gave weapons to the Red Star Brigade.", ("arms", "Norway", "Red Star Brigade")),
        (
            "The Red Star Brigade received money from Norway.",
            ("funds", "Norway", "Red Star Brigade"),
        ),
        (
            "The commander of the Red Star Brigade, Colonel Tomas Orr, left.",
            ("commands", "Tomas Orr", "Red Star Brigade"),
        ),
        (
            "Tomas Orr, the head of the rebel group Red Star Brigade, left.",
            ("holds_office", "Tomas Orr", "Red Star Brigade"),
        ),
        (
            "Tomas Orr founded the Red Star Brigade in 1978 and led it until 1991.",
            ("commands", "Tomas Orr", "Red Star Brigade"),
        ),
        ("Tomas Orr sits on the board of Norsk Bank.", ("member_of", "Tomas Orr", "Norsk Bank")),
        (
            "Norway and Sweden backed their ally Tomas Orr.",
            ("allied_with", "Tomas Orr", "Sweden"),
        ),
        (
            "Norsk Bank sacked its chief pilot, Anna Berg.",
            ("holds_office", "Anna Berg", "Norsk Bank"),
        ),
        # Beside the name, or before what somebody is.
        ("Anna Berg of Norsk Bank spoke.", ("member_of", "Anna Berg", "Norsk Bank")),
        ("Anna Berg, a nurse at Norsk Bank, spoke.", ("member_of", "Anna Berg", "Norsk Bank")),
        ("Norsk Bank analyst Anna Berg spoke.", ("member_of", "Anna Berg", "Norsk Bank")),
        ("King Albrecht of Norway spoke.", ("holds_office", "Albrecht", "Norway")),
        (
            "Tomas Orr was one of the leaders of the Red Star Brigade.",
            ("commands", "Tomas Orr", "Red Star Brigade"),
        ),
        (
            "Anna Berg, mayor of Lima and chairwoman of Norsk Bank, left.",
            ("holds_office", "Anna Berg", "Norsk Bank"),
        ),
        # Said of somebody by others, or of one among several.
        (
            "Norsk Bank is seen as a rival of Orr Shipping in Peru.",
            ("rival_of", "Norsk Bank", "Orr Shipping"),
        ),
        (
            "Anna Berg is a critic of Norsk Bank and an ally of Tomas Orr.",
            ("allied_with", "Anna Berg", "Tomas Orr"),
        ),
        # To one another.
        ("Norway and Sweden were old rivals.", ("rival_of", "Norway", "Sweden")),
        ("Norway and Sweden compete with each other.", ("rival_of", "Norway", "Sweden")),
        ("The Norway-Sweden rivalry grew.", ("rival_of", "Norway", "Sweden")),
        (
            "The struggle between the Norwegian and Swedish allies went on.",
            ("rival_of", "Norway", "Sweden"),
        ),
        # By a noun whose owner is told by the verb, or whose end only leads to a name.
        (
            "Tomas Orr built close relations with Norsk Bank.",
            ("allied_with", "Tomas Orr", "Norsk Bank"),
        ),
        ("Norsk Bank is owned by the state of Norway.", ("controls", "Norway", "Norsk Bank")),
        ("He opposed the presence of Norway in Lima.", ("present_in", "Norway", "Lima")),
        ("The Norwegian base in Lima was hit.", ("present_in", "Norway", "Lima")),
        ("Norsk Bank sits on its board with Orr.", ("member_of", "Norsk Bank", "board")),
        (
            "The Red Star Brigade is comprised of several hundred Peruvian fighters.",
            ("made_up_of", "Red Star Brigade", "Peruvian fighters"),
        ),
        ("Tomas Orr led a cell that was run by Norway.", ("operates_under", "cell", "Norway")),
    ],
)
def test_ties_are_found_with_both_ends(engine, text: str, expected: tuple[str, str, str]) -> None:
    """Apposition, copula, verbs, adjectives and nouns tell who is what to whom."""
    assert expected in ties(engine, text)


@pytest.mark.parametrize(
    "text",
    [
        # Part of a name, of another word, or one of a list: it tells where nobody is at home.
        "The Swiss National Bank closed.",
        "The pro-Swiss Red Star Brigade left.",
        "Norsk Bank, the Swiss government and the police spoke.",
        # Not every subject is a remit, and not every gift an arm.
        "Anna Berg's book covers Peru.",
        "Norway gave blankets to the Red Star Brigade.",
        # What stands in the plural without a name is nobody in particular.
        "Norway backs militias.",
        # Nobody answers for a country in which he attacked something.
        "Tomas Orr was responsible for the attack in Peru.",
        # Whoever leads a part of a body does not lead the body.
        "The Red Star Brigade spoke. Its branch in Lima, led by Tomas Orr, left.",
    ],
)
def test_what_tells_of_no_tie_gives_none(engine, text: str) -> None:
    """Words that look like those of a tie and tell of none."""
    names = {"Switzerland", "Peru", "Norway", "Red Star Brigade"}

    assert [
        one for one in ties(engine, text) if one[0] != "affiliated_with" and one[2] in names
    ] == []


def test_what_a_minister_is_for_is_no_body(engine) -> None:
    """ "Minister of Foreign Affairs": the office is the country's."""
    found = ties(engine, "The Norwegian Minister of Foreign Affairs, Anna Berg, spoke.")

    assert found == [("holds_office", "Anna Berg", "Norway")]


def test_a_tie_begins_when_it_was_taken_up(engine) -> None:
    """ "Bought in 2012", "between 2001 and 2009" give the first day."""
    bought = tie(engine, "The Berg Group acquired Norsk Bank in 2012.")
    served = tie(engine, "Anna Berg served as governor of Norsk Bank between 2001 and 2009.")
    month = tie(engine, "Anna Berg has headed Norsk Bank since January 2015.")

    assert (bought.type, bought.since, bought.until) == ("controls", "2012", None)
    assert (served.since, served.until) == ("2001", "2009")
    assert month.since == "2015-01"


def test_a_predecessor_was_succeeded(engine) -> None:
    """The tie runs from the later to the earlier, whichever the text calls by its name."""
    assert ("succeeds", "Tomas Orr", "Anna Berg") in ties(
        engine, "Anna Berg, the predecessor of Tomas Orr, spoke."
    )


def test_a_compound_tells_who_backs_whom(engine) -> None:
    """ "Iranian-backed" has the backer in front."""
    found = ties(engine, "The Iranian-backed militias left Baghdad.")

    assert [(kind, subject) for kind, subject, _ in found] == [("backs", "Iran")]


def test_a_negated_tie_is_negative(engine) -> None:
    """ "Does not belong" is kept with negative polarity."""
    told = tie(engine, "Tomas Orr does not belong to the Red Star Brigade.")

    assert (told.type, told.polarity) == ("member_of", "negative")


def test_what_may_be_is_no_tie(engine) -> None:
    """A possible backing is not told as one."""
    assert ties(engine, "Norway may back the Red Star Brigade.") == []


def test_since_and_until_come_from_the_clause(engine) -> None:
    """ "From 2011 to 2014" gives both ends, "since 2011" the first."""
    served = tie(engine, "Anna Berg headed Norsk Bank from 2011 to 2014.")
    since = tie(engine, "Anna Berg has headed Norsk Bank since 2011.")

    assert (served.since, served.until) == ("2011", "2014")
    assert (since.since, since.until) == ("2011", None)


def test_a_former_office_ended_before_the_report(engine) -> None:
    """It is not known when it ended, but not later than the day of publication."""
    told = tie(engine, "The former prime minister of Norway, Anna Berg, spoke.")

    assert told.until == "../2021-03-01"


def test_an_office_named_in_passing_is_not_denied_with_the_rest(engine) -> None:
    """Who denies something does not deny whose minister somebody is."""
    notes = notes_of(engine, "Norway denied that the prime minister of Denmark, Anna Berg, left.")

    assert [told.factuality for told in notes.ties] == ["asserted"]


def test_territory_is_named_where_somebody_answers_for_it(engine) -> None:
    """A place one is responsible for is a territory too."""
    told = tie(engine, "Anna Berg is responsible for Peru.")

    assert told.territory == told.object


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg is in charge of Peru and Chile.",
        "Anna Berg was responsible for the bank's operations in Peru and Chile.",
        "Berg's work over the years focused on the bank's involvement in Peru and Chile.",
    ],
)
def test_all_places_of_a_remit_are_told(engine, text) -> None:
    """Places one is in charge of, also through what one does there."""
    found = {(kind, end) for kind, _, end in ties(engine, text)}

    assert {("responsible_for", "Peru"), ("responsible_for", "Chile")} <= found


def test_players_who_are_affiliated_have_names(engine) -> None:
    """What is told of those among whom somebody is, is told of them."""
    text = "Karl Orr is among the bankers affiliated with Norsk Bank."

    assert ties(engine, text) == [("affiliated_with", "Karl Orr", "Norsk Bank")]


def test_nobody_leads_himself(engine) -> None:
    """A people that a person is named after is not that person."""
    found = ties(engine, "The Houthi leader Abdul-Malik al-Houthi met the envoy.")

    assert all(first != second for _, first, second in found)


def test_two_things_given_are_two_ties(engine) -> None:
    """ "Gave them weapons and money"."""
    told = "Norway gave weapons and money to the Red Star Brigade."

    assert {one[0] for one in ties(engine, told)} == {"arms", "funds"}


def test_whoever_leaves_an_office_had_it_until_then(engine) -> None:
    """The office is told beside the name only, and the event says when it ended."""
    notes = notes_of(engine, "Norsk Bank's chairman, Erik Dahl, resigned on 4 May 2020.")

    assert "2020-05-04" in {one.until for one in notes.ties}
    assert {one.type for one in notes.ties} == {"holds_office"}
