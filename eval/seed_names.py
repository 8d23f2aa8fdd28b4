"""Score who is who on the kits' two whole reports: names, and B-cubed over the named mentions.

    python -m eval.seed_names --kits ../shared/bench [--packs all|places|general|none] [-v]

Gold names are those the kit's scorer counts strictly. B-cubed is over them all, and over those of
people, bodies, outlets and places alone (groups, offices, treaties and pandemics left out); a
name that was not found stands alone. The last line is the result as JSON.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from eval.naming import pack_of
from sayso.engines.spacy import DEFAULT_MODEL, SpacyEngine
from sayso.read.choose import read_document
from sayso.records.notes import Notes
from sayso.run.plan import take_all
from sayso.run.tools import usable_typer
from sayso.run.who.people import people_of

NAMES = ("name", "short", "acronym", "typo")
MAIN = ("person", "organisation", "militia/unit", "outlet", "place", "country")
Place = tuple[str, int, int]


def gold_names(kits: Path) -> dict[Place, tuple[str, str]]:
    """Every strict name of the gold by its place: whom it means, and of which type that is."""
    found = {}
    for line in (kits / "gold" / "entities.jsonl").read_text("utf-8").splitlines():
        entity = json.loads(line)
        for m in entity["mentions"]:
            if m["form"] in NAMES and not m["nested"]:
                found[(m["doc"], *m["span"])] = (entity["id"], entity["type"])
    return found


def read_names(kits: Path, packs: str) -> dict[Place, str]:
    """Every name found in the two reports by its place, and the entity of the case it is of."""
    pack, engine = pack_of(packs), SpacyEngine(DEFAULT_MODEL)
    read = []
    for path in sorted((kits / "seeds").glob("*.txt")):
        notes = Notes(read_document(path.name, path.read_bytes()))
        read.append(
            take_all(
                notes, {"pack": pack, "engine": engine, "typer": usable_typer()}, before="times"
            )
        )
    people = people_of(read, pack)
    return {
        (notes.document.path.removesuffix(".txt"), m.span.start, m.span.end): people.of(
            local, notes.document.path
        ).id
        for notes in read
        for local in notes.entities
        for m in local.mentions
        if m.form not in ("pronoun", "description")
    }


def b_cubed(gold: dict[Place, str], found: dict[Place, str]) -> dict[str, float]:
    """Precision, recall and F1 in percent (Bagga and Baldwin, 1998)."""
    own, theirs = defaultdict(set), defaultdict(set)
    for place, who in gold.items():
        own[who].add(place)
        theirs[found.get(place, str(place))].add(place)
    both = {p: theirs[found.get(p, str(p))] & own[who] for p, who in gold.items()}
    precision = _mean(len(both[p]) / len(theirs[found.get(p, str(p))]) for p in gold)
    recall = _mean(len(both[p]) / len(own[who]) for p, who in gold.items())
    return {"precision": precision, "recall": recall,
            "F1": 2 * precision * recall / (precision + recall)}  # fmt: skip


def _mean(values: Iterable[float]) -> float:
    numbers = list(values)
    return 100 * sum(numbers) / len(numbers)


def score(kits: Path, packs: str, *, verbose: bool = False) -> dict[str, float]:
    """The figures with some packs."""
    gold, found = gold_names(kits), read_names(kits, packs)
    main = {place: who for place, (who, kind) in gold.items() if kind in MAIN}
    result = {
        f"all {k}": v for k, v in b_cubed({p: w for p, (w, _) in gold.items()}, found).items()
    }
    result |= {f"main {name}": value for name, value in b_cubed(main, found).items()}
    if verbose:
        _tell(main, found)
    missing = sum(place not in found for place in main)
    return {name: round(v, 2) for name, v in result.items()} | {
        "main names": len(main), "main names not found": missing
    }  # fmt: skip


def _tell(gold: dict[Place, str], found: dict[Place, str]) -> None:
    groups = defaultdict(Counter)
    for place, who in gold.items():
        groups[who][found.get(place, "missed")] += 1
    for who, parts in sorted(groups.items()):
        if len(parts) > 1 or "missed" in parts:
            print(who, sorted(parts.items(), key=lambda part: -part[1]))


def main() -> int:
    """Score and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--kits", type=Path, default=Path("../shared/bench"))
    parser.add_argument("--packs", choices=("all", "places", "general", "none"), default="all")
    parser.add_argument("-v", "--verbose", action="store_true")
    options = parser.parse_args()
    print(json.dumps(score(options.kits, options.packs, verbose=options.verbose)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
