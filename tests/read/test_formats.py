"""Markdown, HTML, PDF, Word and mail: blocks and metadata as their makers meant them."""

from __future__ import annotations

import io

import docx as python_docx
import pytest

from sayso.read import choose
from sayso.read.choose import read_document
from sayso.read.readers import READERS, formats
from sayso.read.reading import Reading
from sayso.records.documents import Block
from sayso.records.errors import PlanError
from sayso.records.ids import content_id, digest
from tests.read.makers import docx, page, paragraph, pdf, shown

_HTML = """<!DOCTYPE html><html lang="en"><head><title>A crane too many | Quay News</title>
<meta property="og:site_name" content="Quay News"><meta name="author" content="Jane Doe">
<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2020-05-03T09:00"}
</script></head><body><nav><a href="/">Home</a> <a href="/sport">Sport and games of the week</a></nav>
<article><h1>A crane too many</h1>
<p>The harbour council met on Tuesday and heard what three experts had to say<sup><a>1</a></sup>.</p>
<script>alert("The council was hacked by a script in this page today")</script>
<p onclick="alert(1)">It put off its decision until the autumn,&nbsp;because two members were absent.</p>
<figure><img src="x"><figcaption>The mayor beside the crane</figcaption></figure>
<ul><li>The crane is too heavy for the old quay.<ul><li>It weighs more than 900 tons.</li></ul></li></ul>
<table><tr><td>Cost</td><td>9 million</td></tr></table>
<blockquote><p>We shall see whether the quay can bear it, or the budget.</p></blockquote>
<p>The mayor said nothing about it when she opened the market on Sunday.</p>
<div class="footnotes"><p>1. Minutes of the council, page 4.</p></div></article>
<footer><p>Copyright, imprint and the usual terms of use of this page</p></footer></body></html>"""


def test_an_article_is_read_without_what_stands_around_it() -> None:
    """Menus, scripts and footers are gone; captions, cells and footnotes are there."""
    document = read_document("a.html", _HTML.encode())
    assert shown(document) == [
        ("heading", "A crane too many"),
        (
            "paragraph",
            "The harbour council met on Tuesday and heard what three experts had to say[1].",
        ),
        (
            "paragraph",
            "It put off its decision until the autumn,\u00a0because two members were absent.",
        ),
        ("caption", "The mayor beside the crane"),
        ("item", "The crane is too heavy for the old quay."),
        ("item", "It weighs more than 900 tons."),
        ("cell", "Cost"),
        ("cell", "9 million"),
        ("quotation", "We shall see whether the quay can bear it, or the budget."),
        ("paragraph", "The mayor said nothing about it when she opened the market on Sunday."),
        ("footnote", "1. Minutes of the council, page 4."),
    ]
    assert [b.level for b in document.blocks if b.kind == "item"] == [1, 2]
    assert "Cost\t9 million" in document.text


def test_a_table_at_the_end_of_an_article_is_read_whole() -> None:
    """Rows too short to tell that they belong to the article go with the table."""
    rows = (
        ("Day", "Gate"),
        ("3 May", "North of the old market and the two mills"),
        ("5 May", "Brask"),
        ("9 May", "Tarn"),
    )
    table = "".join(f"<tr><td>{day}</td><td>{gate}</td></tr>" for day, gate in rows)
    head, _ = _HTML.split("<table>")
    document = read_document("a.html", f"{head}<table>{table}</table></article></html>".encode())
    assert [words for kind, words in shown(document) if kind == "cell"] == [
        cell for row in rows for cell in row
    ]


def test_a_page_tells_its_metadata_to_machines() -> None:
    """JSON-LD, meta tags, and the title without the site's name."""
    document = read_document("a.html", _HTML.encode())
    assert (document.title, document.publisher) == ("A crane too many", "Quay News")
    assert (document.author, document.published) == ("Jane Doe", "2020-05-03")


