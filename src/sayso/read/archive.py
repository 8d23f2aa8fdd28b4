"""Members of .zip archives, unpacked one by one and never past their limits."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from functools import partial
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from sayso.read.inputs import Input, refused
from sayso.read.limits import DAMAGED_ARCHIVE, MAX_BYTES, MAX_MEMBERS, check_bytes
from sayso.read.readers import format_of_name, not_supported
from sayso.records.errors import UnreadableError

# Stands between an archive and what is in it: "reports.zip!/2020/a.txt".
BORDER = "!/"
_LOCAL_HEADER = 30
_LOCAL_MAGIC = b"PK\x03\x04"
_LOCKED = 0x1
_UNPACK = "unpack the archive and read the files in it"
_DAMAGED = "it is cut off or damaged: no archive can be made of it"
_FETCH = "fetch the file again"


def members(file: Path, path: str) -> Iterator[Input]:
    """The files in an archive that lies at ``path`` of the case, in order of their paths."""
    try:
        with zipfile.ZipFile(file) as archive:
            found = {info.filename: info for info in archive.infolist()}
    except DAMAGED_ARCHIVE:
        yield refused(path, _DAMAGED, _FETCH)
        return
    if len(found) > MAX_MEMBERS:
        message = f"it holds {len(found):,} files, and no more than {MAX_MEMBERS:,} are read"
        yield refused(path, message, "split the archive into several")
        return
    for name in sorted(found):
        if not (found[name].is_dir() or _is_hidden(name)):
            yield _member(file, f"{path}{BORDER}{name}", found[name])


def _is_hidden(name: str) -> bool:
    parts = PurePosixPath(name).parts
    # macOS keeps icons and notes of its own in a folder of this name.
    return parts[:1] == ("__MACOSX",) or any(p.startswith(".") and p != ".." for p in parts)


def _member(file: Path, path: str, info: zipfile.ZipInfo) -> Input:
    reason = _reason(info)
    if reason:
        return refused(path, *reason)
    if not format_of_name(info.filename):
        error = not_supported(path)
        return refused(path, error.message, error.hint)
    load = partial(
        _load, str(file), info.header_offset, info.compress_size, info.compress_type, info.CRC
    )
    return Input(path, info.file_size, load, file.stat().st_mtime_ns)


def _reason(info: zipfile.ZipInfo) -> tuple[str, str] | None:
    """Why a member will not be read, and what to do, as far as its entry tells."""
    parts = PurePosixPath(info.filename.replace("\\", "/")).parts
    if ".." in parts or parts[:1] == ("/",) or ":" in parts[0]:
        return (
            "its path leads out of the archive",
            "do not unpack this archive: it was made to overwrite files elsewhere",
        )
    if info.flag_bits & _LOCKED:
        return "it is locked with a password", _UNPACK
    if info.filename.lower().endswith(".zip"):
        return "it is an archive inside an archive", _UNPACK
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return "it is packed in a way that is not supported", _UNPACK
    if info.file_size > MAX_BYTES:
        return (
            f"it unpacks to {info.file_size:,} bytes, and no more than {MAX_BYTES:,} are read",
            "unpack the archive and split the file",
        )
    return None


def _load(file: str, header: int, packed: int, method: int, checksum: int) -> bytes:
    """Unpack one member, from where the archive's index says that it begins.

    The index is not read again: for an archive of ten thousand files that would be read ten
    thousand times.
    """
    try:
        with Path(file).open("rb") as stream:
            data = _unpacked(stream, header, packed, method)
    except DAMAGED_ARCHIVE as error:
        raise UnreadableError(_DAMAGED, hint=_FETCH) from error
    check_bytes(len(data))
    if zlib.crc32(data) != checksum:
        raise UnreadableError(_DAMAGED, hint=_FETCH)
    return data


def _unpacked(stream: BinaryIO, header: int, packed: int, method: int) -> bytes:
    stream.seek(header)
    local = stream.read(_LOCAL_HEADER)
    if len(local) < _LOCAL_HEADER or not local.startswith(_LOCAL_MAGIC):
        raise ValueError("no member begins here")
    names = int.from_bytes(local[26:28], "little") + int.from_bytes(local[28:30], "little")
    stream.seek(names, 1)
    data = stream.read(min(packed, MAX_BYTES + 1))
    if method == zipfile.ZIP_STORED:
        return data
    # One byte past the limit tells that there is more; what the index promised may be a lie.
    return zlib.decompressobj(-zlib.MAX_WBITS).decompress(data, MAX_BYTES + 1)
