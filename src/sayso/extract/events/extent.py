"""The words an account cites, the numbers in them, and what the event was for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sayso.extract.events.casting.beside import cargo_of
from sayso.extract.events.triggers import Trigger
from sayso.extract.grammar import VERBAL, is_infinitive
from sayso.records.accounts import Filler
from sayso.records.documents import Document
from sayso.records.marks import Quantity
from sayso.records.parse import Sentence, Token
from sayso.records.spans import Span

# "30 km south of", "140 kilometres north-east of", "twelve miles from", "5 km off the coast".
_DISTANCE = re.compile(
    r"(?:nautical miles?|kms?|kilomet(?:re|er)s?|miles?|mi|met(?:re|er)s?|leagues?)\b,?\s+(?:"
    r"(?:(?:to the |due )?(?:north|south|east|west)[\w-]*)|from\b|away\b|off\b|inland\b|outside\b|"
    r"upstream\b|downstream\b|offshore\b|beyond\b|behind\b)",
    re.IGNORECASE,
)
_REACH = 24
_OTHER_CLAUSES = frozenset(
    {"advcl", "conj", "cc", "parataxis", "ccomp", "mark", "dep", "meta", "punct"}
)
_ADVERBIALS = frozenset({"prep", "advmod", "npadvmod"})
_ASIDES = frozenset({"relcl", "parataxis", "ccomp", "meta", "punct"})
_EDGE = frozenset({",", ".", ";", ":", "-", "–", "—", '"', "“", "”", "'", "(", ")", "[", "]"})
# "For the first time", "for a while" tell no purpose.
_LENGTHS = frozenset(
    {"time", "while", "moment", "hour", "day", "night", "weekend", "week", "month", "year",
     "occasion", "instance", "example", "part"}
)  # fmt: skip
_ABLE = frozenset({"can", "could", "might", "may", "would"})
_MEANING = frozenset({"intend", "mean", "design", "aim"})
# Openings of a phrase that tells what something is for.
_AIMS = (("in", "order", "to"), ("in", "an", "effort", "to"), ("in", "an", "attempt", "to"),
         ("with", "the", "aim", "of"), ("aimed", "at"), ("with", "a", "view", "to"),
         ("for", "the", "purpose", "of"), ("in", "retaliation", "for"), ("in", "response", "to"),
         ("in", "a", "bid", "to"), ("in", "revenge", "for"), ("in", "protest", "at"),
         ("in", "protest", "against"), ("with", "the", "intention", "of"))  # fmt: skip


def span_of(document: Document, trigger: Trigger) -> Span:
    """The clause or phrase that tells of an event and of what it was for, without the other
    clauses beside and inside it."""
    sentence = trigger.sentence
    words = set(trigger.words)
    if trigger.token.pos not in VERBAL:
        words |= set(_phrase_words(sentence, trigger.token))
    if trigger.verb is not None:
        words |= set(_clause_words(sentence, trigger.verb))
    for cargo in cargo_of(trigger) if "carrying" in dict(trigger.frame.roles) else ():
        words |= set(_phrase_words(sentence, cargo))
    if trigger.frame.speech:
        for said in sentence.children(trigger.token, "ccomp", "xcomp"):
            words |= set(sentence.subtree(said))
    if trigger.verb is not None:
        words |= set(_purpose_words(trigger))
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
    subjects = sentence.children(verb, "nsubj", "nsubjpass")
    for child in sentence.children(verb):
        fronted = child.dep in _ADVERBIALS and subjects and child.i < subjects[0].i
        # "Was killed, accompanied by his driver": who came with him is told of as well.
        along = child.lemma == "accompany" and child.i > verb.i
        if along or (child.dep not in _OTHER_CLAUSES and not fronted):
            yield from _phrase_words(sentence, child)


def _phrase_words(sentence: Sentence, head: Token) -> Iterator[Token]:
    """A phrase without the clauses that hang on it."""
    todo = [head]
    while todo:
        word = todo.pop()
        yield word
        todo += [t for t in sentence.children(word) if not _is_clause(t, word)]


def _is_clause(token: Token, head: Token) -> bool:
    if token.dep == "conj":
        return token.pos in VERBAL
    return token.dep in _ASIDES or (token.dep == "advcl" and token.i > head.i)


def quantities_in(
    document: Document, span: Span, quantities: Iterable[Quantity], fillers: Iterable[Filler] = ()
) -> tuple[Quantity, ...]:
    """The numbers that stand in the words of an account, or count what fills a role in it.

    "Four members, who were killed": what is counted may stand outside the clause that tells. How
    far a place is from another, and how strong an earthquake was, counts nothing in it.
    """
    told = [filler.span for filler in fillers]
    ends = {one.end for one in told}
    return tuple(
        q
        for q in quantities
        if span.covers(q.span) or q.span.end in ends or any(one.covers(q.span) for one in told)
        if not _is_measured(document, q)
    )


def _is_measured(document: Document, quantity: Quantity) -> bool:
    """Whether a number tells how far off or how strong: "30 km south of Orl", "magnitude 6.2"."""
    before = document.text[max(0, quantity.span.start - _REACH) : quantity.span.start].lower()
    if before.rstrip().endswith("magnitude"):
        return True
    behind = document.text[quantity.span.end : quantity.span.end + _REACH]
    words = f"{quantity.unit or ''} {behind}"
    return _DISTANCE.match(words) is not None


def purpose_of(document: Document, trigger: Trigger) -> str | None:
    """What an event was for, in the words of the text: "to calm the markets"."""
    words = _purpose_words(trigger)
    if not words:
        return None
    return document.span(words[0].start, words[-1].end).quote


def _purpose_words(trigger: Trigger) -> tuple[Token, ...]:
    sentence, verb = trigger.sentence, trigger.verb or trigger.token
    for child in sentence.children(verb, "advcl", "acl", "prep"):
        words = sentence.subtree(child)
        opening = tuple(word.text.lower() for word in words)
        aimed = any(opening[: len(aim)] == aim for aim in _AIMS)
        behind = child.i > verb.i and is_infinitive(sentence, child)
        if aimed or behind or _for_what(trigger, child) or _meant(sentence, child, opening):
            return _trimmed(sentence, words)
    meant = _intended(trigger) if trigger.verb is None else None
    return _trimmed(sentence, sentence.subtree(meant)) if meant is not None else ()


def _meant(sentence: Sentence, clause: Token, opening: tuple[str, ...]) -> bool:
    """Whether a clause opens with "so that ... can"."""
    marks = {t.text.lower() for t in sentence.children(clause, "aux")}
    return opening[:2] == ("so", "that") and bool(marks & _ABLE)


def _for_what(trigger: Trigger, child: Token) -> bool:
    """Whether "for" behind a meeting or journey tells why: "for talks", but not for how long."""
    if trigger.frame.type != "CONSULT" or child.text.lower() != "for":
        return False
    below = trigger.sentence.children(child, "pobj")
    why = bool(below) and below[0].pos == "NOUN" and below[0].lemma.lower() not in _LENGTHS
    return why and below[0].entity not in ("DATE", "TIME")


def _intended(trigger: Trigger) -> Token | None:
    """What a noun's event "was meant to" do."""
    sentence, above = trigger.sentence, trigger.sentence.head(trigger.token)
    meant = trigger.token.dep in ("nsubj", "nsubjpass") and above.lemma in _MEANING
    below = sentence.children(above, "xcomp", "advcl") if meant else ()
    return next((t for t in below if is_infinitive(sentence, t)), None)


def _trimmed(sentence: Sentence, words: tuple[Token, ...]) -> tuple[Token, ...]:
    """Some words up to the first bracket or semicolon, without marks at their end."""
    last = next((t.i - 1 for t in words if t.text in ("(", ";")), words[-1].i)
    while last > words[0].i and sentence[last].text in _EDGE:
        last -= 1
    return sentence.tokens[words[0].i : last + 1]
