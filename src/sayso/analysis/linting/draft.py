"""A report in Markdown as statements, each with the line it stands on and the notes it names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import zip_longest

_NOTE = re.compile(r"^\[\^([^\]\s]+)\]:\s?(.*)$")
_MARK = re.compile(r"\[\^([^\]\s]+)\](?!:)")
_PLACE = re.compile(r"\[[\w-]{1,80}:\d{1,9}-\d{1,9}\]")
# Notes behind the full stop belong to the sentence before it.
_BEHIND = re.compile(r"([.!?…][”\"’')]*)\s*((?:\[\^[^\]\s]+\]|\[[\w-]{1,80}:\d{1,9}-\d{1,9}\])+)")
_END = re.compile(r"(?<=[.!?…])[”\"’')]*\s+(?=[^a-z\s])|(?<=\])\s+(?=[A-Z“\"])")
_ABBREVIATION = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Col|Lt|St|No|cf|e\.g|i\.e|vs|etc)\.$")
_ITEM = re.compile(r"^\s*(?:[-*+]|\d{1,9}[.)])\s+")
_RULE = re.compile(r"^\s*\|?[\s:|-]+\|[\s:|-]*$")
_BAR = re.compile(r"(?<!\\)\|")
_FENCE = re.compile(r"^\s*(?:```|~~~)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence, an item or a table row; ``words`` is it without notes, places and markup.

    ``notes`` are the labels of its footnotes, ``places`` the markers of words in it
    ("[d-1f2e:120-164]"). ``aside`` says that it stands in italics as a whole: a writer's word on
    the report itself. ``told`` are, in a table, the cells with notes.
    """

    line: int
    raw: str
    words: str
    notes: tuple[str, ...]
    places: tuple[str, ...]
    aside: bool = False
    told: str = ""

    @property
    def claim(self) -> str:
        """What the notes stand behind: the sentence, or in a table the cells that have notes."""
        return self.told or self.words


@dataclass(frozen=True, slots=True)
class Draft:
    """The statements of a report and the text of its notes by label."""

    statements: tuple[Statement, ...]
    notes: Mapping[str, str]


def draft(text: str) -> Draft:
    """A report in Markdown, read into statements; headings, code and front matter are left out."""
    lines = text.removeprefix("\ufeff").splitlines()
    ends = [number for number, line in enumerate(lines) if line.strip() == "---"]
    if ends[:1] == [0] and len(ends) > 1:
        lines[: ends[1] + 1] = [""] * (ends[1] + 1)
    body, notes = _parted(lines)
    return Draft(tuple(_statements(body)), notes)


def _parted(lines: Iterable[str]) -> tuple[list[tuple[int, str]], dict[str, str]]:
    """Lines with their numbers, and the notes, whose further lines are indented."""
    body: list[tuple[int, str]] = []
    notes: dict[str, str] = {}
    open_note, fenced = "", False
    for number, line in enumerate(lines, start=1):
        if _FENCE.match(line):
            fenced, open_note = not fenced, ""
        elif found := None if fenced else _NOTE.match(line):
            open_note = found[1]
            notes[open_note] = found[2]
        elif open_note and (not line.strip() or line.startswith(("    ", "\t"))):
            notes[open_note] += f" {line.strip()}" if line.strip() else ""
        elif not fenced:
            open_note = ""
            body.append((number, line))
    return body, notes


def _statements(body: Iterable[tuple[int, str]]) -> Iterator[Statement]:
    block: list[tuple[int, str]] = []
    head: tuple[str, ...] = ()
    for number, line in (*body, (0, "")):
        starts = line.startswith("|") or _ITEM.match(line) or line.startswith("#")
        if block and (starts or not line.strip()):
            yield from _block(block)
            block = []
        if line.startswith("|"):
            cells = _cells(line)
            if not head:
                head = cells
            elif not _RULE.match(line):
                yield _row(number, line, head, cells)
        else:
            head = ()
        if line.startswith("|"):
            continue
        if line.strip() and not line.startswith("#"):
            block.append((number, line))


def _cells(line: str) -> tuple[str, ...]:
    inner = line.strip().removeprefix("|").removesuffix("|")
    return tuple(cell.strip() for cell in _BAR.split(inner))


def _row(number: int, line: str, head: tuple[str, ...], cells: tuple[str, ...]) -> Statement:
    """A row is one statement: what one cell leaves out another says, or the head above it."""
    named = (f"{title}: {cell}" for title, cell in zip_longest(head, cells, fillvalue="") if cell)
    found = _statement(number, line)
    words = _statement(number, " · ".join(named)).words
    noted = " · ".join(cell for cell in cells if _MARK.search(cell) or _PLACE.search(cell))
    return replace(found, words=words, told=_statement(number, noted).words)


def _block(block: list[tuple[int, str]]) -> Iterator[Statement]:
    text = _ITEM.sub("", " ".join(line.strip() for _, line in block).lstrip("> "))
    aside = bool(re.fullmatch(r"([*_])(?![*_]).+\1", text.strip()))
    for sentence in _sentences(text):
        line = _line_of(sentence, block)
        yield _statement(line, sentence, aside=aside)


def _sentences(text: str) -> Iterator[str]:
    start = 0
    moved = _BEHIND.sub(r"\2\1", text)
    for gap in _END.finditer(moved):
        before = moved[start : gap.start()]
        if before.count("“") > before.count("”") + gap[0].count("”"):
            continue
        if _ABBREVIATION.search(moved[start : gap.start()]):
            continue
        yield moved[start : gap.end()].strip()
        start = gap.end()
    if moved[start:].strip():
        yield moved[start:].strip()


def _line_of(sentence: str, block: list[tuple[int, str]]) -> int:
    """The line on which the sentence begins: that which holds its first words."""
    head = " ".join(sentence.split()[:3])
    return next((number for number, line in block if head in line), block[0][0])


def _statement(line: int, raw: str, *, aside: bool = False) -> Statement:
    places = tuple(found[0] for found in _PLACE.finditer(raw))
    notes = tuple(found[1] for found in _MARK.finditer(raw))
    words = _MARK.sub("", _PLACE.sub("", raw))
    return Statement(line, raw, plain_words(words), notes, places, aside)


def plain_words(text: str) -> str:
    """Markdown on one line without its markup."""
    text = re.sub(r"(?<!\\)(?:\*\*|__|[*_`])", "", text)
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = _ESCAPED.sub(r"\1", text).replace("&lt;", "<").replace("&gt;", ">")
    return " ".join(text.replace("&#58;", ":").replace("&amp;", "&").split())
