"""Stretches of a document that fit the encoder, in pieces of words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

MOST_PIECES = 254


def windows(
    pieces: Sequence[int], blocks: Sequence[int], sentences: Sequence[int], most: int = MOST_PIECES
) -> Iterator[tuple[int, int]]:
    """Words from, to: as many as fit, cut before a paragraph, else a sentence, else anywhere.

    ``pieces`` is the number of pieces of each word.
    """
    start = 0
    while start < len(pieces):
        end, size = start, 0
        while end < len(pieces) and size + pieces[end] <= most:
            size += pieces[end]
            end += 1
        end = max(end, start + 1)
        if end < len(pieces):
            end = _cut(blocks, start, end) or _cut(sentences, start, end) or end
        yield start, end
        start = end


def _cut(groups: Sequence[int], start: int, end: int) -> int | None:
    for place in range(end, start, -1):
        if groups[place] != groups[place - 1]:
            return place
    return None
