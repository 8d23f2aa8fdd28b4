"""The words of a clause or a noun phrase that a word of likelihood can govern."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass

from sayso.extract.attributions.finders.quotations import Bounds
from sayso.extract.grammar import SUBJECTS, VERBAL
from sayso.records.parse import FINITE, Sentence, Token

_OWN_SUBJECTS = (*SUBJECTS, "expl")
_EDGES = frozenset({"cc", "mark", "preconj", "punct"})
# What is said to come before, or in spite of, something takes that for granted.
_GRANTED = frozenset(
    {"after", "amid", "because", "before", "despite", "during", "following", "since", "until"}
)


@dataclass(frozen=True, slots=True)
class Scope:
    """What a word of likelihood governs.

    ``bounds`` is the stretch of the document's text, as one would mark it; ``words`` are the
    places in the sentence of the words that are not vouched for. The second is narrower: in
    "The attack, which shook the town, probably killed ten" neither attack nor shaking is in doubt.
    """

    bounds: Bounds
    words: frozenset[int]


def of_clause(
    sentence: Sentence, verb: Token, *, subject: bool = False, without: Container[int] = ()
) -> Scope | None:
    """The clause of a verb without clauses beside it; its subject is in doubt only if told so.

    ``without`` are places of words to be left out with what hangs on them.
    """
    parted = {t.i for t in sentence.children(verb) if _is_parted(sentence, t)}
    inside = _below(
        sentence, verb, lambda s, t: t.i in parted or t.i in without or _is_beside(s, t)
    )
    granted = [t for t in sentence.children(verb) if _is_granted(t)]
    doubted = inside - {i for t in granted for i in _below(sentence, t, _never)}
    if not subject:
        own = sentence.children(verb, *_OWN_SUBJECTS)
        doubted -= {i for who in own for i in _below(sentence, who, _never)}
    return made(sentence, inside, doubted)


def of_complement(sentence: Sentence, clause: Token) -> Scope | None:
    """What a clause tells ("that the dam broke"), its subject included, without the "that"."""
    if clause.pos not in VERBAL:
        # The parse has lost its way: all that stands there is what "that" opens.
        whole = _below(sentence, clause, _never)
        return made(sentence, whole, whole)
    return of_clause(sentence, clause, subject=bool(sentence.children(clause, "attr", "acomp")))


def of_phrase(sentence: Sentence, head: Token, first: int) -> Scope | None:
    """A phrase from one of its words on ("likely on their orders"), down to its nearest noun."""
    inside = {i for i in _below(sentence, head, _is_beside) if i >= first}
    near = {head.i, *(t.i for t in sentence.children(head) if t.i >= first and _is_near(t))}
    for noun in sentence.children(head, "pobj", "pcomp"):
        near |= {noun.i, *(t.i for t in sentence.children(noun) if _is_near(t))}
    return made(sentence, inside | {first}, near)


def of_things(sentence: Sentence, heads: Iterable[Token], *, together: bool = True) -> Scope | None:
    """Noun phrases whose being so is in doubt, without the clauses that describe them.

    With ``together``, what is joined to them by "and" belongs to them.
    """

    def is_apart(sentence: Sentence, token: Token) -> bool:
        joined = token.dep in ("conj", "cc")
        return _is_beside(sentence, token) or (joined and not together)

    inside = {i for head in heads for i in _below(sentence, head, is_apart)}
    doubted = {i for i in inside if not _is_granted(sentence[i])}
    return made(sentence, inside, doubted)


def made(sentence: Sentence, inside: Iterable[int], doubted: Iterable[int]) -> Scope | None:
    """A scope over these words, without conjunctions and punctuation at its edges."""
    tokens = [sentence[i] for i in sorted(inside)]
    first, last = 0, len(tokens)
    while first < last and _is_edge(tokens[first]):
        first += 1
    while last > first and _is_edge(tokens[last - 1]):
        last -= 1
    if first == last:
        return None
    return Scope((tokens[first].start, tokens[last - 1].end), frozenset(doubted))


def _below(sentence: Sentence, top: Token, leave: Callable[[Sentence, Token], bool]) -> set[int]:
    """The places of a word and of all that hangs below it, but for what is to be left out."""
    found, todo = {top.i}, [top]
    while todo:
        for child in sentence.children(todo.pop()):
            if child.i not in found and not leave(sentence, child):
                found.add(child.i)
                todo.append(child)
    return found


def _is_edge(token: Token) -> bool:
    return token.dep in _EDGES or token.text.lower() == "that"


def _is_parted(sentence: Sentence, token: Token) -> bool:
    """Whether a comma parts a phrase from its clause: "in May, ...", "..., as the police say"."""
    if token.dep not in ("prep", "advcl", "npadvmod"):
        return False
    words = sentence.subtree(token)
    before, after = words[0].i - 1, words[-1].i + 1
    if token.i > token.head:
        return before > token.head and sentence[before].text == ","
    return words[0].i == 0 and sentence[after].text == ","


def _never(sentence: Sentence, token: Token) -> bool:
    return False


def _is_beside(sentence: Sentence, token: Token) -> bool:
    """Whether a word opens a clause of its own beside the one it hangs on."""
    if token.dep in ("parataxis", "relcl", "intj"):
        return True
    if token.dep in ("advcl", "conj") and token.pos in VERBAL:
        own = sentence.children(token, *_OWN_SUBJECTS)
        finite = [t for t in sentence.children(token, "aux", "auxpass") if t.tag in FINITE]
        return bool(own) or (token.dep == "conj" and bool(finite))
    return False


def _is_granted(token: Token) -> bool:
    return token.dep == "appos" or (token.dep == "prep" and token.text.lower() in _GRANTED)


def _is_near(token: Token) -> bool:
    return token.dep in ("amod", "compound", "nmod", "poss", "conj", "advmod", "nummod")
