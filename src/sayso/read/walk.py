"""What there is to read: files, folders and archives, one at a time and in order."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import BinaryIO

from sayso.read.archive import members
from sayso.read.inputs import Input, refused
from sayso.read.limits import MAX_BYTES, check_bytes
from sayso.read.many import lines, parquet
from sayso.read.readers import format_of_name, not_supported
from sayso.records.errors import UnreadableError, UsageError

# The name under which standard input stands in a case.
STREAM = "stdin"
# Files of the case itself, with those that SQLite keeps beside it.
_CASE = (".sayso", ".sayso-wal", ".sayso-shm", ".sayso-journal", ".sayso-lock")
# What makes a pattern of a path, unless a file goes by that very name.
_SIGNS = "*?["
_RIGHTS = "check that it is there and that you may read it"


def inputs(source: Path) -> Iterator[Input]:
    """Everything under a file, folder or .zip, in the rows of a .jsonl or .parquet, or fitting a
    pattern, by path in order, found while one iterates.

    Paths are relative to ``source``, so a case does not depend on where the folder lies; a single
    file has its name. Hidden files are passed over. What will not be read (another format, a
    path that leaves its archive) comes along, and its ``load`` raises UnreadableError. Raises
    UsageError where there is no such file.
    """
    if source.is_dir():
        return _folder(source, "")
    if source.exists():
        return _file(source, _shown(source.name))
    if any(sign in str(source) for sign in _SIGNS):
        return _fitting(str(source))
    raise UsageError(f"there is no file or folder '{source}'", hint="check the path")


def _fitting(pattern: str) -> Iterator[Input]:
    """What fits a pattern with ``*`` (and ``**`` for folders), by the paths as they stand in it."""
    whole = Path(pattern)
    parts = whole.parts
    at = next(n for n, part in enumerate(parts) if any(sign in part for sign in _SIGNS))
    root = Path(*parts[:at])
    found = sorted(root.glob(str(Path(*parts[at:]))))
    if not found:
        raise UsageError(f"nothing fits '{pattern}'", hint="check the path")
    for file in found:
        path = file.relative_to(root)
        if file.is_file() and not any(part.startswith(".") for part in path.parts):
            yield from _file(file, _shown(path.as_posix()))


def from_stream(stream: BinaryIO) -> Input:
    """What comes through standard input, read once and no further than the limit."""
    data = stream.read(MAX_BYTES + 1)
    return Input(STREAM, len(data), partial(_checked, data))


def _folder(folder: Path, inside: str) -> Iterator[Input]:
    try:
        with os.scandir(folder) as entries:
            found = sorted(entries, key=lambda e: _shown(e.name) + "/" * e.is_dir())
    except OSError as error:
        yield refused(inside or ".", f"the folder cannot be opened ({error.strerror})", _RIGHTS)
        return
    for entry in found:
        path = inside + _shown(entry.name)
        if entry.name.startswith(".") or entry.name.endswith(_CASE):
            continue
        if not entry.is_dir():
            yield from _file(Path(entry.path), path)
        # A link to a folder may lead back up, and its files stand somewhere else anyhow.
        elif not entry.is_symlink():
            yield from _folder(Path(entry.path), f"{path}/")


def _file(file: Path, path: str) -> Iterator[Input]:
    if not file.is_file():
        yield refused(path, "it is no ordinary file", "read a copy of what it stands for")
    elif file.suffix.lower() == ".zip":
        yield from members(file, path)
    elif file.suffix.lower() in (*lines.ENDINGS, parquet.ENDING):
        rows = parquet.rows if file.suffix.lower() == parquet.ENDING else lines.rows
        yield from rows(partial(_open, str(file)), path, file.stat().st_mtime_ns)
    else:
        status = file.stat()
        load = partial(_load, str(file)) if format_of_name(path) else partial(_unsupported, path)
        yield Input(path, status.st_size, load, status.st_mtime_ns)


def _open(file: str) -> BinaryIO:
    return Path(file).open("rb")


def _load(file: str) -> bytes:
    try:
        check_bytes(Path(file).stat().st_size)
        return Path(file).read_bytes()
    except OSError as error:
        raise UnreadableError(f"it cannot be opened ({error.strerror})", hint=_RIGHTS) from error


def _checked(data: bytes) -> bytes:
    check_bytes(len(data))
    return data


def _unsupported(path: str) -> bytes:
    raise not_supported(path)


def _shown(name: str) -> str:
    """A file name as every system would give it: composed characters, no broken ones."""
    return unicodedata.normalize("NFC", os.fsencode(name).decode("utf-8", "replace"))