def test_a_page_in_an_old_encoding_is_read_by_what_it_declares() -> None:
    """Cyrillic in Windows' encoding, declared in a meta tag."""
    words = "Совет порта собрался во вторник и выслушал трёх экспертов."
    markup = f'<html><head><meta charset="windows-1251"></head><body><p>{words}</p></body></html>'
    assert read_document("a.html", markup.encode("cp1251")).text == words


def test_markdown_is_read_without_its_markup() -> None:
    """Headings, lists, quotations and tables; words without stars and link targets."""
    text = (
        "# A *crane* too many\n\nThe [council](http://x.example) met\non Tuesday.\n\n"
        "- heavy\n  1. very\n\n> We shall see.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
    )
    document = read_document("a.md", text.encode())
    assert shown(document) == [
        ("heading", "A crane too many"),
        ("paragraph", "The council met\non Tuesday."),
        ("item", "heavy"),
        ("item", "very"),
        ("quotation", "We shall see."),
        ("cell", "a"), ("cell", "b"), ("cell", "1"), ("cell", "2"),
    ]  # fmt: skip
    assert [b.level for b in document.blocks if b.kind == "item"] == [1, 2]
    assert document.text.endswith("a\tb\n\n1\t2")


def test_running_heads_and_page_numbers_stay_out_of_the_clean_copy() -> None:
    """A sentence that runs over the end of a page is one block and parses as one."""
    head, number = (72.0, 810.0, 9.0, "Quay Institute - Brief 4"), (290.0, 30.0, 9.0, "Page %d")
    first = page("The council met on Tuesday and heard what three experts had to say", "about the")
    second = page("crane. It put off its decision until the autumn.")
    pages = [[head, *first, (*number[:3], "Page 1")], [head, *second, (*number[:3], "Page 2")]]
    document = read_document("a.pdf", pdf(pages))
    assert len(document.blocks) == 1
    assert document.cleaned.text.strip() == (
        "The council met on Tuesday and heard what three experts had to say about the "
        "crane. It put off its decision until the autumn."
    )
    assert document.text.count("Quay Institute") == 2


def test_printed_lines_become_headings_items_and_paragraphs() -> None:
    """Larger letters head a section; a wider gap or a bullet begins a new block."""
    lines = [
        (72.0, 760.0, 18.0, "A crane too many"),
        *page("The council met on Tuesday and heard what three experts had to", "say of it."),
        *page("- The crane is too heavy.", "- The quay is too old.", top=650),
    ]
    document = read_document("a.pdf", pdf([lines], info="/Title (x.indd) /Author (Jane Doe)"))
    assert [kind for kind, _ in shown(document)] == ["heading", "paragraph", "item", "item"]
    assert (document.title, document.author) == ("A crane too many", "Jane Doe")


def test_a_word_document_is_read_as_it_stands_now() -> None:
    """Deleted words are gone, inserted ones there, footnotes numbered as they are printed."""
    body = (
        paragraph("A crane too many", "T")
        + '<w:p><w:r><w:t>The council </w:t></w:r><w:del><w:r><w:t>left</w:t></w:r></w:del>'
        "<w:ins><w:r><w:t>met.</w:t></w:r></w:ins>"
        '<w:r><w:footnoteReference w:id="7"/></w:r></w:p>'
        + paragraph("too heavy", "L")
        + f"<w:tbl><w:tr><w:tc>{paragraph('Cost')}</w:tc><w:tc>{paragraph('9')}</w:tc></w:tr></w:tbl>"
    )  # fmt: skip
    styles = (
        '<w:style w:styleId="T"><w:name w:val="heading 2"/></w:style>'
        '<w:style w:styleId="L"><w:name w:val="Mine"/><w:basedOn w:val="B"/></w:style>'
        '<w:style w:styleId="B"><w:name w:val="List Bullet 2"/></w:style>'
    )
    notes = f'<w:footnote w:id="7">{paragraph("Minutes, page 4.")}</w:footnote>'
    document = read_document("a.docx", docx(body, styles=styles, footnotes=notes))
    assert shown(document) == [
        ("heading", "A crane too many"),
        ("paragraph", "The council met.[1]"),
        ("item", "too heavy"),
        ("cell", "Cost"),
        ("cell", "9"),
        ("footnote", "[1] Minutes, page 4."),
    ]
    assert [block.level for block in document.blocks[:3]] == [2, 0, 2]


