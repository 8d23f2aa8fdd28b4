"""Stretches of a document that stand in quotation marks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from sayso.records.documents import Document

Bounds = tuple[int, int]

_MARK = re.compile(r"''|``|[\"“”„«»‹›‘’‚'`]")
# What closes a quotation that each mark opens, where it opens one.
_CLOSERS: dict[str, tuple[str, ...]] = {
    '"': ('"', "”"), "“": ("”", '"'), "„": ("“", "”", '"'), "”": ("”",), "«": ("»",), "»": ("«",),
    "‹": ("›",), "›": ("‹",), "``": ("''", '"', "”"), "''": ("''",), "‘": ("’", "'"),
    "‚": ("‘", "’"), "'": ("'", "’"), "`": ("'", "’"),
}  # fmt: skip
_SINGLE = frozenset("‘’‚'`")
# They open wherever they stand; the others look at what stands beside them.
_ALWAYS_OPEN = frozenset("“„«‹") | {"``"}
_BEFORE = '([—–-/"“„«‹»'
# Quotations in quotations in quotations: nobody goes deeper.
_DEEPEST = 6
# What begins with an apostrophe: the '90s, 'tis, rock 'n' roll.
_ELIDED = re.compile(r"\d\ds?\b|(?:tis|twas|em|n|til|cause|round|bout)\b", re.IGNORECASE)


def within(inner: Bounds, outer: Bounds) -> bool:
    """Whether one stretch lies in another, or is the same."""
    return outer[0] <= inner[0] and inner[1] <= outer[1]


@dataclass(slots=True)
class _Open:
    """A quotation that is not closed yet, with those found inside it."""

    mark: re.Match[str]
    inside: list[Bounds] = field(default_factory=list)

    @property
    def is_single(self) -> bool:
        return self.mark[0] in _SINGLE

    def is_closed_by(self, mark: str) -> bool:
        return mark in _CLOSERS[self.mark[0]]


def quotations(document: Document) -> tuple[Bounds, ...]:
    """The outermost quotations with their marks, in text order.

    A quotation that a paragraph leaves open ends there; when the next paragraph opens with a
    mark again, as the custom is, both are one. A single mark opens a quotation only where
    another closes it; all others are apostrophes.
    """
    text, found = document.text, list[Bounds]()
    left_open = False
    for number, block in enumerate(document.blocks):
        following = document.blocks[number + 1 : number + 2]
        goes_on = any(text[b.start : b.end].lstrip()[:1] in _SINGLE for b in following)
        inside, stays_open = _in_block(text, block.start, block.end, goes_on=goes_on)
        opens = bool(inside) and not text[block.start : inside[0][0]].strip()
        if left_open and opens and found:
            found[-1] = (found[-1][0], inside.pop(0)[1])
        found.extend(inside)
        left_open = stays_open
    return tuple(found)


def _in_block(text: str, start: int, end: int, *, goes_on: bool) -> tuple[list[Bounds], bool]:
    """The quotations of a paragraph, and whether the last of them is left open."""
    found: list[Bounds] = []
    opened: list[_Open] = []
    marks = list(_MARK.finditer(text, start, end))
    for place, mark in enumerate(marks):
        level = _closed_level(text, opened, marks, place)
        if level is not None:
            quotation = (opened[level].mark.start(), mark.end())
            del opened[level:]
            (opened[-1].inside if opened else found).append(quotation)
        elif _opens(text, mark, start, opened):
            opened.append(_Open(mark))
    last = next((o for o in opened if not o.is_single or _begins(text, o, start, goes_on)), None)
    for one in opened:
        if one is last:
            found.append((one.mark.start(), end))
            return (found, True) if end - one.mark.start() > 1 else (found[:-1], False)
        found.extend(one.inside)
    return found, False


def _begins(text: str, one: _Open, start: int, goes_on: bool) -> bool:
    """Whether a single mark opens its paragraph, and the next one opens so again."""
    return goes_on and not text[start : one.mark.start()].strip()


def _closed_level(
    text: str, opened: list[_Open], marks: list[re.Match[str]], place: int
) -> int | None:
    """Which of the open quotations a mark closes; those inside it were never closed."""
    mark = marks[place]
    if mark[0] in _SINGLE and not _ends_single(text, marks, place):
        return None
    for level in range(len(opened) - 1, -1, -1):
        one = opened[level]
        if one.is_closed_by(mark[0]):
            nested = level < len(opened) - 1 and _stands_open(text, mark, 0)
            return None if nested and mark[0] in ('"', "''") else level
    return None


def _ends_single(text: str, marks: list[re.Match[str]], place: int) -> bool:
    """Whether a single mark can close: not inside a word, nor the end of a plural's possessive."""
    mark = marks[place]
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    if not before or before.isspace() or after.isalnum():
        return False
    if before not in "sS" or not after.isspace():
        return True
    # "the workers' rights": a mark that only closes, behind this one, is the real end.
    later = (m for m in marks[place + 1 : place + 3] if m[0] in _SINGLE)
    other = next((m for m in later if not _in_word(text, m)), None)
    return other is None or _stands_open(text, other, 0)


def _in_word(text: str, mark: re.Match[str]) -> bool:
    return text[mark.end() : mark.end() + 1].isalnum() and text[mark.start() - 1].isalnum()


def _opens(text: str, mark: re.Match[str], start: int, opened: list[_Open]) -> bool:
    """Whether a mark that closes nothing opens a quotation inside those that are open."""
    if any(one.is_single == (mark[0] in _SINGLE) for one in opened[-1:]):
        return False
    if mark[0] not in _CLOSERS or len(opened) >= _DEEPEST:
        return False
    if mark[0] in _ALWAYS_OPEN:
        return True
    if mark[0] in _SINGLE and _ELIDED.match(text, mark.end()):
        return False
    return _stands_open(text, mark, start)


def _stands_open(text: str, mark: re.Match[str], start: int) -> bool:
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end() : mark.end() + 1]
    return (before.isspace() or before in _BEFORE) and bool(after) and not after.isspace()
