"""What a report says of itself in words: front matter, first lines, dateline, last line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from sayso.read.metadata.dates import find_date, read_date
from sayso.read.metadata.line import (
    NO_NOUNS,
    Nouns,
    day_of_title,
    is_name,
    is_paper,
    names_outlet,
    told_in,
    top,
)
from sayso.read.metadata.loose import loosely_told
from sayso.read.reading import Metadata
from sayso.records.documents import Block

_KEYS = {
    "title": ("title", "headline"),
    "publisher": ("publisher", "publication", "outlet", "source", "site", "institution"),
    "author": ("author", "authors", "by", "byline"),
    "published": ("published", "date", "publication date", "publication_date", "pubdate"),
    "language": ("language", "lang"),
}
_FENCE = re.compile(r"---[ \t]*\r?\n")
_FENCE_END = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
_ENTRY = re.compile(r"([A-Za-z][\w -]{0,40}?)[ \t]*:(?:[ \t]+|$)(.*)")
_FRONT_MATTER_CHARACTERS = 10_000

# The first lines end with the first paragraph; before it stand a title and at most these many.
_MATTER_BLOCKS = 8
_MATTER_WORDS = 16
# "ALDERN, March 13 (Coastal Wire) - Words": place, perhaps a date, and the agency.
_DATELINE = re.compile(
    r"[A-Z][A-Z.'’ /-]+(?:,\s[\w.' ]{2,30}){0,2},?\s*\((?P<outlet>[A-Z][^()\d]{1,40})\)\s*[-–—]+\s"
)
# "Velm, 3 June 2021 - Words", "(Velm, 3 June 2021 - Coastal Desk) Words": where, and on what day
# with its year; in brackets as a rule with who reports.
_WORD = r"[A-Z][\w.'’/-]*"
_SMALL = "of|de|la|du|es|el|le|al|and|the|on|am|sur"
_PLACE = rf"(?!(?:In|On|At|From|To|Near|By)\b){_WORD}(?: (?:{_WORD}|{_SMALL})){{0,4}}"
_WHERE = re.compile(rf"\(?(?:{_PLACE}[,;]\s+){{1,3}}")
_NAMED = r"[A-Z][^()\d\n]{1,40}"
_OPEN_END = re.compile(rf"\s*(?:\((?P<outlet>{_NAMED})\)\s*)?(?:[-–—]+|:)\s")
_BRACKET_END = re.compile(rf"\s*(?:[-–—/|,;:]+\s*(?P<outlet>{_NAMED}))?\)\s*(?:[-–—:]\s)?")
_DATELINE_CHARACTERS = 120
_RIGHTS = re.compile(
    r"(?i:©|\(c\)|copyright|rights reserved)[\s©:]*(?:\d{4}[\s,–-]*)*(?i:to|by)?\s*"
    r"(?P<owner>[A-Z][\w&.'’-]*(?:\s+(?:[A-Z&][\w&.'’-]*|and|of|for|the|in))*)"
)


class FirstLines(NamedTuple):
    """What the first (and the last) lines tell, and which blocks say it."""

    told: Metadata
    matter: frozenset[int]


def front_matter(text: str) -> tuple[Metadata, int]:
    """The ``key: value`` lines between two ``---`` at the top, and where the report begins."""
    fence = _FENCE.match(text)
    last = fence and _FENCE_END.search(text, fence.end(), _FRONT_MATTER_CHARACTERS)
    if not fence or not last:
        return Metadata(), 0
    entries = _entries(text[fence.end() : last.start()])
    return (metadata_of(entries), last.end()) if entries else (Metadata(), 0)


def _entries(lines: str) -> dict[str, str]:
    found: dict[str, str] = {}
    key = ""
    for line in lines.splitlines():
        entry = _ENTRY.match(line)
        if entry:
            key = entry[1].lower()
            found[key] = _unquoted(entry[2])
        elif key and line.strip().startswith("-"):
            values = [found[key], _unquoted(line.strip()[1:])]
            found[key] = ", ".join(value for value in values if value)
        elif line.strip() and not line[0].isspace() and not line.startswith("#"):
            return {}
    return found


def _unquoted(value: str) -> str:
    value = value.strip()
    if value.startswith("[") and value.endswith("]"):
        return ", ".join(_unquoted(part) for part in value[1:-1].split(","))
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value


def metadata_of(entries: Mapping[str, str]) -> Metadata:
    """Metadata from named values, whatever usual names they have (in lower case)."""

    def first(field: str) -> str | None:
        return next((entries[key] for key in _KEYS[field] if entries.get(key)), None)

    published, language = first("published"), first("language")
    return Metadata(
        title=first("title"),
        publisher=first("publisher"),
        author=first("author"),
        published=read_date(published) if published else None,
        language=language[:2].lower() if language else None,
    )


def first_lines(text: str, blocks: Sequence[Block], nouns: Nouns = NO_NOUNS) -> FirstLines:
    """Title, byline, date and publisher as the lines above the first paragraph give them."""
    if not blocks:
        return FirstLines(Metadata(), frozenset())
    head = _masthead(text, blocks, nouns)
    told = head or Metadata(title=_title(text, blocks[0]))
    matter = {0} if head else set[int]()
    unnamed: list[int] = []
    for place in _matter_places(text, blocks):
        line = text[blocks[place].start : blocks[place].end]
        found = told_in(line, nouns)
        if found == Metadata() and place == 1 and blocks[0].kind == "heading":
            found = loosely_told(line, nouns)
        if found != Metadata():
            told = told.over(found)
            matter.add(place)
        elif place and " ".join(line.split()) != told.title:
            unnamed.append(place)
    if matter and told.publisher is None and (name := _lone_name(text, blocks, unnamed, matter)):
        matter.add(name)
        told = told.over(Metadata(publisher=text[blocks[name].start : blocks[name].end]))
    told = told.over(_dateline(text, blocks)).over(_rights(text, blocks[-1]))
    told = told.over(Metadata(published=day_of_title(told.title or "", nouns)))
    return FirstLines(told, frozenset(matter))


def _masthead(text: str, blocks: Sequence[Block], nouns: Nouns) -> Metadata | None:
    """The first line, where it names who publishes and the title stands below it.

    It does so where it ends as outlets' names do, says which of many papers this is, has a day and
    stands over a headline with its author, stands over a line that says what kind of text follows,
    or is whom the report says somebody told.
    """
    over = top(_words(text, blocks[0]))
    if over is None:
        return None
    place, between = _headline(text, blocks, nouns)
    below = text[blocks[place or 0].end :]
    paper = any(is_paper(line, nouns) for line in between)
    if place is None:
        # A release without a headline: whoever put it out is told of below, a headline is not.
        name = _cased(over.name, below)
        return Metadata(title=over.name, publisher=name) if paper and name in below else None
    if any(told_in(line, nouns).author for line in between):
        return None
    told = re.search(rf"\btold (?:the )?(?i:{re.escape(over.name.removeprefix('The '))})\b", below)
    dated = over.published is not None and _has_author(text, blocks[place + 1 :])
    if not (names_outlet(over.name, nouns) or over.numbered or dated or paper or told):
        return None
    title = _words(text, blocks[place])
    return Metadata(title=title, publisher=_cased(over.name, below), published=over.published)


def _has_author(text: str, below: Sequence[Block]) -> bool:
    """Whether the line right below a headline says who wrote what follows, and nothing else."""
    told = told_in(_words(text, below[0])) if below else Metadata()
    return told.author is not None and told == Metadata(author=told.author)


def _cased(name: str, text: str) -> str:
    """A name in capitals as the text below writes it, if it does."""
    found = re.search(rf"\b{re.escape(name)}\b", text, re.IGNORECASE) if name.isupper() else None
    return found[0] if found else name


def _headline(text: str, blocks: Sequence[Block], nouns: Nouns) -> tuple[int | None, Sequence[str]]:
    """The place of the first heading below the first line, and the lines between the two."""
    between: list[str] = []
    for place in _matter_places(text, blocks):
        line = _words(text, blocks[place])
        if (
            place
            and blocks[place].kind == "heading"
            and not (told_in(line, nouns) != Metadata() or is_paper(line, nouns))
        ):
            return place, between
        between += [line] if place else []
    return None, between


def _title(text: str, block: Block) -> str | None:
    if block.kind != "heading":
        return None
    line = _words(text, block)
    return told_in(line).title or line


def _words(text: str, block: Block) -> str:
    return " ".join(text[block.start : block.end].split())


def _matter_places(text: str, blocks: Sequence[Block]) -> Iterator[int]:
    """The blocks above the first that is long or ends like a sentence."""
    for place, block in enumerate(blocks[:_MATTER_BLOCKS]):
        words = text[block.start : block.end]
        short = len(words.split()) <= _MATTER_WORDS and block.kind in ("heading", "paragraph")
        if place and not short:
            return
        if not (place == 0 and block.kind == "heading"):
            yield place


def _lone_name(
    text: str, blocks: Sequence[Block], unnamed: Sequence[int], matter: set[int]
) -> int | None:
    """The one short line that stands directly beside a byline or date: the publisher's."""
    beside = [
        place
        for place in unnamed
        if matter & {place - 1, place + 1}
        and is_name(text[blocks[place].start : blocks[place].end])
    ]
    return beside[0] if len(beside) == 1 else None


