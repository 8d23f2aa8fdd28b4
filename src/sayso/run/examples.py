"""The examples of a pack, run: what it promises to find, held against what is found."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sayso.engines.spacy import SpacyEngine
from sayso.packs.examples import Example, compare, examples, expected, found
from sayso.packs.load import load
from sayso.read.choose import read_document
from sayso.records.notes import Notes
from sayso.run.plan import PLAN, work_of


def run_examples(folder: Path) -> list[str]:
    """Complaints about examples that do not hold, with their lines; empty if all do."""
    promised = examples(folder)
    if not promised:
        return []
    tools = {"pack": load([folder]), "engine": SpacyEngine(), "": None}
    return [
        f"{folder.name}/examples.yaml:{example.line}: {complaint}"
        for example in promised
        for complaint in compare(expected(example), found(notes_of(example, tools)))
    ]


def notes_of(example: Example, tools: dict[str, Any]) -> Notes:
    """All findings in an example's text."""
    document = read_document("example.txt", example.text.encode(), published=example.published)
    notes = Notes(document)
    for step in PLAN:
        notes = notes.with_gift(step.gives, work_of(step)(notes, tools[step.uses]))
    return notes
