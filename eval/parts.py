"""The command line of a scorer of the project's own gold: a part to look at, and one unseen."""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any


def print_part(
    doc: str | None, score: Callable[..., dict[str, Any]], parts: Sequence[str] = ("dev", "test")
) -> int:
    """Score the part that is asked for and print it; ``doc`` is the scorer's own docstring."""
    parser = argparse.ArgumentParser(description=(doc or "").splitlines()[0])
    parser.add_argument("--part", choices=tuple(parts), default="dev")
    parser.add_argument("-v", "--verbose", action="store_true")
    options = parser.parse_args()
    print(json.dumps(score(options.part, verbose=options.verbose)))
    return 0


def blocks(folder: Path, part: str) -> Iterator[tuple[str, str]]:
    """The head and the body of each passage of a part, in the file's order.

    A passage begins at a line "# d1" (or "# t1", and so on), with what its scorer wants behind it.
    """
    text = (folder / f"{part}.txt").read_text("utf-8")
    for block in re.split(r"(?m)^# (?=[dtjk]\d)", text)[1:]:
        head, body = block.split("\n", 1)
        yield head.strip(), body.strip()
