"""The best row of labels under a linear chain (Lafferty, McCallum and Pereira, 2001)."""

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
