"""Where events were, where their own words do not name the place: what the text goes back to."""

import pytest

from sayso.engines.spacy import SpacyEngine
from tests.extract.happenings import event, events


def where(engine, text: str) -> list[tuple[str, set[str]]]:
    """Kind and places of each event of a text."""
    return [(told.kind, told.places) for told in events(engine, text)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # Common nouns that go back to a place.
        ("Reports came from the city of Gorzow. In the city, protesters set fire to a bank.",
         "Gorzow"),
        ("Ann Lee was born in Vilnius. In the Lithuanian capital, she met Omar Haddad.", "Vilnius"),
        ("The plant in Kassel makes tyres. Police arrested Omar Haddad at the plant.", "Kassel"),
        ("A dam broke near Zonguldak. The minister Orhan Kaya visited the site on 3 May.",
         "Zonguldak"),
        ("Sunward has an office in Hanoi. There, its director Lin Dao signed a contract.", "Hanoi"),
        # What a land saw, and what goes by a town's name.
        ("Northern Mali saw three attacks by the militia Ansar Tiguet in March 2018.",
         "Northern Mali"),
        ("The Geneva talks between Turkey and Armenia began on 3 March 2009.", "Geneva"),
        # Where somebody was caught at something.
        ("The guards shot a man who was trying to climb the fence of the embassy in Oslo.", "Oslo"),
    ],
)  # fmt: skip
def test_places_are_found_around_the_words_of_an_event(engine, text: str, place: str) -> None:
    """The last event of each text is at the place that the text goes back to."""
    assert where(engine, text)[-1][1] == {place}


@pytest.mark.parametrize(
    "text",
    [
        # Two towns are as near.
        "Ann Lee knows Oslo and Bergen. In the city, protesters set fire to a bank.",
        # Another town than the one named, or another part of the land.
        "Ann Lee was born in Vilnius. In a nearby city, protesters set fire to a bank.",
        "Ann Lee was born in Vilnius. In the other city, protesters set fire to a bank.",
        "Ann Lee was born in Vilnius. In the Latvian capital, protesters set fire to a bank.",
        # No town, and too far back.
        "Ann Lee was born in France. In the city, protesters set fire to a bank.",
    ],
)
def test_nothing_is_guessed_where_the_text_leaves_it_open(engine, text: str) -> None:
    """A place that may be another one is not the place of the event."""
    assert where(engine, text)[-1][1] == set()


def test_clauses_that_go_on_share_the_place_of_the_first(engine) -> None:
    """Who has come somewhere meets others there; what is told of a deed was where it was done."""
    text = "Eva Holm travelled to Nairobi on 12 June 2019 and met with Omar Haddad."
    assert where(engine, text)[-1] == ("CONSULT/meet", {"Nairobi"})

    text = "The army recaptured the town of Abyei on 21 May 2011, killing 70 people."
    assert where(engine, text)[-1] == ("ASSAULT/kill", {"Abyei"})

    text = "Roald Birk sailed to Hobart, where he met Ann Lee."
    assert where(engine, text)[-1] == ("CONSULT/meet", {"Hobart"})


def test_what_happens_during_something_was_where_that_was(engine) -> None:
    """By the same word or another of its kind, for deeds and for statements."""
    text = (
        "Ann Lee visited Ankara on 3 May 2020. During her visit, she met Omar Haddad. "
        "During the trip, Lee said on 4 May that the bank would close."
    )
    assert [places for _, places in where(engine, text)] == [{"Ankara"}] * 3

    text = "Rebels bombed a market in Ankara. The attack killed 17 people."
    assert where(engine, text)[-1] == ("ASSAULT/kill", {"Ankara"})


def test_a_route_is_at_both_its_ends(engine) -> None:
    """Towns at the ends of a route are places, not the states they are capitals of."""
    text = "Regular flights between Lisbon and Luanda resumed on 4 April 2016."
    assert where(engine, text) == [("COOPERATE", {"Lisbon", "Luanda"})]


def test_a_place_behind_another_clause_belongs_to_that(engine) -> None:
    """The parser hangs the last words on the first verb; they tell where the other thing was."""
    text = "Omar Haddad entered Syria in March 2020, after meeting Ann Lee, in Ankara."
    assert {"Ankara"} not in [places for kind, places in where(engine, text) if "meet" not in kind]


def test_the_towns_of_a_visit_to_a_country_are_its_stops(engine) -> None:
    """They are parts of the visit, on its days where they have none of their own."""
    text = (
        "In late February 2020, Ann Lee paid a visit to France. Lee toured Lyon and Marseille. "
        "She also visited Oslo."
    )
    visits = [told.account for told in events(engine, text)]

    assert [visit.part_of for visit in visits] == [None, visits[0].id, visits[0].id, None]
    assert {visit.edtf for visit in visits[:3]} == {visits[0].edtf}
    assert visits[3].edtf is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The army attacked a convoy south of Lima on 3 May.", "Lima"),
        ("The army ambushed a patrol 20 km north-east of Lima on 3 May.", "Lima"),
        ("Rebels captured two villages in battles south of Lima on 3 May.", "Lima"),
        ("Ann Lee was appointed prime minister of Peru on 3 May.", "Peru"),
        ("The resignation of Ann Lee, the Peruvian prime minister, was a blow.", "Peru"),
    ],
)
def test_a_direction_and_an_office_tell_where(engine: SpacyEngine, text: str, place: str) -> None:
    assert event(engine, text).places == {place}


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee was appointed Peru's ambassador to Chile on 3 May.",
        "Ann Lee was appointed chairwoman of Norsk Bank on 3 May.",
    ],
)
def test_an_envoy_or_a_banker_changes_seats_anywhere(engine: SpacyEngine, text: str) -> None:
    assert event(engine, text).places == set()


def test_where_a_direction_leads_is_not_attacked(engine: SpacyEngine) -> None:
    told = event(engine, "The army ambushed a patrol 20 km north-east of Lima on 3 May.")
    assert ("target", "Lima") not in told.who
