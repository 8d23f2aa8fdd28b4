"""Names of one word, ships, plays, papers and towns, by what stands around them, with the real
engine."""

import pytest

from tests.annotate.test_mentions import named


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Police searched the flat. Verno, its owner, was questioned.", "Verno", "Person"),
        ("One of the dead, Karwan Ako, had been his driver.", "Karwan Ako", "Person"),
        ("Officers of the Guardia di Vento took the files away.", "Guardia di Vento",
         "Organization"),
        ("Fiskeribladet wrote that the quota was too high.", "Fiskeribladet", "Outlet"),
        ("A trader confirmed the sum to Schaakblad.", "Schaakblad", "Outlet"),
        ("Its television channel, Dengi Nwe, went off the air.", "Dengi Nwe", "Outlet"),
        ("Brokers at Lloyd's of London were relieved.", "Lloyd's of London", "Organization"),
        ("Mr Reto, who left Brandt und Voss, was fined.", "Brandt und Voss", "Organization"),
        ("The London Metal Exchange had no comment.", "London Metal Exchange", "Organization"),
        ("Its chief executive An Verhulst apologised.", "An Verhulst", "Person"),
        ("The tour of the Orchestra of the Teatro Marvelli ended.",
         "Orchestra of the Teatro Marvelli", "Organization"),
        ("The State-owned Assets Supervision Commission took it over.",
         "State-owned Assets Supervision Commission", "Organization"),
        ("The men of Infantry Regiment No. 16 were owed pay.", "Infantry Regiment No. 16",
         "Organization"),
        ("He Ruilin, the former governor, is awaiting trial.", "He Ruilin", "Person"),
        ("She leads Tavalu First.", "Tavalu First", "Organization"),
        ("The court fined SK Sturm Kolm.", "SK Sturm Kolm", "Organization"),
        ("Stora Ensa has closed its mill.", "Stora Ensa", "Organization"),
        ("He met the professor of the City University of Hong Kong.",
         "City University of Hong Kong", "Organization"),
        ("He feared that the peasants of Zagorje would rise.", "Zagorje", "Place"),
        ("He told them of the massacre of Arovo.", "Arovo", "Place"),
        ("Counsel to the inquiry, Fergus MacAskill KC, said that it was late.", "Fergus MacAskill",
         "Person"),
        ("He told Rustavi 2 that he would stay.", "Rustavi 2", "Outlet"),
        ("Eka Tsereteli of the rights group Article 42 called it unlawful.", "Article 42",
         "Organization"),
        ("The Progressive Congress of Ashok Salve said that it would back her.",
         "Progressive Congress", "Organization"),
        ("The council asked the auditors Drummond Leith for a report.", "Drummond Leith",
         "Organization"),
        ("Voters on Tamarua went to the polls.", "Tamarua", "Place"),
        ("The head of the Forum's mission, Bronwyn Hart, handed it over.", "Bronwyn Hart",
         "Person"),
        ("Asia Ledger, 3 August 2011\nThe bank fell.", "Asia Ledger", "Outlet"),
        ("El Faro Andino, 6 May 2014\nThe bank fell.", "El Faro Andino", "Outlet"),
        ("The Central Commission for Discipline Inspection (CCDI) has detained Guo Shaoming, the "
         "party secretary of the Northwest Railway Bureau, Xinhua said on Friday.",
         "Central Commission for Discipline Inspection", "Organization"),
        ("Altiplana Resources had lost millions. The man left Altiplana in June.", "Altiplana",
         "Organization"),
        ("The Kolmar government fell. The Kolmar assembly met. Kolmar has no cabinet.", "Kolmar",
         "Place"),
    ],
)  # fmt: skip
def test_what_stands_around_a_name_says_of_what_it_is(notes_of, text, name, kind):
    assert named(notes_of(text)).get(name) == kind


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The trawler Lofoten was lost with all hands.", "Lofoten"),
        ("Three of its vessels, the Halcyon Star, the Halcyon Dawn and the Aurora Polaris, have "
         "been arrested. The Dawn lies in Durban.", "Dawn"),
        ("The tenor, who was to sing Otello next week, has cancelled.", "Otello"),
        ("He conducts the new production of Nabucco.", "Nabucco"),
        ("She is accused of having misled investors about HX-114, a drug.", "HX-114"),
        ("Quota talks collapsed in Geneva on Monday.", "Quota"),
        ("Opera chief suspended over missing money.", "Opera"),
        ("Chess officials said that the match was off.", "Chess"),
        ("Turnout was low in Kolm.", "Turnout"),
        ("Collapse of Halcyon: daughter charged", "Collapse"),
        ("A Milan company sells the tickets.", "Milan company"),
        ("The party was led by Hugh Ransome, R.N. It walked for a week.", "R.N."),
    ],
)  # fmt: skip
def test_ships_plays_and_common_words_are_nobody(notes_of, text, word):
    found = named(notes_of(text))

    assert not any(word in name.split() or word == name for name in found), found


