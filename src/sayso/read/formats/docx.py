"""Word documents: paragraphs, lists, tables and footnotes, straight from their XML parts.

Read without a library for Word, because the usual one unpacks every part before anybody can
look at its size, and knows neither footnotes nor tracked insertions.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from sayso.read.formats.docx_styles import DC, TERMS, Style, W, read_styles
from sayso.read.limits import DAMAGED_ARCHIVE, check_unpacked
from sayso.read.metadata.dates import read_date
from sayso.read.reading import Metadata, Piece, Reading, compose
from sayso.read.words.linked import closing, opening, plain, stripped
from sayso.records.errors import UnreadableError

_BODY = "word/document.xml"
_FOOTNOTES = "word/footnotes.xml"
_ENDNOTES = "word/endnotes.xml"
_STYLES = "word/styles.xml"
_PROPERTIES = "docProps/core.xml"
_RELATIONS = "word/_rels/document.xml.rels"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_GONE = (f"{W}del", f"{W}moveFrom", _FALLBACK)
_SIGNS = {
    f"{W}tab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "\u2011",
    f"{W}softHyphen": "\u00ad",
}
_LINK = f"{W}hyperlink"
_MARKS = (f"{W}footnoteReference", f"{W}endnoteReference")
# What notes are numbered by: the kind of note and Word's own id for it → its place in the text.
Numbers = dict[tuple[str, str], int]


def read_docx(data: bytes) -> Reading:
    """Read a Word document as its latest version reads, deleted words left out."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = _Parts(archive)
            text, blocks, dropped = compose(_pieces(parts))
            return Reading(text, blocks, noted=_properties(parts), dropped=dropped)
    except DAMAGED_ARCHIVE as error:
        raise UnreadableError(
            "it is cut off or damaged: its parts cannot be unpacked", hint="fetch the file again"
        ) from error
    except RuntimeError as error:
        raise UnreadableError(
            "it is locked with a password", hint="open it with the password and save it without"
        ) from error
    except etree.XMLSyntaxError as error:
        raise UnreadableError(
            f"it is damaged: {error.msg}", hint="open it in a word processor and save it again"
        ) from error


@dataclass(frozen=True)
class _Parts:
    """The XML parts of the archive, each unpacked when asked for, never beyond the limit."""

    archive: zipfile.ZipFile

    def root(self, name: str) -> etree._Element | None:
        """The root of a part, or null where the document has none of this name."""
        if name not in self.archive.NameToInfo:
            return None
        check_unpacked(self.archive.getinfo(name).file_size)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
        root = etree.fromstring(self.archive.read(name), parser)
        if root.getroottree().docinfo.internalDTD is not None:
            raise UnreadableError(
                "it declares entities of its own, which no word processor writes",
                hint="do not open this file: it was made to do harm",
            )
        return root


def _pieces(parts: _Parts) -> Iterator[Piece]:
    body = parts.root(_BODY)
    if body is None:
        return
    styles, targets = read_styles(parts.root(_STYLES)), _targets(parts.root(_RELATIONS))
    marks = dict.fromkeys((mark.tag, mark.get(f"{W}id", "")) for mark in body.iter(*_MARKS))
    numbers = {mark: number for number, mark in enumerate(marks, start=1)}
    row = None
    for paragraph in _paragraphs(body):
        words, links = stripped(_words(paragraph, numbers, targets))
        last_row, row = row, next(paragraph.iterancestors(f"{W}tr"), None)
        if words and row is not None:
            yield Piece("cell", words, beside=row is last_row, links=links)
        elif words:
            style = _style(paragraph, styles)
            yield Piece(style.kind, words, style.level, links=links)
    for mark, name in zip(_MARKS, (_FOOTNOTES, _ENDNOTES), strict=True):
        yield from _notes(mark, parts.root(name), numbers)


def _paragraphs(root: etree._Element) -> Iterator[etree._Element]:
    walk = etree.iterwalk(root, events=("start",))
    for _, element in walk:
        if element.tag in _GONE:
            walk.skip_subtree()
        elif element.tag == f"{W}p":
            yield element


def _words(
    paragraph: etree._Element, numbers: Numbers, targets: Mapping[str, str] | None = None
) -> str:
    """The words of one paragraph, links marked; a text box in it is a paragraph of its own."""
    words: list[str] = []
    walk = etree.iterwalk(paragraph, events=("start", "end"))
    for event, element in walk:
        if element.tag == _LINK:
            mark = opening if event == "start" else closing
            words.append(mark((targets or {}).get(element.get(_RELATION, ""))))
        elif event == "end":
            continue
        elif element.tag in _GONE or (element.tag == f"{W}p" and element is not paragraph):
            walk.skip_subtree()
        else:
            words.append(_shown(element, numbers))
    return "".join(words)


def _shown(element: etree._Element, numbers: Numbers) -> str:
    """What one element of a paragraph shows by itself."""
    if element.tag == f"{W}t":
        return plain(element.text or "")
    if element.tag in _MARKS:
        return f"[{numbers[element.tag, element.get(f'{W}id', '')]}]"
    return _SIGNS[element.tag] if element.tag in _SIGNS and _in_run(element) else ""


def _in_run(element: etree._Element) -> bool:
    return bool(element.getparent().tag == f"{W}r")


def _targets(relations: etree._Element | None) -> dict[str, str]:
    """The addresses outside the file that its links lead to, by the links' ids."""
    outside = [] if relations is None else [one for one in relations if one.get("TargetMode")]
    return {one.get("Id", ""): one.get("Target", "") for one in outside}


def _style(paragraph: etree._Element, styles: dict[str, Style]) -> Style:
    named = paragraph.find(f"{W}pPr/{W}pStyle")
    style = styles.get(named.get(f"{W}val", "") if named is not None else "", Style())
    return style.over(Style.of(paragraph.find(f"{W}pPr")))


def _notes(mark: str, root: etree._Element | None, numbers: Numbers) -> Iterator[Piece]:
    for note in () if root is None else root:
        # Lines that separate notes from text are notes, too, which nothing refers to.
        number = numbers.get((mark, note.get(f"{W}id", "")))
        words = " ".join(filter(None, (_words(p, numbers).strip() for p in note.iter(f"{W}p"))))
        if number and words:
            yield Piece("footnote", f"[{number}] {words}")


def _properties(parts: _Parts) -> Metadata:
    core = parts.root(_PROPERTIES)
    if core is None:
        return Metadata()
    created = core.findtext(f"{TERMS}created")
    return Metadata(
        title=core.findtext(f"{DC}title") or None,
        author=core.findtext(f"{DC}creator") or None,
        published=read_date(created) if created else None,
        language=(core.findtext(f"{DC}language") or "")[:2].lower() or None,
    )
