"""Which documents report on one subject: by the rare words they share.

Term weights by frequency and rarity, average linkage; a cluster of documents takes the place of a
topic in the recognition of events across documents (Barhom et al. 2019, Bugert et al. 2021).
"""

from __future__ import annotations

import heapq
import math
import re
from array import array
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise

from sayso.resolve.retelling.families import common_words

# Words of a document that are kept, the most frequent first.
KEPT = 200
# Average likeness from which documents are on one subject.
ALIKE = 0.15
# A word of more documents than this, or of more than a quarter of them, tells no subject.
COMMON = 120
# Fewer documents than this do not tell which of their words are rare: reports at large do.
FEW = 20

WORD = re.compile(r"[^\W\d_]{2,}|\d+")

Terms = tuple[tuple[str, int], ...]


def words_of(text: str) -> Iterator[str]:
    """The words and numbers of a text."""
    return (match.group() for match in WORD.finditer(text))


def terms_of(words: Iterable[str]) -> Terms:
    """What is kept of a document's words: its most frequent ones, each with its number."""
    counts = Counter(word.lower() for word in words)
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:KEPT])


def subjects(documents: Iterable[Terms]) -> list[int]:
    """For each document the number of its subject: the smallest place of a document on it."""
    collected = Collected()
    for terms in documents:
        collected.take(terms)
    return list(collected.subjects())


