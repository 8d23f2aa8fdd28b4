"""Hold the list of verdicts against what the benchmark's two reports raise now.

    python -m eval.raised --kits ../shared/bench [--lines CASE.jsonl]

Every conflict and agreement that the two seeds raise has been read, and its verdict stands in
eval/gold/conflicts/raised.tsv: right, arguable or wrong. A record is known by its kind, scope and
field and by the place of the first quote of each side. What is raised and has no verdict, and what
has one and is raised no more, is printed, and the run ends with 1: the list must be read again.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from eval.run import _read_seeds

LIST = Path(__file__).with_name("gold") / "conflicts" / "raised.tsv"
VERDICTS = ("right", "arguable", "wrong")


def keys(lines: Iterable[dict[str, Any]]) -> dict[str, str]:
    """What the conflicts and agreements of a case are known by, with the reason of each."""
    known = list(lines)
    names = {x["id"]: Path(x["path"]).stem for x in known if x["kind"] == "document"}
    return {_key(x, names): x["reason"] for x in known if x["kind"] in ("conflict", "agreement")}


def _key(record: dict[str, Any], names: dict[str, str]) -> str:
    firsts = [side["spans"][0] for side in record["sides"]]
    places = sorted(f"{names[span['document']]}:{span['start']}" for span in firsts)
    kind = [record["kind"], record.get("scope") or "across", record["field"]]
    return " ".join([*kind, *places])


def verdicts(text: str) -> dict[str, str]:
    """The verdicts of a list, by key; a line that is no verdict ends the run."""
    found = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            verdict, key, *_ = line.split("\t")
            if verdict not in VERDICTS or key in found:
                raise SystemExit(f"no verdict, or a second one: {line}")
            found[key] = verdict
    return found


def differences(raised: dict[str, str], read: dict[str, str]) -> list[str]:
    """What is raised and not read, and what was read and is raised no more."""
    new = [f"not read yet: {key} ({raised[key]})" for key in raised if key not in read]
    return new + [f"raised no more: {key}" for key in read if key not in raised]


def main() -> int:
    """Print how many are right, and what has changed; 1 where the list must be read again."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--kits", type=Path, required=True)
    parser.add_argument("--lines", type=Path, help="the seeds as case lines, if they are read")
    options = parser.parse_args()
    if not options.kits.is_dir():
        print(f"skipped: the benchmark kits are not at {options.kits}")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        lines = options.lines or Path(folder) / "seeds.jsonl"
        if options.lines is None:
            _read_seeds(options.kits.resolve(), Path(folder), lines)
        raised = keys(map(json.loads, lines.read_text().splitlines()))
    read = verdicts(LIST.read_text())
    for kind in ("conflict", "agreement"):
        counts = Counter(read[key] for key in raised if key in read and key.startswith(kind))
        print(f"{kind}s: {', '.join(f'{counts[one]} {one}' for one in VERDICTS)}")
    changed = differences(raised, read)
    print("\n".join(changed or ["every one raised has been read"]))
    return 1 if changed else 0


if __name__ == "__main__":
    sys.exit(main())
