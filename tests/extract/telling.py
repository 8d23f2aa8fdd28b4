"""Attributions of a few sentences, found as the product finds them."""

from __future__ import annotations

from functools import cache

from sayso.annotate.mentions.step import find_mentions
from sayso.annotate.times.step import find_times
from sayso.engines.spacy import SpacyEngine
from sayso.engines.tagger import OnnxTagger
from sayso.extract.attributions.step import find_attributions
from sayso.packs.load import builtin, load
from sayso.packs.pack import Pack
from sayso.records.documents import Block, Cleaned, Document
from sayso.records.notes import Notes
from sayso.records.statements import Attribution
from sayso.resolve.within import find_entities

_STRAIGHT = str.maketrans({"’": "'", "“": '"', "”": '"', "\xa0": " "})


@cache
def pack() -> Pack:
    """The general pack alone: none of this is about any one domain."""
    return load([builtin("general")])


def document_of(text: str) -> Document:
    """A report of these paragraphs, one a line; lines that begin with a bullet are items."""
    blocks, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            kind = "item" if line.startswith("• ") else "paragraph"
            blocks.append(Block(kind, start + 2 * (kind == "item"), start + len(line)))
        start += len(line) + 1
    cleaned = Cleaned(text.translate(_STRAIGHT), ((0, 0),))
    facts = {"published": "2021-03-01", "language": "en"}
    return Document("d-1", "a.txt", "0" * 64, "txt", text, tuple(blocks), cleaned, **facts)


def notes_of(engine: SpacyEngine, text: str) -> Notes:
    """Everything attributions are found with."""
    document = document_of(text)
    notes = Notes(document).with_gift("parse", engine.parse(document))
    notes = notes.with_gift("mentions", find_mentions(notes, pack()))
    notes = notes.with_gift("entities", find_entities(notes, pack()))
    return notes.with_gift("times", find_times(notes))


def told(engine: SpacyEngine, text: str) -> tuple[Attribution, ...]:
    """The attributions of a text."""
    return find_attributions(notes_of(engine, text), pack())


def tagged(engine: SpacyEngine, text: str) -> list[str]:
    """What is said in a text, as quoted, with the tagger that comes with the product."""
    found = find_attributions(notes_of(engine, text), pack(), OnnxTagger())
    return [attribution.content.quote for attribution in found]


def shown(engine: SpacyEngine, text: str) -> list[tuple[str | None, str | None, str]]:
    """Source, cue and content of each attribution, as quoted."""
    return [
        (a.source and a.source.quote, a.cue and a.cue.quote, a.content.quote)
        for a in told(engine, text)
    ]


def chain(attribution: Attribution) -> list[str]:
    """The names in a chain."""
    return [link.name for link in attribution.chain]
