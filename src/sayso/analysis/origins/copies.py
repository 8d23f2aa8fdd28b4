"""Which passages of a case are near copies of others, asked by place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from sayso.analysis.origins.sketches import near_copies
from sayso.records.documents import Document
from sayso.records.spans import Span

_READ = frozenset({"paragraph", "item", "caption", "quotation"})


class Copies:
    """The paragraphs and captions of a case that stand more than once in it, nearly alike."""

    def __init__(self, documents: Iterable[Document] = ()) -> None:
        places: list[tuple[str, int, int]] = []
        texts: list[str] = []
        for document in documents:
            for block in document.blocks:
                if block.kind in _READ:
                    places.append((document.id, block.start, block.end))
                    texts.append(document.text[block.start : block.end])
        self._groups: dict[str, list[tuple[int, int, int]]] = {}
        for number, group in enumerate(near_copies(texts)):
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
