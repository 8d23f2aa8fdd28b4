"""Which formats are read, and where their readers lie; nothing of them is loaded here."""

from __future__ import annotations

from functools import cache
from importlib.metadata import entry_points
from pathlib import PurePosixPath

from sayso.records.errors import UnreadableError

# Others add readers under this group of entry points, named by format: "rtf = package:function".
GROUP = "sayso.readers"
READERS = {
    "txt": "sayso.read.formats.plain:read_plain",
    "md": "sayso.read.formats.markdown:read_markdown",
    "html": "sayso.read.formats.html:read_html",
    "pdf": "sayso.read.formats.pdf:read_pdf",
    "docx": "sayso.read.formats.docx:read_docx",
    "eml": "sayso.read.formats.mail:read_mail",
}
_SAME = {"text": "txt", "markdown": "md", "htm": "html", "xhtml": "html"}


def formats() -> tuple[str, ...]:
    """Every file extension that is read, without the dot, in alphabetical order."""
    return tuple(sorted({*readers(), *_SAME}))


def format_of_name(path: str) -> str | None:
    """The format that a file's name promises; empty for no extension, null for an unknown one."""
    extension = PurePosixPath(path).suffix[1:].lower()
    name = _SAME.get(extension, extension)
    return name if not name or name in readers() else None


def not_supported(path: str) -> UnreadableError:
    """The error for a file of a format that nobody reads."""
    return UnreadableError(
        "its format is not supported",
        where=path,
        hint=f"supported: {', '.join('.' + name for name in formats())}, folders and .zip of them",
    )


@cache
def readers() -> dict[str, str]:
    """Every format and the import path of its reader, those of other packages included."""
    return READERS | {entry.name: entry.value for entry in entry_points(group=GROUP)}
