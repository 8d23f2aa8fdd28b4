"""Training examples: the words of a document, what is known of each, and the labels people gave."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sayso.extract.attributions.finders.scene import Scene
from sayso.extract.attributions.sayings import ruled_sayings
from sayso.extract.attributions.tagging.features import LABELS, ROLES, Row, rows
from sayso.read.choose import read_document
from sayso.records.notes import Notes
from sayso.run.plan import take_all
from sayso.run.tools import tools
from sayso.run.work import Bench


@dataclass(frozen=True)
class Example:
    """One document; ``blocks`` and ``sentences`` give for each word the number of its own."""

    id: str
    words: list[str]
    rows: list[Row]
    labels: list[int]
    spans: list[tuple[int, int]]
    names: list[bool]
    blocks: list[int]
    sentences: list[int]


def read_lines(path: Path) -> Iterator[dict[str, Any]]:
    """The documents of a file in the kit's form: id, text, attributions."""
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def read_examples(documents: Iterable[dict[str, Any]], workers: int = 2) -> list[Example]:
    """Documents with their words, features and labels, in their order."""
    with ProcessPoolExecutor(workers) as pool:
        return list(pool.map(_example, documents, chunksize=8))


def _example(row: dict[str, Any]) -> Example:
    notes = _notes(row["text"])
    scene = Scene(notes, _bench().pack)
    told = list(rows(scene, ruled_sayings(scene)))
    words = [(n, token) for n, sentence in enumerate(scene.sentences) for token in sentence]
    spans = [(token.start, token.end) for _, token in words]
    return Example(
        row["id"],
        [token.text for _, token in words],
        [one for sentence in told for one in sentence],
        labels_of(spans, row["attributions"]),
        spans,
        [token.pos == "PROPN" for _, token in words],
        [scene.sentences[number].block for number, _ in words],
        [number for number, _ in words],
    )


def labels_of(words: list[tuple[int, int]], attributions: Iterable[dict[str, Any]]) -> list[int]:
    """The label of each word; where roles lie over each other, cues go before sources."""
    found = [0] * len(words)
    every = list(attributions)
    for role in ROLES:
        for start, end in sorted(_pieces(every, role)):
            inside = [i for i, (a, b) in enumerate(words) if a < end and start < b]
            for place, i in enumerate(inside):
                found[i] = LABELS.index(("I-" if place else "B-") + role)
    return found


def _pieces(attributions: list[dict[str, Any]], role: str) -> Iterator[tuple[int, int]]:
    for one in attributions:
        yield from ((start, end) for start, end in one[role])


def _notes(text: str) -> Notes:
    notes = Notes(read_document("text.txt", text.encode()))
    assert notes.document.text == text
    return take_all(notes, _bench().tools, before="attributions")


@cache
def _bench() -> Bench:
    return tools()
