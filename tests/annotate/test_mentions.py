"""Names, and what they are names of, with the real engine."""

import pytest

from sayso.annotate.mentions.step import find_mentions
from sayso.packs.load import builtin, load
from sayso.packs.pack import Pack
from sayso.records.documents import Block, Cleaned, Document
from sayso.records.marks import Mention
from sayso.records.notes import Notes
from sayso.resolve.within import find_entities

STRAIGHT = str.maketrans({"’": "'", "“": '"', "”": '"'})


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load([builtin("general"), builtin("conflict")])


@pytest.fixture
def notes_of(engine, pack):
    def notes(text: str) -> Notes:
        blocks, start = [], 0
        for line in text.split("\n"):
            if line:
                blocks.append(Block("paragraph", start, start + len(line)))
            start += len(line) + 1
        cleaned = Cleaned(text.translate(STRAIGHT), ((0, 0),))
        document = Document("d-1", "a.txt", "0" * 64, "txt", text, tuple(blocks), cleaned)
        notes = Notes(document).with_gift("parse", engine.parse(document))
        notes = notes.with_gift("mentions", find_mentions(notes, pack))
        return notes.with_gift("entities", find_entities(notes, pack))

    return notes


def named(notes: Notes, *forms: str) -> dict[str, str]:
    return {
        mention.span.quote: mention.type
        for mention in notes.mentions
        if mention.form in (forms or ("name", "acronym"))
    }


def entity_with(notes: Notes, name: str):
    return next(e for e in notes.entities if name in (e.name, *e.aliases))


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
