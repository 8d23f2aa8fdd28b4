"""What engines must do, whoever trained them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

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


class Stretch(NamedTuple):
    """Words to be labelled, in text order.

    ``columns`` is a row of numbers for each word, ``blocks`` and ``sentences`` give for each
    word the number of its own.
    """

    words: Sequence[str]
    columns: Sequence[Sequence[int]]
    blocks: Sequence[int]
    sentences: Sequence[int]


class Tagger(Protocol):
    """Labels the words of a document; the same words always get the same labels."""

    @property
    def hash(self) -> str:
        """Changes whenever the tagger may label differently; known without loading it."""
        ...

    def label(self, stretch: Stretch) -> list[int]:
        """A label for each word."""
        ...


# What a typer tells names to be, in this order.
TYPES = ("Person", "Organization", "Place", "Thing", "Outlet")


class Typer(Protocol):
    """Tells what names are the names of; the same sentence always gives the same."""

    @property
    def hash(self) -> str:
        """Changes whenever the typer may tell otherwise; known without loading it."""
        ...

    def types(
        self, words: Sequence[str], names: Sequence[tuple[int, int]]
    ) -> list[tuple[float, ...]]:
        """For each name (words from, to) of a sentence the log-likelihoods of ``TYPES``."""
        ...
