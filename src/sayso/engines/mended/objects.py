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
_WHICH = frozenset({"last", "next", "that", "this"})
# By what somebody is given an office whose name stands right behind theirs.
_GIVEN = ("dobj", "oprd")
_MAKING = frozenset({"appoint", "choose", "elect", "install", "make", "name", "nominate"})


def with_objects(tokens: list[Token]) -> None:
    """ "Found the engineer guilty", "took nine of its men hostage", "named Ann Lee head of it": the
    engineer is found, the men are taken, Lee is named."""
    for word in tokens:
        verb = tokens[word.head]
        if verb.i < word.i and _is_small(tokens, word, verb):
            _judged(tokens, word, verb)
        elif word.text.lower() in _TAKEN and _is_swallowed(tokens, word):
            _taken(tokens, word)
        elif word.lemma in _TAKEN and word.dep == "xcomp" and verb.lemma in _HOLDING:
            tokens[word.i] = word._replace(dep="oprd")
        elif verb.lemma == "promote" and word.dep == "xcomp" and word.tag == "VB":
            _raised(tokens, word)
        elif word.dep == "oprd" and verb.lemma in _MAKING and _is_made_something(tokens, word):
            tokens[word.i] = word._replace(dep="dobj")
        elif word.dep in _GIVEN and verb.lemma in _MAKING and _follows_name(tokens, word):
            _made(tokens, word, tokens[word.i - 1])


def _is_made_something(tokens: list[Token], word: Token) -> bool:
    """Whether a name is of whom an office behind it is given to: "named Lee as director"."""
    beside = [t for t in tokens if t.head == word.head and t.i != word.i]
    passive = any(t.dep in ("auxpass", "dobj", "nsubjpass") for t in beside)
    led = any(t.text.lower() == "as" and t.i > word.i and t.dep == "prep" for t in beside)
    return word.pos == "PROPN" and led and not passive


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


def _raised(tokens: list[Token], word: Token) -> None:
    """ "Promoted to colonel": a rank, which nobody does."""
    before = tokens[word.i - 1]
    things = [t for t in tokens if t.head == word.i and t.dep == "dobj"]
    when = all(tokens[t.i - 1].text.lower() in _WHICH for t in things)
    if before.tag != "TO" or not when:
        return
    for thing in things:  # "to colonel that autumn"
        tokens[thing.i] = thing._replace(dep="npadvmod", head=word.head)
    tokens[before.i] = before._replace(tag="IN", pos="ADP", dep="prep", head=word.head)
    tokens[word.i] = word._replace(tag="NN", pos="NOUN", dep="pobj", head=before.i)
    for below in tokens[word.i + 1 :]:
        if below.head == word.i:
            tokens[below.i] = below._replace(head=word.head)


def _follows_name(tokens: list[Token], word: Token) -> bool:
    """Whether an office stands right behind a name: "appointed Ann Lee head of the board", "named
    Ann Lee director"."""
    before, behind = tokens[word.i - 1], tokens[word.i + 1 : word.i + 2]
    named = before.tag == "NNP" and before.dep == "compound" and before.head == word.i
    told = before.entity == "PERSON" or any(t.text in ("of", "for") for t in behind)
    return named and word.tag == "NN" and told


def _made(tokens: list[Token], word: Token, name: Token) -> None:
    tokens[word.i] = word._replace(dep="oprd")
    tokens[name.i] = name._replace(dep="dobj", head=word.head)
    for below in tokens[: name.i]:
        if below.head == word.i:
            tokens[below.i] = below._replace(head=name.i)
