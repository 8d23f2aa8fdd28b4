"""What a case holds beside its findings: files, the heads of documents, passages that fit words."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.records.spans import Span

FILE_STATES = ("read", "failed", "vanished")


@dataclass(frozen=True, slots=True)
class FileRow:
    """An input as it was when last read, so that an unchanged one need not be read again.

    ``mtime_ns`` is the time of its last change in nanoseconds; ``options_hash`` stands for all
    that the reader was told about it. ``document`` is null where reading failed.
    """

    path: str
    sha256: str
    size: int
    mtime_ns: int
    options_hash: str
    document: str | None
    state: str = "read"


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document without its text; ``characters`` is the length of that."""

    id: str
    path: str
    sha256: str
    format: str
    title: str | None
    publisher: str | None
    author: str | None
    published: str | None
    language: str | None
    extracted: bool
    note: str | None
    characters: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that has the words searched for, cited; they stand in brackets in ``snippet``."""

    document: str
    span: Span
    snippet: str