def _dateline(text: str, blocks: Sequence[Block]) -> Metadata:
    for block in blocks[:_MATTER_BLOCKS]:
        match = _DATELINE.match(text, block.start, block.end)
        if match:
            date = find_date(match[0])
            return Metadata(publisher=match["outlet"], published=date.edtf if date else None)
        dated = _dated_line(text[block.start : min(block.end, block.start + _DATELINE_CHARACTERS)])
        if dated is not None:
            return dated
    return Metadata()


def _dated_line(line: str) -> Metadata | None:
    """The day, and perhaps the outlet, of a dateline that tells the whole day."""
    where = _WHERE.match(line)
    date = find_date(line[where.end() :]) if where else None
    if where is None or date is None or date.start != 0:
        return None
    bracket = line.startswith("(")
    end = (_BRACKET_END if bracket else _OPEN_END).match(line, where.end() + date.end)
    # A word with a capital goes on; else it is a sentence that begins with a place.
    if end is None or not line[end.end() : end.end() + 2].lstrip("\"“'‘")[:1].isupper():
        return None
    outlet = end["outlet"]
    return Metadata(publisher=outlet.strip() if outlet else None, published=date.edtf)


def _rights(text: str, last: Block) -> Metadata:
    words = text[last.start : last.end]
    owner = _RIGHTS.search(words) if len(words) < 200 else None
    return Metadata(publisher=owner["owner"].strip()) if owner else Metadata()
