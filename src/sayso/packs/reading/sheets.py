"""A file that an analyst writes in YAML, read into a record with all its faults named at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sayso.packs.reading.pages import Page
from sayso.packs.reading.shapes import builder
from sayso.records.errors import UsageError


def read_sheet(path: Path, kind: Any) -> Any:
    """The record of this kind that a file holds; raises UsageError with every fault in it."""
    try:
        page = Page(path)
    except OSError as error:
        raise UsageError(
            f"the file cannot be read: {error.strerror}",
            where=str(path),
            hint="name a file that is there and that you may read",
        ) from error
    if page.root is None and not page.faults:
        page.fault(None, "nothing is written here")
    found = builder(kind)(page, page.root) if page.root is not None else None
    if page.faults:
        listed = "\n".join(str(fault) for fault in sorted(page.faults))
        raise UsageError(f"the file has faults:\n{listed}", hint="correct them and try again")
    return found
