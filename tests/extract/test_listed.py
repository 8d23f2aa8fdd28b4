"""Those who are named one by one behind a plural take part, and have the ties told of it."""

import pytest

from sayso.engines.spacy import SpacyEngine
from tests.extract.happenings import notes_of


def actors(engine: SpacyEngine, text: str) -> set[str]:
    notes = notes_of(engine, text)
    names = {entity.id: entity.name for entity in notes.entities}
    return {names[p.entity] for e in notes.events for p in e.participants if p.role == "actor"}


def ties(engine: SpacyEngine, text: str) -> set[tuple[str, str, str | None]]:
    notes = notes_of(engine, text)
    names = {entity.id: entity.name for entity in notes.entities}
    return {(names[t.subject], t.type, names.get(t.object or "")) for t in notes.ties}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The three countries (Iran – Iraq – Syria) agreed to build a road.",
         {"Iran", "Iraq", "Syria"}),
        ("Two militias loyal to Oke, the Kesh Guards and the River Scouts, attacked Mbari.",
         {"Kesh Guards", "River Scouts"}),
        ("Investors such as Nordvik and Palmer Capital have backed Ann Tansley.",
         {"Nordvik", "Palmer Capital"}),
        ("Members of the Red Front, the Union of Miners and the Green Circle attacked the mine.",
         {"Red Front", "Union of Miners", "Green Circle"}),
        ("The rebels, some of whom fled to Chad, are tired.", {"rebels"}),
        ("The rector Ignacio Ruiz and the dean Ann Lee met Jo Orr.", {"Ignacio Ruiz", "Ann Lee"}),
    ],
)  # fmt: skip
def test_who_takes_part(engine: SpacyEngine, text: str, expected: set[str]) -> None:
    assert actors(engine, text) == expected


def test_a_list_without_a_number_is_not_that_of_the_plural(engine: SpacyEngine) -> None:
    text = "Militias loyal to Oke, the Kesh Guards and the River Scouts, attacked Mbari."
    assert "Kesh Guards" not in actors(engine, text)


def test_two_of_whom_one_thing_is_told_are_not_tied_to_each_other(engine: SpacyEngine) -> None:
    text = "Two ministers close to Robert Lee, Ann Holm and Karl Weber, met Ivan Orr in Lima."
    found = {(one, other) for one, _, other in ties(engine, text)}
    assert ("Karl Weber", "Robert Lee") in found
    assert ("Karl Weber", "Ann Holm") not in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kesh fighters were trained by the Zandian army and with the support of Ann Luba.",
         ("Ann Luba", "backs", "Kesh fighters")),
        ("Peter Rusk was the brother-in-law of Ann Ashby.",
         ("Peter Rusk", "affiliated_with", "Ann Ashby")),
        ("The towns of Wick and Marl supplied Norland with cannon.", ("Marl", "arms", "Norland")),
        ("The Free Company fought under the banner of Duke Otto.",
         ("Free Company", "operates_under", "Otto")),
        ("Dean Elio Ferri and his deputy, Marta Sala, met Paolo Bindi.",
         ("Marta Sala", "deputy_of", "Elio Ferri")),
        ("The Red Front, with the funding of the Tamar Foundation, is an army.",
         ("Tamar Foundation", "funds", "Red Front")),
        ("Karl Weber played for Dynamo Riga.", ("Karl Weber", "member_of", "Dynamo Riga")),
    ],
)  # fmt: skip
def test_ties_by_other_words(
    engine: SpacyEngine, text: str, expected: tuple[str, str, str]
) -> None:
    assert expected in ties(engine, text)


def test_the_secretary_general_is_nobodys_secretary(engine: SpacyEngine) -> None:
    text = "Paul Adeyemi is the secretary-general of the Rowing Union."
    assert ("Paul Adeyemi", "affiliated_with", "Rowing Union") not in ties(engine, text)
