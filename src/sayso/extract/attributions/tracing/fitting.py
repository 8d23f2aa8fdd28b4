"""Which earlier source a pronoun or a definite noun can mean."""

from __future__ import annotations

from sayso.extract.attributions.tracing.nodes import Node
from sayso.records.parse import Sentence, Token

_POINTING = frozenset({"the", "this", "that", "these", "those"})
# "One of them" is one.
SINGLE = frozenset({"one", "another", "each", "neither", "none"})
_MODIFIERS = ("amod", "compound", "nmod", "nummod", "poss")
# They single out nothing: "the same source", "the said officer".
_EMPTY = frozenset({"same", "said", "latter", "former", "own"})
# Who speaks and who is spoken to is no he, she or they.
_SPEAKING = frozenset({"i", "we", "you"})
_PRONOUNS = {
    "he": ("person", ""),
    "she": ("person", ""),
    "they": ("person", "body", "outlet", "text", ""),
    "it": ("outlet", "text", "body", ""),
}


def fits(node: Node, pronoun: str) -> bool:
    """Whether a pronoun can stand for a source: by kind, number and gender."""
    if node.kind not in _PRONOUNS[pronoun] or node.word.lower() in _SPEAKING:
        return False
    if pronoun in ("he", "she"):
        return not node.many and node.gender in ("", pronoun)
    if pronoun == "it":
        return not node.many and not node.gender
    return node.many or node.kind == "body"


def points(sentence: Sentence, noun: Token) -> bool:
    """Whether a noun points to one named before: "the report", "this source", no name in it."""
    if noun.pos != "NOUN":
        return False
    below = sentence.children(noun)
    return any(t.dep == "det" and t.text.lower() in _POINTING for t in below) and not any(
        t.pos == "PROPN" or t.dep in ("prep", "appos", "conj") or _tells_which(sentence, t)
        for t in below
    )


def _tells_which(sentence: Sentence, clause: Token) -> bool:
    """Whether a relative clause tells which one is meant; behind a comma it only adds."""
    # "Told the magazine that it was so": the parse may hang what is said on the magazine.
    if clause.dep != "relcl" or sentence.children(clause, "mark"):
        return False
    if any(t.tag == "IN" and t.text.lower() == "that" for t in sentence.children(clause)):
        return False
    return sentence[sentence.subtree(clause)[0].i - 1].text != ","


def modifiers(sentence: Sentence, noun: Token) -> frozenset[str]:
    """The words before a noun that tell which one is meant."""
    words = (t.text.lower() for t in sentence.children(noun, *_MODIFIERS))
    return frozenset(words) - _EMPTY


def holds_words(name: str, words: frozenset[str]) -> bool:
    """Whether a name has all these words."""
    return words <= frozenset(name.lower().split())
