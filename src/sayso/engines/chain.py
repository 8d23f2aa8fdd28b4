"""The best row of labels under a linear chain, and how sure it is.

Lafferty, McCallum and Pereira (2001); Rabiner (1989) for the two walks.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


class Chain:
    """What it costs to begin with a label and to go from one to the next, as log weights."""

    def __init__(self, first: Floats, between: Floats) -> None:
        self.first = first
        self.between = between

    def best(self, scores: Floats) -> list[int]:
        """The labels of the best way through ``scores`` (words, labels), after Viterbi."""
        total, back = self.first + scores[0], []
        for row in scores[1:]:
            ways = total[:, None] + self.between
            back.append(ways.argmax(0))
            total = ways.max(0) + row
        labels = [int(total.argmax())]
        for step in reversed(back):
            labels.append(int(step[labels[-1]]))
        return labels[::-1]

    def shares(self, scores: Floats) -> Floats:
        """For each word the probability of each label, over all ways through ``scores``."""
        ahead = self._walk(self.first + scores[0], scores[1:], self.between)
        behind = self._walk(np.zeros_like(scores[0]), scores[:0:-1], self.between.T, late=True)
        logs = np.stack(ahead) + np.stack(behind)[::-1]
        logs -= logs.max(1, keepdims=True)
        weights = np.exp(logs)
        shares: Floats = weights / weights.sum(1, keepdims=True)
        return shares

    @staticmethod
    def _walk(start: Floats, rows: Floats, between: Floats, *, late: bool = False) -> list[Floats]:
        # Going back, a word's own scores belong to the step that leaves it.
        found = [start]
        for row in rows:
            here = found[-1] + row if late else found[-1]
            ahead = _logsum(here[:, None] + between)
            found.append(ahead if late else ahead + row)
        return found


def _logsum(table: Floats) -> Floats:
    top = table.max(0)
    total: Floats = top + np.log(np.exp(table - top).sum(0))
    return total
