"""Hedges of a few sentences, with the words they govern."""

from __future__ import annotations

from sayso.engines.spacy import SpacyEngine
from sayso.extract.attributions.hedging.find import ScopedHedge, find_hedges
from sayso.records.notes import Notes
from tests.extract.telling import document_of, pack


def hedges(engine: SpacyEngine, text: str) -> tuple[ScopedHedge, ...]:
    """The hedges of a text."""
    document = document_of(text)
    notes = Notes(document).with_gift("parse", engine.parse(document))
    return find_hedges(notes, pack())


def ranges(engine: SpacyEngine, text: str) -> list[tuple[str, float | None, float | None]]:
    """Quote and range of each hedge of a text."""
    return [(h.hedge.quote, h.hedge.low, h.hedge.high) for h in hedges(engine, text)]


def scopes(engine: SpacyEngine, text: str) -> list[tuple[str, str]]:
    """Quote and scope of each hedge of a text, both as written."""
    return [(h.hedge.quote, text[slice(*h.scope)]) for h in hedges(engine, text)]
