"""Score source chains, citations and hedges on the project's own gold.

    python -m eval.chains [--split dev] [--verbose]

The gold and its conventions are in eval/gold/chains/. Prints a table, with --verbose also one a
style and what went wrong, and last a line of JSON. The test split shows figures only.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from eval.adapters_chains import sayings
from eval.chain_scores import Passage, Score, score

GOLD = Path(__file__).with_name("gold") / "chains"


def main() -> None:
    """Read the gold, run sayso over it, print the figures."""
    options = _options()
    passages = [Passage(gold, sayings(gold["text"], gold["published"])) for gold in _gold(options)]
    scores = {passage.gold["id"]: score(passage) for passage in passages}
    whole = _sum(scores.values())
    if options.verbose:
        styles = sorted({passage.gold["style"] for passage in passages})
        for style in styles:
            chosen = [scores[p.gold["id"]] for p in passages if p.gold["style"] == style]
            _show(style, _sum(chosen).figures())
        if options.split == "dev":
            for name, one in scores.items():
                print(*(f"{name}: {remark}" for remark in one.remarks), sep="\n", end="\n\n")
    _show(f"{options.split}, {len(passages)} passages", whole.figures())
    print(json.dumps(whole.figures()))


def _gold(options: argparse.Namespace) -> list[dict[str, Any]]:
    lines = (GOLD / f"{options.split}.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def _sum(scores: Iterable[Score]) -> Score:
    total = Score()
    for one in scores:
        total.add(one)
    return total


def _show(title: str, figures: dict[str, float | None]) -> None:
    print(f"\n{title}")
    for name, value in figures.items():
        print(f"  {name:36} {'-' if value is None else f'{value:6.1f}'}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--split", choices=("dev", "test"), default="dev")
    parser.add_argument("--verbose", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    main()
