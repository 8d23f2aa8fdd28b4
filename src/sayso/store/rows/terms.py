"""What somebody typed to search by, taken apart the same way for every store."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple


class Term(NamedTuple):
    """Words that stand together; ``open`` where the last of them may have any ending."""

    text: str
    open: bool


class Passage(NamedTuple):
    """A passage that fits a search, and an excerpt with its words in brackets."""

    document: str
    start: int
    end: int
    quote: str
    snippet: str


def terms(words: str) -> Iterator[Term]:
    """The terms that must all occur.

    Words in double quotes stand together; a star at the end of a word stands for any ending.
    Everything else is plain words: nothing that is typed can be wrong.
    """
    for place, part in enumerate(words.replace("\0", " ").split('"')):
        for term in [part] if place % 2 else part.split():
            if any(character.isalnum() for character in term):
                yield Term(term, term.endswith("*"))
