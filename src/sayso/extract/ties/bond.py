"""A tie as the grammar shows it, before it becomes an account."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.extract.cast import Member
from sayso.records.parse import Sentence, Token

# Words that tell of a tie that it holds no longer.
PAST = frozenset({"former", "ex", "late", "previous", "then", "previously", "formerly", "once"})
_ARTICLES = frozenset({"a", "an", "the"})
_BEFORE = frozenset({"formerly", "previously"})


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


def is_past(sentence: Sentence, noun: Token) -> bool:
    """Whether a noun tells of what is over: "a former ally", "once a close ally"."""
    if any(t.text.lower() in PAST for t in sentence.children(noun, "amod", "compound", "advmod")):
        return True
    return comes_after_past(sentence, sentence.subtree(noun)[0])


def comes_after_past(sentence: Sentence, first: Token) -> bool:
    """Whether a phrase begins with "former" or the like, or stands behind it.

    With an article between, "then the mayor" and "once the mayor" may begin what comes next:
    only "formerly the mayor" and, behind a comma, "once the mayor" tell of the past.
    """
    words = ["", "", "", *(t.text.lower() for t in sentence.tokens[: first.i])]
    if first.text.lower() in _ARTICLES:
        words, own = [*words, first.text.lower()], ""
    else:
        own = first.text.lower()
    if own in PAST or words[-1] not in _ARTICLES:
        return own in PAST or words[-1] in PAST
    return words[-2] in _BEFORE or words[-3:-1] == [",", "once"]


def words_of(sentence: Sentence, *members: Member | None) -> tuple[Token, ...]:
    """The words of some mentions."""
    spans = [member.mention.span for member in members if member is not None]
    return tuple(token for span in spans for token in sentence.within(span.start, span.end))
