"""How figures of time scatter: ten folds by document, and two thirds beside the third held back.

    python -m eval.folds --kits ../shared/bench

The reader is made of rules and is not trained, so a fold only shows how much a figure hangs on
the documents it was taken from. Rules were tuned while looking at the errors of the first two
thirds (a fixed draw by name), not at those of the last: their gap tells of fitting.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import statistics
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from eval.adapters import times

SETS = ("timebank", "aquaint", "wikiwars-dev")
FOLDS = 10


def draw(name: str, parts: int, salt: str = "k") -> int:
    """The part a document falls into, the same on every machine."""
    return int(hashlib.sha256((salt + name).encode()).hexdigest(), 16) % parts


def main() -> int:
    """Print, for each set, the figures of both parts and of the folds."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("--kits", type=Path, default=Path("../shared/bench"))
    kits = options.parse_args().kits.resolve()
    if not kits.is_dir():
        print(f"skipped: the benchmark kits are not at {kits}")
        return 0
    sys.path[:0] = [str(kits / "time"), str(kits)]
    kit = importlib.import_module("timeval")
    for name in SETS:
        documents = kit.load(str(kits / "time" / "data" / name))
        predictions, _ = kit.run(times, documents)
        show(name, documents, lambda part, said=predictions: kit.score(part, said))
    return 0


def show(name: str, documents: Sequence[Any], score: Callable[[Sequence[Any]], Any]) -> None:
    """One set: strict, relaxed and value F1 of the parts, value F1 of the folds."""
    held = [d for d in documents if draw(d.id, 3) == 0]
    tuned = [d for d in documents if draw(d.id, 3) != 0]
    for part, chosen in (("all", documents), ("tuned", tuned), ("held back", held)):
        figures = score(chosen)
        row = [f"{100 * figures[key]:.1f}" for key in ("strict_f1", "relaxed_f1", "value_f1")]
        print(f"{name:14} {part:10} {len(chosen):4} documents  {' / '.join(row)}")
    folds = [[d for d in documents if draw(d.id, FOLDS, "fold") == n] for n in range(FOLDS)]
    values = [100 * score(fold)["value_f1"] for fold in folds if fold]
    spread = f"{statistics.mean(values):.1f} ± {statistics.stdev(values):.1f}"
    print(f"{name:14} ten folds   value F1 {spread}, {min(values):.1f} to {max(values):.1f}\n")


if __name__ == "__main__":
    sys.exit(main())
