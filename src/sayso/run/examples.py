"""The examples of a pack, run: what it promises to find, held against what is found."""

from __future__ import annotations

from pathlib import Path

from sayso.engines.spacy import SpacyEngine
from sayso.packs.examples import Example, compare, examples, expected, found
from sayso.packs.load import load
from sayso.read.clean import clean
from sayso.records.documents import Block, Document
from sayso.records.ids import content_id, digest
from sayso.records.notes import Notes
from sayso.run.plan import Tools, take_all


def run_examples(folder: Path) -> list[str]:
    """Complaints about examples that do not hold, with their lines; empty if all do."""
    promised = examples(folder)
    if not promised:
        return []
    tools = {"pack": load([folder]), "engine": SpacyEngine(), "tagger": None, "typer": None}
    return [
        f"{folder.name}/examples.yaml:{example.line}: {complaint}"
        for example in promised
        for complaint in compare(expected(example), found(notes_of(example, tools)))
    ]


def notes_of(example: Example, tools: Tools) -> Notes:
    """All findings in an example's text, taken as one paragraph of a report."""
    text = example.text
    document = Document(
        id=content_id("d", text),
        path="examples.yaml",
        sha256=digest(text.encode()),
        format="txt",
        text=text,
        blocks=(Block("paragraph", 0, len(text)),),
        cleaned=clean(text, (Block("paragraph", 0, len(text)),), ()),
        published=example.published,
        language="en",
    )
    return take_all(Notes(document), tools)
