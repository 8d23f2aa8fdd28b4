"""Objects of which more is said behind, which the grammar model takes for something else."""

import pytest
from hypothesis import given

from sayso.engines.mended.objects import with_objects
from sayso.engines.spacy import SpacyEngine
from sayso.records.parse import Token
from tests.engines.trees import is_tree_of, trees
from tests.extract.telling import document_of


@pytest.mark.parametrize(
    ("text", "verb", "thing"),
    [
        ("The judges also found the engineer Hugo Britos guilty of fraud.", "found", "engineer"),
        ("The rebels took nine of its men hostage.", "took", "nine"),
        ("The president appointed Eva Horn head of the bank.", "appointed", "Horn"),
    ],
)
def test_who_is_found_or_taken_is_the_object(
    engine: SpacyEngine, text: str, verb: str, thing: str
) -> None:
    (sentence,) = engine.parse(document_of(text)).sentences
    (told,) = (token for token in sentence if token.text == verb)
    assert [token.text for token in sentence.children(told, "dobj")] == [thing]
    assert sentence.children(told, "oprd")


def test_a_clause_with_a_verb_stays_a_clause(engine: SpacyEngine) -> None:
    (sentence,) = engine.parse(document_of("The judges found the dam was unsafe.")).sentences
    assert not sentence.children(sentence.root, "dobj")


def test_a_rank_is_nothing_that_is_done(engine: SpacyEngine) -> None:
    (sentence,) = engine.parse(
        document_of("Ann Lee was promoted to colonel that autumn.")
    ).sentences
    (rank,) = (token for token in sentence if token.text == "colonel")
    assert (rank.pos, rank.dep, sentence.head(rank).text) == ("NOUN", "pobj", "to")


TREES = trees(
    words=[
        "took",
        "found",
        "promoted",
        "to",
        "named",
        "men",
        "hostage",
        "guilty",
        "of",
        "engineer",
    ],
    kinds=[("NOUN", "NN"), ("NOUN", "NNS"), ("VERB", "VBD"), ("ADJ", "JJ"), ("ADP", "IN")],
    deps=["nsubj", "dobj", "ccomp", "xcomp", "compound", "nmod", "pobj", "prep", "ROOT"],
    least=2,
)


@given(TREES)
def test_a_tree_stays_a_tree_of_the_same_words(tokens: list[Token]) -> None:
    tokens[:] = [
        token._replace(lemma={"took": "take"}.get(token.text, token.text)) for token in tokens
    ]
    words = [token.text for token in tokens]
    with_objects(tokens)
    assert is_tree_of(tokens, words)
