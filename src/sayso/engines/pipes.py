"""The pipes of a spaCy model, run one after the other so that the same labels come sooner."""

from __future__ import annotations

import importlib
from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

# Stretches read at once: enough that a step is taken in many of them together, few enough that
# their vectors stay in the processor's own memory.
_TOGETHER = 64


def read(language: Language, texts: Iterable[str], spared: Collection[str] = ()) -> Iterator[Doc]:
    """The docs of texts, in order, with the labels of all pipes but those spared.

    Raises ValueError where a text is longer than the model takes.
    """
    pipes = [pipe for name, pipe in language.pipeline if name not in spared]
    left = iter(texts)
    while some := list(islice(left, _TOGETHER)):
        docs = [language.make_doc(text) for text in some]
        for pipe in pipes:
            docs = _through(pipe, docs)
        yield from docs


def _through(pipe: Any, docs: list[Doc]) -> list[Doc]:
    # Comes with the model, and without types.
    parser: Any = importlib.import_module("spacy.pipeline.transition_parser").Parser
    if isinstance(pipe, parser) and pipe.cfg["beam_width"] == 1:
        _step_by_step(pipe, docs)
        return docs
    if hasattr(pipe, "pipe"):
        return list(pipe.pipe(docs))
    return [pipe(doc) for doc in docs]


def _step_by_step(parser: Any, docs: list[Doc]) -> None:
    """What the parser's own greedy search does, in the steps that its search by beams takes.

    Its own loop is compiled, but multiplies by blis, which packs the weights anew at each step:
    for models this small the loop over numpy's multiplication takes a third of the time.
    """
    states = parser.moves.init_batch(docs)
    unfinished = [state for state in states if not state.is_final()]
    if unfinished:
        model = parser.model.predict(docs)
        while unfinished:
            unfinished = parser.transition_states(unfinished, model.predict(unfinished))
    parser.set_annotations(docs, states)
