"""The clean copy of a text for a parser, with the way back for every character."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from sayso.read.reading import Stretch
from sayso.records.documents import Block, Cleaned

_ONE_FOR_ONE = str.maketrans(
    dict.fromkeys("\u00a0\u1680\u202f\u205f\u3000\t", " ")
    | {chr(code): " " for code in range(0x2000, 0x200B)}
    | dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u2035\u02bc\u02b9\u00b4", "'")
    | dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u2036\u00ab\u00bb", '"')
    | dict.fromkeys("\u2010\u2011\u2212", "-")
)
_BREAK = r"[^\S\n\r\f\v\x85\u2028\u2029]*(?:\r\n|[\n\r\f\v\x85\u2028\u2029])\s*"
# Soft hyphens, zero-width characters and marks of writing direction: nothing of it is a word.
_INVISIBLE = r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
_EDITS = re.compile(
    rf"(?P<soft>\u00ad{_BREAK})"
    rf"|(?P<hyphen>(?<=[^\W_])[-\u2010]{_BREAK}(?=[^\W_]))"
    rf"|(?P<invisible>{_INVISIBLE}+)"
    rf"|(?P<space>{_BREAK}|\s\s+)"
)
_WORD = re.compile(r"[^\W_]+(?:[-\u2010][^\W_]+)*")
# First halves of words that keep their hyphen wherever the line ends.
_KEEP = frozenset(
    (
        "all", "anti", "cross", "ex", "half", "high", "low", "mid", "multi", "near", "non", "pro",
        "quasi", "self", "semi", "so", "well",
    )
)  # fmt: skip


def clean(text: str, blocks: Iterable[Block] = (), dropped: Iterable[Stretch] = ()) -> Cleaned:
    """Copy a text for the parser.

    Odd spaces become spaces, curly quotes straight; soft hyphens and zero-width characters go.
    Inside a block a line break or several spaces become one space, and a word that was broken
    at a line's end is joined. ``dropped`` stretches (ascending) are left out.
    """
    copy = _Copy(text)
    inside = _Inside(blocks)
    for start, end in _kept(text, dropped):
        place = start
        for match in _EDITS.finditer(text, start, end):
            edit = copy.edit(match, inside.holds(*match.span()))
            if edit is not None:
                copy.take(place, match.start())
                copy.put(edit, match.start())
                place = match.end()
        copy.take(place, end)
    return copy.finish()


class _Copy:
    """The clean text so far, and the runs that lead back."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.parts: list[str] = []
        self.runs: list[Stretch] = []
        self.length = 0

    def edit(self, match: re.Match[str], inside: bool) -> str | None:
        """What stands for a match in the clean copy; null where it stays as it is."""
        if match.lastgroup == "invisible":
            return ""
        if match.lastgroup == "soft":
            return "" if inside else None
        if not inside:
            return None
        if match.lastgroup == "hyphen":
            return "-" if self._keeps_hyphen(match) else ""
        return " "

    def take(self, start: int, end: int) -> None:
        """Copy a stretch character by character."""
        if start < end:
            self._mark(start)
            self.parts.append(self.text[start:end].translate(_ONE_FOR_ONE))
            self.length += end - start

    def put(self, character: str, source: int) -> None:
        """Let one character, or none, stand for what begins at ``source``."""
        if character:
            self._mark(source)
            self.parts.append(character)
            self.length += 1

    def finish(self) -> Cleaned:
        return Cleaned("".join(self.parts), tuple(self.runs) or ((0, 0),))

    def _mark(self, source: int) -> None:
        if not self.runs or source - self.length != self.runs[-1][1] - self.runs[-1][0]:
            self.runs.append((self.length, source))

    def _keeps_hyphen(self, match: re.Match[str]) -> bool:
        following = self.text[match.end()]
        if not following.islower():
            return True
        before = re.search(r"[^\W_]+\Z", self.text[max(0, match.start() - 40) : match.start()])
        after = re.match(r"[^\W_]+", self.text[match.end() : match.end() + 40])
        first = before[0].lower() if before else ""
        second = after[0].lower() if after else ""
        if first + second in self._words:
            return False
        return first in _KEEP or first.isdigit() or f"{first}-{second}" in self._words

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(word.lower() for word in _WORD.findall(self.text))


class _Inside:
    """Tells whether a stretch lies inside one block; asked in ascending order."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        self.blocks = iter(blocks)
        self.block = next(self.blocks, None)

    def holds(self, start: int, end: int) -> bool:
        while self.block is not None and self.block.end <= start:
            self.block = next(self.blocks, None)
        return self.block is not None and self.block.start < start and end < self.block.end


def _kept(text: str, dropped: Iterable[Stretch]) -> Iterator[Stretch]:
    place = 0
    for start, end in dropped:
        yield place, start
        # Of the white space on both sides one side is enough.
        while start and text[start - 1].isspace() and end < len(text) and text[end].isspace():
            end += 1
        place = end
    yield place, len(text)
