"""Objects that a parser takes for something else, where more is said of them behind."""

from __future__ import annotations

from sayso.records.parse import Token

# What somebody is made when he is taken; of several it is said in the singular.
_TAKEN = frozenset({"captive", "hostage", "prisoner"})
# How somebody is found, and not what is thought of him.
_FOUND = frozenset(
    {"alive", "dead", "guilty", "innocent", "liable", "unconscious", "unharmed", "unhurt"}
)
_HOLDING = frozenset({"take", "hold", "keep"})


def with_objects(tokens: list[Token]) -> None:
    """ "Found the engineer guilty", "took nine of its men hostage": the engineer is found, and the
    men are taken."""
    for word in tokens:
        verb = tokens[word.head]
        if verb.i < word.i and _is_small(tokens, word, verb):
            _judged(tokens, word, verb)
        elif word.text.lower() in _TAKEN and _is_swallowed(tokens, word):
            _taken(tokens, word)
        elif word.lemma in _TAKEN and word.dep == "xcomp" and verb.lemma in _HOLDING:
            tokens[word.i] = word._replace(dep="oprd")


def _is_small(tokens: list[Token], word: Token, verb: Token) -> bool:
    """Whether a word has a subject but neither verb nor conjunction: "the engineer guilty"."""
    if word.dep != "ccomp" or word.lemma.lower() not in _FOUND or verb.pos != "VERB":
        return False
    below = [t for t in tokens if t.head == word.i and t.i != word.i]
    bound = {"aux", "auxpass", "cop", "mark", "expl", "attr"}
    subjects = [t for t in below if t.dep == "nsubj"]
    return len(subjects) == 1 and verb.i < subjects[0].i < word.i and not any(
        t.dep in bound for t in below
    )  # fmt: skip


def _judged(tokens: list[Token], word: Token, verb: Token) -> None:
    tokens[word.i] = word._replace(dep="oprd")
    for below in tokens:
        if below.head == word.i and below.dep == "nsubj":
            tokens[below.i] = below._replace(dep="dobj", head=verb.i)


def _is_swallowed(tokens: list[Token], word: Token) -> bool:
    """Whether a word took the place of the people before it: "its men hostage"."""
    before = tokens[word.i - 1] if word.i else word
    people = before.head == word.i and before.dep in ("compound", "nmod") and before.tag == "NNS"
    return people and word.tag == "NN" and _holder(tokens, word) is not None


def _holder(tokens: list[Token], word: Token) -> Token | None:
    """The verb "take" or "hold" above a word."""
    above, seen = word, 0
    while above.head != above.i and seen < len(tokens):
        above, seen = tokens[above.head], seen + 1
        if above.pos == "VERB":
            return above if above.lemma in _HOLDING else None
    return None


def _taken(tokens: list[Token], word: Token) -> None:
    verb, people = _holder(tokens, word), tokens[word.i - 1]
    if verb is None:
        return
    tokens[people.i] = people._replace(dep=word.dep, head=word.head)
    tokens[word.i] = word._replace(dep="oprd", head=verb.i)
    for below in tokens:
        if below.head == word.i and below.i not in (word.i, people.i) and below.i < word.i:
            tokens[below.i] = below._replace(head=people.i)
