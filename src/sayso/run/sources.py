"""What the user named to be read, as files with the paths they have in the case."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path, PurePosixPath

from sayso.read.inputs import Input
from sayso.read.many.remote import MARK, objects
from sayso.read.walk import from_stream, inputs

STREAM = "-"
# Files that hold many reports.
ROWS = (".zip", ".jsonl", ".ndjson", ".parquet")


class Found:
    """Every file under the sources, each path once; found anew each time one goes over them.

    A million of them are never held at once. What comes through standard input is read when it is
    first met, and kept.
    """

    def __init__(self, sources: Iterable[str]) -> None:
        self._sources = tuple(sources)
        self._stream = cache(lambda: from_stream(sys.stdin.buffer))

    def __iter__(self) -> Iterator[Input]:
        """The files; what lies in a folder has the folder's own name in front of its path, so
        that two folders do not mix. Raises UsageError where a source is not there."""
        if len(self._sources) == 1:
            yield from self._files(self._sources[0])
            return
        seen: set[str] = set()
        for source in self._sources:
            for file in self._files(source):
                if file.path not in seen:
                    seen.add(file.path)
                    yield file

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _files(self, source: str) -> Iterator[Input]:
        if source == STREAM:
            yield self._stream()
            return
        if MARK in source:
            yield from objects(source)
            return
        path = Path(source)
        top = f"{path.resolve().name}/" if path.is_dir() else ""
        for file in inputs(path):
            yield replace(file, path=top + file.path) if top else file


def prefixes_of(sources: Iterable[str]) -> tuple[str, ...]:
    """How the paths of everything in the folders, archives and tables among the sources begin."""
    found = []
    for source in sources:
        path = Path(source)
        if MARK in source:
            found.append(f"{PurePosixPath(source.rstrip('/')).name}/")
        elif source != STREAM and path.is_dir():
            found.append(f"{path.resolve().name}/")
        elif path.suffix.lower() in ROWS:
            found.append(f"{path.name}!/")
    return tuple(found)
