"""What a report says of itself in words: front matter, first lines, dateline, last line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from sayso.read.metadata.dates import find_date, read_date
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
_LABEL = re.compile(
    r"(?P<key>title|headline|by|author|authors|written by"
    r"|published(?: on| by)?|date|publication date"
    r"|publisher|source|posted(?: on)?)\s*(?::|(?<=by)\s)\s*(?P<value>\S.*)",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s*(?:[·•|,;]|\s[–—-]\s)\s*")
_MARKED_PARTS = re.compile(r"[·•|]")
# "ALDERN, March 13 (Coastal Wire) - Words": place, perhaps a date, and the agency.
_DATELINE = re.compile(
    r"[A-Z][A-Z.'’ /-]+(?:,\s[\w.' ]{2,30}){0,2},?\s*\((?P<outlet>[A-Z][^()\d]{1,40})\)\s*[-–—]+\s"
)
_RIGHTS = re.compile(
    r"(?i:©|\(c\)|copyright|rights reserved)[\s©:]*(?:\d{4}[\s,–-]*)*(?i:to|by)?\s*"
    r"(?P<owner>[A-Z][\w&.'’-]*(?:\s+(?:[A-Z&][\w&.'’-]*|and|of|for|the|in))*)"
)


_NAME_WORDS = 7
_PARTICLES = frozenset(
    (
        "and", "at", "da", "de", "del", "der", "des", "di", "du", "el", "for", "in", "la", "of",
        "on", "the", "van", "von",
    )
)  # fmt: skip


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


def first_lines(text: str, blocks: Sequence[Block]) -> FirstLines:
    """Title, byline, date and publisher as the lines above the first paragraph give them."""
    if not blocks:
        return FirstLines(Metadata(), frozenset())
    told = Metadata(title=_title(text, blocks[0]))
    matter: set[int] = set()
    unnamed: list[int] = []
    for place in _matter_places(text, blocks):
        line = text[blocks[place].start : blocks[place].end]
        found = _line(line)
        if found != Metadata():
            told = told.over(found)
            matter.add(place)
        elif place and " ".join(line.split()) != told.title:
            unnamed.append(place)
    if matter and told.publisher is None and (name := _lone_name(text, blocks, unnamed, matter)):
        matter.add(name)
        told = told.over(Metadata(publisher=text[blocks[name].start : blocks[name].end]))
    told = told.over(_dateline(text, blocks)).over(_rights(text, blocks[-1]))
    return FirstLines(told, frozenset(matter))


def _title(text: str, block: Block) -> str | None:
    if block.kind != "heading":
        return None
    line = " ".join(text[block.start : block.end].split())
    return _line(line).title or line


def _matter_places(text: str, blocks: Sequence[Block]) -> Iterator[int]:
    """The blocks above the first that is long or ends like a sentence."""
    for place, block in enumerate(blocks[:_MATTER_BLOCKS]):
        words = text[block.start : block.end]
        short = len(words.split()) <= _MATTER_WORDS and block.kind in ("heading", "paragraph")
        if place and not short:
            return
        if not (place == 0 and block.kind == "heading"):
            yield place


def _line(line: str) -> Metadata:
    """What one line tells: "Published: 3 May 2020", "By A, The Outlet, 3 May 2020", "X · date"."""
    label = _LABEL.match(line)
    if label:
        return _labelled(label["key"].lower(), label["value"].strip())
    date = find_date(line)
    if date is None:
        return Metadata()
    rest = line[: date.start] + line[date.end :]
    names = [part for part in _PARTS.split(rest.strip(" \t·•|,;–—-()")) if part]
    # A month after some words ("Background, March 2020") may as well be a section's heading.
    if len(names) > 2 or not all(map(_is_name, names)) or (names and date.edtf.count("-") < 2):
        return Metadata()
    if len(names) == 2:
        return Metadata(author=names[0], publisher=names[1], published=date.edtf)
    if names and _MARKED_PARTS.search(line):
        return Metadata(publisher=names[0], published=date.edtf)
    # "Jane Doe, 3 May 2020": a person or a house? The line alone does not tell.
    return Metadata(published=date.edtf)


def _labelled(key: str, value: str) -> Metadata:
    if key in ("title", "headline"):
        return Metadata(title=value)
    if key in ("publisher", "source", "published by"):
        return Metadata(publisher=value)
    if key.startswith(("published", "date", "publication", "posted")):
        return Metadata(published=read_date(value))
    date = find_date(value)
    names = _PARTS.split((value[: date.start] if date else value).strip(" \t·•|,;–—-()"))
    if len(names) > 2 or not all(map(_is_name, names)):
        return Metadata()
    return Metadata(
        author=names[0],
        publisher=names[1] if len(names) == 2 else None,
        published=date.edtf if date else None,
    )


def _is_name(part: str) -> bool:
    """A few words that all begin like names: no subtitle, which has plain words in it."""
    words = part.split()
    if not 0 < len(words) <= _NAME_WORDS or part[0].islower() or part.endswith((".", ":", "?")):
        return False
    return all(word in _PARTICLES or not word[0].islower() for word in words)


def _lone_name(
    text: str, blocks: Sequence[Block], unnamed: Sequence[int], matter: set[int]
) -> int | None:
    """The one short line that stands directly beside a byline or date: the publisher's."""
    beside = [
        place
        for place in unnamed
        if matter & {place - 1, place + 1}
        and _is_name(text[blocks[place].start : blocks[place].end])
    ]
    return beside[0] if len(beside) == 1 else None


def _dateline(text: str, blocks: Sequence[Block]) -> Metadata:
    for block in blocks[:_MATTER_BLOCKS]:
        match = _DATELINE.match(text, block.start, block.end)
        if match:
            date = find_date(match[0])
            return Metadata(publisher=match["outlet"], published=date.edtf if date else None)
    return Metadata()


def _rights(text: str, last: Block) -> Metadata:
    words = text[last.start : last.end]
    owner = _RIGHTS.search(words) if len(words) < 200 else None
    return Metadata(publisher=owner["owner"].strip()) if owner else Metadata()
