"""That nobody died, where somebody else tells of dead."""

import pytest

from sayso.engines.spacy import SpacyEngine
from tests.extract.happenings import notes_of

_CLAIM = "Rebels said they had killed twelve guards in Lima on 3 May. "


def none_dead(engine: SpacyEngine, text: str) -> list[tuple[str, str | None, str]]:
    """What is cited, the first day and whether it is on somebody's word, of each telling of none."""
    return [
        (event.span.quote, event.earliest, event.factuality)
        for event in notes_of(engine, text).events
        if any(count.high == 0 for count in event.quantities)
    ]


@pytest.mark.parametrize(
    ("more", "cited"),
    [
        ("The army denied that anyone had died.", "The army denied that anyone had died"),
        ("The army said that there were no casualties.", "there were no casualties"),
        ("The army reported no fatalities.", "The army reported no fatalities"),
    ],
)
def test_none_dead_are_told_of_the_deed(engine: SpacyEngine, more: str, cited: str) -> None:
    assert none_dead(engine, _CLAIM + more) == [(cited, "2020-05-03", "reported")]


@pytest.mark.parametrize(
    "text",
    [
        "Rebels shelled Lima on 3 May. The army said that there were no casualties.",
        _CLAIM + "The army denied that anyone had fled.",
        _CLAIM + "The army reported two fatalities.",
    ],
)
def test_without_dead_or_denial_nothing_is_told(engine: SpacyEngine, text: str) -> None:
    assert none_dead(engine, text) == []
