"""Plain text: its blocks, told by the conventions people write it with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.read.limits import check_characters
from sayso.read.metadata.matter import front_matter
from sayso.read.reading import Reading, Stretch
from sayso.read.words.decode import decode
from sayso.read.words.lines import Line, paragraphs
from sayso.read.words.roles import is_caption, is_footnote
from sayso.records.documents import Block

_HEADING_WORDS = 18
_TITLE_WORDS = 40
_FINAL_STOP = (".", "!", ",", ";", "…", ".”", '."', ".’", ".)", "!”", "?”")
_LETTER = re.compile(r"[^\W_]")
_QUOTED = re.compile(r"(?:>[ \t]?)+")


def read_plain(data: bytes) -> Reading:
    """Read text; every character stays as it is, save a byte order mark."""
    text, note = decode(data)
    check_characters(len(text))
    told, start = front_matter(text)
    blocks, dropped = plain_blocks(text, start)
    return Reading(text, blocks, told=told, dropped=dropped, note=note)


def plain_blocks(text: str, start: int = 0) -> tuple[tuple[Block, ...], tuple[Stretch, ...]]:
    """The blocks of plain text from ``start``, and the quotation marks ">" between its lines."""
    lines = [line for line in paragraphs(text, start) if _LETTER.search(text, line.start, line.end)]
    levels = _levels(lines)
    blocks: list[Block] = []
    for place, line in enumerate(lines):
        kind, level = _role(text, lines, place)
        if kind == "item":
            level = levels[place]
        begin = line.start + _marker(text, line)
        if kind == "quotation" and blocks and blocks[-1].kind == kind and not line.gap:
            begin = blocks.pop().start
        blocks.append(Block(kind, begin, line.end, level))
    return tuple(blocks), tuple(_quote_marks(text, blocks))


def _role(text: str, lines: Sequence[Line], place: int) -> tuple[str, int]:
    line = lines[place]
    words = text[line.start : line.end]
    if words.startswith(">"):
        return "quotation", 0
    if is_footnote(words):
        return "footnote", 0
    if is_caption(words):
        return "caption", 0
    following = lines[place + 1] if place + 1 < len(lines) else None
    heads = _is_heading(text, line, following, title=place == 0)
    if heads and (not line.marker or _alone(lines, place)):
        return "heading", 1 if place == 0 else 2
    return ("item" if line.marker else "paragraph"), 0


def _is_heading(text: str, line: Line, following: Line | None, *, title: bool) -> bool:
    """A short line without a final stop, with something to head."""
    words = text[line.start + line.marker : line.end]
    limit = _TITLE_WORDS if title else _HEADING_WORDS
    if following is None or words.endswith(_FINAL_STOP) or words.count(" ") >= limit:
        return False
    if words[0].islower() or (words.endswith(":") and following.marker):
        return False
    return title or line.gap or not line.marker


def _alone(lines: Sequence[Line], place: int) -> bool:
    """Whether a marked line has no other marked line beside it: a numbered heading."""
    beside = [lines[i] for i in (place - 1, place + 1) if 0 <= i < len(lines)]
    return not any(line.marker for line in beside)


def _levels(lines: Sequence[Line]) -> list[int]:
    """The depth of each marked line within its list, by indentation."""
    open_lists: list[int] = []
    levels = []
    for line in lines:
        # What stands between two items (a caption) does not end their list.
        while line.marker and open_lists and line.indent < open_lists[-1]:
            open_lists.pop()
        if line.marker and (not open_lists or line.indent > open_lists[-1]):
            open_lists.append(line.indent)
        levels.append(len(open_lists) if line.marker else 0)
    return levels


def _marker(text: str, line: Line) -> int:
    quoted = _QUOTED.match(text, line.start)
    return quoted.end() - quoted.start() if quoted else line.marker


def _quote_marks(text: str, blocks: Sequence[Block]) -> Iterator[Stretch]:
    for block in blocks:
        if block.kind == "quotation":
            for match in re.finditer(r"(?<=\n)(?:>[ \t]?)+", text[block.start : block.end]):
                yield block.start + match.start(), block.start + match.end()
