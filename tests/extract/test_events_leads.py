"""One deed told in several clauses of one sentence, as reports open."""

import pytest

from sayso.engines.spacy import SpacyEngine
from tests.extract.happenings import events


def told(engine: SpacyEngine, text: str) -> dict[str, tuple[str | None, set[str]]]:
    """First day and places of what each verb tells."""
    return {one.account.trigger: (one.account.earliest, one.places) for one in events(engine, text)}


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Two soldiers were killed and three were wounded on 3 May in Lima.", "kill", "wound"),
        ("A teacher was killed and two pupils wounded in Lima on 3 May, police said.", "kill",
         "wound"),
        ("Four people were killed and 12 wounded on 3 May when a bomb exploded in Lima.", "kill",
         "explode"),
        ("Seven policemen were killed when gunmen attacked a checkpoint in Lima on 3 May.", "kill",
         "attack"),
    ],
)  # fmt: skip
def test_day_and_place_are_those_of_all_the_clauses(
    engine: SpacyEngine, text: str, first: str, second: str
) -> None:
    found = told(engine, text)
    assert found[first] == found[second] == ("2020-05-03", {"Lima"})


def test_what_is_counted_on_need_be_no_deed(engine: SpacyEngine) -> None:
    text = (
        "Nineteen people were killed and at least eight were missing on 3 May after a gallery gave way in"
        " a mine in Lima."
    )
    assert told(engine, text)["kill"] == ("2020-05-03", {"Lima"})


def test_whoever_attacked_killed_them(engine: SpacyEngine) -> None:
    text = "Seven policemen were killed when Peruvian troops attacked a checkpoint on 3 May."
    kill = next(one for one in events(engine, text) if one.account.trigger == "kill")
    assert any(role == "actor" for role, _ in kill.who)


@pytest.mark.parametrize(
    "text",
    [
        # Another deed, with a subject of its own that is not counted; and each its own day.
        "Ann Lee was killed and Omar Reyes fled to Lima on 3 May.",
        "Ann Lee was killed and the army attacked Lima on 3 May.",
    ],
)
def test_what_others_did_is_another_deed(engine: SpacyEngine, text: str) -> None:
    assert told(engine, text)["kill"] == (None, set())


def test_each_keeps_its_own_day(engine: SpacyEngine) -> None:
    text = "Two soldiers were killed on 2 May and three were wounded on 3 May in Lima."
    assert told(engine, text)["kill"][0] == "2020-05-02"
