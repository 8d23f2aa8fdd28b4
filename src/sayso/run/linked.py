"""Whether a case must be linked anew."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

# Raise it when linking may come to another result from the same notes.
VERSION = 24


def link_hash(
    fingerprints: Iterable[tuple[str, str]], pack: str, decisions: Iterable[str] = ()
) -> str:
    """Changes whenever linking could come to another result: see VERSION."""
    seal = hashlib.sha256(f"{VERSION}\x1f{pack}".encode())
    for document, fingerprint in sorted(fingerprints):
        seal.update(f"{document}={fingerprint}\n".encode())
    for decision in decisions:
        seal.update(f"{decision}\n".encode())
    return seal.hexdigest()[:16]
