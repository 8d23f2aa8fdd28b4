"""Names that end as verbs do are names all the same."""

import pytest

from sayso.engines.spacy import SpacyEngine
from tests.engines.test_verbs import parsed


def test_a_name_inside_a_sentence_is_no_participle(engine: SpacyEngine) -> None:
    sentence = parsed(engine, "General Lwin visited Tansing on 9 March and ordered a retreat.")
    (name,) = (token for token in sentence if token.text == "Tansing")
    assert (name.tag, name.pos, name.lemma) == ("NNP", "PROPN", "Tansing")


@pytest.mark.parametrize("text", ["Mayor Praises Founding Members After Visiting Bergen Club"])
def test_headlines_keep_their_verbs(engine: SpacyEngine, text: str) -> None:
    before = [token.tag for token in parsed(engine, text)]
    assert any(tag.startswith("VB") for tag in before)


def test_a_name_without_a_comma_is_of_the_noun_before_it(engine: SpacyEngine) -> None:
    text = (
        "The cabildo, which met the following morning and elected Prado's brother Andrés as governor, "
        "reported that 43,000 pesos were missing."
    )
    sentence = parsed(engine, text)
    (name,) = (token for token in sentence if token.text == "Andrés")
    assert sentence.head(name).text == "brother"


@pytest.mark.parametrize(
    ("text", "dep"),
    [("Tembely was wounded, and he died.", "nsubjpass"), ("Luckily it was the word.", "advmod")],
)
def test_a_name_that_ends_as_adverbs_do_is_a_subject(
    engine: SpacyEngine, text: str, dep: str
) -> None:
    assert parsed(engine, text)[0].dep == dep


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        (
            "According to two officials who spoke to the Post, Esmail Qaani, commander of the Force, "
            "had telephoned Lee.",
            "Qaani",
            ("nsubj", "telephoned"),
        ),
        ("It ended in 1643, when Swedish troops invaded Jutland and Trolle fled to Norway.",
         "Jutland", ("dobj", "invaded")),
        ("It ended in 1643, when Swedish troops invaded Jutland and Trolle fled to Norway.",
         "Trolle", ("nsubj", "fled")),
        ("In May the board named Ann Lee as director.", "Lee", ("dobj", "named")),
        ("In May the board named Ann Lee director.", "Lee", ("dobj", "named")),
    ],
)  # fmt: skip
def test_every_verb_has_its_own(
    engine: SpacyEngine, text: str, word: str, expected: tuple[str, str]
) -> None:
    sentence = parsed(engine, text)
    (token,) = (token for token in sentence if token.text == word)
    assert (token.dep, sentence.head(token).text) == expected
