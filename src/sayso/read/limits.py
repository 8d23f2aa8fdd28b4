"""How much one file may ask of the machine; docs/reading.md states the same figures."""

from __future__ import annotations

import struct
import zipfile
import zlib

from sayso.records.errors import UnreadableError

# What zipfile raises, on purpose or not, where an archive is damaged.
DAMAGED_ARCHIVE = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, OverflowError,
    NotImplementedError, LookupError,
)  # fmt: skip

# Bytes of one file as it lies on disk, or of one member of an archive once unpacked.
MAX_BYTES = 50_000_000
# Characters of words in one document: about 800,000 words, more than any report.
MAX_CHARACTERS = 5_000_000
# Characters of markup in one web page, most of which are not words.
MAX_MARKUP = 20_000_000
MAX_PAGES = 2_000
# Bytes of one part of a Word document once unpacked: its words take a tenth of that.
MAX_UNPACKED = 50_000_000
# Members of one archive.
MAX_MEMBERS = 10_000

_SPLIT = "split the file into parts and read those"


def check_bytes(size: int) -> None:
    """Raise UnreadableError where a file of this many bytes is more than will be read."""
    if size > MAX_BYTES:
        raise UnreadableError(
            f"it has {size:,} bytes, and no more than {MAX_BYTES:,} are read", hint=_SPLIT
        )


def check_characters(characters: int, limit: int = MAX_CHARACTERS) -> None:
    """Raise UnreadableError where a text is, or is going to be, longer than will be read."""
    if characters > limit:
        raise UnreadableError(
            f"it has more than the {limit:,} characters that are read", hint=_SPLIT
        )


def check_pages(pages: int) -> None:
    """Raise UnreadableError where a document has, or claims to have, too many pages."""
    if pages > MAX_PAGES:
        raise UnreadableError(
            f"it has {pages:,} pages, and no more than {MAX_PAGES:,} are read", hint=_SPLIT
        )


def check_unpacked(size: int) -> None:
    """Raise UnreadableError where a part of a packed document unpacks to too much."""
    if size > MAX_UNPACKED:
        raise UnreadableError(
            f"a part of it unpacks to {size:,} bytes, and no more than {MAX_UNPACKED:,} are read",
            hint="split the document; leave it unopened if it came from a stranger",
        )
