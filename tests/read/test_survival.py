"""Files that are broken, locked, mislabelled or made to do harm: a clear no, in little time."""

from __future__ import annotations

import pickle
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.read import limits
from sayso.read.choose import read_document
from sayso.records.errors import UnreadableError
from tests.read.makers import WORD, docx, locked, page, paragraph, pdf, shown, zipped

_PDF = pdf([page("The council met on Tuesday.")] * 3)
_DOCX = docx(paragraph("The council met on Tuesday. ") * 50)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
_LAUGHS = '<!DOCTYPE x [<!ENTITY a0 "ha">' + "".join(
    f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)
)
_OUTSIDE = '<!DOCTYPE x [<!ENTITY a9 SYSTEM "file:///etc/passwd">'
_LOCK = (
    "/Encrypt << /Filter /Standard /V 1 /R 2 /Length 40 /P -4 "
    f"/O <{'41' * 32}> /U <{'42' * 32}> >> /ID [<00> <00>]"
)


def entities(doctype: str) -> bytes:
    """A Word document whose words are an entity."""
    body = "<w:body><w:p><w:r><w:t>&a9;</w:t></w:r></w:p></w:body>"
    document = f'<?xml version="1.0"?>{doctype}]><w:document {WORD}>{body}</w:document>'
    return zipped({"word/document.xml": document})


HOPELESS = {
    "empty": ("a.txt", b"", "no words"),
    "blank": ("a.txt", b" \r\n\t\n", "no words"),
    "binary": ("a.txt", bytes(range(256)), "not text"),
    "binary as page": ("a.html", bytes(range(256)), "not text"),
    "truncated pdf": ("a.pdf", _PDF[: len(_PDF) // 2], "cut off"),
    "truncated docx": ("a.docx", _DOCX[: len(_DOCX) // 2], "cut off"),
    "text as pdf": ("a.pdf", b"Only words", "named .pdf"),
    "text as docx": ("a.docx", b"Only words", "named .docx"),
    "picture as text": ("a.txt", b"\x89PNG\r\n\x1a\n" + bytes(50), "picture"),
    "archive as text": ("a.txt", zipped({"a.txt": "x"}), "archive"),
    "locked pdf": ("a.pdf", pdf([page("Secret")], extra=_LOCK), "password"),
    "locked docx": ("a.docx", _OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
    "locked parts": ("a.docx", locked(_DOCX), "password"),
    "old office": ("a.doc", _OLE, "old kind"),
    "scan": ("a.pdf", pdf([[]]), "no words"),
    "60 MB": ("a.txt", b"word " * 12_000_000, "bytes"),
    "6 MB of words": ("a.txt", b"word " * 1_200_000, "characters"),
    "long page": ("a.html", b"<p>word word word</p>" * 400_000, "characters"),
    "200,000 pages": ("a.pdf", pdf([page("One")], count=200_000), "200,000 pages"),
    "zip bomb in docx": ("a.docx", docx(" " * 60_000_000), "unpacks"),
    "entities in docx": ("a.docx", entities(_LAUGHS), ""),
    "outside entity in docx": ("a.docx", entities(_OUTSIDE), "entities"),
    "broken xml": ("a.docx", zipped({"word/document.xml": "<a><b>"}), "damaged"),
    "deep page": ("a.html", b"<div>" * 200_000 + b"words", "no words"),
    "unknown format": ("a.xyz", b"words", "not supported"),
}


@pytest.mark.parametrize("name", HOPELESS)
def test_a_hopeless_file_is_a_clear_no_in_little_time(name: str) -> None:
    """It says what is wrong, where, and what to do; no library's own error comes through."""
    path, data, words = HOPELESS[name]
    before = time.perf_counter()
    with pytest.raises(UnreadableError) as caught:
        read_document(path, data)
    assert time.perf_counter() - before < 20
    assert words in caught.value.message
    assert caught.value.where == path
    assert caught.value.hint
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)


def test_a_file_is_what_it_holds_whatever_its_name() -> None:
    """A PDF, a Word document, a page or a mail that is named .txt reads as what it is."""
    mail = b"From: a@b.example\nSubject: Crane\n\nIt is too heavy."
    page_of = b"<!doctype html><p>It is too heavy.</p>"
    found = [read_document("a.txt", data).format for data in (_PDF, _DOCX, page_of, mail)]
    assert found == ["pdf", "docx", "html", "eml"]


def test_a_page_with_scripts_and_entities_is_only_words() -> None:
    """Scripts, handlers and entities of a page's own making do nothing."""
    for doctype in (_LAUGHS, _OUTSIDE):
        markup = f"{doctype}]><html><body><p onclick='x()'>Words &a9; here</p><script>x()</script>"
        text = read_document("a.html", markup.encode()).text
        assert "Words" in text
        assert len(text) < 2_000
        assert "root:" not in text and "x()" not in text


def test_damaged_characters_are_shown_and_noted() -> None:
    """One bad byte in a UTF-8 file spoils one character and not the file."""
    data = "The Qua’y in “Lomar” – it’s closed.".encode() + b" \xff Indeed."
    document = read_document("a.txt", data)
    assert document.text.count("\ufffd") == 1
    assert document.note is not None and "damaged" in document.note


def test_old_western_text_is_read_without_a_declaration() -> None:
    """Accents of Windows' Western encoding come out right."""
    words = "Der Präsident sagte, die Häfen würden für längere Zeit „geschlossen“ bleiben."
    assert read_document("a.txt", words.encode("cp1252")).text == words


def test_utf_16_without_a_mark_is_text() -> None:
    """As some Windows programs save it."""
    words = "The council met on Tuesday."
    for encoding in ("utf-16-le", "utf-16-be"):
        assert read_document("a.txt", words.encode(encoding)).text == words


def test_long_lines_of_markup_take_little_time() -> None:
    """Brackets, stars and quotation marks without end are only odd text."""
    before = time.perf_counter()
    for text in ("[" * 50_000, "*a _b " * 30_000, ">" * 50_000, "a" * 1_000_000, "-\n" * 100_000):
        read_document("a.md", text.encode() + b"\n\nwords")
        read_document("a.txt", text.encode() + b"\n\nwords")
    assert time.perf_counter() - before < 30


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([_PDF, _DOCX]), st.integers(0, 10_000), st.binary(min_size=1, max_size=8))
def test_damage_anywhere_is_read_or_refused(data: bytes, place: int, damage: bytes) -> None:
    """Some bytes overwritten: a document or an UnreadableError, never anything else."""
    place %= len(data)
    data = data[:place] + damage + data[place + len(damage) :]
    name = "a.pdf" if data[:2] == b"%P" else "a.docx"
    try:
        shown(read_document(name, data))
    except UnreadableError as error:
        assert error.hint


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["txt", "md", "html", "eml", "pdf", "docx"]))
def test_any_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    """Under any name."""
    try:
        document = read_document(f"a.{name}", data)
    except UnreadableError as error:
        assert error.hint
    else:
        assert all(document.text[b.start : b.end] for b in document.blocks)


def test_documents_travel_between_processes() -> None:
    """What a worker reads can be sent home."""
    document = read_document("a.pdf", _PDF)
    assert pickle.loads(pickle.dumps(document)) == document


def test_the_docs_state_the_limits() -> None:
    """docs/reading.md gives every limit with its figure."""
    stated = (Path(__file__).parents[2] / "docs/reading.md").read_text("utf-8")
    for name in ("BYTES", "CHARACTERS", "MARKUP", "PAGES", "UNPACKED", "MEMBERS"):
        assert f"{getattr(limits, f'MAX_{name}'):,}" in stated
