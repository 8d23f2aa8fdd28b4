"""Names, and what they are names of, with the real engine."""

import pytest

from sayso.records.marks import Mention
from sayso.records.notes import Notes


def named(notes: Notes, *forms: str) -> dict[str, str]:
    return {
        mention.span.quote: mention.type
        for mention in notes.mentions
        if mention.form in (forms or ("name", "acronym"))
    }


def entity_with(notes: Notes, name: str):
    return next(e for e in notes.entities if name in (e.name, *e.aliases))


@pytest.mark.parametrize(
    ("text", "person", "office"),
    [
        ("Minister of Mines Lina Saleh left.", "Lina Saleh", "Minister of Mines"),
        ("Secretary of State Lina Saleh left.", "Lina Saleh", "Secretary of State"),
        ("The former minister of energy and mines, Lina Saleh, left.", "Lina Saleh",
         "minister of energy and mines"),
        ("Chief of Staff Gen. Omar Haddad left.", "Omar Haddad", "Chief of Staff"),
        ("The spokesman of Peru's Armed Forces, Omar Haddad, left.", "Omar Haddad",
         "spokesman of Peru's Armed Forces"),
    ],
)  # fmt: skip
def test_what_an_office_is_for_is_no_part_of_its_holders_name(
    notes_of, text: str, person: str, office: str
) -> None:
    """The name begins behind the field, and the office ends with it."""
    notes = notes_of(text)

    assert named(notes)[person] == "Person"
    assert list(named(notes, "office")) == [office]


@pytest.mark.parametrize(
    ("text", "person", "place"),
    [
        ("Governor of California Gavin Newsom signed it.", "Gavin Newsom", "California"),
        ("Archbishop of Canterbury Rowan Pell prayed.", "Rowan Pell", "Canterbury"),
        ("Texas Governor Ann Boyle vetoed it.", "Ann Boyle", "Texas"),
        ("Lydia Crane, mayor of Port Hallam, spoke.", "Lydia Crane", "Port Hallam"),
    ],
)
def test_the_place_of_an_office_is_no_part_of_its_holders_name(
    notes_of, text: str, person: str, place: str
) -> None:
    """The person is a person, and the place stays a place."""
    found = named(notes_of(text))

    assert (found[person], found[place]) == ("Person", "Place")


def test_an_office_of_a_longer_place_holds_nobody(notes_of) -> None:
    """ "The mayor of New York City": what is behind the office is the place alone."""
    assert "York City" not in named(notes_of("The mayor of New York City resigned on Friday."))


def test_where_a_visit_goes_is_no_part_of_an_office(notes_of) -> None:
    """ "The prime minister to Tehran" is no office; an envoy is one to somebody."""
    notes = notes_of("The visit of the Peruvian prime minister to Lima met Peru's envoy to Chile.")

    assert list(named(notes, "office")) == ["Peruvian prime minister", "Peru's envoy to Chile"]


def test_two_presidents_hold_two_offices(notes_of) -> None:
    """A bare title is its holder's; a fuller one of the same person is the same office."""
    notes = notes_of("President Haddad met President Saleh. Peru's president, Omar Haddad, left.")

    offices = {e.name: len(e.mentions) for e in notes.entities if e.type == "Office"}
    assert offices == {"Peru's president": 2, "President": 1}


def test_one_title_of_two_holders_is_two_offices(notes_of) -> None:
    """Who else is called so is not the minister of the state that was named for the first."""
    notes = notes_of(
        "Orr met the Peruvian defence minister, Omar Haddad. In May a Norwegian delegation headed "
        "by Defence Minister Anna Berg came to Lima."
    )

    offices = {e.name: len(e.mentions) for e in notes.entities if e.type == "Office"}
    assert offices == {"Peruvian defence minister": 1, "Defence Minister": 1}


def test_titles_stand_outside_the_name(notes_of) -> None:
    """A person's name begins behind rank and office."""
    notes = notes_of("General Omar Haddad met Prime Minister Lina Saleh in Beirut.")

    assert named(notes) == {
        "Omar Haddad": "Person",
        "Lina Saleh": "Person",
        "Beirut": "Place",
    }


def test_bodies_are_known_by_their_nouns(notes_of) -> None:
    """A ministry, a brigade and a news agency are what their last word says."""
    notes = notes_of(
        "The Ministry of Ports told Meridian News that the Coastal Brigade had left Porto."
    )

    assert named(notes) == {
        "Ministry of Ports": "Organization",
        "Meridian News": "Outlet",
        "Coastal Brigade": "Organization",
        "Porto": "Place",
    }


def test_common_nouns_complete_a_name(notes_of) -> None:
    """The countryside of Homs is not Homs, the government of a country not the country."""
    notes = notes_of("Fighters entered the Homs countryside after the Peruvian government fell.")

    assert named(notes)["Homs countryside"] == "Place"
    assert named(notes)["Peruvian government"] == "Organization"


