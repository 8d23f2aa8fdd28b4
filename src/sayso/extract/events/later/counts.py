"""Numbers told in the sentence behind an event: "The convoy included 25 lorries and two tanks"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sayso.records.accounts import EventAccount
from sayso.records.marks import Quantity
from sayso.records.notes import Notes
from sayso.records.parse import Sentence, Token

# Verbs that tell what something told of before is made up of.
_MADE_UP = frozenset({"include", "comprise", "consist", "number", "total", "contain", "compose"})
# Who suffers is not told of by how many they are in all.
_SUFFERED = frozenset({"ASSAULT", "COERCE"})
_NOTHING: tuple[frozenset[str], tuple[Quantity, ...]] = (frozenset(), ())
_POINTING = frozenset({"the", "these", "those", "this", "that"})


def with_counts(accounts: Iterable[EventAccount], notes: Notes) -> Iterator[EventAccount]:
    """The accounts in order, with the numbers that the sentence behind one gives of what it tells.

    The sentence must take up a noun of the account ("reinforcements ... The reinforcements
    included") and be of the same block.
    """
    sentences = notes.parse.sentences
    more: dict[int, tuple[frozenset[str], tuple[Quantity, ...]]] = {}
    for place in range(1, len(sentences)):
        before, here = sentences[place - 1], sentences[place]
        noun = _taken_up(here) if before.block == here.block else None
        if noun is not None:
            inside = [q for q in notes.quantities if _within(here, q) and q.span.start > noun.start]
            forms = frozenset({noun.lemma.lower(), noun.text.lower()})
            more[before.start] = (forms, tuple(inside))
    for account in accounts:
        sentence = notes.parse.sentence_at(account.span.start)
        forms, told = more.get(sentence.start, _NOTHING) if sentence else _NOTHING
        taken_up = forms & _nouns(account)
        fresh = [q for q in told if q not in account.quantities] if taken_up else []
        yield replace(account, quantities=(*account.quantities, *fresh)) if fresh else account


def _taken_up(sentence: Sentence) -> Token | None:
    """The noun whose parts a sentence tells of, where it goes back to something told before."""
    root = sentence.root
    made = root.lemma.lower() == "make" and bool(sentence.children(root, "prt"))
    if root.lemma.lower() not in _MADE_UP and not made:
        return None
    for subject in sentence.children(root, "nsubjpass" if made else "nsubj", "nsubjpass"):
        if any(t.text.lower() in _POINTING for t in sentence.children(subject, "det")):
            return subject
    return None


def _within(sentence: Sentence, quantity: Quantity) -> bool:
    return sentence.start <= quantity.span.start and quantity.span.end <= sentence.end


def _nouns(account: EventAccount) -> frozenset[str]:
    suffers = "target" if account.type in _SUFFERED else None
    fillers = (f.span.quote for f in account.fillers if f.role != suffers)
    phrases: Sequence[str] = (account.trigger, *fillers)
    return frozenset(word.lower() for phrase in phrases for word in phrase.split())
