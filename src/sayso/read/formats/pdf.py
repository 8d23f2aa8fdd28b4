"""PDF: the lines of each page as they are printed, read by PDFium."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

from sayso.read.formats.pdf_pages import PdfLine, page_pieces
from sayso.read.limits import check_characters, check_pages
from sayso.read.metadata.dates import read_date
from sayso.read.reading import Metadata, Reading, compose
from sayso.records.errors import UnreadableError

_END = b"%%EOF"
# What may follow the end of a complete file; a file that is cut off ends in the middle of its data.
_AFTER_END = 16_384
# PDFium's sign for a hyphen at the end of a line, whose line break it leaves out.
_BROKEN_WORD = "\ufffe"
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)
_LINE = re.compile(rf"[^\r\n{_BROKEN_WORD}]+{_BROKEN_WORD}?")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_BOLD = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
_BOLD_WEIGHT = 600
# Titles that word processors and typesetters write into a file unasked.
_NO_TITLE = re.compile(
    r"microsoft word\b|untitled|(?:document|slide) ?\d*$|.*\.(?:docx?|pdf|indd|qxp|rtf|odt)$",
    re.IGNORECASE,
)


def read_pdf(data: bytes) -> Reading:
    """Read the words of a PDF; pictures of words need text recognition first."""
    if data.rfind(_END) < len(data) - _AFTER_END - len(_END):
        raise _damaged()
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _unopened(error) from error
    try:
        check_pages(len(document))
        text, blocks, dropped = compose(page_pieces(_pages(document)))
        noted = _properties(document)
    except pypdfium2.PdfiumError as error:
        raise _damaged() from error
    finally:
        document.close()
    if not text:
        raise UnreadableError(
            "it has pages and no words: it may be a scan",
            hint="run text recognition (OCR) on it, and read its result",
        )
    return Reading(text, blocks, noted=noted, dropped=dropped)


def _unopened(error: pypdfium2.PdfiumError) -> UnreadableError:
    if "password" in str(error).lower():
        return UnreadableError(
            "it is locked with a password", hint="open it with the password and save it without"
        )
    return _damaged()


def _damaged() -> UnreadableError:
    return UnreadableError("it is cut off or damaged", hint="fetch the file again")


def _pages(document: pypdfium2.PdfDocument) -> Iterator[list[PdfLine]]:
    characters = 0
    for number in range(len(document)):
        page = document[number]
        words = page.get_textpage()
        try:
            text = words.get_text_range()
            characters += len(text)
            check_characters(characters)
            height = page.get_height()
            yield [
                _line(words, match, height) for match in _LINE.finditer(text) if match[0].strip()
            ]
        finally:
            words.close()
            page.close()


def _line(words: pypdfium2.PdfTextPage, match: re.Match[str], height: float) -> PdfLine:
    """One printed line with its place and the look of the letter in its middle."""
    text = match[0]
    first = match.start() + len(text) - len(text.lstrip())
    last = match.start() + len(text.rstrip(f"{_BROKEN_WORD} \t")) - 1
    left, bottom, _, _ = words.get_charbox(_place(words, first))
    _, low, right, _ = words.get_charbox(_place(words, max(first, last)))
    middle = _place(words, (first + max(first, last)) // 2)
    shown = text.strip().replace(_BROKEN_WORD, "-").translate(_LIGATURES)
    return PdfLine(
        text=_CONTROLS.sub("", shown),
        left=left,
        right=right,
        base=min(bottom, low),
        size=float(pdfium.FPDFText_GetFontSize(words.raw, middle)),
        bold=_is_bold(words, middle),
        page_height=height,
    )


def _place(words: pypdfium2.PdfTextPage, text_place: int) -> int:
    place = int(pdfium.FPDFText_GetCharIndexFromTextIndex(words.raw, text_place))
    return max(0, min(place, int(words.count_chars()) - 1))


def _is_bold(words: pypdfium2.PdfTextPage, place: int) -> bool:
    if pdfium.FPDFText_GetFontWeight(words.raw, place) >= _BOLD_WEIGHT:
        return True
    flags, name = pdfium.c_int(), pdfium.create_string_buffer(128)
    pdfium.FPDFText_GetFontInfo(words.raw, place, name, len(name), flags)
    return bool(_BOLD.search(name.value.decode("utf-8", "replace")))


def _properties(document: pypdfium2.PdfDocument) -> Metadata:
    told = {key: value.strip() for key, value in document.get_metadata_dict().items()}
    title = told.get("Title", "")
    return Metadata(
        title=None if _NO_TITLE.match(title) else title or None,
        author=told.get("Author") or None,
        published=read_date(told.get("CreationDate", "")),
    )
