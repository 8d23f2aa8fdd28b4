"""The visible words of a web page, block by block in the order of the page."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree, html

from sayso.read.words.linked import closing, opening, plain, stripped, unmarked
from sayso.records.documents import Hyperlink
from sayso.records.errors import UnreadableError

# Never shown, or never part of a report.
_SKIPPED = frozenset(
    (
        "script", "style", "noscript", "template", "svg", "math", "nav", "form", "button", "select",
        "textarea", "iframe", "object", "embed", "canvas", "audio", "video", "head", "dialog",
    )
)  # fmt: skip
_INLINE = frozenset(
    (
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "del",
        "dfn", "em", "font", "i", "img", "ins", "kbd", "label", "mark", "q", "rp", "rt", "ruby",
        "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var",
        "wbr",
    )
)  # fmt: skip
_KINDS = {
    "li": "item",
    "dd": "item",
    "blockquote": "quotation",
    "figcaption": "caption",
    "caption": "caption",
    "td": "cell",
    "th": "cell",
}
_LISTS = ("ul", "ol", "dl", "menu")
_NOTE = re.compile(
    r"footnote|endnote|cite_note|\bfn[-_:]?\d*\b|_ftn\d|\breferences\b", re.IGNORECASE
)
_XML = re.compile(r"\A\s*<\?xml[^>]*\?>")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_NUMBER = re.compile(r"\s*\[?(\d{1,3})\]?\s*\Z")
_NUMBERED = re.compile(r"\W*\d")


@dataclass(frozen=True, slots=True)
class PageBlock:
    """Words of one block; ``linked`` is the share of links, ``beside`` a further cell of a row.

    ``links`` are those that lead to other sites, counted from the block's first word.
    """

    kind: str
    words: str
    level: int
    linked: float
    beside: bool = False
    links: tuple[Hyperlink, ...] = ()

    @property
    def is_title(self) -> bool:
        """Whether it is a heading of the highest rank."""
        return self.kind == "heading" and self.level == 1


def parse_page(markup: str) -> html.HtmlElement:
    """The tree of a web page; nothing that it refers to is fetched."""
    # The encoding is ours to choose; a page's own word on it no longer holds for these bytes.
    parser = html.HTMLParser(
        no_network=True, remove_comments=True, remove_pis=True, encoding="utf-8"
    )
    try:
        page = html.document_fromstring(
            _XML.sub("", markup).encode("utf-8", "replace"), parser=parser
        )
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise UnreadableError(
            "no web page can be made of it", hint="save the page again, or save it as text"
        ) from error
    return page


def page_blocks(page: html.HtmlElement) -> list[PageBlock]:
    """Every block of the page that a reader sees."""
    walk = etree.iterwalk(page, events=("start", "end"))
    gathering = _Gathering()
    for event, element in walk:
        if event == "end":
            gathering.leave(element)
        elif not gathering.enter(element):
            walk.skip_subtree()
    return gathering.found


class _Gathering:
    """The blocks found so far, the inline words since, and the elements now open."""

    def __init__(self) -> None:
        self.found: list[PageBlock] = []
        self.inside: list[etree._Element] = []
        self.words: list[str] = []
        self.linked = 0
        self.row: etree._Element | None = None
        self.note: etree._Element | None = None

    def enter(self, element: etree._Element) -> bool:
        """Take an element's first words; false where what is in it is not to be read."""
        if element.tag not in _INLINE:
            self._flush()
        self.inside.append(element)
        if _unseen(element):
            return False
        mark = _mark(element)
        self._mark_link(opening, element)
        self._add(mark or ("\v" if element.tag == "br" else element.text))
        return mark is None

    def leave(self, element: etree._Element) -> None:
        """Close an element and take the words behind it."""
        self._mark_link(closing, element)
        if element.tag not in _INLINE:
            self._flush()
        self.inside.pop()
        self._add(element.tail)

    def _number(self, words: str) -> str:
        """The number that a browser sets before a note in a list; empty where it has one."""
        note = next((e for e in reversed(self.inside) if e.tag == "li"), None)
        if note is None or note is self.note or _NUMBERED.match(words):
            return ""
        self.note = note
        own = re.search(r"(\d{1,3})\Z", note.get("id", ""))
        place = 1 + sum(1 for _ in note.itersiblings("li", preceding=True))
        return f"[{own[1] if own else place}] "

    def _mark_link(self, mark: Callable[[str | None], str], element: etree._Element) -> None:
        if element.tag == "a" and element.get("href"):
            self.words.append(mark(element.get("href")))

    def _add(self, words: str | None) -> None:
        if not words:
            return
        tags = {element.tag for element in self.inside}
        shown = plain(words if "pre" in tags or words == "\v" else _SPACE.sub(" ", words))
        self.words.append(shown)
        self.linked += len(shown) if "a" in tags else 0

    def _flush(self) -> None:
        whole = "".join(self.words)
        linked = self.linked / len(unmarked(whole)[0]) if self.linked else 0.0
        self.words, self.linked = [], 0
        # Two line breaks in a row are what some pages have for paragraphs.
        for part in re.split(r"\v\s*\v+", whole):
            words, links = stripped(re.sub(r" *\v *", "\n", part))
            if words:
                kind, level = _role(self.inside)
                number = self._number(words) if kind == "footnote" else ""
                links = tuple(_behind(link, len(number)) for link in links)
                words = number + words
                row = next((e for e in reversed(self.inside) if e.tag == "tr"), None)
                beside = kind == "cell" and row is not None and row is self.row
                self.row = row
                self.found.append(PageBlock(kind, words, level, linked, beside, links))


def _behind(link: Hyperlink, by: int) -> Hyperlink:
    return Hyperlink(link.start + by, link.end + by, link.address)


def _mark(element: etree._Element) -> str | None:
    """The mark of a note in brackets: bare, its number would run into the word before it."""
    if element.tag != "sup" and not _leads_to_note(element):
        return None
    number = _NUMBER.match("".join(element.itertext()))
    return f"[{number[1]}]" if number else None


def _leads_to_note(element: etree._Element) -> bool:
    address = element.get("href", "") if element.tag == "a" else ""
    return address.startswith("#") and bool(_NOTE.search(address))


def _unseen(element: etree._Element) -> bool:
    return (
        not isinstance(element.tag, str)
        or element.tag in _SKIPPED
        or element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or bool(_HIDDEN.search(element.get("style", "")))
    )


def _role(inside: list[etree._Element]) -> tuple[str, int]:
    depth = max(1, sum(element.tag in _LISTS for element in inside))
    for element in reversed(inside):
        tag = element.tag if isinstance(element.tag, str) else ""
        if _is_note(element):
            return "footnote", 0
        if re.fullmatch(r"h[1-6]", tag):
            return "heading", int(tag[1])
        if tag in _KINDS:
            return _KINDS[tag], depth if _KINDS[tag] == "item" else 0
    return "paragraph", 0


def _is_note(element: etree._Element) -> bool:
    if element.tag not in ("li", "p", "div", "aside", "section", "ol"):
        return False
    return any(_NOTE.search(element.get(name, "")) for name in ("class", "id", "role"))
