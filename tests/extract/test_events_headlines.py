"""What a headline tells is what the report below it tells."""

from sayso.engines.spacy import SpacyEngine
from sayso.read.choose import read_document
from sayso.records.notes import Notes
from tests.extract.happenings import read_on

_BODY = "Harbour News, 15 February 2021\n\nGunmen killed Ann Lee in Lima on 12 February 2021.\n"


def _killings(engine: SpacyEngine, headline: str) -> list[tuple[str | None, set[str]]]:
    document = read_document("a.txt", f"{headline}\n\n{_BODY}".encode())
    notes = read_on(Notes(document), engine)
    names = {entity.id: entity.name for entity in notes.entities}
    return [
        (event.earliest, {names[p.entity] for p in event.participants})
        for event in notes.events
        if event.mode == "kill"
    ]


def test_a_headline_has_the_day_of_the_report(engine: SpacyEngine) -> None:
    first, second = _killings(engine, "Gunmen kill Ann Lee")
    assert first == second
    assert first[0] == "2021-02-12"


def test_a_headline_of_somebody_else_has_no_day(engine: SpacyEngine) -> None:
    first, second = _killings(engine, "Soldiers kill Jo Orr")
    assert first[0] is None
    assert second[0] == "2021-02-12"
