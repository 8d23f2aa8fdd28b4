"""Who says what: attributions, the chain of sources behind them, and their hedges."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.records.spans import Span

STANCES = ("affirms", "denies", "unsure")


@dataclass(frozen=True, slots=True)
class Hedge:
    """A word of likelihood and the probability range it stands for (ICD 203), 0 to 1."""

    quote: str
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Link:
    """One source in a chain, by name and, where it resolves, by entity id."""

    name: str
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Some content and on whose word it stands.

    ``source`` is null where the author vouches or nobody is named; ``cue`` is null where only a
    citation ties content to source. ``chain`` runs from the outlet down to the original
    speaker. ``published`` is the EDTF date of the cited report. In a document's notes,
    ``source_entity`` and the chain's entities are local ids; in a case they are entity ids.
    """

    id: str
    source: Span | None
    source_entity: str | None
    cue: Span | None
    content: Span
    chain: tuple[Link, ...]
    published: str | None
    hedges: tuple[Hedge, ...]
    stance: str
