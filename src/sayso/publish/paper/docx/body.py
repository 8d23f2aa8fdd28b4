"""The body of a Word document, and its footnotes, from a briefing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import singledispatchmethod
from typing import Any

from sayso.publish.briefing import (
    Briefing,
    Cell,
    Footnote,
    Listing,
    Picture,
    Remark,
    Sentence,
    Table,
    Topic,
)
from sayso.publish.paper.columns import shares
from sayso.publish.paper.docx.words import (
    Element,
    element,
    note_again,
    note_call,
    paragraph,
    raised,
    runs,
)
from sayso.publish.paper.order import Calls, facts

_GREY = "595959"
# Twentieths of a point: the page between its margins.
_WIDTH = 9298
_PAGE = {"w": "11906", "h": "16838"}
_MARGIN = {"top": "1304", "right": "1304", "bottom": "1304", "left": "1304"}


class Body:
    """Writes the parts of a document that are a briefing's own."""

    def __init__(self, briefing: Briefing) -> None:
        self._briefing = briefing
        self._calls = Calls(briefing)

    def document(self) -> Element:
        """The document: title, scope, sections."""
        body = element("body", paragraph("Title", runs(self._briefing.title)))
        body.extend(paragraph("Normal", runs(remark.text)) for remark in self._briefing.scope)
        for section in self._briefing.sections:
            body.append(paragraph("Heading1", runs(section.title)))
            for part in section.parts:
                body.extend(self._part(part))
        body.append(element("sectPr", element("pgSz", **_PAGE), element("pgMar", **_MARGIN)))
        return element("document", body)

    def footnotes(self) -> Element:
        """The notes that the document called; ask for the document first."""
        root = element("footnotes", _line("separator", -1), _line("continuationSeparator", 0))
        root.extend(_footnote(number, note) for number, note in self._calls.called())
        return root

    @singledispatchmethod
    def _part(self, part: Any) -> Iterator[Element]:
        raise TypeError(f"a briefing has no {type(part).__name__}")

    @_part.register
    def _(self, part: Remark) -> Iterator[Element]:
        yield paragraph("Remark", runs(part.text))

    @_part.register
    def _(self, part: Picture) -> Iterator[Element]:
        # Word shows a drawing only beside a bitmap of it, which nothing here can make.
        yield paragraph("Remark", runs(f"Picture, in the page and the PDF: {part.words}."))

    @_part.register
    def _(self, part: Listing) -> Iterator[Element]:
        for place, item in enumerate(part.items, start=1):
            mark = f"{place}." if part.ranked else "•"
            yield paragraph("ListItem", [*runs(mark), _tab(), *self._sentence(item)])

    @_part.register
    def _(self, part: Topic) -> Iterator[Element]:
        yield paragraph("Heading2", runs(part.title))
        if part.meta:
            yield paragraph("Remark", runs(part.meta))
        for inner in part.parts:
            yield from self._part(inner)

    @_part.register
    def _(self, part: Table) -> Iterator[Element]:
        for band in part.bands:
            if band.title:
                yield paragraph("Normal", runs(band.title, bold=True))
            yield self._table(part, band.rows)
            # Word joins tables that no paragraph parts.
            yield paragraph("Cell", ())

    def _table(self, table: Table, rows: Iterable[tuple[Cell, ...]]) -> Element:
        sides = ("top", "bottom", "insideH")
        lines = [element(side, val="single", sz="4", color="BFBFBF") for side in sides]
        weights = shares(table)
        widths = [str(round(_WIDTH * weight / sum(weights))) for weight in weights]
        made = element(
            "tbl",
            element(
                "tblPr",
                element("tblW", w=str(_WIDTH), type="dxa"),
                element("tblBorders", *lines),
                element("tblLayout", type="fixed"),
            ),
            element("tblGrid", *(element("gridCol", w=width) for width in widths)),
        )
        head = [[paragraph("Cell", runs(text, bold=True))] for text in table.head]
        made.append(_row(head, widths, element("trPr", element("tblHeader"))))
        for row in rows:
            made.append(_row([self._cell_parts(cell) for cell in row], widths))
        return made

    def _cell_parts(self, cell: Cell) -> list[Element]:
        parts = [paragraph("Cell", runs(cell.text))] if cell.text else []
        parts += [paragraph("Cell", self._sentence(one)) for one in cell.sentences]
        parts += [paragraph("Cell", runs(cell.small, color=_GREY))] if cell.small else []
        # A cell without a paragraph breaks the file.
        return parts or [paragraph("Cell", ())]

    def _sentence(self, sentence: Sentence) -> Iterator[Element]:
        if sentence.lead:
            yield from runs(sentence.lead, bold=True)
            yield from runs(": " if sentence.text else "")
        yield from runs(sentence.text)
        for place, call in enumerate(self._calls.of(sentence)):
            if place:
                yield raised(",")
            yield from (note_call if call.first else note_again)(call.note, call.number)


def _row(cells: Iterable[Iterable[Element]], widths: list[str], *how: Element) -> Element:
    made = element("tr", *how)
    for parts, width in zip(cells, widths, strict=True):
        made.append(element("tc", element("tcPr", element("tcW", w=width, type="dxa")), *parts))
    return made


def _tab() -> Element:
    return element("r", element("tab"))


def _line(kind: str, id: int) -> Element:
    """The line between text and notes, which every document must have."""
    return element("footnote", element("p", element("r", element(kind))), type=kind, id=str(id))


def _footnote(number: int, note: Footnote) -> Element:
    mark = element(
        "r", element("rPr", element("rStyle", val="FootnoteReference")), element("footnoteRef")
    )
    return element(
        "footnote",
        paragraph("FootnoteText", [mark, *runs(" "), *_passage(note)]),
        paragraph("FootnoteText", runs(facts(note), color=_GREY)),
        id=str(number),
    )


def _passage(note: Footnote) -> Iterator[Element]:
    found = note.passage
    yield from runs("… " if found.cut_before else "")
    for piece in found.pieces:
        yield from runs(piece.text, bold=bool(piece.marks))
    yield from runs(" …" if found.cut_after else "")
