"""What a reader of one format hands back, and the text it composes from pieces."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass

from sayso.read.limits import check_characters
from sayso.records.documents import Block, Hyperlink

Stretch = tuple[int, int]

PARTING = "\n\n"
BESIDE = "\t"


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a file says of itself; ``published`` is EDTF, ``language`` a code such as "en"."""

    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    language: str | None = None

    def over(self, weaker: Metadata) -> Metadata:
        """These, and what only the weaker ones know."""
        mine, theirs = dataclasses.astuple(self), dataclasses.astuple(weaker)
        return Metadata(*(a or b for a, b in zip(mine, theirs, strict=True)))


@dataclass(frozen=True, slots=True)
class Reading:
    """The words and blocks of one file.

    ``told`` is what the file says on purpose (front matter, page metadata, mail headers),
    ``noted`` what a program may have written into it unasked (file properties): the first lines
    of the text rank between the two. ``dropped`` are stretches that stay in the text and are
    left out of the clean copy, such as page headers.
    """

    text: str
    blocks: tuple[Block, ...]
    told: Metadata = Metadata()
    noted: Metadata = Metadata()
    dropped: tuple[Stretch, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words with one role, on their way into a text.

    ``kind`` is one of BLOCKS, or empty for words outside the report (a page header). ``skip``
    counts leading characters (a bullet) that stay outside the block. ``continues`` joins the
    piece to the last block, as where a paragraph runs over a page's end; ``beside`` puts it on
    the last one's line, as the cells of a row stand. ``links`` are counted from the first word.
    """

    kind: str
    text: str
    level: int = 0
    skip: int = 0
    continues: bool = False
    beside: bool = False
    links: tuple[Hyperlink, ...] = ()


def compose(pieces: Iterable[Piece]) -> tuple[str, tuple[Block, ...], tuple[Stretch, ...]]:
    """The text of all pieces, set apart by blank lines; its blocks; what to drop from it.

    Raises UnreadableError as soon as the text is longer than will be read.
    """
    words: list[str] = []
    blocks: list[Block] = []
    dropped: list[Stretch] = []
    end = 0
    for piece in pieces:
        if not piece.text.strip():
            continue
        parting = "" if not words else BESIDE if piece.beside else PARTING
        start = end + len(parting)
        end = start + len(piece.text)
        check_characters(end)
        words.append(parting + piece.text)
        if not piece.kind:
            dropped.append((start, end))
        elif piece.continues and blocks:
            blocks[-1] = dataclasses.replace(blocks[-1], end=end)
        else:
            begin, links = start + piece.skip, _placed(piece.links, start)
            blocks.append(Block(piece.kind, begin, end, piece.level, links=links))
    return "".join(words), tuple(blocks), tuple(dropped)


def _placed(links: Iterable[Hyperlink], start: int) -> tuple[Hyperlink, ...]:
    return tuple(Hyperlink(start + one.start, start + one.end, one.address) for one in links)
