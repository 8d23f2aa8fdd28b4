"""Documents as rows: text as it is, blocks as JSON, the clean copy compressed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Row

from sayso.records.documents import Block, Cleaned, Document, DocumentRow, Hyperlink
from sayso.store import schema
from sayso.store.rows.sound import sound
from sayso.store.rows.text import from_json, pack, to_json, unpack

HEAD = (
    "id", "path", "sha256", "format", "title", "publisher", "author", "published", "language",
    "extracted", "note",
)  # fmt: skip
HEAD_COLUMNS = tuple(schema.document.c[name] for name in (*HEAD, "characters"))


def row_of(document: Document) -> dict[str, Any]:
    """The columns of a document."""
    return {
        **{name: getattr(document, name) for name in HEAD},
        "text": document.text,
        "characters": len(document.text),
        "blocks": to_json([_block_row(block) for block in document.blocks]),
        "cleaned": pack([document.cleaned.text, document.cleaned.runs]),
    }


@sound
def document_of(row: Row[Any]) -> Document:
    """The document whose columns these are."""
    clean, runs = unpack(row.cleaned)
    return Document(
        **{name: getattr(row, name) for name in HEAD},
        text=row.text,
        blocks=tuple(_block_of(*values) for values in from_json(row.blocks)),
        cleaned=Cleaned(clean, tuple((a, b) for a, b in runs)),
    )


def _block_row(block: Block) -> list[Any]:
    """A block as a list; what only few blocks have stands at its end, or not at all."""
    links = [[[link.start, link.end, link.address] for link in block.links]] if block.links else []
    return [block.kind, block.start, block.end, block.level, int(block.repeats), *links]


def _block_of(
    kind: str, start: int, end: int, level: int, repeats: int, links: list[Any] | None = None
) -> Block:
    return Block(
        kind, start, end, level, bool(repeats), tuple(Hyperlink(*link) for link in links or ())
    )


def head_of(row: Row[Any]) -> DocumentRow:
    """The light row of a document."""
    return DocumentRow(**row._mapping)


def bare(row: DocumentRow) -> Document:
    """A document of which only the head is known: it has no text and no blocks."""
    head = {name: getattr(row, name) for name in HEAD}
    return Document(**head, text="", blocks=(), cleaned=Cleaned("", ((0, 0),)))


def passages_of(document: Document) -> Iterator[tuple[int, int]]:
    """Start and end of what is searched: each block once, or all of a text without blocks."""
    if not document.blocks and document.text:
        yield 0, len(document.text)
    for block in document.blocks:
        if not block.repeats and block.end > block.start:
            yield block.start, block.end
