"""Pages of the documentation as blocks of code, and a folder to run them in."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)
# What may lie on both sides of "..." in an expected answer.
ANYTHING = r"(?:.*\n)*?"


class Block(NamedTuple):
    """Code between fences: its language, its text, the words before it, and its line."""

    language: str
    text: str
    before: str
    line: int


def pages() -> list[Path]:
    """All pages that a reader may follow."""
    return [
        ROOT / "README.md",
        ROOT / "CONTRIBUTING.md",
        ROOT / "CHANGELOG.md",
        ROOT / "examples" / "README.md",
        *sorted((ROOT / "docs").rglob("*.md")),
    ]


def blocks(page: Path) -> list[Block]:
    """The code of a page, in order."""
    text = page.read_text("utf-8")
    found, last = [], 0
    for match in FENCE.finditer(text):
        before = text[last : match.start()].strip()
        line = text.count("\n", 0, match.start()) + 1
        found.append(Block(match[1], match[2], before, line))
        last = match.end()
    return found


def commands(block: Block) -> Iterator[tuple[str, str]]:
    """Each command of a console block and the answer it expects."""
    for part in re.split(r"^\$ ", block.text, flags=re.M)[1:]:
        command, _, answer = part.partition("\n")
        yield command, answer


def fits(answer: str, expected: str) -> bool:
    """Whether an answer is as expected; a line ``...`` stands for any lines, or none."""
    lines = [line.rstrip() for line in expected.strip().splitlines()]
    pattern = "".join(ANYTHING if line == "..." else re.escape(line) + r"\n" for line in lines)
    there = "".join(line.rstrip() + "\n" for line in answer.strip().splitlines())
    return re.fullmatch(pattern, there) is not None


def run(command: list[str], folder: Path, *, given: str = "") -> subprocess.CompletedProcess[str]:
    """Run a program in a folder, without colours and a hundred characters wide."""
    environment = {**os.environ, "COLUMNS": "100", "NO_COLOR": "1", "PYTHONUTF8": "1"}
    return subprocess.run(
        command,
        cwd=folder,
        input=given,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )


def run_sayso(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a command line of the docs, which must be one of sayso's."""
    program, *arguments = shlex.split(line)
    assert program == "sayso", f"only sayso runs in console blocks, not {program}"
    return run([str(Path(sys.executable).with_name("sayso")), *arguments], folder)
