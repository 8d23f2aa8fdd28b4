"""Who does it and who suffers it where words have both sides: "came under fire", "fired shots"."""

import pytest

from sayso.engines.spacy import SpacyEngine
from tests.extract.happenings import notes_of

Told = set[tuple[str, str]]


def told(engine: SpacyEngine, text: str) -> dict[str, Told]:
    """The words that fill each role, by type of event."""
    found: dict[str, Told] = {}
    for event in notes_of(engine, text).events:
        fillers = {(one.role, one.span.quote) for one in event.fillers}
        found[event.type] = found.get(event.type, set()) | fillers
    return found


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("The convoy came under fire near Kabul.", "ASSAULT", ("target", "convoy")),
        ("The hospital came under attack from rebels.", "ASSAULT", ("actor", "rebels")),
        ("The bank came under fire over its fees in May.", "ACCUSE", ("target", "bank")),
        ("Some students fired their guns in Lima.", "ASSAULT", ("instrument", "guns")),
        ("The men fired shots at the police.", "ASSAULT", ("target", "police")),
        ("Ann Lee holds the Red Front responsible for the assassination of Dr. Jose Porth.",
         "ASSAULT", ("actor", "Red Front")),
        ("The attacks on the Electoral Council shocked the town.", "ASSAULT",
         ("target", "Electoral Council")),
    ],
)  # fmt: skip
def test_who_is_on_which_side(
    engine: SpacyEngine, text: str, kind: str, expected: tuple[str, str]
) -> None:
    assert expected in told(engine, text)[kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The bank came under fire over its fees in May.", "ASSAULT"),
        ("The convoy came under fire near Kabul.", "ACCUSE"),
        ("Snow invaded the pass.", "MOBILIZE"),
        ("Tourists invaded the city in May.", "MOBILIZE"),
        ("Attacks on ships are rare.", "ASSAULT"),
    ],
)
def test_what_did_not_happen(engine: SpacyEngine, text: str, kind: str) -> None:
    assert kind not in told(engine, text)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("On 3 May a convoy entered Lima. The convoy was made up of 30 lorries.", [30]),
        ("Sweden bombed the militia in Lima. The militia is made up of 4,000 men.", []),
        ("The militia entered Lima. The militia is composed of 300 fighters.", [300]),
    ],
)
def test_what_is_counted(engine: SpacyEngine, text: str, numbers: list[int]) -> None:
    events = notes_of(engine, text).events
    assert [q.low for event in events for q in event.quantities] == numbers
