"""Marks of notes: numbers set behind a word that are no part of the sentence."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from sayso.read.reading import Stretch

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_BRACKETED = re.compile(
    r"(?<=[^\s(\[{])(?<![^\w’'][a-z])(?:\[\^?\d{1,3}(?:\s?[,–-]\s?\d{1,3})*\])+"
)
# Raised digits behind a word, not the powers and measures of "km²" and "10⁶".
_ABOVE = re.compile(rf"(?:(?<=[^\W\d_]{{3}})|(?<=[.,;:!?\"”’)\]]))[{_RAISED}]{{1,3}}(?!\w)")
# "the road.1 The": digits behind a stop, where a line below begins with the same number.
_BARE = re.compile(
    r"(?:(?<=[^\W\d_]{3}[.!?,;])|(?<=(?:19|20)\d\d[.!?,;])|(?<=[a-z][.!?,;][\"”’)]))"
    r"(\d{1,3})(?=\s|\Z)"
)
_HEAD = re.compile(r"^[^\S\n]*\[?\(?(\d{1,3})(?:[\].):]{1,2})?[^\S\n]+\S", re.MULTILINE)


def note_marks(text: str, dropped: Iterable[Stretch] = ()) -> Iterator[Stretch]:
    """Where marks of notes stand, outside the ``dropped`` stretches, in no certain order.

    They stay in the text and are left out of the clean copy, in which "road.[1] The" would be no
    end of a sentence.
    """
    heads: dict[str, int] = {head[1]: head.start() for head in _HEAD.finditer(text)}
    gone = sorted(dropped)
    for pattern in (_BRACKETED, _ABOVE, _BARE):
        for mark in pattern.finditer(text):
            if pattern is _BARE and heads.get(mark[1], -1) < mark.end():
                continue
            if not _inside(gone, mark.start()):
                yield mark.span()


def _inside(stretches: Sequence[Stretch], place: int) -> bool:
    before = bisect_right(stretches, place, key=lambda one: one[0]) - 1
    return before >= 0 and place < stretches[before][1]