def test_a_capital_that_acts_is_its_state(notes_of) -> None:
    """Who "rejects" in Lima's name is Peru; who is "in Lima" is in a city."""
    notes = notes_of("Lima rejected the offer. The talks were held in Lima.")
    first, second = (m for m in notes.mentions if m.name == "Lima")

    assert first.stands_for == "Peru"
    assert second.stands_for is None


def test_offices_carry_their_body(notes_of) -> None:
    """An office reaches to the body it is an office of."""
    notes = notes_of("He was named commander of the Coastal Brigade by the Chilean president.")

    assert set(named(notes, "office")) == {"commander of the Coastal Brigade", "Chilean president"}


def test_groups_with_a_name_in_them_are_named(notes_of) -> None:
    """ "Kurdish fighters" are told apart from "two officials", who are only described."""
    notes = notes_of("Kurdish fighters fired on two officials near the border.")

    assert named(notes)["Kurdish fighters"] == "Group"
    assert "officials" in named(notes, "description")


def test_short_names_and_acronyms_find_their_owner(notes_of) -> None:
    """Surname, acronym in brackets and pronoun go to the one they stand for."""
    notes = notes_of(
        "Lina Haddad leads the Harbour Workers’ Union (HWU). "
        "Haddad said that the HWU would strike. She gave no date."
    )
    lina, union = entity_with(notes, "Lina Haddad"), entity_with(notes, "HWU")

    assert {"Lina Haddad", "Haddad", "She"} <= {m.span.quote for m in lina.mentions}
    assert union is entity_with(notes, "Harbour Workers' Union")


def test_a_surname_of_two_people_stays_alone(notes_of) -> None:
    """Where two fit, sayso does not choose."""
    notes = notes_of("Lina Haddad met Omar Haddad in Porto. Haddad left early.")
    lone = [e for e in notes.entities if e.name == "Haddad"]

    assert len(lone) == 1
    assert len(lone[0].mentions) == 1


def test_a_pronoun_between_two_people_is_left_open(notes_of) -> None:
    """Silence where the antecedent is not clear."""
    notes = notes_of("Reports named Omar Haddad and Karim Saleh. Nobody knows where he is.")
    pronouns = [m for e in notes.entities for m in e.mentions if m.form == "pronoun"]

    assert pronouns == []


@pytest.mark.parametrize(
    "text",
    [
        "When Reinholt opened the tomb in 1911, he telegraphed to his sister.",
        "Reinholt (1911) held that the tomb was empty.",
    ],
)
def test_what_a_name_does_may_show_that_it_is_a_person(notes_of, text: str) -> None:
    """Where the model knows no name, the "he" behind it and the year of a work do."""
    found = [m for m in notes_of(text).mentions if m.name == "Reinholt"]

    assert [mention.type for mention in found] == ["Person"]


def test_every_mention_quotes_the_text(notes_of) -> None:
    """Curly quotes and all: the words are the document's own."""
    text = (
        "Ali Qa’ani’s deputy visited “Al Noor Port” with 12 officers of Russia’s Military Police."
    )
    notes = notes_of(text)
    spans: list[Mention] = list(notes.mentions)

    assert spans
    assert all(text[m.span.start : m.span.end] == m.span.quote for m in spans)


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Lima accused the rebels of fraud.", "Peru"),
        ("The rebels accused Lima of fraud.", "Peru"),
        ("Bogotá and Lima signed a treaty.", "Peru"),
        ("The militia is sponsored by Lima.", "Peru"),
        ("The envoy spoke of Lima's goals.", "Peru"),
        ("The Lima-backed militia fled.", "Peru"),
        ("Rebels shelled Lima on Monday.", None),
        ("Lima was besieged in May.", None),
        ("They walked through Lima's suburbs.", None),
        ("The talks in Lima went on.", None),
        ("He flew from Lima to Quito.", None),
    ],
)
def test_a_capital_is_its_state_where_states_act(notes_of, text: str, state: str | None) -> None:
    """Who signs, is accused or sponsors is a state; what is shelled and has suburbs is a city."""
    lima = next(m for m in notes_of(text).mentions if m.name == "Lima")

    assert lima.stands_for == state


def test_a_house_stands_for_its_masters_and_stays_itself(notes_of) -> None:
    """Downing Street is marked with whom it stands for; Brussels that decides is the Union."""
    notes = notes_of("Downing Street was silent. Brussels opened an inquiry. He lives in Brussels.")
    house, union, town = (m for m in notes.mentions if m.form == "name")

    assert (house.known, house.stands_for) == ("Downing Street", "United Kingdom")
    assert (union.type, union.stands_for) == ("Organization", "European Union")
    assert (town.type, town.stands_for) == ("Place", None)


