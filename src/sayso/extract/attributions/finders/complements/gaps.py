"""Sayings that share a verb told once: "officials spoke of a mishap, residents of a massacre"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.extract.attributions.finders import grammar
from sayso.extract.attributions.finders.quotations import Bounds
from sayso.records.parse import FINITE, Sentence, Token

_NOUNS = ("NOUN", "PROPN")
_STOPS = frozenset({".", ",", ";"})


def behind(sentence: Sentence, verb: Token, content: Bounds) -> Iterator[tuple[Token, Bounds]]:
    """Who else the verb is meant of, and what each of them says.

    ``content`` is what the first speaker says. The others repeat its preposition and leave out
    the verb: "put the dead at nine, the union at forty".
    """
    for repeated in _leads(sentence, verb, content):
        for comma in sentence.tokens[repeated.i + 1 :]:
            found = _pair(sentence, verb, comma, repeated) if comma.text == "," else None
            if found is not None:
                yield found


def _leads(sentence: Sentence, verb: Token, content: Bounds) -> Iterator[Token]:
    """The prepositions that lead to what is said, or stand within it before an amount."""
    heads = {verb.i, *(t.i for t in sentence.children(verb, "dobj"))}
    for word in sentence.subtree(verb):
        near = word.end <= content[0] <= word.end + 1 or content[0] <= word.start < content[1]
        leads = word.dep == "prep" and word.head in heads
        if word.i > verb.i and leads and near and word.text.lower() != "in":
            yield word


def _pair(
    sentence: Sentence, verb: Token, comma: Token, lead: Token
) -> tuple[Token, Bounds] | None:  # fmt: skip
    """The noun behind a comma and what the same preposition opens right behind it."""
    rest = sentence.tokens[comma.i + 1 :]
    same = lead.text.lower()
    word = next((t for t in rest if t.text.lower() == same or t.tag in FINITE), None)
    if word is None or word.tag in FINITE or word.i < comma.i + 2:
        return None
    noun = sentence[word.i - 1]
    who = [t for t in sentence.subtree(noun) if t.i <= noun.i]
    last = sentence.subtree(word)[-1].i
    closed = last + 1 < len(sentence) and sentence[last + 1].text in _STOPS
    beside = word.head in (noun.i, noun.head, verb.i)
    whole = who[0].i == comma.i + 1 and noun.pos in _NOUNS and beside
    said = sentence.tokens[word.i + 1 : last + 1]
    bounds = grammar.stretch(said)
    told = bounds is not None and closed and not any(t.tag in FINITE for t in said)
    return (noun, bounds) if bounds and told and whole else None
