"""Look for texts that the reader of times does not survive, guided by what they reach in it.

    python -m tests.annotate.fuzz_times -max_total_time=600

needs atheris (``pip install atheris``: 35 MB, Linux and macOS), which is why no test runs it; the
tests put what it puts, unguided. It ends with the text and a crash file where one is found.
"""

from __future__ import annotations

import importlib
import sys
from functools import cache
from types import ModuleType

REPORTS = (None, "2021", "2021-03", "2021-03-10", "0001-01-01", "9999-12-31", "soon", "2020-02-30")


@cache
def at_work() -> ModuleType:
    """The tests of survival, and with them the reader: what is imported late can be watched."""
    return importlib.import_module("tests.annotate.test_times_survival")


def text_of(data: bytes) -> str:
    """What some bytes spell: words of time, one a byte, or the characters as they stand."""
    pieces = at_work().PIECES
    if data[1:2] > b"\x7f":
        return data[2:].decode("utf-8", "replace")
    return " ".join(pieces[byte % len(pieces)] for byte in data[2:])


def survives(data: bytes) -> None:
    """Read the text that these bytes spell; raises AssertionError where a result is unsound."""
    text, report = text_of(data), REPORTS[sum(data[:1]) % len(REPORTS)]
    assert at_work().sound(text, at_work().read_times(text, report)), text


def main() -> int:
    """Hand bytes to ``survives`` until one breaks it or the time is over."""
    try:
        atheris = importlib.import_module("atheris")
    except ImportError:
        sys.stderr.write("atheris is not there: pip install atheris\n")
        return 1
    with atheris.instrument_imports(include=["sayso.annotate"]):
        at_work()
    atheris.Setup(sys.argv, survives)
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
