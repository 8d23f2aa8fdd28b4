"""The roles that the paragraph styles of a Word document stand for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DC = "{http://purl.org/dc/elements/1.1/}"
TERMS = "{http://purl.org/dc/terms/}"
# Word keeps the English names of its own styles in every language.
_NAMES = (
    (re.compile(r"title$"), "heading", 1),
    (re.compile(r"heading (\d)"), "heading", 1),
    (re.compile(r"list(?: bullet| number| paragraph)?(?: (\d))?$"), "item", 1),
    (re.compile(r"caption"), "caption", 0),
    (re.compile(r"(?:intense )?quote$|block text$"), "quotation", 0),
    (re.compile(r"(?:foot|end)note text"), "footnote", 0),
)
_DEPTH = 20


@dataclass(frozen=True, slots=True)
class Style:
    """The role a style gives to its paragraphs."""

    kind: str = "paragraph"
    level: int = 0

    @classmethod
    def of(cls, properties: etree._Element | None) -> Style:
        """The role that paragraph properties give by themselves: outline level, numbering."""
        if properties is None:
            return cls()
        outline = _number(properties, f"{W}outlineLvl")
        if outline is not None and outline < 9:
            return cls("heading", outline + 1)
        if _number(properties, f"{W}numPr/{W}numId"):
            return cls("item", (_number(properties, f"{W}numPr/{W}ilvl") or 0) + 1)
        return cls()

    def over(self, own: Style) -> Style:
        """This style with a paragraph's own properties; a numbered heading stays a heading."""
        if own.kind == "paragraph" or (self.kind == "heading" and own.kind == "item"):
            return self
        return own


def read_styles(root: etree._Element | None) -> dict[str, Style]:
    """The role of each style by its id."""
    if root is None:
        return {}
    elements = {style.get(f"{W}styleId", ""): style for style in root.iter(f"{W}style")}
    return {name: _resolve(name, elements) for name in elements}


def _resolve(name: str, elements: dict[str, etree._Element]) -> Style:
    """A style's role, or that of the nearest style it is based on."""
    for _ in range(_DEPTH):
        element = elements.get(name)
        if element is None:
            break
        style = _named(element).over(Style.of(element.find(f"{W}pPr")))
        if style.kind != "paragraph":
            return style
        based = element.find(f"{W}basedOn")
        name = based.get(f"{W}val", "") if based is not None else ""
    return Style()


def _named(element: etree._Element) -> Style:
    named = element.find(f"{W}name")
    name = named.get(f"{W}val", "").lower() if named is not None else ""
    for pattern, kind, level in _NAMES:
        match = pattern.match(name)
        if match:
            digit = match[1] if match.re.groups and match[1] else None
            return Style(kind, int(digit) if digit else level)
    return Style()


def _number(properties: etree._Element, path: str) -> int | None:
    found = properties.find(path)
    value = found.get(f"{W}val", "") if found is not None else ""
    return int(value) if value.isdecimal() else None
