"""Markdown: the words without their markup, and the blocks that the markup tells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from sayso.read.formats.html_blocks import page_blocks, parse_page
from sayso.read.limits import check_characters
from sayso.read.metadata.matter import front_matter
from sayso.read.reading import Piece, Reading, compose
from sayso.read.words.decode import decode
from sayso.read.words.linked import closing, opening, plain, stripped
from sayso.records.documents import Hyperlink

_LISTS = ("bullet_list", "ordered_list")
_CELLS = ("th", "td")
_BREAKS = ("softbreak", "hardbreak")
_NOTE = re.compile(r"^( {0,3})\[\^(?=[^\]\n]{1,20}\]:)", re.MULTILINE)


def read_markdown(data: bytes) -> Reading:
    """Read CommonMark with tables, and the words of raw HTML in it."""
    source, note = decode(data)
    check_characters(len(source))
    told, start = front_matter(source)
    # The grammar has no notes, and would take "[^1]: address" for a link's definition.
    noted = _NOTE.sub(r"\1\\[^", source[start:])
    tokens = MarkdownIt("commonmark").enable("table").parse(noted)
    text, blocks, dropped = compose(_pieces(tokens))
    return Reading(text, blocks, told=told, dropped=dropped, note=note)


def _pieces(tokens: Sequence[Token]) -> Iterator[Piece]:
    open_now: list[str] = []
    first = True
    for token in tokens:
        name = token.type.removesuffix("_open").removesuffix("_close")
        if token.nesting > 0:
            open_now.append(f"h{token.tag[1]}" if name == "heading" else name)
        elif token.nesting < 0:
            closed = open_now.pop()
            first = first or closed == "tr"
        elif token.type == "inline":
            kind, level = _role(open_now)
            words, links = _words(token.children or ())
            yield Piece(kind, words, level, beside=not first, links=links)
            first = kind != "cell"
        elif token.type in ("fence", "code_block"):
            yield Piece("paragraph", token.content.strip("\n"))
        elif token.type == "html_block" and "<!--" not in token.content[:4]:
            for block in page_blocks(parse_page(token.content)):
                yield Piece(
                    block.kind, block.words, block.level, beside=block.beside, links=block.links
                )


def _role(open_now: Sequence[str]) -> tuple[str, int]:
    innermost = open_now[-1] if open_now else ""
    if innermost[:1] == "h" and innermost[1:].isdigit():
        return "heading", int(innermost[1:])
    if innermost in _CELLS:
        return "cell", 0
    if "blockquote" in open_now:
        return "quotation", 0
    level = sum(name in _LISTS for name in open_now)
    return ("item", level) if level else ("paragraph", 0)


def _words(tokens: Sequence[Token]) -> tuple[str, tuple[Hyperlink, ...]]:
    words: list[str] = []
    address: str | None = None
    for token in tokens:
        if token.type == "link_open":
            address = str(token.attrs.get("href", ""))
            words.append(opening(address))
        elif token.type == "link_close":
            words.append(closing(address))
        else:
            words.append(plain(_shown(token)))
    return stripped("".join(words))


def _shown(token: Token) -> str:
    if token.type in _BREAKS:
        return "\n"
    return token.content if token.type in ("text", "code_inline", "text_special", "image") else ""
