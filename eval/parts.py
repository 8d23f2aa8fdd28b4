"""The command line of a scorer of the project's own gold: a part to look at, and one unseen."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from typing import Any


def print_part(doc: str | None, score: Callable[..., dict[str, Any]]) -> int:
    """Score the part that is asked for and print it; ``doc`` is the scorer's own docstring."""
    parser = argparse.ArgumentParser(description=(doc or "").splitlines()[0])
    parser.add_argument("--part", choices=("dev", "test"), default="dev")
    parser.add_argument("-v", "--verbose", action="store_true")
    options = parser.parse_args()
    print(json.dumps(score(options.part, verbose=options.verbose)))
    return 0
