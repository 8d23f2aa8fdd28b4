"""Ids are hashes of content, so that doing a thing twice does no harm."""

from __future__ import annotations

import hashlib

# Part of every hash: raise it when the meaning of a hashed field changes.
SCHEME = "1"


def content_id(prefix: str, *parts: object) -> str:
    """An id that depends on nothing but its parts, e.g. ``ev-3f2a9c…`` (16 hex digits)."""
    text = "\x1f".join([SCHEME, prefix, *(repr(part) for part in parts)])
    return f"{prefix}-{hashlib.sha256(text.encode('utf-8')).hexdigest()[:16]}"


def digest(data: bytes) -> str:
    """SHA-256 of some bytes, as hex."""
    return hashlib.sha256(data).hexdigest()
