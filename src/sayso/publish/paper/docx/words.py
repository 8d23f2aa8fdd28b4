"""Elements of WordprocessingML: runs of text in either direction, paragraphs, footnote calls."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

from lxml import etree

SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
# What an XML 1.0 document may not have in it, and marks of direction, which runs tell instead.
_BARRED = re.compile(
    "[^\\t\\n\\r\\u0020-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]|[\\u2066-\\u2069]"
)
# Words of scripts that run from right to left, with what stands between them.
_RIGHT = r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"
_RUNS = re.compile(rf"{_RIGHT}+(?:[\s\d.,:؛،-]+{_RIGHT}+)*")
Element: TypeAlias = Any


def element(tag: str, /, *children: Element, **values: str) -> Element:
    """An element of the main name space, its attributes there too."""
    made = etree.Element(f"{{{SPACE}}}{tag}", nsmap={"w": SPACE})
    for key, value in values.items():
        made.set(f"{{{SPACE}}}{key}", value)
    made.extend(children)
    return made


def runs(text: str, *, bold: bool = False, color: str = "") -> Iterator[Element]:
    """A text as runs, each of one direction."""
    text, done = " ".join(_BARRED.sub("", text).split("\n")), 0
    for match in _RUNS.finditer(text):
        yield from _run(text[done : match.start()], bold, color, right=False)
        yield from _run(match.group(), bold, color, right=True)
        done = match.end()
    yield from _run(text[done:], bold, color, right=False)


def paragraph(style: str, content: Iterable[Element]) -> Element:
    """A paragraph in a style."""
    made = element("p", element("pPr", element("pStyle", val=style)))
    made.extend(content)
    return made


def note_call(id: int, number: int) -> Iterator[Element]:
    """The place where a footnote belongs, marked so that it can be called again."""
    name = f"_note{id}"
    yield element("bookmarkStart", id=str(number), name=name)
    yield element("r", _raised(), element("footnoteReference", id=str(number)))
    yield element("bookmarkEnd", id=str(number))


def note_again(id: int, number: int) -> Iterator[Element]:
    """The number of a footnote that was called before, as a field that Word keeps right."""
    yield element("r", element("fldChar", fldCharType="begin"))
    instruction = element("instrText")
    instruction.text, instruction.attrib[_XML_SPACE] = f" NOTEREF _note{id} \\f \\h ", "preserve"
    yield element("r", instruction)
    yield element("r", element("fldChar", fldCharType="separate"))
    yield raised(str(number))
    yield element("r", element("fldChar", fldCharType="end"))


def raised(text: str) -> Element:
    """A run that stands as high as the number of a note."""
    shown = element("t")
    shown.text = text
    return element("r", _raised(), shown)


def part(root: Element) -> bytes:
    """An element as a part of the package."""
    done: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return done


def _run(text: str, bold: bool, color: str, *, right: bool) -> Iterator[Element]:
    if not text:
        return
    how = [element("b"), element("bCs")] if bold else []
    how += [element("color", val=color)] if color else []
    how += [element("rtl")] if right else []
    words = element("t")
    words.text, words.attrib[_XML_SPACE] = text, "preserve"
    yield element("r", *([element("rPr", *how)] if how else []), words)


def _raised() -> Element:
    return element("rPr", element("rStyle", val="FootnoteReference"))
