"""From printed lines to paragraphs: where one ends, what is a heading, what heads every page."""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.read.reading import Piece
from sayso.read.words.roles import bullet

# The parts of a page, from its top and bottom, in which running heads stand.
_MARGIN = 0.12
_RUNNING_PAGES = 2
_RUNNING_SHARE = 0.4
_PAGE_NUMBER = re.compile(
    r"[\s\-–—|]*(?:(?:page|p\.)\s*)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:of|/)\s*\d{1,4})?[\s\-–—|]*\Z",
    re.IGNORECASE,
)
_LARGER, _SMALLER = 1.08, 0.87
_HEADING_WORDS = 25
# Multiples of the usual distance between two lines, and of the size of letters.
_APART = 1.35
_INDENTED = 0.8
_SHORT = 0.85
# Points by which a word in other letters (a name, some code) may differ from those around it.
_OTHER_WORD = 2.0
_STOPS = (".", "!", "?", ":", ".”", '."', ".)", "”")


@dataclass(frozen=True, slots=True)
class PdfLine:
    """A printed line; ``left``, ``right`` and ``base`` in points, ``base`` from the page's foot."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    page_height: float

    @property
    def in_margin(self) -> bool:
        """Whether it stands where running heads and page numbers stand."""
        return not _MARGIN < self.base / max(self.page_height, 1.0) < 1 - _MARGIN


@dataclass(frozen=True, slots=True)
class _Body:
    """The usual line of a document."""

    size: float
    distance: float
    width: float

    @classmethod
    def of(cls, pages: Sequence[Sequence[PdfLine]]) -> _Body:
        sizes: Counter[float] = Counter()
        distances: Counter[float] = Counter()
        for lines in pages:
            for i, line in enumerate(lines):
                sizes[round(line.size, 1)] += len(line.text)
                if i and 0 < lines[i - 1].base - line.base < 5 * line.size:
                    distances[round(lines[i - 1].base - line.base)] += 1
        size = sizes.most_common(1)[0][0] if sizes else 10.0
        distance = distances.most_common(1)[0][0] if distances else 1.2 * size
        widths = [ln.right - ln.left for page in pages for ln in page if round(ln.size, 1) == size]
        width = statistics.quantiles(widths, n=10)[-1] if len(widths) > 1 else 400.0
        return cls(size, distance, width)


def page_pieces(pages: Iterable[Sequence[PdfLine]]) -> Iterator[Piece]:
    """The pieces of all pages; a paragraph that runs over a page's end stays one block."""
    all_pages = list(pages)
    running = _running(all_pages)
    body = _Body.of(all_pages)
    ended = True
    for lines in all_pages:
        first = True
        for group in _groups(lines, body, running):
            piece = _piece(group, body, running)
            goes_on = first and not ended and piece.kind == "paragraph" and _starts_low(piece.text)
            yield Piece(piece.kind, piece.text, piece.level, piece.skip, goes_on)
            if piece.kind:
                ended = piece.text.endswith(_STOPS) or piece.kind not in ("paragraph", "item")
                first = False


def _running(pages: Sequence[Sequence[PdfLine]]) -> frozenset[str]:
    """What stands in the margin of several pages, digits aside."""
    count = Counter(
        key for lines in pages for key in {_key(line) for line in lines if line.in_margin}
    )
    least = max(_RUNNING_PAGES, _RUNNING_SHARE * len(pages))
    return frozenset(key for key, times in count.items() if times >= least)


def _key(line: PdfLine) -> str:
    return re.sub(r"\d+", "#", " ".join(line.text.split()))


def _is_running(line: PdfLine, running: frozenset[str]) -> bool:
    return line.in_margin and (_key(line) in running or bool(_PAGE_NUMBER.match(line.text)))


def _groups(
    lines: Sequence[PdfLine], body: _Body, running: frozenset[str]
) -> Iterator[list[PdfLine]]:
    group: list[PdfLine] = []
    for line in lines:
        if group and _parts(group, line, body, running):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _parts(group: Sequence[PdfLine], line: PdfLine, body: _Body, running: frozenset[str]) -> bool:
    """Whether a new paragraph begins with this line."""
    last = group[-1]
    if _is_running(last, running) or _is_running(line, running) or bullet(line.text):
        return True
    short = last.right - group[0].left < _SHORT * body.width
    stopped = last.text.endswith(_STOPS)
    change = abs(last.size - line.size)
    if change > _OTHER_WORD or ((change > 0.5 or last.bold != line.bold) and (short or stopped)):
        return True
    down = last.base - line.base
    if down < 0 or down > _APART * max(body.distance, line.size):
        return True
    if line.left - group[0].left > _INDENTED * line.size and not bullet(group[0].text):
        return True
    return short and stopped


def _piece(group: Sequence[PdfLine], body: _Body, running: frozenset[str]) -> Piece:
    text = "\n".join(line.text for line in group)
    if _is_running(group[0], running):
        return Piece("", text)
    marker = bullet(text)
    if _is_heading(group, text, body):
        return Piece("heading", text, _rank(group[0], body))
    small = group[0].size < _SMALLER * body.size and group[0].base < 0.35 * group[0].page_height
    if small and text[0].isdigit():
        return Piece("footnote", text)
    if marker:
        return Piece("item", text, 1, marker)
    return Piece("paragraph", text)


def _is_heading(group: Sequence[PdfLine], text: str, body: _Body) -> bool:
    if text.endswith((".", ",", ";")) or len(text.split()) > _HEADING_WORDS:
        return False
    return group[0].size > _LARGER * body.size or (
        len(group) <= 2 and all(line.bold for line in group)
    )


def _rank(line: PdfLine, body: _Body) -> int:
    """1 for letters much larger than the text's, 2 for larger ones, 3 for bold ones."""
    if line.size > 1.3 * body.size:
        return 1
    return 2 if line.size > _LARGER * body.size else 3


def _starts_low(text: str) -> bool:
    return text[:1].islower() or text[:1] in "(“\"'‘,;–"
