"""Which passages of a case are near copies of others, asked by place."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from sayso.analysis.origins.sketches import near_copies
from sayso.records.documents import Document
from sayso.records.spans import Span

_READ = frozenset({"paragraph", "item", "caption", "quotation"})


class Copies:
    """The paragraphs and captions of a case that stand more than once in it, nearly alike."""

    def __init__(self, documents: Iterable[Document] = ()) -> None:
        places = _Places()
        self._groups: dict[str, list[tuple[int, int, int]]] = {}
        for number, group in enumerate(near_copies(places.passages(documents))):
            for place in group:
                id, start, end = places[place]
                self._groups.setdefault(id, []).append((start, end, number))
        for found in self._groups.values():
            found.sort()

    def group_of(self, span: Span) -> int | None:
        """The number of the group of copies that a span stands in; null where it is in none."""
        found = self._groups.get(span.document, [])
        place = bisect_right(found, (span.start, span.end, 1 << 60)) - 1
        if place >= 0 and found[place][0] <= span.start and span.end <= found[place][1]:
            return found[place][2]
        return None


class _Places:
    """Where each passage stands, as numbers: few of millions are ever asked for."""

    def __init__(self) -> None:
        self._documents: list[str] = []
        self._numbers, self._starts, self._ends = array("I"), array("I"), array("I")

    def __getitem__(self, place: int) -> tuple[str, int, int]:
        id = self._documents[self._numbers[place]]
        return id, self._starts[place], self._ends[place]

    def passages(self, documents: Iterable[Document]) -> Iterator[str]:
        """The texts of the passages of some documents, their places noted on the way."""
        for document in documents:
            self._documents.append(document.id)
            for block in document.blocks:
                if block.kind in _READ:
                    self._numbers.append(len(self._documents) - 1)
                    self._starts.append(block.start)
                    self._ends.append(block.end)
                    yield document.text[block.start : block.end]
