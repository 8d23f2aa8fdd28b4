"""What the user named to be read, as files with the paths they have in the case."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from sayso.read.inputs import Input
from sayso.read.walk import from_stream, inputs

STREAM = "-"


def files_of(sources: Iterable[str]) -> Iterator[Input]:
    """Every file under the sources, each path once.

    What lies in a folder has the folder's own name in front of its path, so that two folders
    do not mix. Raises UsageError where a source is not there.
    """
    seen: set[str] = set()
    for source in sources:
        for file in _files(source):
            if file.path not in seen:
                seen.add(file.path)
                yield file


def prefixes_of(sources: Iterable[str]) -> tuple[str, ...]:
    """How the paths of everything in the folders and archives among the sources begin."""
    found = []
    for source in sources:
        path = Path(source)
        if source != STREAM and path.is_dir():
            found.append(f"{path.resolve().name}/")
        elif path.suffix.lower() == ".zip":
            found.append(f"{path.name}!/")
    return tuple(found)


def _files(source: str) -> Iterator[Input]:
    if source == STREAM:
        yield from_stream(sys.stdin.buffer)
        return
    path = Path(source)
    top = f"{path.resolve().name}/" if path.is_dir() else ""
    for file in inputs(path):
        yield replace(file, path=top + file.path)
