"""A name as found in one sentence, on its way to becoming a mention."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.records.parse import Sentence, Token

# How much a piece of evidence for a type weighs; the engine's guess weighs 1.
KNOWN, STRONG, FAIR, LIGHT, WEAK, LEAST = 20.0, 6.0, 2.0, 1.2, 0.7, 0.1


@dataclass(frozen=True, slots=True)
class Chain:
    """Tokens ``first`` to ``last`` (inclusive) of a sentence that form one name."""

    sentence: Sentence
    first: int
    last: int

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The words of the name."""
        return self.sentence.tokens[self.first : self.last + 1]

    @property
    def words(self) -> tuple[str, ...]:
        """The words as written, clean."""
        return tuple(token.text for token in self.tokens)

    @property
    def text(self) -> str:
        """The name as written, clean, with single spaces."""
        return spell(self.tokens)


def spell(tokens: Iterable[Token]) -> str:
    """Words joined as they stand in the text: a blank only where there was white space."""
    parts: list[str] = []
    behind: int | None = None
    for token in tokens:
        if behind is not None and token.start > behind:
            parts.append(" ")
        parts.append(token.text)
        behind = token.end
    return "".join(parts)


@dataclass(slots=True)
class Draft:
    """Tokens ``first`` to ``last`` of a sentence, and what is known of them so far.

    ``evidence`` are weighted votes for a type; ``type`` is set where the words alone decide.
    ``nested`` marks a name inside a longer one.
    """

    sentence: Sentence
    first: int
    last: int
    form: str = "name"
    type: str | None = None
    known: str | None = None
    stands_for: str | None = None
    evidence: tuple[tuple[str, float], ...] = ()
    nested: bool = False

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The words of the name."""
        return self.sentence.tokens[self.first : self.last + 1]

    @property
    def words(self) -> tuple[str, ...]:
        """The words as written, clean."""
        return tuple(token.text for token in self.tokens)

    @property
    def name(self) -> str:
        """The name as written, clean, with single spaces."""
        return spell(self.tokens)

    def ends_in(self, nouns: frozenset[str]) -> bool:
        """Whether the last word, or the last two, are such a noun: "Bank", "General Staff"."""
        words = [word.lower() for word in self.words[-2:]]
        return words[-1] in nouns or " ".join(words) in nouns

    @property
    def before(self) -> Token | None:
        """The word in front of the name."""
        return self.sentence[self.first - 1] if self.first else None

    @property
    def after(self) -> Token | None:
        """The word behind the name."""
        return self.sentence[self.last + 1] if self.last + 1 < len(self.sentence) else None

    @property
    def head(self) -> Token:
        """The word of the name that the rest of it hangs on."""
        for token in self.tokens:
            if not self.first <= token.head <= self.last or token.head == token.i:
                return token
        return self.tokens[-1]
