"""Who "the mayor" is in a report that has told of Mayor Ann Lee."""

from __future__ import annotations

import pytest

from sayso.engines.spacy import SpacyEngine
from tests.extract.telling import notes_of


def meant(engine: SpacyEngine, text: str, words: str) -> str | None:
    """The name of whoever the last use of some words means."""
    start = text.rindex(words)
    for entity in notes_of(engine, text).entities:
        if any(mention.span.start == start for mention in entity.mentions):
            return entity.name if entity.type == "Person" else None
    return None


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Mayor Ann Lee said it was late. The mayor left.", "mayor", "Ann Lee"),
        ("Colonel Tuma Res came. They asked the colonel to stay.", "colonel", "Tuma Res"),
        ("Chief executive Ruth Abara spoke. The chief executive left.", "chief executive", "Ruth Abara"),
        ("Employment judge Clare Westerby sat. The judge was late. The judge wrote it.", "judge",
         "Clare Westerby"),
        # Two have the title.
        ("Mayor Ann Lee met Mayor Bo Ek. The mayor left.", "mayor", None),
        # Another office of that name stands between.
        ("President Anna Holm spoke. The president of the club sat. The president left.",
         "president", None),
        # More words tell which one is meant, or that it is anybody.
        ("Judge Clare Westerby sat. The judge who heard the first case is ill.", "judge", None),
        ("Mayor Ann Lee sat. A mayor can be removed.", "mayor", None),
        # Of another year, and of what somebody became.
        ("Mayor Ann Lee sat. In 2009 the mayor resigned.", "mayor", None),
        ("Judge Clare Westerby sat. In the end he became the judge.", "judge", None),
    ],
)  # fmt: skip
def test_a_title_told_again_is_of_the_one_who_has_it(engine, text, words, name):
    assert meant(engine, text, words) == name


def test_the_reason_is_given(engine):
    notes = notes_of(engine, "Mayor Ann Lee said it was late. The mayor left.")
    (lee,) = (entity for entity in notes.entities if entity.type == "Person")
    assert [(j.name, j.of, j.rule) for j in lee.joinings] == [
        ("mayor", "Ann Lee", "the only one of the report with that title")
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Philippa Stead left. One parent now regrets the letter. She said no.", None),
        ("Philippa Stead left. The roof was cold. She said no.", "Philippa Stead"),
    ],
)
def test_a_pronoun_does_not_reach_over_somebody_told_of_since(engine, text, name):
    assert meant(engine, text, "She") == name


def test_an_office_that_begins_with_the_title_is_survived(engine):
    """Two mentions may begin at one place; the longer one is an office of its own."""
    text = (
        "President Anna Holm spoke. The president praised the president of the senate. The"
        " president and the president of Chile left. She slept."
    )
    names = [entity.name for entity in notes_of(engine, text).entities]
    assert "Anna Holm" in names
