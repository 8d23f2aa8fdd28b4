"""A quote in its context: the sentences around it, with the exact words marked."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from sayso.records.documents import Document
from sayso.records.spans import Span

# A full stop behind a single capital is an initial or an abbreviation, not an end.
_END = re.compile(r"(?<!\b[A-Z])[.!?…。؟۔][\"'”’»)\]]*\s+(?=[^\s\W\d_a-z]|[\"“‘«(\[\d])")
_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a passage and which marks lie on it, by their place in the list asked for."""

    text: str
    marks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a report: where it stands, and its text in pieces, marked and unmarked.

    ``cut_before`` and ``cut_after`` tell whether the block goes on outside the passage.
    """

    document: str
    start: int
    end: int
    pieces: tuple[Piece, ...]
    cut_before: bool = False
    cut_after: bool = False

    @property
    def text(self) -> str:
        """The passage without its marks."""
        return "".join(piece.text for piece in self.pieces)


def passage(document: Document, span: Span, *, around: int = 1) -> Passage:
    """The sentences a span touches and ``around`` more on both sides, never out of its block."""
    low, high = block_bounds(document, span)
    start, end = _widen(document.text, (low, high), span, around)
    return Passage(
        document=document.id,
        start=start,
        end=end,
        pieces=pieces(document.text, start, end, [span]),
        cut_before=bool(document.text[low:start].strip()),
        cut_after=bool(document.text[end:high].strip()),
    )


def sentence_bounds(document: Document, span: Span) -> tuple[int, int]:
    """Start and end of the sentence that a span begins in, never out of its block."""
    return _widen(document.text, block_bounds(document, span), span, 0)


def sentences_of(document: Document) -> Iterator[tuple[int, int, int]]:
    """Each sentence of a report: the place of its block, its start and its end; of a report
    without blocks, of its lines."""
    blocks = [(block.start, block.end) for block in document.blocks]
    lines = [(line.start(), line.end()) for line in _LINE.finditer(document.text)]
    for number, (low, high) in enumerate(blocks or lines):
        starts = [low, *(low + match.end() for match in _END.finditer(document.text[low:high]))]
        for start, end in pairwise([*starts, high]):
            yield number, start, end


def block_bounds(document: Document, span: Span) -> tuple[int, int]:
    """Start and end of the block, or blocks, that hold a span; of its lines without blocks."""
    first, last = document.block_at(span.start), document.block_at(span.end - 1)
    text = document.text
    low = first.start if first else text.rfind("\n", 0, span.start) + 1
    if last:
        return low, last.end
    line_end = text.find("\n", span.end)
    return low, len(text) if line_end < 0 else line_end


def pieces(text: str, start: int, end: int, marks: Iterable[Span]) -> tuple[Piece, ...]:
    """The text from ``start`` to ``end``, cut wherever a mark begins or ends."""
    spans = list(marks)
    inside = [cut for span in spans for cut in (span.start, span.end) if start < cut < end]
    cuts = sorted({start, end, *inside})
    return tuple(
        Piece(
            text[low:high],
            tuple(i for i, span in enumerate(spans) if span.start < high and low < span.end),
        )
        for low, high in pairwise(cuts)
    )


def _widen(text: str, bounds: tuple[int, int], span: Span, around: int) -> tuple[int, int]:
    low, high = bounds
    starts = [low, *(low + match.end() for match in _END.finditer(text[low:high]))]
    first = bisect_right(starts, span.start) - 1
    last = bisect_right(starts, span.end - 1) - 1
    start = starts[max(0, first - around)]
    behind = last + around + 1
    end = starts[behind] if behind < len(starts) else high
    return _trimmed(text, start, end, span)


def _trimmed(text: str, start: int, end: int, span: Span) -> tuple[int, int]:
    while start < span.start and text[start].isspace():
        start += 1
    while end > span.end and text[end - 1].isspace():
        end -= 1
    return start, end
