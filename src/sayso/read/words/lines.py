"""Lines of plain text, and which of them were one paragraph before they were broken."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.read.words.roles import bullet

BREAK = re.compile(r"\r\n|[\n\r\f\v\x85\u2028\u2029]")
_LINE = re.compile(r"[^\n\r\f\v\x85\u2028\u2029]+")
_PARENTHESIS = re.compile(r"\([^()]+\)[.\s]*\Z")
_STOPS = (".", "!", "?", ":", ";", ".”", ".’", '."', ".)")
# Text is broken at a right margin when its lines are of a length that eyes can follow ...
_NARROWEST, _WIDEST = 35, 180
# ... and when most lines that another follows had no room for that one's first word.
_FULL_SHARE = 0.6
_RAGGED = 0.94
_TAB = 4
# How many lines stand above a text at most: title, subtitle, author, outlet, day.
_HEADS = 5


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one line, or on several that were one before they were broken.

    ``start`` and ``end`` leave out white space around; ``indent`` counts columns before the
    words; ``gap`` tells whether an empty line stands before; ``marker`` counts the characters
    of a bullet or number.
    """

    start: int
    end: int
    indent: int
    gap: bool
    marker: int = 0

    @property
    def length(self) -> int:
        return self.indent + self.end - self.start


def paragraphs(text: str, start: int = 0) -> list[Line]:
    """The lines of a text from ``start``; broken ones joined where the text has a right margin."""
    lines = list(_lines(text, start))
    width = _width(text, lines)
    joined: list[Line] = []
    for line, last in zip(lines, [None, *lines], strict=False):
        if last and _goes_on(text, joined[-1], last, line, width):
            head = joined.pop()
            line = Line(head.start, line.end, head.indent, head.gap, head.marker)
        joined.append(line)
    return joined


def _lines(text: str, start: int) -> Iterator[Line]:
    end = start
    for match in _LINE.finditer(text, start):
        words = match[0].strip()
        if not words:
            continue
        begin = match.start() + len(match[0]) - len(match[0].lstrip())
        between = text[end:begin]
        gap = len(BREAK.findall(between)) > 1 or "\f" in between
        indent = len(text[match.start() : begin].expandtabs(_TAB))
        end = begin + len(words)
        yield Line(begin, end, indent, gap, bullet(words))


def _width(text: str, lines: Sequence[Line]) -> int | None:
    """The right margin at which the text was broken, in characters; null where it was not."""
    heads = _heads(text, lines)
    pairs = [
        (line, following)
        for line, following in pairwise(lines)
        if not following.gap and not following.marker and line.start >= heads
    ]
    if not pairs:
        return None
    lengths = sorted(line.length for line, _ in pairs)
    width = lengths[int(0.9 * (len(lengths) - 1))]
    if not _NARROWEST <= width <= _WIDEST:
        return None
    full = sum(_is_full(text, line, following, width) for line, following in pairs)
    return width if full >= _FULL_SHARE * len(pairs) else None


def _heads(text: str, lines: Sequence[Line]) -> int:
    """Where the text begins behind a title and whatever stands on lines of their own below it: who
    wrote it, for whom, when. These have no stop and no margin."""
    end = next((n for n, line in enumerate(lines) if n and line.gap), 0)
    stopped = any(text[line.start : line.end].endswith(_STOPS) for line in lines[:end])
    return lines[end].start if 1 < end <= _HEADS and not stopped else 0


def _is_full(text: str, line: Line, following: Line, width: int) -> bool:
    word = text[following.start : following.end].split(maxsplit=1)[0]
    return line.length + 1 + len(word) >= _RAGGED * width


def _goes_on(text: str, head: Line, line: Line, following: Line, width: int | None) -> bool:
    if following.gap or (following.marker and not _by_chance(text, head, line, width)):
        return False
    if (text[line.start] == ">") != (text[following.start] == ">"):
        return False
    if _PARENTHESIS.match(text, following.start, following.end):
        # A caption whose outlet and date were put on a line of their own.
        return not text[line.start : line.end].endswith(_STOPS)
    if width is None or line.length > _WIDEST:
        return False
    indented = following.indent > line.indent + line.marker
    return not indented and _is_full(text, line, following, width)


def _by_chance(text: str, head: Line, line: Line, width: int | None) -> bool:
    """Whether a dash or number opens the next line only because this one was full."""
    words = text[line.start : line.end]
    return width is not None and not head.marker and not words.endswith((*_STOPS, ","))