class Collected:
    """The terms of many documents, as bare numbers, until it is asked what they are about."""

    def __init__(self) -> None:
        self._words: dict[str, int] = {}
        self._spread = array("I")
        self._starts = array("Q", [0])
        self._terms, self._counts = array("I"), array("I")

    def take(self, terms: Terms) -> None:
        """Add the next document."""
        for word, count in terms:
            number = self._words.setdefault(word, len(self._words))
            if number == len(self._spread):
                self._spread.append(0)
            self._spread[number] += 1
            self._terms.append(number)
            self._counts.append(count)
        self._starts.append(len(self._terms))

    def subjects(self) -> array[int]:
        """For each document the number of its subject."""
        size = len(self._starts) - 1
        weighed = self._weighed(size) if size >= FEW else self._weighed_at_large()
        groups = _Groups(_Rows(weighed, len(self._words)))
        for place in range(size):
            groups.compare(place)
        found = array("I", range(size))
        for group in groups.joined():
            for member in group:
                found[member] = min(group)
        return found

    def _weighed(self, size: int) -> Iterator[list[tuple[int, float]]]:
        """Each document's words that are not common, in the order of words, with their weights."""
        common = min(COMMON, max(2, size // 4))
        return self._rows(
            math.log(size / spread) if 1 < spread <= common else 0.0 for spread in self._spread
        )

    def _weighed_at_large(self) -> Iterator[list[tuple[int, float]]]:
        """The same of few documents: words that reports at large share tell no subject."""
        common = common_words()
        return self._rows(float(word not in common) for word in self._words)

    def _rows(self, rarities: Iterable[float]) -> Iterator[list[tuple[int, float]]]:
        """Each document's words, in the order of words, by how often and how rare they are."""
        rare = array("d", rarities)
        rank = array("I", bytes(4 * len(self._words)))
        for place, word in enumerate(sorted(self._words)):
            rank[self._words[word]] = place
        for start, end in pairwise(self._starts):
            weights = {
                rank[word]: (1 + math.log(count)) * rare[word]
                for word, count in zip(self._terms[start:end], self._counts[start:end], strict=True)
                if rare[word]
            }
            length = math.sqrt(sum(weight * weight for weight in weights.values()))
            yield sorted((word, weight / length) for word, weight in weights.items() if length)


class _Rows:
    """Weights of words by document, and documents by word; a likeness is made when asked for."""

    def __init__(self, weighed: Iterable[Sequence[tuple[int, float]]], words: int) -> None:
        self._starts, self._words, self._weights = array("Q", [0]), array("I"), array("d")
        ends = array("Q", bytes(8 * (words + 1)))
        for row in weighed:
            for word, weight in row:
                self._words.append(word)
                self._weights.append(weight)
                ends[word + 1] += 1
            self._starts.append(len(self._words))
        self._from = array("Q", accumulate(ends))
        filled = array("Q", self._from)
        self._documents = array("I", bytes(4 * len(self._words)))
        self._their_weights = array("d", bytes(8 * len(self._words)))
        for document, (start, end) in enumerate(pairwise(self._starts)):
            for place in range(start, end):
                at = filled[self._words[place]]
                self._documents[at], self._their_weights[at] = document, self._weights[place]
                filled[self._words[place]] += 1

    def weights(self, document: int) -> dict[int, float]:
        """The words of a document that are not common, with their weights."""
        start, end = self._starts[document], self._starts[document + 1]
        return dict(zip(self._words[start:end], self._weights[start:end], strict=True))

    def likeness(self, document: int) -> dict[int, float]:
        """The cosine of a document with each later one that shares a word which is not common."""
        found: dict[int, float] = defaultdict(float)
        for place in range(self._starts[document], self._starts[document + 1]):
            word, weight = self._words[place], self._weights[place]
            start, end = self._from[word], self._from[word + 1]
            start = bisect_right(self._documents, document, start, end)
            theirs = zip(self._documents[start:end], self._their_weights[start:end], strict=True)
            for other, their in theirs:
                found[other] += weight * their
        return found


class _Groups:
    """Groups of documents by average linkage: the two most alike are joined until none are.

    The likeness of two groups is the average of their documents', which is the product of their
    summed weights. An average is never more than the greatest it is made of, so only groups with
    a pair alike enough are remembered as near; what else an average needs is worked out again.
    """

    def __init__(self, rows: _Rows) -> None:
        self._rows = rows
        self._near: dict[int, dict[int, float]] = defaultdict(dict)
        self._members: dict[int, list[int]] = {}
        self._sums: dict[int, dict[int, float]] = {}

    def compare(self, document: int) -> None:
        """Note which later documents one is near to."""
        for other, score in self._rows.likeness(document).items():
            if score >= ALIKE:
                self._near[document][other] = self._near[other][document] = score

    def joined(self) -> Iterable[list[int]]:
        """The groups of more than one document."""
        queue = [
            (-score, a, b) for a, near in self._near.items() for b, score in near.items() if a < b
        ]
        heapq.heapify(queue)
        while queue:
            score, a, b = heapq.heappop(queue)
            if self._near.get(a, {}).get(b) == -score:
                for other, average in self._join(a, b).items():
                    heapq.heappush(queue, (-average, min(a, other), max(a, other)))
        return self._members.values()

    def _join(self, a: int, b: int) -> dict[int, float]:
        """Make one group of two, under the name of the first; what it is now near to."""
        near = {o for one in (a, b) for o in self._near.pop(one)} - {a, b}
        for other in near:
            self._near[other].pop(a, None)
            self._near[other].pop(b, None)
        sums, more = self._sum(a), self._sum(b)
        self._sums.pop(b, None)
        self._sums[a] = {w: sums.get(w, 0.0) + more.get(w, 0.0) for w in sums | more}
        self._members[a] = self._members.get(a, [a]) + self._members.pop(b, [b])
        found = {o: average for o in sorted(near) if (average := self._average(a, o)) >= ALIKE}
        for other, average in found.items():
            self._near[a][other] = self._near[other][a] = average
        return found

    def _average(self, a: int, b: int) -> float:
        small, large = sorted((self._sum(a), self._sum(b)), key=len)
        product = math.fsum(weight * large[w] for w, weight in small.items() if w in large)
        return product / (len(self._members.get(a, [a])) * len(self._members.get(b, [b])))

    def _sum(self, group: int) -> dict[int, float]:
        return self._sums.get(group) or self._rows.weights(group)