def test_a_common_word_that_is_a_name_elsewhere_stays_one(notes_of):
    found = named(notes_of("Quota officials left. He sold his shares in Quota to her."))

    assert found["Quota"] == "Organization"


def test_who_is_among_others_is_none_of_what_stands_before(notes_of):
    found = named(notes_of("He meddles in their countries, including among Shia Arabs."))

    assert found.get("Shia Arabs") != "Place"


def test_whoever_sails_is_somebody_where_the_text_says_so(notes_of):
    found = named(notes_of("Nils Haakonsen bought a ship. Haakonsen sailed on Monday."))

    assert found["Haakonsen"] == "Person"


def test_a_line_that_names_a_paper_and_a_day(notes_of):
    found = named(notes_of("Talks fail in Kolm\nAntwerp Commercial, 8 June 2016\nThey met."))

    assert found["Antwerp Commercial"] == "Outlet"


def test_who_wrote_stands_behind_by(notes_of):
    found = named(notes_of("Review by Katalin Orosz, Velm Gazette, 2011\nIt is a sober book."))

    assert found["Katalin Orosz"] == "Person"


def test_letters_of_a_pack_are_the_body_that_the_text_spells_out(notes_of):
    notes = notes_of("The Nishtiman News Agency closed. The leader spoke to NNA on Monday.")

    (agency,) = [e for e in notes.entities if e.type == "Outlet"]
    assert agency.name == "Nishtiman News Agency" and "NNA" in agency.aliases


def test_letters_of_a_pack_stay_where_nobody_else_has_them(notes_of):
    notes = notes_of("The Velm Coast Guard sailed. The PKK held the ridge.")

    assert "Kurdistan Workers' Party" in {e.name for e in notes.entities}


def test_capitals_of_an_accord_are_the_states_that_made_it(notes_of):
    notes = notes_of("The Ankara-Damascus agreement was signed. The Paris agreement failed.")
    stands = {m.span.quote: m.stands_for for m in notes.mentions if m.type == "Place"}

    assert stands == {"Ankara": "Turkey", "Damascus": "Syria", "Paris": None}


def test_the_company_is_a_firm_before_it_is_a_paper(notes_of):
    notes = notes_of("Telmar Lines sued the Velm Gazette. The company wants an apology.")
    firm = next(e for e in notes.entities if e.name == "Telmar Lines")

    assert "company" in {m.span.quote for m in firm.mentions}


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Telmar Lines will pay $8m, the Justice Department said.\nThe company was founded in 1981.",
         True),
        ("Telmar Lines will pay $8m. It is the largest fine of a European shipowner.\nThe company, "
         "which was founded in 1981, admits nothing.", True),
        ("Telmar Lines will pay $8m.\nA company owned by Ann Lee bought a ship.", False),
        ("Telmar Lines will pay $8m.\nAnn Lee was not asked.\nThe company admits nothing.", False),
    ],
)  # fmt: skip
def test_a_paragraph_may_begin_with_the_company_of_the_one_before(notes_of, text, whole):
    firm = next(e for e in notes_of(text).entities if e.name == "Telmar Lines")

    assert ("company" in {m.span.quote for m in firm.mentions}) == whole


def test_what_a_body_is_and_what_it_is_called_are_one(notes_of):
    notes = notes_of("The Swiss competition authority, Weko, opened an inquiry.")

    assert [e.name for e in notes.entities if e.type == "Organization"] == [
        "Swiss competition authority"
    ]


def test_a_list_of_bodies_is_no_such_name(notes_of):
    notes = notes_of("The Swiss competition authority, Weko, and Telmar Lines met him.")
    body = next(e for e in notes.entities if e.name == "Swiss competition authority")

    assert body.aliases == ()


def test_a_family_name_that_stands_first(notes_of):
    notes = notes_of(
        "Kuo Chen-hai was tried in Wuyuan. The judges found that Guo had taken money. Shen "
        "Bao-guo was moved."
    )
    (guo,) = [e for e in notes.entities if e.name == "Kuo Chen-hai"]

    assert "Guo" in guo.aliases


@pytest.mark.parametrize("name", ["Aung San Suu Kyi", "Nicola Verdi", "Andrea Costa"])
def test_given_names_of_both_sexes_tell_neither(notes_of, name):
    for pronoun in ("He", "She"):
        notes = notes_of(f"{name} spoke in Kolm. {pronoun} left at noon.")
        (somebody,) = [e for e in notes.entities if e.type == "Person"]
        assert pronoun in {m.span.quote for m in somebody.mentions}


def test_what_stands_beside_a_name_is_one_with_it(notes_of):
    text = ("Velm Lines, a shipping company, lost two vessels. The company said that it would sue."
            " The shipping company Kolm Lines closed. Velm Bank, the union and a ministry met.")  # fmt: skip
    found = {
        entity.name: [m.span.quote for m in entity.mentions] for entity in notes_of(text).entities
    }
    assert found["Velm Lines"] == ["Velm Lines", "shipping company", "company"]
    assert found["Kolm Lines"][-1] == "Kolm Lines"
    assert found["Velm Bank"] == ["Velm Bank"]
