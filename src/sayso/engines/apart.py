"""What is parsed apart from the sentence it stands in, and joined to it again.

A small grammar model reads short sentences far better than long ones. What stands behind a
semicolon is a sentence in all but its capital; of "On 2 May Lee was dismissed" it makes one May
Lee; and "(Fars, July 19, 2020)" at the end of a sentence has no place in its grammar, yet the model
finds it one, often between a verb and its subject. A quotation in two halves is one sentence, and
who says it another; the hour before an entry of a log is no part of what happened then.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sayso.records.dates import MONTHS
from sayso.records.parse import FINITE, Token

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DATE = rf"(?:{_MONTH} \d{{1,2}}, \d{{4}}|\d{{1,2}} {_MONTH},? \d{{4}}|\d{{4}}-\d\d-\d\d)"
_SOURCE = rf"(?:[^();\n]{{1,80}}, )?{_DATE}(?:, [^();\n]{{1,40}})?"
# Brackets at the end of a sentence, with outlets and full dates in them.
_CITATION = rf"\s*\({_SOURCE}(?:; {_SOURCE})*\)(?=[.;]?(?:\s|$))"
_TITLE = r"\b(?:Mr|Mrs|Ms|Dr|St|Gen|Col|Sen|Rep|Gov|Lt|Sgt|Capt|Prof|[A-Z])\."
# From the mark that closes one half of a quotation to the mark that opens the other.
_TELLING = (
    rf"(?:(?<=,)[\"”]|(?<=[\w,])[\"”],)\s+(?:[^\"“”.;:?!\n]|{_TITLE}){{3,160}},\s+[\"“](?=\w)"
)
# The hour before an entry of a live report or a log: "19:04 The leader of the council opens".
_CLOCK = (
    r"(?m:^)\[?(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?: ?[AaPp]\.?[Mm]\.?)?\]?(?: [A-Z]{3,4}\b)?"
)
_HOUR = rf"{_CLOCK}(?: ?[-–—:|])? +(?=[A-Z“\"])"
_APART = re.compile(rf"(?P<citation>{_CITATION})|(?P<telling>{_TELLING})|(?P<hour>{_HOUR})")

_DATING = frozenset({"on", "in", "by", "during", "until"})
_LINKING = frozenset({"And", "But", "Then", "So", "Yet"})
_PARTS = frozenset({"early", "late", "mid", "-"})
_DAY = re.compile(r"(?:[12]?\d|3[01])(?:st|nd|rd|th)?")
_YEAR = re.compile(r"1\d{3}|20\d\d")
_OPEN = frozenset("([{“")
_CLOSE = frozenset(")]}”")
_LEAST = 3


class Hole(NamedTuple):
    """What is taken out of a text: its place in the rest and in all, how it hangs on its sentence.

    ``filled`` is how many places of the rest a space in its stead takes up.
    """

    at: int
    start: int
    end: int
    dep: str
    filled: int


@dataclass(frozen=True, slots=True)
class Pared:
    """A text without what is parsed apart from it."""

    text: str
    holes: tuple[Hole, ...] = ()

    def whole(self, place: int) -> int:
        """The place in the whole text of a place in what is left of it."""
        before = self.holes[: bisect_right(self.holes, place, key=lambda h: h.at + h.filled)]
        return place + sum(hole.end - hole.start - hole.filled for hole in before)


def pared(text: str) -> Pared:
    """A text without the citations that close its sentences, and with quotations made whole.

    '"What I ask," said Ana Lind, "is why"' is left as '"What I ask, is why"'.
    """
    kept: list[str] = []
    holes: list[Hole] = []
    last = length = 0
    for found in _APART.finditer(text):
        telling = found["telling"] is not None
        kept.append(text[last : found.start()])
        length += len(kept[-1])
        dep = "parataxis" if telling else "meta"
        holes.append(Hole(length, found.start(), found.end(), dep, int(telling)))
        if telling:
            kept.append(" ")
            length += 1
        last = found.end()
    return Pared("".join((*kept, text[last:])), tuple(holes)) if holes else Pared(text)


def with_aside(
    sentence: Sequence[Token], aside: Sequence[Sequence[Token]], dep: str
) -> tuple[Token, ...]:
    """A sentence with words parsed apart where they stand; they hang on its root by ``dep``."""
    between = sum(map(len, aside))
    place = sum(token.start < aside[0][0].start for token in sentence)
    moved = [i if i < place else i + between for i in range(len(sentence))]
    rest = [token._replace(i=moved[token.i], head=moved[token.head]) for token in sentence]
    hung: list[Token] = []
    for piece in aside:
        hung.extend(_hung(piece, place + len(hung), _root(rest), dep))
    return (*rest[:place], *hung, *rest[place:])


def _root(tokens: Sequence[Token]) -> int:
    return next(token.i for token in tokens if token.head == token.i)


def _hung(piece: Sequence[Token], begin: int, root: int, dep: str) -> Iterator[Token]:
    """A tree whose first word is to have the place ``begin``, hung on a word of another."""
    for token in piece:
        own = token._replace(i=token.i + begin, head=token.head + begin)
        yield own._replace(head=root, dep=dep) if token.head == token.i else own


def cuts(tokens: Sequence[Token]) -> list[int]:
    """The places of the semicolons that part clauses, each clause with a verb of its own.

    Those inside brackets and quotation marks part nothing: what is cited or quoted stays whole.
    """
    found = [i for i in _bare(tokens) if tokens[i].text == ";"]
    ends = [*found, len(tokens)]
    starts = [0, *(i + 1 for i in found)]
    pieces = [tokens[a:b] for a, b in zip(starts, ends, strict=True)]
    return found if found and all(map(_is_clause, pieces)) else []


def _bare(tokens: Sequence[Token]) -> Iterator[int]:
    """The words outside brackets and quotation marks."""
    depth, quoted = 0, False
    for i, token in enumerate(tokens):
        if token.text == '"':
            quoted = not quoted
        depth += (token.text in _OPEN) - (token.text in _CLOSE)
        if depth <= 0 and not quoted:
            yield i


def _is_clause(tokens: Sequence[Token]) -> bool:
    return len(tokens) >= _LEAST and any(token.tag in FINITE for token in tokens)


def opening(tokens: Sequence[Token]) -> int:
    """How many words of a date open a sentence and were taken for a part of what follows.

    Without a comma behind it the date often is; 0 where it is not.
    """
    first = int(bool(tokens) and tokens[0].text in _LINKING)
    if len(tokens) <= first or tokens[first].text.lower() not in _DATING:
        return 0
    place = first + 1
    while place < len(tokens) and tokens[place].text.lower() in _PARTS:
        place += 1
    place += place < len(tokens) and bool(_DAY.fullmatch(tokens[place].text))
    month = place
    if month >= len(tokens) or tokens[month].text not in MONTHS:
        return 0
    end = month + 1
    while end < len(tokens) and (
        _DAY.fullmatch(tokens[end].text) or _YEAR.fullmatch(tokens[end].text)
    ):
        end += 1
    rest = tokens[end:]
    whole = len(rest) >= _LEAST and rest[0].text not in (",", "and", "or", "to", "-", "–", "'s")
    return end if whole and any(token.head >= end for token in tokens[first + 1 : end]) else 0


def opened(pieces: Sequence[Sequence[Token]], size: int) -> tuple[Token, ...] | None:
    """One tree of a date of so many words and what follows it; null if the date fell apart."""
    if len(pieces[0]) != size or len(pieces) == 1:
        return None
    rest = [t._replace(i=t.i + size, head=t.head + size) for t in joined(pieces[1:])]
    return (*_hung(pieces[0], 0, _root(rest), "prep"), *rest)


def joined(pieces: Sequence[Sequence[Token]]) -> tuple[Token, ...]:
    """One tree of several, whose first words count on from each other.

    The root of each later piece hangs on that of the first.
    """
    found = list(pieces[0])
    for piece in pieces[1:]:
        found.extend(_hung(piece, len(found), _root(found), "conj"))
    return tuple(found)
