"""Documents read as far as their names, with the real engine."""

import pytest

from sayso.annotate.mentions.step import find_mentions
from sayso.packs.load import builtin, load
from sayso.packs.pack import Pack
from sayso.records.documents import Block, Cleaned, Document
from sayso.records.notes import Notes
from sayso.resolve.within import find_entities

STRAIGHT = str.maketrans({"’": "'", "“": '"', "”": '"'})


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load([builtin("general"), builtin("conflict")])


@pytest.fixture
def notes_of(engine, pack):
    def notes(text: str) -> Notes:
        blocks, start = [], 0
        for line in text.split("\n"):
            if line:
                blocks.append(Block("paragraph", start, start + len(line)))
            start += len(line) + 1
        cleaned = Cleaned(text.translate(STRAIGHT), ((0, 0),))
        document = Document("d-1", "a.txt", "0" * 64, "txt", text, tuple(blocks), cleaned)
        notes = Notes(document).with_gift("parse", engine.parse(document))
        notes = notes.with_gift("mentions", find_mentions(notes, pack))
        return notes.with_gift("entities", find_entities(notes, pack))

    return notes
