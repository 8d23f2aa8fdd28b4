"""Briefings in Word and PDF, opened again by others; footnotes are footnotes."""

import io
import re
import zipfile
from dataclasses import replace

import docx
import mammoth
import pypdfium2
import pytest
from lxml import etree

from sayso.publish.briefing import Band, Cell, Section, Sentence, Table
from sayso.publish.compose import compose
from sayso.publish.paper.columns import shares
from sayso.publish.paper.docx.document import docx as word
from sayso.publish.paper.docx.words import SPACE
from sayso.publish.paper.pdf import pdf
from sayso.read.formats.docx import read_docx
from tests.harbour import harbour

W = f"{{{SPACE}}}"


@pytest.fixture(scope="module")
def briefing():
    return compose(harbour(), title="The port <affair> & its #notes")


@pytest.fixture(scope="module")
def letter(briefing) -> bytes:
    return word(briefing)


@pytest.fixture(scope="module")
def printed(briefing) -> bytes:
    return pdf(briefing)


def part(data: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def sentences(node) -> list:
    """Every sentence of a briefing, wherever it stands."""
    if hasattr(node, "notes") and hasattr(node, "lead"):
        return [node]
    inside = (
        getattr(node, name, ())
        for name in ("sections", "parts", "items", "bands", "rows", "sentences")
    )
    found = [one for several in inside for one in several]
    found = found if not isinstance(node, tuple) else list(node)
    return [sentence for one in found for sentence in sentences(one)]


def test_word_has_every_footnote_once_and_calls_it_as_often_as_needed(briefing, letter) -> None:
    """As many notes as the briefing, numbered in the order of the page; the rest are fields."""
    document, notes = part(letter, "word/document.xml"), part(letter, "word/footnotes.xml")
    called = [int(one.get(f"{W}id")) for one in document.iter(f"{W}footnoteReference")]
    written = [int(one.get(f"{W}id")) for one in notes.iter(f"{W}footnote")]
    again = re.findall(
        r"NOTEREF (\w+)", " ".join(one.text for one in document.iter(f"{W}instrText"))
    )
    marks = {one.get(f"{W}name") for one in document.iter(f"{W}bookmarkStart")}
    calls = sum(len(sentence.notes) for sentence in sentences(briefing))

    assert called == list(range(1, len(briefing.notes) + 1))
    assert written == [-1, 0, *called]
    assert set(again) <= marks
    assert len(called) + len(again) == calls > len(called)


def test_word_has_every_sentence_and_passage(briefing, letter) -> None:
    """Nothing of the briefing is lost on the way, whatever its script."""
    whole = "".join(part(letter, "word/document.xml").itertext())
    notes = "".join(part(letter, "word/footnotes.xml").itertext())
    for sentence in sentences(briefing):
        assert plain(sentence.text) in plain(whole)
    for note in briefing.notes:
        assert plain(note.passage.text) in plain(notes)


def plain(text: str) -> str:
    return re.sub(r"[\s\u2066-\u2069]+", "", text)


def test_others_open_the_word_file(briefing, letter) -> None:
    """python-docx finds headings and tables, mammoth the notes, our own reader the text."""
    opened = docx.Document(io.BytesIO(letter))
    heads = [p.text for p in opened.paragraphs if p.style.name == "Heading 1"]
    assert heads == [section.title for section in briefing.sections]
    assert opened.core_properties.title == briefing.title
    assert len(opened.tables) > 3

    page = mammoth.convert_to_html(io.BytesIO(letter))
    assert not [m for m in page.messages if m.type == "error"]
    assert len(re.findall(r'<li id="footnote-\d+">', page.value)) == len(briefing.notes)
    assert "<script" not in page.value

    read = read_docx(letter)
    assert sum(block.kind == "footnote" for block in read.blocks) >= len(briefing.notes)


def test_pdf_has_the_words_and_the_notes(briefing, printed) -> None:
    """Each note's number and passage stand on some page, each section's title too."""
    with pypdfium2.PdfDocument(printed) as opened:
        pages = [page.get_textpage().get_text_range() for page in opened]
        assert opened.get_metadata_dict()["Title"] == briefing.title
    whole = plain("".join(pages))
    for section in briefing.sections:
        assert plain(section.title) in whole
    for note in briefing.notes:
        for piece in note.passage.pieces:
            if piece.text.isascii() and piece.marks:
                assert plain(piece.text)[:30] in whole.replace("\ufffe", "")


def test_pdf_pages_are_not_empty(printed) -> None:
    """Rendered, every page has ink, and none is all ink."""
    with pypdfium2.PdfDocument(printed) as opened:
        assert len(opened) > 3
        for page in opened:
            image = page.render(scale=0.5, grayscale=True).to_numpy()
            dark = (image < 180).mean()
            assert 0.0003 < dark < 0.5


def test_a_long_table_with_notes_is_set(briefing) -> None:
    """Rows with notes go over many pages, every row and note of them."""
    note = briefing.notes[0]
    notes = tuple(replace(note, number=n) for n in range(1, 121))
    rows = tuple(
        (Cell(f"Row {n}."), Cell(sentences=(Sentence(f"It is so {n}", (n,)),)))
        for n in range(1, 121)
    )
    table = Table("Long", ("Row", "What"), (Band(rows),))
    long = replace(briefing, sections=(Section("long", "Long", (table,)),), notes=notes)
    with pypdfium2.PdfDocument(pdf(long)) as opened:
        whole = plain("".join(page.get_textpage().get_text_range() for page in opened))
        assert len(opened) > 5
    assert [n for n in range(1, 121) if f"Row{n}." not in whole] == []
    assert whole.count(plain(note.passage.text)[:30]) == 120


@pytest.mark.parametrize("make", [word, pdf])
def test_two_runs_give_the_same_bytes(briefing, make) -> None:
    """Neither clock nor chance is in the file."""
    assert make(briefing) == make(briefing)


def test_no_heading_of_a_column_is_cut() -> None:
    """Every column is as wide as its longest word, and columns of sentences are the widest."""
    head = ("Source", "What it is", "Cites", "Cited by", "Says", "Accounts", "Alone", "Grade")
    row = (Cell("Coastal Wire", small="14 February 2022"), Cell("–"), Cell("Greta Moll and others " * 3),
           Cell("Ruben Castellan, Sofie Landau"), Cell("38"), Cell("23"), Cell("13"), Cell("–"))  # fmt: skip
    found = shares(Table("Outlets", head, (Band((row,)),)))
    line = sum(found)

    assert all(len(max(h.split(), key=len)) + 2 <= s for h, s in zip(head, found, strict=True))
    assert 90 <= line <= 95
    assert max(found) == found[2]
    wide = shares(Table("", ("Name", "http"), (Band(((Cell("x" * 500), Cell("y" * 500)),)),)))
    assert wide[0] == wide[1] > 0
