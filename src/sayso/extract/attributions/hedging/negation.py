"""The "not" that turns a word of likelihood into another: "is not likely", "hardly probable"."""

from __future__ import annotations

from sayso.extract.attributions.hedging.lexicon import Found
from sayso.extract.grammar import VERBAL
from sayso.records.parse import Sentence, Token

_NOT = frozenset({"not", "n't", "n’t", "never", "nor", "neither", "hardly", "scarcely", "barely"})
_TURNED = frozenset({"word", "predicate"})
# How far up "does not seem to be likely" is looked for its "not".
_CLIMBS = 3
# In words: "is not, to our mind, likely".
_REACH = 6


def negation_before(sentence: Sentence, found: Found) -> Token | None:
    """The negation of a word of likelihood, from which the hedge is quoted ("isn't likely").

    The "not" of "may not" and of "probably not" belongs to what is said, not to how likely it is.
    """
    head = sentence[found.head]
    if found.entry.form not in _TURNED:
        return None
    before = sentence[found.first - 1] if found.first else None
    if before is not None and before.text.lower() in _NOT:
        return whole(sentence, before)
    if head.pos != "ADJ" or head.dep == "amod":
        return None
    for above in _copulas(sentence, head):
        for child in sentence.children(above, "neg", "advmod", "cc", "preconj"):
            near = 0 < found.first - child.i <= _REACH
            if near and child.text.lower() in _NOT:
                return whole(sentence, child)
    return None


def _copulas(sentence: Sentence, head: Token) -> list[Token]:
    """The adjective and the verbs that carry it: "does not seem to be likely"."""
    found = [head]
    for above in list(sentence.ancestors(head))[:_CLIMBS]:
        if found[-1].dep not in ("acomp", "attr", "oprd", "xcomp") or above.pos not in VERBAL:
            break
        found.append(above)
    return found


def whole(sentence: Sentence, word: Token) -> Token:
    """The word that a contraction begins with ("isn't" for "n't"); any other word is itself."""
    contracted = word.i > 0 and word.text.lower() in ("n't", "n’t")
    return sentence[word.i - 1] if contracted else word
