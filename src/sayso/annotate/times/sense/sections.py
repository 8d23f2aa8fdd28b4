"""Paragraphs and headings, told apart by their shape."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from sayso.annotate.times.grammar.tokens import Tokens

# A heading is a paragraph of at most so many words that does not end as a sentence does.
_LONGEST = 14


class Paragraphs(NamedTuple):
    """Where each paragraph begins, as places of tokens, and whether it is a heading."""

    starts: tuple[int, ...]
    heading: tuple[bool, ...]

    def of(self, place: int) -> int:
        """The number of the paragraph in which a token stands."""
        return bisect_right(self.starts, place) - 1


def paragraphs(tokens: Tokens) -> Paragraphs:
    """The paragraphs of a text, in order; breaks belong to the paragraph before them."""
    starts, heading = [0], []
    for place, token in enumerate(tokens.items):
        if token.kind == "BREAK":
            heading.append(_is_heading(tokens, starts[-1], place))
            starts.append(place + 1)
    return Paragraphs(tuple(starts), (*heading, False))


def _is_heading(tokens: Tokens, first: int, last: int) -> bool:
    if not 0 < last - first <= _LONGEST:
        return False
    return tokens.items[last - 1].kind not in ("DOT", "STOP", "SEMI", "COLON", ",")
