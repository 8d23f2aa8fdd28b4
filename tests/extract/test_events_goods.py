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
