"""Sentences and their grammar, free of the engine that found them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

# Penn tags of verbs with a tense or a mood: each makes a clause of its own.
FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})


class Token(NamedTuple):
    """One word.

    ``i`` and ``head`` count within the sentence (the root is its own head); ``start`` and ``end``
    are offsets in the document's text; ``text`` is the clean form. ``pos``, ``tag`` and ``dep``
    are Universal POS, Penn tags and ClearNLP labels; ``entity`` is the engine's guess, e.g.
    PERSON, or empty; ``begins`` tells whether an entity begins here, ``common`` whether a capital
    at the head of a sentence is that of a word of the language and not mostly of a name.
    """

    i: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    entity: str = ""
    begins: bool = False
    common: bool = False


class Sentence:
    """Tokens of one sentence and the tree over them.

    ``block`` is the index of the sentence's block in the document.
    """

    def __init__(self, block: int, tokens: tuple[Token, ...]) -> None:
        self.block = block
        self.tokens = tokens

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sentence) and (self.block, self.tokens) == (
            other.block,
            other.tokens,
        )

    def __hash__(self) -> int:
        return hash((self.block, self.tokens))

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    def __getitem__(self, i: int) -> Token:
        return self.tokens[i]

    @property
    def start(self) -> int:
        """Offset of the first character in the document's text."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Offset behind the last character in the document's text."""
        return self.tokens[-1].end

    @cached_property
    def _children(self) -> tuple[tuple[Token, ...], ...]:
        below: list[list[Token]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                below[token.head].append(token)
        return tuple(map(tuple, below))

    # Every step climbs and descends the same tree: each word's way is walked once.
    @cached_property
    def _above(self) -> dict[int, tuple[Token, ...]]:
        return {}

    @cached_property
    def _below(self) -> dict[int, tuple[Token, ...]]:
        return {}

    @property
    def root(self) -> Token:
        """The word the sentence hangs on."""
        return next((t for t in self.tokens if t.head == t.i), self.tokens[0])

    def head(self, token: Token) -> Token:
        """The word this one hangs on (the root hangs on itself)."""
        return self.tokens[token.head]

    def children(self, token: Token, *deps: str) -> tuple[Token, ...]:
        """The words that hang on this one, in text order, or only those with these labels."""
        below = self._children[token.i]
        # Most words have nothing below them, and this is asked more often than all else.
        return tuple([t for t in below if t.dep in deps]) if below and deps else below

    def subtree(self, token: Token) -> tuple[Token, ...]:
        """The word and all that hangs below it, in text order."""
        found = self._below.get(token.i)
        if found is None:
            found = self._below[token.i] = self._descend(token)
        return found

    def _descend(self, token: Token) -> tuple[Token, ...]:
        seen, todo = {token.i}, [token]
        while todo:
            for child in self._children[todo.pop().i]:
                if child.i not in seen:
                    seen.add(child.i)
                    todo.append(child)
        return tuple(self.tokens[i] for i in sorted(seen))

    def ancestors(self, token: Token) -> tuple[Token, ...]:
        """The words above this one, nearest first."""
        found = self._above.get(token.i)
        if found is None:
            found = self._above[token.i] = self._climb(token)
        return found

    def _climb(self, token: Token) -> tuple[Token, ...]:
        seen, above = {token.i}, []
        while token.head not in seen:
            token = self.tokens[token.head]
            seen.add(token.i)
            above.append(token)
        return tuple(above)

    def has_who(self, noun: Token) -> bool:
        """Whether a noun is told to be somebody: "the oceanographer, who lives in Durban"."""
        clauses = self.children(noun, "relcl")
        return any(t.text.lower() == "who" for c in clauses for t in self.children(c, "nsubj"))

    def within(self, start: int, end: int) -> tuple[Token, ...]:
        """The words that lie in a stretch of the document's text."""
        return tuple(t for t in self.tokens if t.start < end and start < t.end)


class Parse(NamedTuple):
    """All sentences of a document, in text order."""

    sentences: tuple[Sentence, ...] = ()

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds this offset of the document's text, if any."""
        low, high = 0, len(self.sentences)
        while low < high:
            middle = (low + high) // 2
            if self.sentences[middle].end <= offset:
                low = middle + 1
            else:
                high = middle
        if low < len(self.sentences) and self.sentences[low].start <= offset:
            return self.sentences[low]
        return None
