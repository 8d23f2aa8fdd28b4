"""Phrases that stand between a cue and what it tells."""

from __future__ import annotations

from sayso.extract.attributions.finders.scene import Saying
from sayso.records.parse import FINITE, Sentence, Token


def is_between(sentence: Sentence, saying: Saying, word: Token) -> bool:
    """ "Said last week, quoting an aide, that he had left": a phrase of the cue's, between commas.

    The parse may hang it on what is said.
    """
    if saying.cue is None or not saying.cue[1] <= word.start < saying.content[0]:
        return False
    between = [t for t in sentence if saying.cue[1] <= t.start < saying.content[0]]
    apart = sentence[word.i - 1].text == between[-1].text == ","
    return apart and not any(t.tag in FINITE for t in between)
