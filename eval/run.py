"""Run the kits on this version and hold the figures against targets and floors.

    python -m eval.run --kits ../shared/bench [--only names ...] [--raise-floors]

The floors stand in eval/floors.json. A figure under its floor ends the run with 1; a floor is
raised by --raise-floors and lowered by hand, with a decision record that says why.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from eval.kits import KITS, Figure, Kit, Result

FLOORS = Path(__file__).with_name("floors.json")
# Kits are scored on shared machines: figures are exact, but a floor leaves room for rounding.
SLACK = 0.05


def main() -> int:
    """Score, print, compare; 0 where every figure is at or above its floor."""
    options = _options()
    if not options.kits.is_dir():
        print(f"skipped: the benchmark kits are not at {options.kits}")
        return 0
    floors: dict[str, float] = json.loads(FLOORS.read_text()) if FLOORS.exists() else {}
    sunk = []
    print(f"{'figure':44} {'now':>8} {'target':>8} {'floor':>8}")
    for kit in KITS:
        if options.only and kit.name not in options.only:
            continue
        result = score(kit, options.kits.resolve())
        for figure in kit.figures:
            name, now = f"{kit.name}: {figure.name}", figure.find(result)
            print(_line(name, now, figure, floors.get(name)), flush=True)
            if now is None or now < floors.get(name, now) - SLACK:
                sunk.append(name)
            elif options.raise_floors:
                floors[name] = max(now, floors.get(name, now))
    if options.raise_floors:
        FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n")
    print(f"\nunder its floor or missing: {', '.join(sunk)}" if sunk else "\nno floor has sunk")
    return 1 if sunk else 0


def score(kit: Kit, kits: Path) -> Result:
    """The result of a kit's scorer: the JSON of its last line; empty where it failed."""
    with tempfile.TemporaryDirectory() as folder:
        case = Path(folder) / "seeds.jsonl"
        if "{case}" in kit.arguments:
            _read_seeds(kits, Path(folder), case)
        command = [sys.executable, str(kits / kit.script)]
        command += [part.format(case=case, kits=kits) for part in kit.arguments]
        done = subprocess.run(command, capture_output=True, text=True, env=_environment())
    try:
        result: Result = json.loads(done.stdout.strip().splitlines()[-1])
    except (IndexError, ValueError):
        print(f"{kit.name} gave no result:\n{done.stderr[-2000:]}", file=sys.stderr)
        return {}
    return result


def _read_seeds(kits: Path, folder: Path, lines: Path) -> None:
    case = str(folder / "seeds.sayso")
    sayso = str(Path(sys.executable).with_name("sayso"))
    subprocess.run([sayso, "read", str(kits / "seeds"), "--case", case], capture_output=True)
    subprocess.run([sayso, "export", "--case", case, "-o", str(lines)], capture_output=True)


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}


def _line(name: str, now: float | None, figure: Figure, floor: float | None) -> str:
    def cell(value: float | None) -> str:
        return "-" if value is None else f"{value:.3f}" if value <= 1 else f"{value:.1f}"

    return f"{name:44} {cell(now):>8} {cell(figure.target):>8} {cell(floor):>8}"


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--kits", type=Path, default=Path("../shared/bench"))
    parser.add_argument("--only", nargs="*", choices=[kit.name for kit in KITS])
    parser.add_argument("--raise-floors", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
