"""Clauses that the grammar model hangs on a word too far off, or takes for something by the way."""

import pytest
from hypothesis import given

from sayso.engines.mended.clauses import with_clauses
from sayso.engines.spacy import SpacyEngine
from sayso.records.parse import Token
from tests.engines.trees import is_tree_of, trees
from tests.extract.telling import document_of


def test_a_clause_behind_the_verb_is_of_a_noun_behind_it(engine: SpacyEngine) -> None:
    text = (
        "Soldiers abandoned the town without a fight, a senior official said in a cable to New "
        "York that was seen by The Lakes Monitor."
    )
    (sentence,) = engine.parse(document_of(text)).sentences
    (seen,) = (token for token in sentence if token.text == "seen")
    assert sentence.head(seen).text == "cable"


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Osei Cocoa Holdings will cut a quarter of its workforce in Ghana, its chairman, Kwame "
         "Osei, announced on Tuesday.", "announced"),
        ("Rosa Bellini, a laundress, recalled in an interview recorded in 1957 that the men came out.",
         "recalled"),
    ],
)  # fmt: skip
def test_who_announces_closes_the_sentence(engine: SpacyEngine, text: str, verb: str) -> None:
    (sentence,) = engine.parse(document_of(text)).sentences
    assert sentence.root.text == verb
    assert sentence.children(sentence.root, "nsubj")


TREES = trees(
    words=["said", ",", "that", "cable", "town", "seen", "Osei", "chairman", "announced"],
    kinds=[
        ("NOUN", "NN"), ("PROPN", "NNP"), ("VERB", "VBD"), ("VERB", "VBN"), ("PRON", "WDT"),
        ("PUNCT", ","),
    ],
    deps=["nsubj", "dobj", "relcl", "advcl", "appos", "pobj", "punct", "ccomp", "ROOT"],
    least=2,
)  # fmt: skip


@given(TREES)
def test_a_tree_stays_a_tree_of_the_same_words(tokens: list[Token]) -> None:
    lemmas = {"said": "say", "announced": "announce"}
    tokens[:] = [token._replace(lemma=lemmas.get(token.text, token.text)) for token in tokens]
    words = [token.text for token in tokens]
    with_clauses(tokens)
    assert is_tree_of(tokens, words)
