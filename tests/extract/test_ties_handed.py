"""Ties that come about as things change hands, that were held for so long, or are told of two."""

import pytest

from sayso.engines.spacy import SpacyEngine
from tests.extract.happenings import notes_of
from tests.extract.test_listed import ties


def dated(engine: SpacyEngine, text: str) -> set[tuple[str, str, str | None, str | None]]:
    notes = notes_of(engine, text)
    names = {entity.id: entity.name for entity in notes.entities}
    return {(names[t.subject], t.type, t.since, t.until) for t in notes.ties}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kestrel Holdings sold Norsund AG to Vantaa Bank in 2019.",
         ("Vantaa Bank", "controls", "Norsund AG")),
        ("Norsund AG was sold to Vantaa Bank.", ("Vantaa Bank", "controls", "Norsund AG")),
        ("The Guard held the castle of Namur in 1211.", ("Guard", "controls", "Namur")),
        ("Unit 840, which belongs to the Guard, is here.", ("Unit 840", "part_of", "Guard")),
        ("The 7th Brigade of the Velmian army, which belongs to the Northern Command, left.",
         ("7th Brigade", "part_of", "Northern Command")),
        ("The River Front follows the preacher Amos Tull.",
         ("River Front", "affiliated_with", "Amos Tull")),
        ("Marta Quist faces two rivals: Leif Aas and Bea Holm.",
         ("Bea Holm", "rival_of", "Marta Quist")),
        ("The alliance that Sweden has built with the Harlan Bank is old.",
         ("Sweden", "allied_with", "Harlan Bank")),
        ("Helena Moss of the law firm Moss & Pike defended him.",
         ("Helena Moss", "member_of", "Moss & Pike")),
        ("The firm is run by Ann Lee and Leo Vidal. The two took over from Ramon Orr in 2016.",
         ("Leo Vidal", "succeeds", "Ramon Orr")),
        ("Tarn Foods grew. The Danish group owns Velm Trading.",
         ("Tarn Foods", "present_in", "Denmark")),
        ("Norsund AG is sponsored by Helvia AG and hosted by the town of Lima.",
         ("Lima", "backs", "Norsund AG")),
    ],
)  # fmt: skip
def test_what_is_told(
    engine: SpacyEngine, text: str, expected: tuple[str, str, str | None]
) -> None:
    assert expected in ties(engine, text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Former officers of the Home Guard train the Kesh Scouts.", "trains"),
        ("Ann Lee chairs the board of the Harlan Bank.", "part_of"),
        ("Ann Lee met officials, including the adviser to the mayor, the commander of the "
         "police, and the deputy commander of the Guard.", "deputy_of"),
        ("Marta Quist faces two rivals: Leif Aas and Bea Holm, and the Guard held talks in the "
         "castle of Namur.", "controls"),
    ],
)  # fmt: skip
def test_what_is_not_told(engine: SpacyEngine, text: str, kind: str) -> None:
    assert kind not in {told for _, told, _ in ties(engine, text)}


def test_rivals_of_one_are_not_said_to_be_each_others(engine: SpacyEngine) -> None:
    text = "Marta Quist faces two rivals: Leif Aas and Bea Holm."
    assert ("Leif Aas", "rival_of", "Bea Holm") not in ties(engine, text)


def test_of_whom_it_is_denied_it_is_denied_alone(engine: SpacyEngine) -> None:
    text = "Tom Lee is not considered one of the politicians loyal to the Red Front."
    notes = notes_of(engine, text)
    assert {tie.polarity for tie in notes.ties} == {"negative"}
    more = notes_of(engine, text[:-1] + ", such as Ann Orr.")
    names = {entity.id: entity.name for entity in more.entities}
    assert ("Ann Orr", "positive") in {(names[t.subject], t.polarity) for t in more.ties}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Lee, who led the Harlan Bank for ten years until 2016, met Jo Orr.",
         ("Ann Lee", "commands", "2006~", "2016")),
        ("Ewa Nowak succeeded Tom Carrick in 2020, who had led the Harlan Bank for six years.",
         ("Tom Carrick", "commands", "2014~", "../2020")),
        ("Ewa Nowak succeeded Tom Carrick in 2020, who had led the Harlan Bank.",
         ("Tom Carrick", "commands", None, "../2020")),
        ("Tom Carrick, who led the Harlan Bank, was appointed head of the Tarn Council in May "
         "2020.", ("Tom Carrick", "commands", None, "../2020-05")),
        ("Tom Carrick, who leads the Harlan Bank, was appointed head of the Tarn Council in May "
         "2020.", ("Tom Carrick", "commands", None, None)),
        ("Ann Lee led the Harlan Bank for ten years.", ("Ann Lee", "commands", None, None)),
    ],
)  # fmt: skip
def test_how_long(
    engine: SpacyEngine, text: str, expected: tuple[str, str, str | None, str | None]
) -> None:
    assert expected in dated(engine, text)


def test_who_is_sold_something_is_not_sold(engine: SpacyEngine) -> None:
    assert not notes_of(engine, "Ardan sold the Harlan Bank a house in 2016.").ties


def test_the_office_taken_is_not_the_title_before_the_name(engine: SpacyEngine) -> None:
    text = (
        "In November 2015 the ministry appointed Judge Per Nygaard as mediator; he resigned in "
        "January 2016."
    )
    notes = notes_of(engine, text)
    names = {entity.id: entity.name for entity in notes.entities}
    held = {(names[t.office], t.since, t.until) for t in notes.ties if t.office}
    assert {("mediator", "2015-11", None), ("mediator", None, "2016-01")} < held
    assert ("Judge", None, None) in held
    assert not any(since or until for office, since, until in held if office == "Judge")
