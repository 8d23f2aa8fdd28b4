"""The blocks of a report, cut wherever a finding begins or ends."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.records.documents import Block, Document
from sayso.web.reader.findings import Finding

# What is told in the margin; names and times speak for themselves in the text.
_TOLD = ("saying", "event", "tie", "claim", "own")
_LINES = 40


@dataclass(frozen=True, slots=True)
class Words:
    """Words on which the same findings lie.

    ``anchor`` is their offset in the text; ``kinds`` are those of the findings; ``href`` leads to
    the entity that they stand for, empty if to none; ``title`` says what the name or time means;
    ``asked`` tells that they are what was asked for.
    """

    text: str
    anchor: int
    kinds: tuple[str, ...]
    href: str
    title: str
    asked: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """A block with its words, what is said and told in them, and how many lines are left out."""

    kind: str
    level: int
    words: tuple[Words, ...]
    lines: tuple[Finding, ...]
    more: int


def stretches(
    document: Document, found: Iterable[Finding], at: tuple[int, int] | None
) -> tuple[Stretch, ...]:
    """The whole text, block by block; ``found`` in order of the text.

    ``at`` is start and end of the words asked for; what lies outside the text is left out.
    """
    blocks = list(_blocks(document))
    shares = _shares(blocks, found)
    return tuple(
        _stretch(document, block, shares[place], at or (0, 0)) for place, block in enumerate(blocks)
    )


def _blocks(document: Document) -> Iterator[Block]:
    """The blocks, and what stands between them."""
    length, end = len(document.text), 0
    for block in (*document.blocks, Block("paragraph", length, length)):
        if document.text[end : block.start].strip():
            yield Block("paragraph", end, block.start)
        if block.start < block.end:
            yield block
        end = max(end, block.end)


def _shares(blocks: Sequence[Block], found: Iterable[Finding]) -> dict[int, list[Finding]]:
    """The findings that lie on each block, by its place."""
    starts = [block.start for block in blocks]
    shares: dict[int, list[Finding]] = defaultdict(list)
    for one in found:
        first = max(0, bisect_right(starts, one.span.start) - 1)
        for place in range(first, bisect_left(starts, one.span.end)):
            shares[place].append(one)
    return shares


def _stretch(
    document: Document, block: Block, found: Sequence[Finding], at: tuple[int, int]
) -> Stretch:
    begun = (one for one in found if one.kind in _TOLD and block.start <= one.span.start)
    lines = list({(one.kind, one.line, one.about): one for one in begun}.values())
    words = tuple(_words(document, block, found, at))
    return Stretch(
        block.kind, block.level, words, tuple(lines[:_LINES]), max(0, len(lines) - _LINES)
    )


def _words(
    document: Document, block: Block, found: Sequence[Finding], at: tuple[int, int]
) -> Iterator[Words]:
    """One sweep over the block: findings come in by their starts and go by their ends."""
    edges = {edge for one in found for edge in (one.span.start, one.span.end)} | set(at)
    cuts = sorted({block.start, block.end} | {e for e in edges if block.start < e < block.end})
    waiting, here = 0, list[Finding]()
    for start, end in pairwise(cuts):
        here = [one for one in here if one.span.end > start]
        while waiting < len(found) and found[waiting].span.start <= start:
            if found[waiting].span.end > start:
                here.append(found[waiting])
            waiting += 1
        # The shortest name is the innermost: the one a reader points at.
        named = min((one for one in here if one.kind == "name"), key=_length, default=None)
        timed = next((one for one in here if one.kind == "time"), None)
        yield Words(
            text=document.text[start:end],
            anchor=start,
            kinds=tuple(dict.fromkeys(one.kind for one in here)),
            href=named.href if named else "",
            title=named.line if named else timed.line if timed else "",
            asked=at[0] <= start and end <= at[1],
        )


def _length(found: Finding) -> int:
    return found.span.end - found.span.start
