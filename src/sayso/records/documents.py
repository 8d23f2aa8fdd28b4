"""A report as sayso reads it: its words as written, its blocks, and a clean copy to parse."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field, replace

from sayso.records.spans import Span

BLOCKS = ("heading", "paragraph", "item", "caption", "cell", "footnote", "quotation")


@dataclass(frozen=True, slots=True)
class Hyperlink:
    """Words of a document that lead to a web address which they do not show."""

    start: int
    end: int
    address: str


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a document's text with one role on the page.

    ``level`` is the depth of a heading (1 is the highest) or of a list item (1 is the outermost).
    ``repeats`` marks a caption or passage that stands word for word earlier in the document.
    ``links`` are in text order; those within one site are left out.
    """

    kind: str
    start: int
    end: int
    level: int = 0
    repeats: bool = False
    links: tuple[Hyperlink, ...] = ()

    def moved(self, by: int) -> Block:
        """The same block with its links, so many characters further down."""
        links = tuple(Hyperlink(one.start + by, one.end + by, one.address) for one in self.links)
        return replace(self, start=self.start + by, end=self.end + by, links=links)


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The text as a parser likes it, with the way back.

    ``runs`` are (start in the clean text, start in the document's text), ascending; between two
    of them both texts advance character by character.
    """

    text: str
    runs: tuple[tuple[int, int], ...]

    def source(self, offset: int) -> int:
        """Where the clean character at ``offset`` stands in the document's text."""
        here = self.runs[bisect_right(self.runs, (offset, 1 << 60)) - 1]
        return here[1] + offset - here[0]

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """The document's offsets of a clean stretch (end exclusive on both sides)."""
        return self.source(start), self.source(end - 1) + 1

    def clean(self, offset: int) -> int:
        """Where the document's character at ``offset`` stands in the clean text, or would stand."""
        place = bisect_right(self.runs, offset, key=lambda run: run[1]) - 1
        if place < 0:
            return 0
        start, source = self.runs[place]
        limit = self.runs[place + 1][0] if place + 1 < len(self.runs) else len(self.text)
        return min(start + offset - source, limit)

    def block_bounds(self, blocks: tuple[Block, ...]) -> tuple[tuple[int, int], ...]:
        """Start and end of each block in the clean text; empty where all of it was cleaned away."""
        return tuple((self.clean(block.start), self.clean(block.end)) for block in blocks)


@dataclass(frozen=True, slots=True)
class Document:
    """One report.

    ``text`` is what is cited: the words as the file gives them. ``published`` is EDTF or null.
    ``extracted`` is false where the report is kept, searchable and shown, but not read for
    events (another language); ``note`` says why.
    """

    id: str
    path: str
    sha256: str
    format: str
    text: str
    blocks: tuple[Block, ...] = ()
    cleaned: Cleaned = field(default_factory=lambda: Cleaned("", ((0, 0),)))
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    language: str | None = None
    extracted: bool = True
    note: str | None = None

    def span(self, start: int, end: int) -> Span:
        """Cite the text from ``start`` to ``end``."""
        return Span(self.id, start, end, self.text[start:end])

    def clean_span(self, start: int, end: int) -> Span:
        """Cite the words that stand at ``start`` to ``end`` of the clean copy."""
        return self.span(*self.cleaned.source_span(start, end))

    def block_at(self, offset: int) -> Block | None:
        """The block that holds this offset, if any."""
        place = bisect_right(self.blocks, offset, key=lambda block: block.start) - 1
        if place >= 0 and self.blocks[place].end > offset:
            return self.blocks[place]
        return None


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not be read or worked on, and what to do about it."""

    path: str
    step: str
    message: str
    hint: str


FILE_STATES = ("read", "failed", "vanished")


@dataclass(frozen=True, slots=True)
class FileRow:
    """An input as it was when last read, so that an unchanged one need not be read again.

    ``mtime_ns`` is the time of its last change in nanoseconds; ``options_hash`` stands for all
    that the reader was told about it. ``document`` is null where reading failed.
    """

    path: str
    sha256: str
    size: int
    mtime_ns: int
    options_hash: str
    document: str | None
    state: str = "read"


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document without its text; ``characters`` is the length of that."""

    id: str
    path: str
    sha256: str
    format: str
    title: str | None
    publisher: str | None
    author: str | None
    published: str | None
    language: str | None
    extracted: bool
    note: str | None
    characters: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that has the words searched for, cited; they stand in brackets in ``snippet``."""

    document: str
    span: Span
    snippet: str
