"""What a report tells of its sources, learnt at the words that tell it."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.engines.spacy import SpacyEngine
from sayso.extract.attributions.step import find_attributions
from sayso.extract.traits.step import find_traits
from sayso.records.statements import Trait
from tests.extract.telling import notes_of, pack


def traits(engine: SpacyEngine, text: str) -> tuple[Trait, ...]:
    """The traits found in a text, attributions told apart first."""
    notes = notes_of(engine, text)
    notes = notes.with_gift("attributions", find_attributions(notes, pack()))
    return find_traits(notes, pack())


def told(engine: SpacyEngine, text: str) -> set[tuple[str, str]]:
    """Attribute and value of each."""
    return {(trait.attribute, trait.value) for trait in traits(engine, text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Norwegian daily Velm Gazette reported that the pier had burnt.",
            {("country", "Norway"), ("kind", "daily")},
        ),
        (
            "Harbour Wire, a pro-government news website owned by the Selim Group, said it rained.",
            {
                ("leaning", "pro-government"),
                ("kind", "news website"),
                ("owner", "owned by the Selim Group"),
            },
        ),
        (
            "The Velm Gazette, which is close to the port authority, denied it.",
            {("leaning", "close to the port authority")},
        ),
        (
            "The state-run broadcaster Radio Lund said that the strike was over.",
            {("owner", "state-run"), ("kind", "broadcaster")},
        ),
        (
            "Officials told the Velm Gazette newspaper that talks had failed.",
            {("kind", "newspaper")},
        ),
        (
            "The Velm Gazette is an independent weekly and belongs to the dockers' union.",
            {
                ("leaning", "independent"),
                ("kind", "weekly"),
                ("owner", "belongs to the dockers' union"),
            },
        ),
        (
            "Norway's Velm Gazette (close to the opposition) ran the story.",
            {("country", "Norway"), ("leaning", "close to the opposition")},
        ),
        (
            "The Harrow Institute, a conservative think tank, expects a strike.",
            {("leaning", "conservative"), ("kind", "think tank")},
        ),
        (
            "The Velm Gazette is widely seen as sympathetic to the union.",
            {("leaning", "widely seen as sympathetic to the union")},
        ),
        (
            "The privately owned channel Lund News, which supports the mayor, left.",
            {
                ("owner", "privately owned"),
                ("kind", "channel"),
                ("leaning", "supports the mayor"),
            },
        ),
    ],
)
def test_what_a_source_is_is_read(
    engine: SpacyEngine, text: str, expected: set[tuple[str, str]]
) -> None:
    """Adjectives, appositions, brackets, relative clauses, and plain statements tell it."""
    assert told(engine, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Velm Gazette, not affiliated with any party, wrote that he won.",
        "The Velm Gazette is close to a deal with its printers.",
        "The Norwegian Velm Gazette reporter Anna Berg was arrested.",
        "The Norwegian-backed Red Star Brigade spoke to the Velm Gazette.",
        "The Velm Gazette backed its reporter.",
        "The conservative minister told the Velm Gazette that he would go.",
    ],
)
def test_what_is_not_told_of_a_source_is_not_read(engine: SpacyEngine, text: str) -> None:
    """Denials, the news of the day, and what is said of somebody beside it."""
    assert told(engine, text) == set()


def test_names_listed_together_share_what_stands_before_them(engine: SpacyEngine) -> None:
    """ "The dailies X and Y": both are."""
    found = traits(engine, "The dailies Velm Gazette and Lund Courier wrote about it.")
    assert [(t.attribute, t.value) for t in found] == [("kind", "daily")] * 2
    assert len({trait.entity for trait in found}) == 2


def test_a_thing_is_told_once_and_cites_its_first_words(engine: SpacyEngine) -> None:
    """A second telling in the same report adds nothing."""
    text = "The daily Velm Gazette said so. The daily Velm Gazette said so again."
    (found,) = traits(engine, text)
    assert found.span is not None
    assert (found.span.start, found.span.quote) == (4, "daily")


def test_a_trait_stands_under_those_who_tell_it(engine: SpacyEngine) -> None:
    """ "Critics say that ..." is not the author's word; what the outlet itself says is no bond."""
    (found,) = traits(engine, "Critics say that the Velm Gazette is funded by the ministry.")
    assert (found.attribute, len(found.attributions)) == ("owner", 1)
    own = traits(engine, "The Velm Gazette, a weekly, reported that the pier had burnt.")
    assert [trait.attributions for trait in own] == [()]


@given(st.lists(st.sampled_from([
    "the", "daily", "Velm", "Gazette", ",", "which", "is", "close", "to", "and", "a", "(", ")",
    "state-run", "of", "owned", "by", "not", "Norwegian", "'s", "-", ".",
]), max_size=25))  # fmt: skip
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_trait_quotes_its_text(engine: SpacyEngine, words: list[str]) -> None:
    """Whatever the words, a trait's span stands in the text, or there is none."""
    text = " ".join(["The Velm Gazette", *words])
    for trait in traits(engine, text):
        assert trait.span is not None
        assert text[trait.span.start : trait.span.end] == trait.span.quote


def test_a_thousand_presentations_of_one_source_are_one(engine: SpacyEngine) -> None:
    """What is told again and again is learnt once."""
    text = "The Norwegian daily Velm Gazette, close to the union, said so. " * 1000
    assert len(find_traits(notes_of(engine, text), pack())) == 3