def owner(notes: Notes, words: str) -> str:
    return next(e.name for e in notes.entities for m in e.mentions if m.span.quote == words)


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Radio Velm and the Harbour Herald came. The station was late.", "station", "Radio Velm"),
        (
            "The 5th Coastal Brigade fled. The brigade lost ten men.",
            "brigade",
            "5th Coastal Brigade",
        ),
        ("Anna Ruiz met Omar Haddad; the latter left early.", "latter", "Omar Haddad"),
        ("Anna Ruiz met Omar Haddad. The former left early.", "former", "Anna Ruiz"),
        ("Velm Lines sank. Shares of Velm fell.", "Velm", "Velm Lines"),
        ("The Harbour Council met. The Council was split.", "Council", "Harbour Council"),
        ("Farmers' Party of Peru (PAP) won. PAP was glad.", "PAP", "Farmers' Party of Peru"),
        (
            "Brandvold closed the yard. Brandvold Maritime has two more.",
            "Brandvold",
            "Brandvold Maritime",
        ),
        (
            "Orsa Bank, a lender from Milan, shrank. The Italian bank gave no reason.",
            "bank",
            "Orsa Bank",
        ),
        (
            "Lena Tal wrote to Ruth Aske in May. The first asked for money, the second had none.",
            "second",
            "Ruth Aske",
        ),
        ("Jan Novak, known as Orel, fled. Orel is 40.", "Orel", "Jan Novak"),
        (
            "The Popular Guard (locally called the Haras) came. The Haras took it.",
            "Haras",
            "Popular Guard",
        ),
    ],
)
def test_who_is_told_of_again(notes_of, text: str, words: str, name: str) -> None:
    """By what it is, by its place in a pair, by part of its name, by letters."""
    assert owner(notes_of(text), words) == name


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Radio Velm and Radio Porto came. The station was late.", "station"),
        ("Halden Steel and Corvid Steel merged. The company is large.", "company"),
        ("Kestrel Foods of Lima shrank. The Danish group gave no reason.", "group"),
        ("Anna Ruiz, Omar Haddad and Lina Saleh came. The latter left early.", "latter"),
    ],
)
def test_what_may_mean_two_means_neither(notes_of, text: str, words: str) -> None:
    """Silence where the text does not tell."""
    named = [e for e in notes_of(text).entities if len(e.mentions) > 1]

    assert all(m.span.quote != words for e in named for m in e.mentions)


def test_a_surname_is_of_the_one_told_of_so_far_or_of_the_title(notes_of) -> None:
    """Before the second of the name comes, the first is meant; "Ms" is no brother."""
    notes = notes_of("Judges freed Paolo Rossi. Rossi wept. His sister Giulia Rossi came.")
    assert owner(notes, "Rossi") == "Paolo Rossi"

    notes = notes_of("Paolo Rossi and his sister Giulia Rossi came. Ms Rossi spoke.")
    assert owner(notes, "Rossi") == "Giulia Rossi"


def test_a_name_in_its_own_script_is_of_the_name_before_it(notes_of) -> None:
    """Arabic, Han and Cyrillic in brackets behind a name are another form of it."""
    notes = notes_of(
        "The minister Faris Mahdawi (فارس مهداوي) met Wu Yifan (吴一凡) and Oleh Petrenko "
        "(Олег Петренко) in the harbour on Monday."
    )

    assert entity_with(notes, "فارس مهداوي").name == "Faris Mahdawi"
    assert entity_with(notes, "吴一凡").name == "Wu Yifan"
    assert entity_with(notes, "Олег Петренко").name == "Oleh Petrenko"


def test_a_body_that_many_states_have_is_known_by_its_owner(notes_of) -> None:
    """ "Peru's Trade Ministry" is called so, and no more where two states' are told of."""
    one = notes_of("Peru's Trade Ministry said no.")
    two = notes_of("Peru's Trade Ministry said no. Chile's Trade Ministry said yes.")

    assert "Peru's Trade Ministry" in entity_with(one, "Trade Ministry").aliases
    assert not entity_with(two, "Trade Ministry").aliases


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("The leader of the dockers' union, Paul Renn, spoke.", "leader of the dockers' union"),
        ("Ann Lee, the head of Peru's football association, left.",
         "head of Peru's football association"),
        ("Ann Lee is chairman of the bank's supervisory board.",
         "chairman of the bank's supervisory board"),
        ("The president of Peru's visit to Lima ended.", "president of Peru"),
    ],
)  # fmt: skip
def test_an_office_is_of_what_a_name_has(notes_of, text: str, office: str) -> None:
    """ "Head of Peru's football association" is not the head of Peru."""
    assert set(named(notes_of(text), "office")) == {office}


def test_who_stands_behind_such_an_office_is_somebody(notes_of) -> None:
    people = {
        m.span.quote: m.type
        for m in notes_of("The head of the dockers' union, Paul Renn, spoke.").mentions
    }
    assert people["Paul Renn"] == "Person"


def test_what_has_an_embassy_is_a_land(notes_of) -> None:
    notes = notes_of("Karsan's military attaché left. Karsan's air force bombed the camp.")
    assert {m.type for m in notes.mentions if m.name == "Karsan"} == {"Place"}
