"""How much one file may ask of the machine; docs/reading.md states the same figures."""

from __future__ import annotations

from sayso.records.errors import UnreadableError

# Bytes of one file as it lies on disk, or of one member of an archive once unpacked.
MAX_BYTES = 50_000_000
# Characters of words in one document: about 800,000 words, more than any report.
MAX_CHARACTERS = 5_000_000
# Characters of markup in one web page, most of which are not words.
MAX_MARKUP = 20_000_000
MAX_PAGES = 2_000
# Bytes of the parts of a Word document once unpacked.
MAX_UNPACKED = 100_000_000
# Members of one archive.
MAX_MEMBERS = 10_000

_SPLIT = "split the file into parts and read those"


def check_bytes(size: int) -> None:
    """Raise UnreadableError where a file of this many bytes is more than will be read."""
    if size > MAX_BYTES:
        raise UnreadableError(
            f"it has {size:,} bytes, and no more than {MAX_BYTES:,} are read", hint=_SPLIT
        )


def check_characters(text: str, limit: int = MAX_CHARACTERS) -> None:
    """Raise UnreadableError where a text is longer than will be read."""
    if len(text) > limit:
        raise UnreadableError(
            f"it has {len(text):,} characters, and no more than {limit:,} are read", hint=_SPLIT
        )


def check_pages(pages: int) -> None:
    """Raise UnreadableError where a document has, or claims to have, too many pages."""
    if pages > MAX_PAGES:
        raise UnreadableError(
            f"it has {pages:,} pages, and no more than {MAX_PAGES:,} are read", hint=_SPLIT
        )


def check_unpacked(size: int) -> None:
    """Raise UnreadableError where the parts of a packed document unpack to too much."""
    if size > MAX_UNPACKED:
        raise UnreadableError(
            f"it unpacks to {size:,} bytes, and no more than {MAX_UNPACKED:,} are unpacked",
            hint="do not open this file: small files that unpack to so much are rarely harmless",
        )
