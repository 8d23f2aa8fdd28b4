"""Stores of objects (S3, Google, Azure and what else fsspec knows), read like folders."""

from __future__ import annotations

import datetime as dt
import posixpath
from collections.abc import Iterator
from functools import partial
from typing import Any, BinaryIO

from sayso.read.inputs import Input, refused
from sayso.read.limits import check_bytes
from sayso.read.many import lines, parquet
from sayso.read.readers import format_of_name, not_supported
from sayso.records.errors import UnreadableError, UsageError

MARK = "://"
# The web is no store: what stands there is another thing tomorrow.
_WEB = ("http", "https")
_NANO = 10**9


def objects(address: str) -> Iterator[Input]:
    """Everything under an address, by path in order, or what fits a pattern with ``*``.

    Paths begin with the last part of the address, as those of a folder do. Raises UsageError
    where nobody can read such addresses, or there is nothing.
    """
    store, root = _store(address)
    try:
        pattern = any(sign in root for sign in "*?[")
        found = store.glob(root, detail=True) if pattern else store.find(root, detail=True)
    except OSError as error:
        raise UsageError(f"'{address}' cannot be opened ({error})") from error
    if not found:
        raise UsageError(f"there is nothing at '{address}'", hint="check the address")
    top = posixpath.dirname(root.split("*")[0].rstrip("/"))
    for name in sorted(found):
        if found[name].get("type") != "directory":
            yield from _object(address, name, posixpath.relpath(name, top or "/"), found[name])


def _object(address: str, name: str, path: str, info: dict[str, Any]) -> Iterator[Input]:
    if any(part.startswith(".") for part in path.split("/")):
        return
    open_file = partial(_open, address, name)
    changed = _changed(info)
    if path.lower().endswith(lines.ENDINGS):
        yield from lines.rows(open_file, path, changed)
    elif path.lower().endswith(parquet.ENDING):
        yield from parquet.rows(open_file, path, changed)
    elif format_of_name(path) is None:
        error = not_supported(path)
        yield refused(path, error.message, error.hint)
    else:
        yield Input(path, int(info.get("size") or 0), partial(_load, address, name), changed)


def _load(address: str, name: str) -> bytes:
    try:
        store, _ = _store(address)
        check_bytes(int(store.size(name) or 0))
        data: bytes = store.cat_file(name)
    except OSError as error:
        raise UnreadableError(f"it cannot be fetched ({error})", where=name) from error
    check_bytes(len(data))
    return data


def _open(address: str, name: str) -> BinaryIO:
    stream: BinaryIO = _store(address)[0].open(name, "rb")
    return stream


def _store(address: str) -> tuple[Any, str]:
    scheme = address.partition(MARK)[0]
    if scheme in _WEB:
        raise UsageError(
            f"pages of the web are not fetched ('{address}')",
            hint="save the page and read the file",
        )
    try:
        from fsspec.core import url_to_fs  # noqa: PLC0415 - heavy, and not everybody has it

        store, root = url_to_fs(address)
        return store, str(root)
    except ImportError as error:
        raise UsageError(
            f"what reads {scheme}:// is not installed ({error})",
            hint='pip install "sayso[cluster]" and the package that fsspec names for this store',
        ) from error
    except (ValueError, OSError) as error:
        raise UsageError(f"'{address}' cannot be opened ({error})") from error


def _changed(info: dict[str, Any]) -> int:
    """When an object last changed, in nanoseconds; 0 where its store does not say."""
    for key in ("mtime", "LastModified", "last_modified", "updated", "created"):
        value = info.get(key)
        if isinstance(value, dt.datetime):
            return int(value.timestamp() * _NANO)
        if isinstance(value, int | float):
            return int(value * _NANO)
    return 0
