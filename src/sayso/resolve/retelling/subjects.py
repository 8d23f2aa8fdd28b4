"""Which documents report on one subject: by the rare words they share.

Term weights by frequency and rarity, average linkage; a cluster of documents takes the place of a
topic in the recognition of events across documents (Barhom et al. 2019, Bugert et al. 2021).
"""

from __future__ import annotations

import heapq
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

# Words of a document that are kept, the most frequent first.
KEPT = 200
# Average likeness from which documents are on one subject.
ALIKE = 0.15
# A word of more documents than this, or of more than a quarter of them, tells no subject.
COMMON = 120

WORD = re.compile(r"[^\W\d_]{2,}|\d+")

Terms = tuple[tuple[str, int], ...]


def words_of(text: str) -> Iterator[str]:
    """The words and numbers of a text."""
    return (match.group() for match in WORD.finditer(text))


def terms_of(words: Iterable[str]) -> Terms:
    """What is kept of a document's words: its most frequent ones, each with its number."""
    counts = Counter(word.lower() for word in words)
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:KEPT])


def subjects(documents: Sequence[Terms]) -> list[int]:
    """For each document the number of its subject: the smallest place of a document on it."""
    found = list(range(len(documents)))
    for group in _linked(len(documents), _likeness(documents)):
        for member in group:
            found[member] = min(group)
    return found


def _likeness(documents: Sequence[Terms]) -> dict[tuple[int, int], float]:
    """The cosine of every two documents that share a word that is not common."""
    spread = Counter(word for terms in documents for word, _ in terms)
    common = min(COMMON, max(2, len(documents) // 4))
    sharing: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for place, terms in enumerate(documents):
        for word, weight in _weights(terms, spread, len(documents), common).items():
            sharing[word].append((place, weight))
    likeness: dict[tuple[int, int], float] = defaultdict(float)
    for word in sorted(sharing):
        for (a, left), (b, right) in combinations(sharing[word], 2):
            likeness[a, b] += left * right
    return likeness


def _weights(terms: Terms, spread: Mapping[str, int], size: int, common: int) -> dict[str, float]:
    weights = {
        word: (1 + math.log(count)) * math.log(size / spread[word])
        for word, count in terms
        if 1 < spread[word] <= common
    }
    length = math.sqrt(sum(weight * weight for weight in weights.values()))
    return {word: weight / length for word, weight in weights.items()} if length else {}


def _linked(size: int, likeness: Mapping[tuple[int, int], float]) -> list[list[int]]:
    """Groups by average linkage: the two most alike are joined until none are alike enough."""
    near: list[dict[int, float]] = [{} for _ in range(size)]
    for (a, b), score in likeness.items():
        near[a][b] = near[b][a] = score
    groups: dict[int, list[int]] = {place: [place] for place in range(size)}
    queue = [(-score, a, b) for (a, b), score in likeness.items() if score >= ALIKE]
    heapq.heapify(queue)
    while queue:
        score, a, b = heapq.heappop(queue)
        if a in groups and b in groups and near[a].get(b) == -score:
            for other, average in _averages(near, groups, a, b).items():
                near[a][other] = near[other][a] = average
                near[other].pop(b, None)
                if average >= ALIKE:
                    heapq.heappush(queue, (-average, min(a, other), max(a, other)))
            near[a].pop(b)
            groups[a] += groups.pop(b)
    return list(groups.values())


def _averages(
    near: Sequence[Mapping[int, float]], groups: Mapping[int, list[int]], a: int, b: int
) -> dict[int, float]:
    left, right = len(groups[a]), len(groups[b])
    return {
        other: (left * near[a].get(other, 0.0) + right * near[b].get(other, 0.0)) / (left + right)
        for other in sorted(near[a].keys() | near[b].keys())
        if other not in (a, b) and other in groups
    }
