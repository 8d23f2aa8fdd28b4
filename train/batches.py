"""Windows of examples as tensors, with words and features hidden now and then while training."""

from __future__ import annotations

import math
import random
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import torch
from torch import Tensor

from sayso.engines.pieces import Pieces
from sayso.engines.windows import windows
from sayso.extract.attributions.tagging.features import COLUMNS
from train.examples import Example

BATCH = 16
_EMPTY_ROW = [0] * len(COLUMNS)


class Hidden(NamedTuple):
    """Shares of what is hidden while training: names, other words, all features of a window.

    Names carry the news of one year into the weights; hidden, their places must do.
    """

    name: float
    word: float
    rows: float


_HIDDEN_ROW = 0.05


class Hiding:
    """Draws by lot what is hidden; the same ``chance`` hides the same."""

    def __init__(self, hidden: Hidden, chance: random.Random) -> None:
        self.hidden = hidden
        self.chance = chance

    def word(self, *, name: bool) -> bool:
        """Whether to hide a word."""
        return self.chance.random() < (self.hidden.name if name else self.hidden.word)

    def row(self) -> bool:
        """Whether to hide the features of a word."""
        return self.chance.random() < _HIDDEN_ROW

    def rows(self) -> bool:
        """Whether to hide all features of a window."""
        return self.chance.random() < self.hidden.rows


class Window(NamedTuple):
    """Words that the encoder sees at once; ``names`` tells which of them are proper nouns."""

    pieces: list[tuple[int, ...]]
    rows: list[Sequence[int]]
    labels: list[int]
    names: list[bool]


class Batch(NamedTuple):
    """Tensors of some windows; ``firsts`` are the places of each word's first piece."""

    pieces: Tensor
    mask: Tensor
    columns: Tensor
    firsts: Tensor
    labels: Tensor
    words: Tensor


def cut(examples: Iterable[Example], pieces: Pieces) -> list[Window]:
    """All windows of some documents."""
    found = []
    for one in examples:
        cuts = [pieces.of(word) for word in one.words]
        for a, b in windows([len(cut) for cut in cuts], one.blocks, one.sentences):
            rows = list(one.rows[a:b])
            found.append(Window(cuts[a:b], rows, one.labels[a:b], one.names[a:b]))
    return found


def batches(
    cuts: Sequence[Window], pieces: Pieces, hiding: Hiding | None = None
) -> Iterator[Batch]:
    """Batches of windows of like length; with ``hiding``, shuffled and with words hidden."""
    lots = [hiding.chance.random() if hiding else 0.0 for _ in cuts]
    order = sorted(range(len(cuts)), key=lambda i: (_length(cuts[i]) // 16, lots[i]))
    groups = [order[i : i + BATCH] for i in range(0, len(order), BATCH)]
    if hiding:
        hiding.chance.shuffle(groups)
    for group in groups:
        yield _tensors([_row(cuts[i], pieces, hiding) for i in group])


def count(cuts: Sequence[Window]) -> int:
    """How many batches some windows make."""
    return math.ceil(len(cuts) / BATCH)


class _Row(NamedTuple):
    pieces: list[int]
    columns: list[Sequence[int]]
    firsts: list[int]
    labels: list[int]


def _row(cut: Window, pieces: Pieces, hiding: Hiding | None) -> _Row:
    flat, columns, firsts = [pieces.begin], [_EMPTY_ROW], []
    blank = hiding is not None and hiding.rows()
    for word, row, name in zip(cut.pieces, cut.rows, cut.names, strict=True):
        firsts.append(len(flat))
        hidden = hiding is not None and hiding.word(name=name)
        empty = blank or (hiding is not None and hiding.row())
        flat += [pieces.mask] * len(word) if hidden else word
        columns += [_EMPTY_ROW if empty else row] * len(word)
    return _Row([*flat, pieces.end], [*columns, _EMPTY_ROW], firsts, cut.labels)


def _length(cut: Window) -> int:
    return sum(map(len, cut.pieces))


def _tensors(rows: list[_Row]) -> Batch:
    size = len(rows), max(len(row.pieces) for row in rows)
    long = len(rows), max(len(row.labels) for row in rows)
    batch = Batch(
        torch.zeros(size, dtype=torch.long), torch.zeros(size, dtype=torch.long),
        torch.zeros(*size, len(COLUMNS), dtype=torch.long), torch.zeros(long, dtype=torch.long),
        torch.zeros(long, dtype=torch.long), torch.zeros(long, dtype=torch.bool),
    )  # fmt: skip
    for i, row in enumerate(rows):
        batch.pieces[i, : len(row.pieces)] = torch.tensor(row.pieces)
        batch.mask[i, : len(row.pieces)] = 1
        batch.columns[i, : len(row.columns)] = torch.tensor(row.columns)
        batch.firsts[i, : len(row.firsts)] = torch.tensor(row.firsts)
        batch.labels[i, : len(row.labels)] = torch.tensor(row.labels)
        batch.words[i, : len(row.labels)] = True
    return batch
