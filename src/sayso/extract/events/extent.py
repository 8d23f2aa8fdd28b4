"""The words an account cites, the numbers in them, and what the event was for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.extract.events.triggers import Trigger
from sayso.extract.grammar import VERBAL, is_infinitive
from sayso.records.documents import Document
from sayso.records.marks import Quantity
from sayso.records.parse import Sentence, Token
from sayso.records.spans import Span

_OTHER_CLAUSES = frozenset({"advcl", "conj", "cc", "parataxis", "ccomp", "mark", "dep"})
_ASIDES = frozenset({"relcl", "parataxis"})
_EDGE = frozenset({",", ".", ";", ":", "-", "–", "—", '"', "“", "”", "'", "(", ")", "[", "]"})
# Openings of a phrase that tells what something is for.
_AIMS = (("in", "order", "to"), ("in", "an", "effort", "to"), ("in", "an", "attempt", "to"),
         ("with", "the", "aim", "of"), ("aimed", "at"), ("with", "a", "view", "to"))  # fmt: skip


def span_of(document: Document, trigger: Trigger) -> Span:
    """The clause or phrase that tells of an event, without the clauses beside and inside it."""
    sentence = trigger.sentence
    words = set(_noun_words(sentence, trigger.token))
    if trigger.verb is not None:
        words |= set(_clause_words(sentence, trigger.verb))
    if trigger.frame.speech:
        for said in sentence.children(trigger.token, "ccomp", "xcomp"):
            words |= set(sentence.subtree(said))
    words |= set(trigger.words)
    first, last = min(w.i for w in words), max(w.i for w in words)
    last = _before_open_bracket(sentence, trigger.token.i, last)
    while first < last and sentence[first].text in _EDGE:
        first += 1
    while last > first and sentence[last].text in _EDGE:
        last -= 1
    return document.span(sentence[first].start, sentence[last].end)


def _before_open_bracket(sentence: Sentence, place: int, last: int) -> int:
    """The last word in front of a bracket that opens behind the trigger and does not close."""
    opened = None
    for token in sentence.tokens[place : last + 1]:
        if token.text == "(":
            opened = token.i
        elif token.text == ")":
            opened = None
    return last if opened is None else opened - 1


def _clause_words(sentence: Sentence, verb: Token) -> Iterator[Token]:
    yield verb
    for child in sentence.children(verb):
        if child.dep in _OTHER_CLAUSES or child.dep == "punct":
            continue
        if (
            child.i < verb.i
            and child.dep in ("prep", "advmod", "npadvmod")
            and _fronted(sentence, child, verb)
        ):
            continue
        yield from _phrase_words(sentence, child)


def _fronted(sentence: Sentence, child: Token, verb: Token) -> bool:
    """Whether an adverbial stands before the subject of its verb."""
    subjects = sentence.children(verb, "nsubj", "nsubjpass")
    return bool(subjects) and child.i < subjects[0].i


def _noun_words(sentence: Sentence, noun: Token) -> Iterator[Token]:
    if noun.pos not in VERBAL:
        yield from _phrase_words(sentence, noun)


def _phrase_words(sentence: Sentence, head: Token) -> Iterator[Token]:
    """A phrase without relative clauses, brackets and what follows an aside."""
    yield head
    for child in sentence.children(head):
        if (
            child.dep in _ASIDES
            or child.dep == "punct"
            or (child.dep == "conj" and child.pos in VERBAL)
        ):
            continue
        if child.dep == "ccomp" or (child.dep == "advcl" and child.i > head.i):
            continue
        yield from _phrase_words(sentence, child)


def quantities_in(span: Span, quantities: Iterable[Quantity]) -> tuple[Quantity, ...]:
    """The numbers that stand in the words of an account."""
    return tuple(quantity for quantity in quantities if span.covers(quantity.span))


def purpose_of(document: Document, trigger: Trigger) -> str | None:
    """What an event was for, in the words of the text: "to calm the markets"."""
    sentence, verb = trigger.sentence, trigger.verb or trigger.token
    for child in sentence.children(verb, "advcl", "acl", "prep"):
        words = sentence.subtree(child)
        opening = tuple(word.text.lower() for word in words)
        aimed = any(opening[: len(aim)] == aim for aim in _AIMS)
        if child.i > verb.i and (aimed or is_infinitive(sentence, child)):
            return _quote(document, sentence, words)
    return None


def _quote(document: Document, sentence: Sentence, words: tuple[Token, ...]) -> str:
    last = next((t.i - 1 for t in words if t.text in ("(", ";")), words[-1].i)
    while last > words[0].i and sentence[last].text in _EDGE:
        last -= 1
    return document.span(words[0].start, sentence[last].end).quote
