"""Bytes → Document: which reader, by name and by content, and what all formats share."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable
from functools import cache

from sayso.read.clean import clean
from sayso.read.limits import check_bytes, check_characters
from sayso.read.metadata.dates import read_date
from sayso.read.metadata.line import NO_NOUNS, Nouns
from sayso.read.metadata.matter import first_lines
from sayso.read.readers import READERS, format_of_name, not_supported, readers
from sayso.read.reading import Metadata, Reading
from sayso.read.sniff import sniff
from sayso.read.words.language import ENGLISH, language_name, language_of
from sayso.read.words.marks import note_marks
from sayso.read.words.roles import refine
from sayso.records.documents import Block, Document
from sayso.records.errors import PlanError, UnreadableError
from sayso.records.ids import content_id, digest

Reader = Callable[[bytes], Reading]

_WORD = re.compile(r"\w")


def read_document(
    path: str,
    data: bytes,
    *,
    publisher: str | None = None,
    published: str | None = None,
    nouns: Nouns = NO_NOUNS,
) -> Document:
    """Read one file.

    ``path`` names it in the case and hints at its format; ``data`` are its bytes. ``publisher``
    and ``published`` (a date) overrule what the file says of itself; by ``nouns`` a line over the
    title is told to name an outlet. Raises UnreadableError, with the path and a hint, for anything
    that cannot be read as it should.
    """
    try:
        check_bytes(len(data))
        if not data.strip(b"\0 \t\r\n"):
            raise _empty()
        name = _format(path, data)
        reading = _reader(name)(data)
        check_characters(len(reading.text))
        if not _WORD.search(reading.text):
            raise _empty()
    except UnreadableError as error:
        raise UnreadableError(error.message, where=path, hint=error.hint) from error
    published = published and (read_date(published) or published)
    given = Metadata(publisher=publisher, published=published)
    return _document(path, data, name, reading, given, nouns)


def _empty() -> UnreadableError:
    return UnreadableError("there are no words in it", hint="check that the file is the right one")


def _format(path: str, data: bytes) -> str:
    promised = format_of_name(path)
    if promised and promised not in READERS:
        # What a package brings may begin like something that nobody here reads.
        return promised
    found = sniff(data)
    if found:
        return found
    if promised in ("pdf", "docx"):
        raise UnreadableError(
            f"it is named .{promised} and is none",
            hint="open it to see what it is, and save it again under its right name",
        )
    if promised is None:
        raise not_supported(path)
    return promised or "txt"


@cache
def _reader(name: str) -> Reader:
    module, _, function = readers()[name].partition(":")
    try:
        reader: Reader = getattr(importlib.import_module(module), function)
    except (ImportError, AttributeError) as error:
        raise PlanError(
            f"the reader of .{name} cannot be loaded from '{readers()[name]}'",
            hint="repair or remove the package that brings it",
        ) from error
    return reader


def _document(
    path: str, data: bytes, name: str, reading: Reading, given: Metadata, nouns: Nouns
) -> Document:
    text = reading.text
    blocks = refine(text, reading.blocks)
    lines = first_lines(text, blocks, nouns)
    blocks = tuple(_plain_matter(b, i in lines.matter) for i, b in enumerate(blocks))
    told = given.over(reading.told).over(lines.told).over(reading.noted)
    repeated = [(b.start, b.end) for b in blocks if b.repeats and b.kind == "caption"]
    dropped = [*reading.dropped, *repeated]
    cleaned = clean(text, blocks, sorted([*dropped, *note_marks(text, dropped)]))
    language = language_of(cleaned.text, told.language)
    extracted = language in (None, ENGLISH)
    foreign = None if extracted else _foreign(str(language))
    sha256 = digest(data)
    return Document(
        id=content_id("d", sha256),
        path=path,
        sha256=sha256,
        format=name,
        text=text,
        blocks=blocks,
        cleaned=cleaned,
        title=told.title,
        publisher=told.publisher,
        author=told.author,
        published=told.published,
        language=language,
        extracted=extracted,
        note="; ".join(filter(None, (reading.note, foreign))) or None,
    )


def _foreign(language: str) -> str:
    return f"written in {language_name(language)}: kept and searched, not extracted"


def _plain_matter(block: Block, is_matter: bool) -> Block:
    return Block("paragraph", block.start, block.end) if is_matter else block
