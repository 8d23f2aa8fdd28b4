"""Clauses inside clauses, and what they are said of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.extract.claims.units import Unit, is_added
from sayso.extract.clauses.reasons import WHY
from sayso.extract.grammar import VERBAL, subject_of
from sayso.records.parse import FINITE, Sentence, Token
from sayso.records.statements import Place

# They tell when something is so.
WHEN = frozenset({"after", "since", "before", "following", "during", "until", "over", "amid",
                  "throughout"})  # fmt: skip
_INNER = frozenset({"advcl", "relcl", "acl", "ccomp", "xcomp", "conj", "pcomp"})
# In words: shorter parts say little of their own.
_SHORTEST = 5
_EDGES = frozenset({"PUNCT", "CCONJ", "SPACE"})


def parts(sentence: Sentence, wholes: Sequence[Unit]) -> Iterator[Unit]:
    """The clauses inside others, and the phrases that tell why or when in so many words."""
    heads = {unit.head.i for unit in wholes}
    for token in sentence:
        clause = token.pos in VERBAL and token.dep in _INNER and token.i not in heads
        if clause or _is_led(sentence, token):
            words = _trimmed(sentence.subtree(token))
            if _SHORTEST <= len(words) < len(sentence) - 1:
                yield Unit(sentence, token, sentence.tokens[words[0].i : words[-1].i + 1])


def _is_led(sentence: Sentence, token: Token) -> bool:
    """Whether a noun stands behind "after", "because of", "due to" and the like."""
    if token.dep != "pobj":
        return False
    before = sentence.head(token)
    word = before.text.lower()
    if word in ("to", "of") and before.i:
        return sentence[before.i - 1].text.lower() in WHY
    return word in WHY or word in WHEN


def _trimmed(words: tuple[Token, ...]) -> tuple[Token, ...]:
    first, last = 0, len(words)
    while first < last and words[first].pos in _EDGES:
        first += 1
    while last > first and words[last - 1].pos in _EDGES:
        last -= 1
    return words[first:last]


def settings(unit: Unit) -> Iterator[Place]:
    """Where a clause only tells when it is so."""
    sentence = unit.sentence
    for token in unit.words:
        if token.text.lower() in WHEN and token.dep in ("prep", "mark", "advmod"):
            tree = sentence.subtree(sentence.head(token) if token.dep == "mark" else token)
            if unit.head not in tree and unit.core not in tree:
                yield tree[0].start, tree[-1].end


def subject(unit: Unit) -> Place | None:
    """Where the phrase stands that a clause is said of; null where it has none."""
    sentence = unit.sentence
    found = subject_of(sentence, unit.core) or subject_of(sentence, unit.head)
    found = found or next(iter(sentence.children(unit.head, "expl")), None)
    if found is not None and found.dep == "expl":
        # "There are differences": what there is, is what it is said of.
        there = sentence.children(sentence.head(found), "attr", "dobj")
        found = there[0] if there else found
    found = found or _stranded(unit)
    if found is None:
        return None
    aside = {t.i for t in added(unit)}
    tree: Sequence[Token] = sentence.subtree(found)
    if found.i not in aside:
        last = min((i for i in aside if i > found.i), default=len(sentence))
        tree = [t for t in tree if t.i < last and (t.i < last - 1 or t.pos != "PUNCT")]
    if unit.head in tree:
        tree = [found]
    elif found not in unit.words:
        # Shared or stranded: its own words before it, not the clauses that hang on it.
        tree = [t for t in tree if t.i <= found.i]
    return tree[0].start, tree[-1].end


def added(unit: Unit) -> frozenset[Token]:
    """The words of relative clauses between a subject and its verb: they say something of their
    own."""
    sentence = unit.sentence
    return frozenset(
        word
        for token in unit.words
        if token.dep == "relcl" and token.i < unit.head.i and is_added(sentence, token)
        for word in sentence.subtree(token)
    )


def _stranded(unit: Unit) -> Token | None:
    """A noun right before a clause without a subject that parsers have joined to another verb."""
    sentence = unit.sentence
    for token in reversed(sentence.tokens[: unit.words[0].i]):
        if token.tag in FINITE:
            return None
        if token.dep == "conj" and token.pos in ("NOUN", "PROPN"):
            return token if sentence.head(token).pos in VERBAL else None
    return None
