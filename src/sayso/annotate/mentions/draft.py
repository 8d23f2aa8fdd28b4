"""A name as found in one sentence, on its way to becoming a mention."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.records.parse import Sentence, Token

# How much a piece of evidence for a type weighs; the engine's guess weighs 1.
KNOWN, STRONG, FAIR, LIGHT, WEAK, LEAST = 20.0, 6.0, 2.0, 1.2, 0.7, 0.1
# What stands before a number in a name: "Regiment No. 16".
NUMBERING = frozenset({"no", "no.", "nr", "nr.", "."})
# What has a name and is nobody and nowhere: a ship, a play.
THING = "Thing"
# Single marks are letters of too many names.
OPENING, CLOSING = frozenset({'"', "“", "«"}), frozenset({'"', "”", "»"})


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


def nickname(tokens: Sequence[Token]) -> tuple[int, int] | None:
    """Where in the words of a name its nickname in quotation marks begins and ends, marks
    included; null where there is none."""
    marks = [n for n, token in enumerate(tokens) if token.text in OPENING | CLOSING]
    wide = len(marks) == 2 and marks[0] and marks[1] < len(tokens) - 1 and marks[1] > marks[0] + 1
    return (marks[0], marks[1]) if wide else None


@dataclass(slots=True)
class Draft:
    """Tokens ``first`` to ``last`` of a sentence, and what is known of them so far.

    ``evidence`` are weighted votes for a type; ``type`` is set where the words alone decide.
    ``nested`` marks a name inside a longer one, ``own`` letters that stand for a name of this text
    and for nobody whom a pack knows by them.
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
    own: bool = False

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The words of the name."""
        return self.sentence.tokens[self.first : self.last + 1]

    @property
    def words(self) -> tuple[str, ...]:
        """The words as written, clean, a nickname in quotation marks left out."""
        return tuple(token.text for token in self._plain())

    @property
    def name(self) -> str:
        """The name as written, clean, with single spaces, a nickname left out."""
        return spell(self._plain())

    def _plain(self) -> tuple[Token, ...]:
        tokens = self.tokens
        marks = nickname(tokens)
        return tokens if marks is None else tokens[: marks[0]] + tokens[marks[1] + 1 :]

    def ends_in(self, nouns: frozenset[str]) -> bool:
        """Whether the last word, or the last two, are such a noun: "Bank", "General Staff"."""
        words = [word.lower() for word in self.words]
        while len(words) > 1 and (words[-1].isdigit() or words[-1] in NUMBERING):
            words.pop()
        words = words[-2:]
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
