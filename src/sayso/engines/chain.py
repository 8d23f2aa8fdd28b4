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
        """For each word the probability of each label, over all ways through ``scores``.

        Walks with sums scaled to one at each word (Rabiner 1989, V.A), so that nothing runs out.
        """
        likely = np.exp(scores - scores.max(1, keepdims=True), dtype=np.float64)
        steps = np.exp(self.between - self.between.max(), dtype=np.float64)
        start = np.exp(self.first - self.first.max(), dtype=np.float64)
        ahead, behind = np.empty_like(likely), np.empty_like(likely)
        here = start * likely[0]
        for place, row in enumerate(likely[1:]):
            ahead[place] = here = here / here.sum()
            here = (here @ steps) * row
        ahead[-1] = here / here.sum()
        behind[-1] = here = np.ones_like(start)
        for place in range(len(likely) - 1, 0, -1):
            here = steps @ (here * likely[place])
            behind[place - 1] = here = here / here.sum()
        weights = ahead * behind
        shares: Floats = (weights / weights.sum(1, keepdims=True)).astype(np.float32)
        return shares
