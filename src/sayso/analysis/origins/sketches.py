"""Passages that are nearly the same, found among many without comparing each two.

Every passage is cut into shingles of three words; of their hashes the smallest few are its
sketch (Broder, 1997, "On the resemblance and containment of documents"). Two passages that share
hashes of their sketches are compared shingle by shingle. Building is linear in the words; what
is compared grows with the number of near copies, and a hash that very many passages share is
followed only along a chain, so that a text copied thousands of times costs no more than linear.
Shingles and hashes lie on disk where they are many; memory holds a few numbers for each passage.
"""

from __future__ import annotations

import hashlib
import heapq
import tempfile
import zlib
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator

from sayso.analysis.wording.names import folded
from sayso.resolve.clusters import Clusters
from sayso.store.scratch.shards import Shards

# Shingles that a sketch keeps, and how many two sketches must share to be compared.
_KEPT = 24
_SHARED = 2
_WORDS = 3
# Fewer words may coincide without one being a copy of the other.
SHORTEST = 8
# Two passages are near copies when so much of the shorter one's shingles stand in the other.
NEAR = 0.5
# Of passages that share a hash each is compared with so many before it; the chain joins the rest.
_BEFORE = 8
_MASK = (1 << 61) - 1
_STEPS = (1_000_003, 998_244_353, 777_767_777)


def shingles(text: str) -> frozenset[int]:
    """The hashes of all three words in a row, in plain letters; empty for shorter texts."""
    words = [zlib.crc32(word.encode()) for word in folded(text).split()]
    one, two, three = _STEPS
    rows = zip(words, words[1:], words[2:], strict=False)
    return frozenset((a * one ^ b * two ^ c * three) * _STEPS[1] & _MASK for a, b, c in rows)


def near_copies(passages: Iterable[str]) -> list[tuple[int, ...]]:
    """Groups of passages that are near copies of one another, by place; lone ones are left out."""
    with _Kept() as kept:
        same: Shards[bytes, int] = Shards()
        for place, text in enumerate(passages):
            own = shingles(text) if len(text.split()) >= SHORTEST else frozenset()
            mark = kept.add(own)
            if own:
                same.put(mark, place)
        groups, repeated = Clusters(len(kept)), bytearray(len(kept))
        for first, *others in same.groups():
            for place in others:
                groups.join(first, place)
                repeated[place] = 1
        for place, other in _candidates(kept, repeated):
            if resemblance(kept[other], kept[place]) >= NEAR:
                groups.join(other, place)
    return [tuple(group) for group in groups.joined().values()]


def resemblance(one: frozenset[int], other: frozenset[int]) -> float:
    """The part of the smaller set of shingles that stands in the other too, 0 to 1."""
    least = min(len(one), len(other))
    return len(one & other) / least if least else 0.0


def _candidates(kept: _Kept, repeated: bytearray) -> Iterator[tuple[int, int]]:
    """Pairs of places whose sketches share enough, the later place first."""
    by_hash: Shards[int, int] = Shards()
    for place in range(len(kept)):
        if not repeated[place]:
            for value in heapq.nsmallest(_KEPT, kept[place]):
                by_hash.put(value, place)
    sharing: Shards[int, int] = Shards()
    for places in by_hash.groups():
        for at, place in enumerate(places):
            for other in places[max(0, at - _BEFORE) : at]:
                sharing.put(place, other)
    for part in sharing.parts():
        for place, others in part.items():
            counts = Counter(others)
            yield from ((place, other) for other in sorted(counts) if counts[other] >= _SHARED)


class _Kept:
    """The shingles of all passages by place, in a file without a name that goes at the end."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - closed when this context ends
        self._ends = array("Q", [0])

    def __enter__(self) -> _Kept:
        return self

    def __exit__(self, *error: object) -> None:
        self._file.close()

    def __len__(self) -> int:
        return len(self._ends) - 1

    def __getitem__(self, place: int) -> frozenset[int]:
        start, end = self._ends[place], self._ends[place + 1]
        self._file.seek(start)
        return frozenset(array("Q", self._file.read(end - start)))

    def add(self, own: frozenset[int]) -> bytes:
        """Keep the shingles of the next passage; a mark that only the same shingles have."""
        content = array("Q", sorted(own)).tobytes()
        self._file.seek(self._ends[-1])
        self._file.write(content)
        self._ends.append(self._ends[-1] + len(content))
        return hashlib.blake2b(content, digest_size=16).digest()
