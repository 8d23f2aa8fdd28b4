"""Passages that are nearly the same, found among many without comparing each two.

Every passage is cut into shingles of three words; of their hashes the smallest few are its
sketch (Broder, 1997, "On the resemblance and containment of documents"). Two passages that share
hashes of their sketches are compared shingle by shingle. Building is linear in the words; what
is compared grows with the number of near copies, and a hash that very many passages share is
followed only along a chain, so that a text copied thousands of times costs no more than linear.
"""

from __future__ import annotations

import heapq
import zlib
from collections.abc import Iterable, Sequence

from sayso.analysis.wording.names import folded
from sayso.resolve.clusters import Clusters

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


def near_copies(passages: Sequence[str]) -> list[tuple[int, ...]]:
    """Groups of passages that are near copies of one another, by place; lone ones are left out."""
    first: dict[frozenset[int], int] = {}
    groups = Clusters(len(passages))
    by_hash: dict[int, list[int]] = {}
    kept: list[frozenset[int]] = []
    for place, text in enumerate(passages):
        own = shingles(text) if len(text.split()) >= SHORTEST else frozenset()
        kept.append(own)
        if not own:
            continue
        same = first.setdefault(own, place)
        if same != place:
            groups.join(same, place)
            continue
        sketch = heapq.nsmallest(_KEPT, own)
        for other in _candidates(sketch, by_hash):
            if resemblance(kept[other], own) >= NEAR:
                groups.join(other, place)
        for value in sketch:
            by_hash.setdefault(value, []).append(place)
    return [tuple(group) for group in groups.groups().values() if len(group) > 1]


def resemblance(one: frozenset[int], other: frozenset[int]) -> float:
    """The part of the smaller set of shingles that stands in the other too, 0 to 1."""
    least = min(len(one), len(other))
    return len(one & other) / least if least else 0.0


def _candidates(sketch: Iterable[int], by_hash: dict[int, list[int]]) -> list[int]:
    counts: dict[int, int] = {}
    for value in sketch:
        for other in by_hash.get(value, ())[-_BEFORE:]:
            counts[other] = counts.get(other, 0) + 1
    return sorted(other for other, count in counts.items() if count >= _SHARED)
