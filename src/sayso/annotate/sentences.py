"""Sentences and their grammar, as the engine reads them."""

from __future__ import annotations

from sayso.engines.protocols import Engine
from sayso.records.notes import Notes
from sayso.records.parse import Parse


def find_sentences(notes: Notes, engine: Engine) -> Parse:
    """The parse of a document; empty where the document is kept but not read."""
    return engine.parse(notes.document) if notes.document.extracted else Parse()
