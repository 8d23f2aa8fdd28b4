"""Words cut into the pieces that an encoder knows: WordPiece, lower case, without accents.

Devlin et al. (2019). Written out here because the package that does it brings a client for
model hubs along, and words come in one at a time.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

UNKNOWN, BEGIN, END, MASK = "[UNK]", "[CLS]", "[SEP]", "[MASK]"
_LONGEST_WORD = 100
_MOST_PIECES = 8


class Pieces:
    """The vocabulary of an encoder, a piece a line; ``##`` marks those that go on a word."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._ids = {piece: number for number, piece in enumerate(vocabulary)}
        self.begin, self.end = self._ids[BEGIN], self._ids[END]
        self.mask = self._ids[MASK]
        self._unknown = self._ids[UNKNOWN]
        # Words repeat: most of a text is looked up, not cut.
        self.of = lru_cache(maxsize=50_000)(self._of)

    def _of(self, word: str) -> tuple[int, ...]:
        """The numbers of a word's pieces: at least one, and few even for an endless word."""
        found = [number for part in _parts(word) for number in self._cut(part)]
        return tuple(found[:_MOST_PIECES]) or (self._unknown,)

    def _cut(self, part: str) -> list[int]:
        if len(part) > _LONGEST_WORD:
            return [self._unknown]
        found, start = [], 0
        while start < len(part):
            number, end = self._longest(part, start)
            if number is None:
                return [self._unknown]
            found.append(number)
            start = end
        return found

    def _longest(self, part: str, start: int) -> tuple[int | None, int]:
        ahead = "##" if start else ""
        for end in range(len(part), start, -1):
            number = self._ids.get(ahead + part[start:end])
            if number is not None:
                return number, end
        return None, start


def _parts(word: str) -> Iterator[str]:
    """Runs of letters and single marks, in lower case and without accents."""
    run = ""
    for ch in unicodedata.normalize("NFD", word.lower()):
        kind = unicodedata.category(ch)
        if kind == "Mn" or ch == "\ufffd" or (kind.startswith("C") and ch not in "\t\n\r"):
            continue
        if ch.isspace() or _stands_alone(ch, kind):
            if run:
                yield run
            run = ""
            if not ch.isspace():
                yield ch
        else:
            run += ch
    if run:
        yield run


def _stands_alone(ch: str, kind: str) -> bool:
    # Every mark of ASCII counts as punctuation, "$" and "+" too; Han has no blanks between words.
    if ch.isascii():
        return not ch.isalnum()
    return kind.startswith("P") or "\u4e00" <= ch <= "\u9fff" or "\u3400" <= ch <= "\u4dbf"
