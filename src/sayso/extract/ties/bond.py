"""A tie as the grammar shows it, before it becomes an account."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.extract.cast import Member
from sayso.records.parse import Sentence, Token

# Words that tell of a tie that it holds no longer.
PAST = frozenset({"former", "ex", "late", "previous", "then", "previously", "formerly", "once"})


@dataclass(frozen=True, slots=True)
class Bond:
    """Two ends of a tie and the words that tell of it.

    ``word`` is the word to ask about negation and time; ``words`` are all that the account
    must cite. ``past`` tells that it holds no longer ("former"), ``begins`` that the word tells
    of its beginning ("joined") or ``ends`` of its end ("left"), ``passing`` that it is told by
    the way, so that a denial of what is told around it does not touch it.
    """

    type: str
    subject: Member
    object: Member | None
    sentence: Sentence
    word: Token
    words: tuple[Token, ...]
    office: Member | None = None
    past: bool = False
    negated: bool = False
    passing: bool = False
    begins: bool = False
    ends: bool = False


def words_of(sentence: Sentence, *members: Member | None) -> tuple[Token, ...]:
    """The words of some mentions."""
    spans = [member.mention.span for member in members if member is not None]
    return tuple(token for span in spans for token in sentence.within(span.start, span.end))
