"""Web pages: the article's blocks, word for word, without what stands around it.

trafilatura says where the article is; the words come from the page itself, because
trafilatura leaves out captions, runs note marks into words and rewrites white space.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Sequence

import trafilatura
from lxml import html

from sayso.read.formats.html_blocks import PageBlock, page_blocks, parse_page
from sayso.read.formats.html_metadata import page_metadata
from sayso.read.limits import MAX_MARKUP, check_characters
from sayso.read.reading import Piece, Reading, compose
from sayso.read.words.decode import decode

_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w-]{2,40})", re.IGNORECASE)
_HEAD = 4_096
# Finding the article takes about a second for this many blocks, and no article has more.
_SEARCHABLE = 5_000
# Fewer words ("Read more") stand on both sides of an article's border.
_TELLING = 5
_LINKED = 0.7
Run = tuple[str, ...]


def read_html(data: bytes, charset: str | None = None) -> Reading:
    """Read the article of a web page; scripts, menus and hidden parts are left out."""
    declared = _DECLARED.search(data[:_HEAD])
    markup, note = decode(data, charset or (declared[1].decode("ascii") if declared else None))
    check_characters(len(markup), MAX_MARKUP)
    page = parse_page(markup)
    blocks = page_blocks(page)
    article = _article(blocks, _main_runs(page) if len(blocks) < _SEARCHABLE else frozenset())
    text, cut, dropped = compose(
        Piece(b.kind, b.words, b.level, beside=b.beside, links=b.links) for b in article
    )
    return Reading(text, cut, told=page_metadata(page), dropped=dropped, note=note)


def _main_runs(page: html.HtmlElement) -> frozenset[Run]:
    """Every five words in a row of what trafilatura takes for the article."""
    found = trafilatura.extract(
        copy.deepcopy(page), fast=True, favor_recall=True, include_comments=False
    )
    words = (found or "").split()
    return frozenset(tuple(words[i : i + _TELLING]) for i in range(len(words) - _TELLING + 1))


def _article(blocks: Sequence[PageBlock], main: frozenset[Run]) -> Sequence[PageBlock]:
    """From the first to the last block of the article, with the page's heading before it."""
    inside = [place for place, block in enumerate(blocks) if _ends(block) & main]
    if not inside:
        return [block for block in blocks if not block.linked > _LINKED] or blocks
    first, last = inside[0], inside[-1]
    # A border inside a table would cut off rows that are too short to tell anything.
    while first and blocks[first].kind == blocks[first - 1].kind == "cell":
        first -= 1
    while last + 1 < len(blocks) and blocks[last].kind == blocks[last + 1].kind == "cell":
        last += 1
    titles = [place for place, block in enumerate(blocks[:first]) if block.is_title]
    last += len(_tail(blocks, last + 1))
    return [
        block
        for place, block in enumerate(blocks[: last + 1])
        if (place >= first or (titles and place >= titles[-1]))
        and (place in inside or block.kind == "footnote" or block.linked <= _LINKED)
    ]


def _tail(blocks: Sequence[PageBlock], start: int) -> Sequence[PageBlock]:
    """Footnotes and captions that follow the article's last paragraph, with their heading."""
    end = start
    if end + 1 < len(blocks) and [b.kind for b in blocks[end : end + 2]] == ["heading", "footnote"]:
        end += 1
    while end < len(blocks) and blocks[end].kind in ("footnote", "caption"):
        end += 1
    return blocks[start:end]


def _ends(block: PageBlock) -> set[Run]:
    """The first and the last five words of a block; shorter ones tell nothing."""
    words = tuple(block.words.split())
    return {words[:_TELLING], words[-_TELLING:]} if len(words) >= _TELLING else set()
