"""Links and marks of notes: what a file keeps behind its words, and what is no part of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.read.choose import read_document
from sayso.read.words.linked import closing, opening, plain, stripped
from sayso.records.documents import Document
from tests.read.makers import WORD, page, paragraph, pdf, shown, zipped

ADDRESS = "https://news.example/2020/05/03/crane-falls"
_OFFICE = "http://schemas.openxmlformats.org"


def links(document: Document) -> list[tuple[str, str]]:
    """The linked words of a document and where they lead to."""
    every = [link for block in document.blocks for link in block.links]
    return [(document.text[link.start : link.end], link.address) for link in every]


def word_file() -> bytes:
    """A Word document with one link out of it."""
    relation = f'<Relationship Id="r1" Target="{ADDRESS}" TargetMode="External"/>'
    linked = (
        f'<w:hyperlink xmlns:r="{_OFFICE}/officeDocument/2006/relationships" r:id="r1">'
        "<w:r><w:t>fell at noon</w:t></w:r></w:hyperlink>"
    )
    body = paragraph("A title") + "<w:p><w:r><w:t>The crane </w:t></w:r>" + linked + "</w:p>"
    space = f"{_OFFICE}/package/2006/relationships"
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f"<w:document {WORD}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": f'<R xmlns="{space}">{relation}</R>',
        }
    )


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.md", f"# A title\n\n  The crane [fell at noon]({ADDRESS}).\n".encode()),
        ("a.md", f'# A title\n\n<p>The crane <a href="{ADDRESS}">fell at noon</a></p>\n'.encode()),
        (
            "a.html",
            f'<html><body><article><h1>A title</h1><p> The crane <a href="{ADDRESS}">fell '
            "at noon</a>, and nobody was near it.</p></article></body></html>".encode(),
        ),
        ("a.docx", word_file()),
    ],
)
def test_the_address_behind_words_is_kept(name, data) -> None:
    """Blocks tell which words lead out of the file, and where to."""
    assert links(read_document(name, data)) == [("fell at noon", ADDRESS)]


@pytest.mark.parametrize("address", ["/sport", "#note", "mailto:a@b.example", ""])
def test_links_within_a_site_are_left_out(address) -> None:
    """They lead to no other report."""
    assert links(read_document("a.md", f"The crane [fell]({address}) at noon.".encode())) == []


@given(st.lists(st.tuples(st.text(), st.sampled_from([None, ADDRESS, "/sport"]))))
def test_marked_words_come_out_as_they_went_in(pieces) -> None:
    """Marks are cut out again, and every link quotes its own words."""
    marked = "".join(opening(to) + plain(words) + closing(to) for words, to in pieces)
    whole, found = stripped(marked)

    assert whole == "".join(plain(words) for words, _ in pieces).strip()
    for link in found:
        assert 0 <= link.start < link.end <= len(whole)
        assert link.address == ADDRESS


def test_notes_of_a_web_page_have_their_numbers() -> None:
    """A browser counts the notes of a list; their marks may be links without a raised number."""
    story = "The council met on Tuesday and heard what three experts had to say of the crane."
    document = read_document(
        "a.html",
        (
            f'<html><body><article><h1>A crane</h1><p>{story}<a href="#fn1">1</a></p>'
            f'<p>{story}<sup><a href="#fn2">2</a></sup></p><h2>Notes</h2>'
            '<ol><li id="fn1">Minutes of the council.</li>'
            '<li id="fn2"><p>Quay News, 3 May.</p><p>It has more.</p></li></ol>'
            "</article></body></html>"
        ).encode(),
    )

    assert [words for kind, words in shown(document) if kind == "footnote"] == [
        "[1] Minutes of the council.",
        "[2] Quay News, 3 May.",
        "It has more.",
    ]
    assert f"{story}[1]" in document.text
    assert f"{story}[2]" in document.text


def test_a_numbered_note_at_a_pages_foot_is_a_note() -> None:
    """Small letters tell it from a list, though it begins like an item."""
    lines = page("The bank failed in May of that year, and its owner fled.", "Nobody was tried.")
    document = read_document("a.pdf", pdf([[*lines, (72, 90, 7, "1. Harbour Times, 3 May 1931.")]]))

    assert ("footnote", "1. Harbour Times, 3 May 1931.") in shown(document)


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("It fell.[1] Nobody saw it.", "It fell. Nobody saw it."),
        ("It fell[1], they said[2,3].", "It fell, they said."),
        ("It fell.[1][2] Nobody saw it.", "It fell. Nobody saw it."),
        ("It fell.¹ Nobody saw it.", "It fell. Nobody saw it."),
        ("It fell down.1 Nobody saw it.\n\n1. Quay News.", "It fell down. Nobody saw it."),
        ("It fell in 1931.1 Nobody saw it.\n\n1. Quay News.", "It fell in 1931. Nobody saw it."),
    ],
)
def test_marks_of_notes_are_no_words(text, clean) -> None:
    """They stay in the text that is cited, and are gone from the copy that is parsed."""
    document = read_document("a.txt", text.encode())

    assert document.text == text
    assert document.cleaned.text.startswith(clean)


@pytest.mark.parametrize(
    "text",
    [
        "He [the minister] said no more [sic].",
        "It weighed 12.5 tons and cost 3.4 million.",
        "The field has 5 km² of grass.",
        "[1] Quay News, 3 May.",
        "Paragraph 2(1)[a] holds in the year [1998] as well.",
        "It fell down.1 Nobody saw it.",
    ],
)
def test_other_brackets_and_numbers_are_words(text) -> None:
    """Insertions, measures, the numbers of notes themselves, and digits without a note."""
    assert read_document("a.txt", text.encode()).cleaned.text == text
