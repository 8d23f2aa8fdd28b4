"""Lists of names that the grammar model tears: their words hang together again."""

import pytest
from hypothesis import given

from sayso.engines.mended.lists import with_lists
from sayso.engines.spacy import SpacyEngine
from sayso.records.parse import Token
from tests.engines.trees import is_tree_of, trees
from tests.extract.telling import document_of


def links(engine: SpacyEngine, text: str) -> dict[str, tuple[str, str]]:
    (sentence,) = engine.parse(document_of(text)).sentences
    return {token.text: (token.dep, sentence.head(token).text) for token in sentence}


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Soldiers of the Guard, the police and the militia fired.", "police", "Guard"),
        ("The head of the bank, the mayor and the bishop met in Lima.", "mayor", "head"),
        ("Members of the Red Front, the Union of Miners and the Green Circle attacked the mine.",
         "Union", "Front"),
        ("Shares of Nordvik and Palmer Capital fell.", "Capital", "Nordvik"),
        ("The rector Ignacio Ruiz and the dean Ann Lee met Jo Orr.", "dean", "rector"),
        ("He spoke with members of Hezbollah, the council and the guild in Lima.", "council",
         "Hezbollah"),
    ],
)  # fmt: skip
def test_the_second_of_a_list_is_joined_to_the_first(
    engine: SpacyEngine, text: str, word: str, expected: str
) -> None:
    assert links(engine, text)[word] == ("conj", expected)


def test_what_a_name_is_said_to_be_stays_beside_it(engine: SpacyEngine) -> None:
    text = "Members of the Red Front, the Party of Miners and Farmers, attacked the mine."
    assert links(engine, text)["Party"][0] == "appos"


def test_a_name_with_and_behind_the_stays_one(engine: SpacyEngine) -> None:
    found = links(engine, "The Trade and Industry Board fined Nordvik.")
    assert found["Board"] == ("nsubj", "fined")


def test_who_is_named_behind_his_deputy_is_the_deputy(engine: SpacyEngine) -> None:
    found = links(engine, "Dean Elio Ferri and his deputy, Marta Sala, met Bindi.")
    assert found["Sala"] == ("appos", "deputy")


def test_between_leads_to_both(engine: SpacyEngine) -> None:
    text = "Oslo hosted talks between the Front and a delegation of the Kabul government."
    assert links(engine, text)["delegation"] == ("conj", "Front")


def test_one_of_them_is_who_is_named_behind(engine: SpacyEngine) -> None:
    found = links(engine, "One of them, Grace Wanjiru, a clerk, pleaded guilty on 6 July.")
    assert found["Wanjiru"] == ("appos", "One")


TREES = trees(
    words=["the", ",", "and", "Orr", "Lee", "of"],
    kinds=[("PROPN", "NNP"), ("NOUN", "NNS"), ("NOUN", "NN"), ("PUNCT", ",")],
    deps=["nsubj", "nsubjpass", "appos", "conj", "nmod", "pobj", "poss"],
)


@given(TREES)
def test_a_tree_stays_a_tree_of_the_same_words(tokens: list[Token]) -> None:
    assert is_tree_of(with_lists(list(tokens)), [token.text for token in tokens])


@pytest.mark.parametrize(
    ("verb", "above"), [(("treated", "treat"), "26"), (("left", "leave"), "left")]
)
def test_what_is_told_of_a_number_hangs_on_it(verb: tuple[str, str], above: str) -> None:
    """The team that treated 26 wounded was not wounded; a blast that left 26 wounded did that."""
    rows = [
        ("team", "team", "NN", "nsubj", 1), (*verb, "VBD", "ROOT", 1), ("26", "26", "CD", "dobj", 1),
        ("wounded", "wound", "VBN", "advcl", 1),
    ]  # fmt: skip
    tokens = [
        Token(i, 8 * i, 8 * i + len(text), text, lemma, "X", tag, dep, head)
        for i, (text, lemma, tag, dep, head) in enumerate(rows)
    ]
    found = with_lists(tokens)
    assert found[found[3].head].text == above
