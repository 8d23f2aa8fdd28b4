"""Files of every format, made in memory, and documents as blocks one can compare."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

from sayso.records.documents import Document

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def shown(document: Document) -> list[tuple[str, str]]:
    """Kind and words of each block, in order."""
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


def zipped(members: Mapping[str, bytes | str]) -> bytes:
    """An archive of these members."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def locked(archive: bytes) -> bytes:
    """The same archive with every member marked as encrypted."""
    data = bytearray(archive)
    for magic, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(magic)
        while place >= 0:
            data[place + flags] |= 1
            place = data.find(magic, place + 4)
    return bytes(data)


def docx(body: str, **parts: str) -> bytes:
    """A Word document with this body, as WordprocessingML; parts by name (styles, footnotes)."""
    members = {"word/document.xml": f"<w:document {WORD}><w:body>{body}</w:body></w:document>"}
    for name, inside in parts.items():
        members[f"word/{name}.xml"] = f"<w:{name} {WORD}>{inside}</w:{name}>"
    return zipped({"[Content_Types].xml": "<Types/>", **members})


def paragraph(words: str, style: str = "") -> str:
    """One paragraph of a Word document."""
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{named}<w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'


Printed = tuple[float, float, float, str]


def pdf(
    pages: Sequence[Sequence[Printed]], *, count: int | None = None, extra: str = "", info: str = ""
) -> bytes:
    """A PDF whose pages hold lines (left, base, size, words); ``count`` is what it claims."""
    bodies = ["<< /Type /Catalog /Pages 2 0 R >>"]
    kids = " ".join(f"{5 + 2 * n} 0 R" for n in range(len(pages)))
    bodies.append(f"<< /Type /Pages /Kids [{kids}] /Count {count or len(pages)} >>")
    bodies.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    bodies.append(f"<< {info} >>")
    for number, lines in enumerate(pages):
        bodies.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R"
            f" >> >> /Contents {6 + 2 * number} 0 R >>"
        )
        drawn = "\n".join(
            f"BT /F1 {size} Tf 1 0 0 1 {left} {base} Tm ({words}) Tj ET"
            for left, base, size, words in lines
        )
        bodies.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream")
    return _numbered(bodies, f"/Root 1 0 R /Info 4 0 R {extra}")


def _numbered(bodies: Sequence[str], trailer: str) -> bytes:
    data = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(bodies, start=1):
        places.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    end = f"xref\n0 {len(bodies) + 1}\n0000000000 65535 f \n{table}"
    end += f"trailer\n<< /Size {len(bodies) + 1} {trailer} >>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + end.encode("latin-1")


def page(*lines: str, top: float = 700, size: float = 11) -> list[Printed]:
    """Lines of running text, one under the other."""
    return [(72, top - 14 * place, size, words) for place, words in enumerate(lines)]
