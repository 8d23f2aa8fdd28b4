"""What an engine must do, whoever trained it."""

from __future__ import annotations

from typing import Protocol

from sayso.records.documents import Document
from sayso.records.parse import Parse


class Engine(Protocol):
    """Reads grammar into a document; the same document always gives the same parse."""

    @property
    def hash(self) -> str:
        """Changes whenever the engine may read differently; known without loading the model."""
        ...

    def parse(self, document: Document) -> Parse:
        """Sentences, words, grammar and guesses at names, with offsets in the document's text."""
        ...
