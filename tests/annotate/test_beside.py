"""What the words beside a name tell of it, with the real engine."""

import pytest

from sayso.annotate.mentions.step import find_mentions
from sayso.packs.pack import Pack
from sayso.records.documents import Block, Cleaned, Document
from sayso.records.notes import Notes
from tests.annotate.test_mentions import entity_with, named


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ('"We are ready," Lena Okafor told Dagens Industri.', "Dagens Industri", "Outlet"),
        ("A clerk told El Faro that the vote was bought.", "El Faro", "Outlet"),
        ("Lena Okafor told Ruth Mensah that she would stay.", "Ruth Mensah", "Person"),
        ("The clerk told Jasper Quillane that it was late. Quillane wept.", "Jasper Quillane",
         "Person"),
        ("RTX, the state broadcaster, said so.", "RTX", "Outlet"),
        ("Liverpool beat Everton 2-0 in Cardiff.", "Liverpool", "Organization"),
        ("Liverpool beat Everton 2-0 in Cardiff.", "Everton", "Organization"),
        ("Quarrell beat Lena Okafor in the vote.", "Quarrell", "Person"),
        ("Maersk A/S sailed. A.P. Moller-Maersk earned more.", "A.P. Moller-Maersk",
         "Organization"),
        ("Batumi is a port.", "Batumi", "Place"),
        ("Her party, Morena, won every seat.", "Morena", "Organization"),
        ("IEBC chair Lena Okafor left.", "IEBC", "Organization"),
        ("Quarrell was arrested in Velm.", "Quarrell", "Person"),
        ("The Kenya Red Cross opened a camp.", "Kenya Red Cross", "Organization"),
        ("According to La Voz de Velm, she left.", "La Voz de Velm", "Outlet"),
        ("Gazeta Velmska counted them.", "Gazeta Velmska", "Outlet"),
        ("The Namibian, a daily, reported it.", "Namibian", "Outlet"),
        ("Channel 14 said so.", "Channel 14", "Outlet"),
        ("He bought shares in Petrolux.", "Petrolux", "Organization"),
        ("She met Petrolux chairman Ion Vasile.", "Petrolux", "Organization"),
        ("Samherji paid him. The Icelandic company denied it.", "Samherji", "Organization"),
        ("Hangana and Tunacor, the two Namibian firms, took over.", "Tunacor", "Organization"),
        ("Spes, a cooperative in Ozieri, runs it. He left Spes.", "Spes", "Organization"),
        ("The Earl of Clanmore stayed.", "Clanmore", "Person"),
        ("He was governor of Sinalon.", "Sinalon", "Place"),
        ("Velmgan's roads were gone.", "Velmgan", "Place"),
        ("The press office told Old Velm Leaf to pay. Old Velm Leaf Inc. did.", "Old Velm Leaf",
         "Organization"),
    ],
)  # fmt: skip
def test_what_stands_beside_a_name_says_of_what_it_is(notes_of, text, name, kind):
    assert named(notes_of(text)).get(name) == kind


def test_a_storm_is_nobody(notes_of):
    assert named(notes_of("Cyclone Orla hit Manila, and Orla Byrne fled.")) == {
        "Manila": "Place", "Orla Byrne": "Person",
    }  # fmt: skip


def test_no_list_no_and(notes_of):
    found = named(notes_of("In Kano, Abba Kabir Yusuf of the union led."))
    assert found["Abba Kabir Yusuf"] == "Person"


def test_what_a_minister_is_for_says_which_office(notes_of):
    notes = notes_of("The minister of transport left in May. The transport minister was ill.")
    found = [e for e in notes.entities if e.type == "Office"]
    assert [len(e.mentions) for e in found] == [2]


def test_an_office_begins_inside_no_name(notes_of):
    found = named(notes_of("Velm Reform Party leader Ana Ruiz left."), "office")
    assert list(found) == ["Velm Reform Party leader"]


def test_articles_without_a_pack(engine):
    text = "Mustafa al-Kazimi met the pro-Iranian militia in mid-June."
    document = Document(
        "d-1", "a.txt", "0" * 64, "txt", text, (Block("paragraph", 0, len(text)),),
        Cleaned(text, ((0, 0),)),
    )  # fmt: skip
    notes = Notes(document).with_gift("parse", engine.parse(document))
    found = {m.span.quote for m in find_mentions(notes, Pack())}
    assert "Mustafa al-Kazimi" in found
    assert not any(name.startswith(("pro", "mid")) for name in found)


def test_father_and_son_of_one_name(notes_of):
    notes = notes_of(
        "George Haan Jr. took over the brewery. His father, George Haan, had founded it. "
        "Haan Sr. died soon. George Haan was mourned. George Haan Jr. sold it."
    )
    found = [
        [m.name for m in e.mentions if m.form == "name"]
        for e in notes.entities if e.type == "Person"
    ]  # fmt: skip
    assert found == [
        ["George Haan Jr.", "George Haan Jr."],
        ["George Haan", "Haan Sr", "George Haan"],
    ]


def test_kin_of_another_name_is_one_person(notes_of):
    notes = notes_of("Ruth Orr spoke of her father, Piet Haan. Piet Haan wept. Haan left.")
    assert len(entity_with(notes, "Piet Haan").mentions) == 3


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("Andrés Manuel López Obrador won. López Obrador spoke.",
         {"Andrés Manuel López Obrador", "López Obrador"}),
        ("AMLO, as Andrés Manuel López is widely known, won.",
         {"AMLO", "Andrés Manuel López"}),
        ("The leader of the CHP spoke. The Republican People's Party (CHP) had met.",
         {"CHP", "Republican People's Party"}),
    ],
)  # fmt: skip
def test_names_that_a_report_tells_to_be_one(notes_of, text, one):
    entity = entity_with(notes_of(text), min(one))
    assert one <= {entity.name, *entity.aliases}