def test_word_documents_agree_with_the_usual_library() -> None:
    """What python-docx writes is what we read, paragraph for paragraph."""
    made = python_docx.Document()
    made.add_heading("A crane too many", 0)
    made.add_paragraph("The council met on Tuesday.")
    made.add_paragraph("too heavy", style="List Bullet")
    made.add_paragraph("We shall see.", style="Intense Quote")
    made.core_properties.author = "Jane Doe"
    stream = io.BytesIO()
    made.save(stream)
    document = read_document("a.docx", stream.getvalue())
    assert [words for _, words in shown(document)] == [p.text for p in made.paragraphs]
    assert [kind for kind, _ in shown(document)] == ["heading", "paragraph", "item", "quotation"]
    assert (document.title, document.author) == ("A crane too many", "Jane Doe")


def test_a_mail_tells_sender_day_and_subject() -> None:
    """The subject is the heading; the day is the sender's; attachments are mentioned."""
    mail = (
        "From: Jane Doe <jane@quay.example>\r\nSubject: =?utf-8?q?A_crane_too_m=C3=A4ny?=\r\n"
        "Date: Sun, 3 May 2020 23:30:00 -0700\r\nMIME-Version: 1.0\r\n"
        "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n"
        "Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        "\r\nThe qu=E4y is closed.\r\n> Is it?\r\n--b\r\nContent-Type: image/png\r\n"
        "Content-Disposition: attachment; filename=x.png\r\n\r\nAAAA\r\n--b--\r\n"
    )
    document = read_document("a.eml", mail.encode())
    assert (document.title, document.author) == ("A crane too mäny", "Jane Doe")
    assert document.published == "2020-05-03"
    assert shown(document)[1:] == [("paragraph", "The quäy is closed."), ("quotation", "Is it?")]
    assert document.note == "attachments that are not read: 1"


def test_a_mail_of_html_is_read_like_a_page() -> None:
    """Where there is no plain text."""
    mail = "From: a@b.example\nSubject: Crane\nContent-Type: text/html\n\n<p>It is too heavy.</p>"
    assert shown(read_document("a.eml", mail.encode()))[1] == ("paragraph", "It is too heavy.")


def test_the_id_depends_on_the_bytes_alone() -> None:
    """The same file under two names is the same document."""
    one, two = read_document("a.txt", b"It rained."), read_document("b/c.txt", b"It rained.")
    assert one.id == two.id == content_id("d", digest(b"It rained."))


@pytest.mark.parametrize("name", sorted({*formats()} - {"pdf", "docx", "eml"}))
def test_every_extension_of_text_is_read(name: str) -> None:
    """Names in the table lead to a reader that works, in capitals, too."""
    assert "It rained." in read_document(f"a.{name.upper()}", b"<p>It rained.</p>").text


def read_shouting(data: bytes) -> Reading:
    """A reader as another package might bring it."""
    words = data.decode("ascii").removeprefix("{\\rtf ").lower()
    return Reading(words, (Block("paragraph", 0, len(words)),))


def test_another_package_may_bring_a_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """By an entry point named after the extension; one that does not load is an error of the plan."""
    brought = {"rtf": f"{__name__}:read_shouting", "odd": "nowhere:nothing"}
    for module in ("readers", "choose"):
        monkeypatch.setattr(f"sayso.read.{module}.readers", lambda: READERS | brought)
    assert choose.read_document("a.rtf", b"{\\rtf IT RAINED.").text == "it rained."
    with pytest.raises(PlanError):
        choose.read_document("a.odd", b"It rained.")
