"""What is brought, sold, moved and opened; and who is only called so."""

import pytest

from sayso.engines.spacy import SpacyEngine
from tests.extract.happenings import events


@pytest.mark.parametrize(
    ("text", "kind", "who"),
    [
        ("Ardan delivered 12 howitzers to the army on 9 May.", "AID/military", ("actor", "Ardan")),
        ("Ardan sold the militia 3,000 rifles.", "AID/military", ("target", "militia")),
        ("The army received 40 tanks from Russia on 3 May.", "AID/military", ("actor", "Russia")),
        ("The Red Cross has distributed kits to 90 homes.", "AID", ("actor", "Red Cross")),
        (
            "Orvex Group opened a sales office in Oslo.",
            "MOBILIZE/establish",
            ("actor", "Orvex Group"),
        ),
        ("The judges found Hugo Britos guilty.", "SANCTION/convict", ("target", "Hugo Britos")),
        ("Gunmen took 12 guards hostage.", "ASSAULT/abduct", ("target", "guards")),
        ("The ambush of a police patrol shook Lima.", "ASSAULT", ("target", "police patrol")),
        ("Swedish troops invaded Peru.", "ASSAULT", ("target", "Peru")),
        ("Peru put Dan Orr on its sanctions list.", "SANCTION/impose", ("target", "Dan Orr")),
        ("Dan Orr, accompanied by Ann Lee, visited Lima.", "CONSULT/visit", ("actor", "Ann Lee")),
        (
            "Dan Orr came to Lima on 3 May together with the minister.",
            "CONSULT/visit",
            ("actor", "minister"),
        ),
        ("Oslo hosted talks between Peru and Chile.", "CONSULT/meet", ("actor", "Chile")),
        ("The government accuses the rebels of fraud.", "ACCUSE", ("target", "rebels")),
        ("In May the board named Ann Lee as director.", "APPOINT/appoint", ("office", "director")),
    ],
)
def test_who_has_a_part_in_it(
    engine: SpacyEngine, text: str, kind: str, who: tuple[str, str]
) -> None:
    told = [one for one in events(engine, text) if one.kind == kind]
    assert any(who in one.who for one in told)


@pytest.mark.parametrize(
    "text",
    [
        "Reinforcements were moved from Lima to Oslo on 2 May.",
        "The brigade has 400 fighters, who were moved from Lima to Oslo.",
        "Troops were shifted from Lima to Oslo.",
    ],
)
def test_who_is_moved_is_moved_in_both_places(engine: SpacyEngine, text: str) -> None:
    (told,) = events(engine, text)
    assert (told.kind, told.places) == ("MOBILIZE/deploy", {"Lima", "Oslo"})


@pytest.mark.parametrize(
    ("text", "realis"),
    [
        ("Talks between Peru and Chile are due to resume in Oslo on 12 August.", "planned"),
        ("Talks between Peru and Chile collapsed in Oslo on 12 August.", "actual"),
    ],
)
def test_talks_are_told_of_by_how_they_go(engine: SpacyEngine, text: str, realis: str) -> None:
    (told,) = events(engine, text)
    assert (told.kind, told.account.realis) == ("CONSULT/meet", realis)
    assert told.who == {("actor", "Peru"), ("actor", "Chile")}


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee sold its British arm to Nordvik Bank.",
        "A Peruvian mine was raided by police.",
        "Two Canadian pension funds have demanded an inquiry.",
    ],
)
def test_no_state_acts_through_a_business(engine: SpacyEngine, text: str) -> None:
    named = {name for one in events(engine, text) for _, name in one.who}
    assert not named & {"United Kingdom", "Peru", "Canada"}


def test_an_army_that_is_beaten_is_attacked(engine: SpacyEngine) -> None:
    (told,) = events(engine, "On 3 May 1913 a relief column was beaten at Oslo.")
    assert (told.kind, told.places) == ("ASSAULT", {"Oslo"})


def test_a_road_is_where_and_not_whom(engine: SpacyEngine) -> None:
    text = "The ambush of a police patrol on the Marsala highway on 3 May was the first."
    (told,) = events(engine, text)
    assert told.who == {("target", "police patrol")}


def test_a_name_is_no_office(engine: SpacyEngine) -> None:
    text = "The rifles were sent by a dealer in Oslo named Milan Petric."
    assert {one.kind for one in events(engine, text)} == {"AID/military"}


def test_who_died_in_a_place_died_of_what_is_told_behind(engine: SpacyEngine) -> None:
    text = "Fourteen of the victims died in Lima when a wall collapsed on 5 May 2020."
    dead = next(one for one in events(engine, text) if one.kind == "ASSAULT/accident")
    assert (dead.account.earliest, dead.places) == ("2020-05-05", {"Lima"})


@pytest.mark.parametrize(
    ("text", "kind", "who"),
    [
        ("Pirates boarded the tanker on 3 May.", "COERCE/raid", ("actor", "Pirates")),
        ("UNICEF delivered 90,000 doses to Peru.", "AID", ("actor", "UNICEF")),
        ("Some 70 recruits were flown to Lima.", "MOBILIZE/deploy", ("target", "recruits")),
        ("Norway launched joint patrols.", "MOBILIZE/deploy", ("actor", "Norway")),
        ("The militia opened a camp near Lima.", "MOBILIZE/establish", ("actor", "militia")),
        ("Peru suspended flights to Norway.", "SANCTION/discontinue", ("actor", "Peru")),
        ("Ann Lee dined with Dan Orr in Oslo.", "CONSULT/meet", ("partner", "Dan Orr")),
        ("Dan Orr narrowly survived a car bomb in Oslo.", "ASSAULT", ("target", "Dan Orr")),
        ("Dockworkers walked out in Lima.", "PROTEST/strike", ("actor", "Dockworkers")),
        ("The rebels were thrown back by the army.", "ASSAULT", ("target", "rebels")),
        ("Ann Lee spent a day with commanders in Lima.", "CONSULT/meet", ("partner", "commanders")),
        ("Prussia declared war on France.", "THREATEN/war", ("target", "France")),
        ("Troops won the town of Lima back.", "ASSAULT/capture", ("target", "Lima")),
        ("The troops abandoned the town of Lima.", "RETREAT/withdraw", ("actor", "troops")),
        ("General Dan Orr retired up the river.", "RETREAT/withdraw", ("actor", "Dan Orr")),
        ("Police used tear gas in Lima.", "COERCE/restrict", ("actor", "Police")),
        ("Inspectors cited Orvex Group for fraud.", "ACCUSE", ("target", "Orvex Group")),
    ],
)
def test_what_is_done_with_ships_troops_and_crowds(
    engine: SpacyEngine, text: str, kind: str, who: tuple[str, str]
) -> None:
    told = [one for one in events(engine, text) if one.kind == kind]
    assert any(who in one.who for one in told)


@pytest.mark.parametrize(
    "text",
    [
        "The bank lifted its holding in Orvex to 12 per cent.",
        "The court struck 1,900 names off the register.",
        "The driver began to talk.",
        "When a new manager named Femke Oudshoorn climbed a ladder, she saw it.",
        "On the morning appointed for it the sale was off.",
        "The clerk was treated for a broken arm.",
    ],
)
def test_words_that_only_look_like_deeds(engine: SpacyEngine, text: str) -> None:
    assert events(engine, text) == []
