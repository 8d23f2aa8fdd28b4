"""A list in pages: so many rows, from a number on or from where the last page ended."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

import msgspec

from sayso.records.errors import UsageError
from sayso.records.ids import digest

ROWS, MOST = 100, 1000
# Letters of a digest that tell one row from others.
_MARK = 16


@dataclass(frozen=True, slots=True)
class Page:
    """The rows that are wanted: ``mark`` is the digest of the row before the first of them, empty
    where none is held against it."""

    limit: int
    offset: int
    mark: str = ""


def page_of(given: Mapping[str, str]) -> Page:
    """The page that ``limit``, ``offset`` and ``cursor`` ask for; raises UsageError."""
    limit = _number(given.get("limit", str(ROWS)), 1, MOST)
    cursor = given.get("cursor", "")
    if not cursor:
        return Page(limit, _number(given.get("offset", "0"), 0, None))
    if "offset" in given:
        raise UsageError("give either 'offset' or 'cursor'", hint="a cursor knows its place")
    place, _, mark = cursor.partition(".")
    if len(mark) != _MARK or not mark.isalnum():
        raise UsageError("this is no cursor", hint="take 'next' of the page before")
    return Page(limit, _number(place, 1, None), mark)


def paged(found: Sequence[Any], page: Page) -> dict[str, Any]:
    """One page of a list, how many rows there are in all, and the cursor of the next, if any.

    A cursor goes on behind the row that it was given with, wherever that stands by then: who goes
    from page to page while others write meets no row twice for it. Raises UsageError where that
    row is no longer in the list.
    """
    first = _behind(found, page) if page.mark else page.offset
    rows = list(found[first : first + page.limit])
    end = first + len(rows)
    more = f"{end}.{_mark(rows[-1])}" if rows and end < len(found) else None
    return {"total": len(found), "rows": rows, "next": more}


def _behind(found: Sequence[Any], page: Page) -> int:
    if page.offset <= len(found) and _mark(found[page.offset - 1]) == page.mark:
        return page.offset
    behind = (place for place, row in enumerate(found, 1) if _mark(row) == page.mark)
    for place in islice(behind, 1):
        return place
    raise UsageError(
        "the row that the last page ended with is gone", hint="the case has changed: begin anew"
    )


def _mark(row: Any) -> str:
    return digest(msgspec.json.encode(row))[:_MARK]


def _number(text: str, least: int, most: int | None) -> int:
    # Longer numbers are none that a page could have.
    if text.isascii() and text.isdigit() and len(text) <= 9:
        value = int(text)
        if value >= least and (most is None or value <= most):
            return value
    raise UsageError(f"'{text[:20]}' is no number from {least} to {most or 'any'}")
