"""What a file is by its first bytes, whatever its name says."""

from __future__ import annotations

import io
import re
import zipfile

from sayso.read.limits import DAMAGED_ARCHIVE
from sayso.records.errors import UnreadableError

_HEAD = 4_096
_PAGE = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
_MAIL = re.compile(rb"\A(?:[A-Za-z][A-Za-z0-9-]*:[ \t].*\r?\n(?:[ \t].*\r?\n)*){2,}")
_MAIL_KEYS = re.compile(
    rb"^(?:from|to|subject|date|message-id|mime-version|received):", re.IGNORECASE | re.MULTILINE
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_LOCK = "EncryptedPackage".encode("utf-16-le")
_UNPACK = "unpack it and read the files in it"
_OCR = "run text recognition (OCR) on it, and read its result"
_SAVE = "open it and save it as .docx, .pdf or .txt"
# First bytes of what people often have, what it is called, and what to do.
_OTHERS: tuple[tuple[bytes, str, str], ...] = (
    (b"{\\rtf", "a rich text file", _SAVE),
    (b"\x89PNG", "a picture", _OCR),
    (b"\xff\xd8\xff", "a picture", _OCR),
    (b"GIF8", "a picture", _OCR),
    (b"II*\0", "a picture", _OCR),
    (b"MM\0*", "a picture", _OCR),
    (b"\x1f\x8b", "a packed file", _UNPACK),
    (b"7z\xbc\xaf", "a packed file", _UNPACK),
    (b"Rar!", "a packed file", _UNPACK),
)


def sniff(data: bytes) -> str | None:
    """The format that the content shows for certain, or null.

    Raises UnreadableError for what is certainly something that nobody here reads.
    """
    head = data[:_HEAD]
    if b"%PDF-" in head[:1_024]:
        return "pdf"
    if head.startswith(b"PK\x03\x04") or head.startswith(b"PK\x05\x06"):
        return _packed(data)
    if head.startswith(_OLE):
        raise _office(data)
    for magic, name, hint in _OTHERS:
        if head.startswith(magic):
            raise UnreadableError(f"it is {name}", hint=hint)
    if _PAGE.match(head):
        return "html"
    if _MAIL.match(head) and len(set(_MAIL_KEYS.findall(head.lower()))) >= 2:
        return "eml"
    return None


def _packed(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except DAMAGED_ARCHIVE as error:
        raise UnreadableError(
            "it is cut off or damaged: it begins like a packed file and does not end like one",
            hint="fetch the file again",
        ) from error
    if "word/document.xml" in names:
        return "docx"
    if "[Content_Types].xml" in names or "mimetype" in names:
        raise UnreadableError("it is an office file of another kind", hint=_SAVE)
    raise UnreadableError(
        "it is an archive inside another file or under another name",
        hint="unpack it, or name it .zip and read it by its path",
    )


def _office(data: bytes) -> UnreadableError:
    if _OLE_LOCK in data:
        return UnreadableError(
            "it is locked with a password", hint="open it with the password and save it without"
        )
    return UnreadableError("it is an office file of the old kind (.doc, .xls, .ppt)", hint=_SAVE)
