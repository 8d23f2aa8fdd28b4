"""Stretches of a document that stand in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.records.documents import Document

Bounds = tuple[int, int]

_MARK = re.compile(r"[\"“”„«»]|''|``")
_OPENERS = frozenset("“„«") | {"``"}
_CLOSERS = frozenset("”»")


def quotations(document: Document) -> tuple[Bounds, ...]:
    """Quotations with their marks, in text order.

    A quotation that a paragraph leaves open ends there; when the next paragraph opens with a
    mark again, as the custom is, both are one.
    """
    found: list[Bounds] = []
    left_open = False
    for block in document.blocks:
        inside = list(_in_block(document.text, block.start, block.end))
        opens = bool(inside) and not document.text[block.start : inside[0][0]].strip()
        if left_open and opens and found:
            found[-1] = (found[-1][0], inside.pop(0)[1])
        found.extend(inside)
        left_open = (
            bool(found) and found[-1][1] == block.end and not _closed(document.text, found[-1])
        )
    return tuple(found)


def _closed(text: str, bounds: Bounds) -> bool:
    return _MARK.fullmatch(text, max(bounds[0] + 1, bounds[1] - 1), bounds[1]) is not None


def _in_block(text: str, start: int, end: int) -> Iterator[Bounds]:
    opened: int | None = None
    for mark in _MARK.finditer(text, start, end):
        if opened is None:
            if _opens(text, mark, start):
                opened = mark.start()
        elif not _opens(text, mark, start) or text[opened] + mark[0] == "„“":
            yield opened, mark.end()
            opened = None
        elif mark[0] not in _OPENERS:
            # A straight mark that could open, while one is open: trust the count.
            yield opened, mark.end()
            opened = None
    if opened is not None and end - opened > 1:
        yield opened, end


def _opens(text: str, mark: re.Match[str], start: int) -> bool:
    if mark[0] in _OPENERS:
        return True
    if mark[0] in _CLOSERS:
        return False
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end() : mark.end() + 1]
    return (before.isspace() or before in "([—–-/") and bool(after) and not after.isspace()
