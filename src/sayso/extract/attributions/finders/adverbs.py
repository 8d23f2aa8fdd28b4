"""Sayings told by adverbs of hearsay, whoever it is that says so: "reportedly", "allegedly"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.extract.attributions.finders.clauses import of_clause
from sayso.extract.attributions.finders.scene import Saying, Scene
from sayso.extract.grammar import VERBAL


def find(scene: Scene) -> Iterator[Saying]:
    """Every saying whose cue is an adverb of the pack: the clause it stands in, of no source."""
    for number, sentence in enumerate(scene.sentences):
        for word in sentence:
            cue = scene.cue(word.text.lower(), "adverb") if word.tag == "RB" else None
            verb = sentence.head(word)
            if cue is None or verb.pos not in VERBAL:
                continue
            clause = of_clause(sentence, verb)
            if clause is not None:
                yield Saying(
                    source=None,
                    cue=(word.start, word.end),
                    content=clause.bounds,
                    sentence=number,
                    word=word.i,
                    cue_entry=cue,
                )
