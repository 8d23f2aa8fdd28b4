"""Words with links in them: the links are marked while words are joined, and cut out at the end."""

from __future__ import annotations

import re

from sayso.records.documents import Hyperlink

# Characters that no format lets through in words.
_OPEN, _CLOSE, _ADDRESS_END = "\x01", "\x02", "\x03"
_MARK = re.compile(rf"{_OPEN}([^{_ADDRESS_END}]*){_ADDRESS_END}|{_CLOSE}")
_NO_WORDS = str.maketrans("", "", _OPEN + _CLOSE + _ADDRESS_END)
_OUTSIDE = re.compile(r"https?://", re.IGNORECASE)


def opening(address: str | None) -> str:
    """The mark that a link begins here; nothing for an address within the same site."""
    if address is None or not _OUTSIDE.match(address.strip()):
        return ""
    return f"{_OPEN}{plain(address.strip())}{_ADDRESS_END}"


def closing(address: str | None) -> str:
    """The mark that a link with this address ends here."""
    return _CLOSE if opening(address) else ""


def plain(words: str) -> str:
    """Words without characters that could be taken for marks."""
    return words.translate(_NO_WORDS)


def unmarked(words: str) -> tuple[str, tuple[Hyperlink, ...]]:
    """The words without marks, and the links in them; one that is left open ends with the words."""
    kept: list[str] = []
    links: list[Hyperlink] = []
    place = length = 0
    opened: tuple[int, str] | None = None
    for mark in _MARK.finditer(words):
        kept.append(words[place : mark.start()])
        length += mark.start() - place
        place = mark.end()
        if opened is not None and length > opened[0]:
            links.append(Hyperlink(opened[0], length, opened[1]))
        opened = (length, mark[1]) if mark[1] else None
    kept.append(words[place:])
    shown = "".join(kept)
    if opened is not None and len(shown) > opened[0]:
        links.append(Hyperlink(opened[0], len(shown), opened[1]))
    return shown, tuple(links)


def stripped(words: str) -> tuple[str, tuple[Hyperlink, ...]]:
    """Marked words without white space at their ends, and the links in them."""
    shown, links = unmarked(words)
    kept = shown.strip()
    by = len(shown) - len(shown.lstrip())
    bounds = ((max(one.start - by, 0), min(one.end - by, len(kept)), one.address) for one in links)
    return kept, tuple(Hyperlink(low, high, to) for low, high, to in bounds if low < high)
