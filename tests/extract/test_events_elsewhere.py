"""Events of firms, wards, clubs and risings: accidents apart from violence, words in their places."""

import pytest

from tests.extract.happenings import event, events


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The fire killed three welders in Oslo.", "ASSAULT/accident"),
        ("Twelve people were killed in the collapse of a mine.", "ASSAULT/accident"),
        ("Tomas Orr died in a plane crash in 2014.", "ASSAULT/accident"),
        ("A storm destroyed the main dock in Oslo.", "ASSAULT/damage"),
        ("The fire, which killed 12 people, lasted for days.", "ASSAULT/accident"),
        ("Nine soldiers died in an ambush near Kabul.", "ASSAULT/kill"),
        ("Police killed two people during the fire.", "ASSAULT/kill"),
        ("The rebels took the town of Gaza in May 2014.", "ASSAULT/capture"),
        ("Norvik Bank closed its yard in Oslo.", "RETREAT/withdraw"),
        ("Norvik Bank sold its airline to Orr Shipping.", "COOPERATE/merge"),
        ("Norvik Bank ended its contract with Orr Shipping.", "SANCTION/discontinue"),
        ("The ministry revoked Norvik Bank's licence.", "SANCTION/discontinue"),
        ("A court remanded Tomas Orr in custody.", "COERCE/arrest"),
        ("The Supreme Court upheld the conviction of Tomas Orr.", "SANCTION/convict"),
        ("The judge threw out two of the charges against Tomas Orr.", "REJECT"),
        ("Norvik Bank settled for 11 million euros.", "AGREE"),
        ("Anna Berg took over from Tomas Orr in May 2014.", "APPOINT/succeed"),
        ("The Red Cross sent 60 volunteers and four tonnes of food to Lima.", "AID"),
    ],
)
def test_other_lives_are_told_in_these_ways(engine, text: str, kind: str) -> None:
    assert event(engine, text).kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "Engineers warned Orr Shipping about cracks.",
        "Norvik Airways cancelled 40 flights in May 2014.",
        "Anna Berg took the city bus to Oslo.",
        "Police searched for Tomas Orr.",
    ],
)
def test_these_are_no_events(engine, text: str) -> None:
    """A warning of a thing threatens nobody, a bus is no city, and no flight is a partner."""
    assert not events(engine, text)


def test_a_lifted_ban_is_one_event(engine) -> None:
    told = event(engine, "Norway lifted its ban on Orr Shipping in May 2014.")
    assert (told.kind, told.who) == ("CONCEDE", {("actor", "Norway"), ("target", "Orr Shipping")})


def test_they_are_the_two_people_told_of_before(engine) -> None:
    told = events(engine, "Anna Berg met Tomas Orr in Oslo. They signed an agreement.")
    assert told[1].who == {("actor", "Anna Berg"), ("actor", "Tomas Orr")}


def test_they_are_nobody_where_three_were_told_of(engine) -> None:
    text = "Anna Berg and Ruth Kane met Tomas Orr in Oslo. They signed an agreement in May 2014."
    assert not any(who for who in events(engine, text)[1].who if who[1] != "Oslo")


def test_who_is_taken_prisoner_is_nobody_else(engine) -> None:
    assert event(engine, "Tomas Orr was taken prisoner.").who == {("target", "Tomas Orr")}


def test_with_somebody_hit_the_spot_is_where(engine) -> None:
    told = event(engine, "The army defeated General Tomas Orr at Oslo in 1644.")
    assert told.places == {"Oslo"}
    assert ("target", "Oslo") not in told.who


def test_a_clerk_of_a_town_is_not_the_town(engine) -> None:
    told = event(engine, "The rebels hanged the tax collector of Lima.")
    assert told.who == {("actor", "rebels")}
    assert told.places == {"Lima"}


def test_a_number_alone_is_told(engine) -> None:
    told = events(engine, "The fire killed three welders and injured eleven.")
    assert [(one.kind, one.account.quantities[0].low) for one in told] == [
        ("ASSAULT/accident", 3.0),
        ("ASSAULT/damage", 11.0),
    ]


def test_what_lies_behind_the_report_is_planned(engine) -> None:
    told = event(engine, "The Norsk Union called a strike for 21 March.")
    assert (told.account.realis, told.account.earliest) == ("planned", "2021-03-21")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On 22 August residents gathered outside the court.", "2020-08-22"),
        ("But on 2 May soldiers seized Tomas Orr.", "2020-05-02"),
        ("On 30 June Norvik Bank closed its yard in Oslo.", "2020-06-30"),
    ],
)
def test_a_date_in_front_of_a_name_is_no_part_of_it(engine, text: str, day: str) -> None:
    told = event(engine, text).account
    assert (told.earliest, told.latest) == (day, day)
