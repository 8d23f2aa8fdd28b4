"""Adapter from sayso to the gold of chains: the attributions of a text, as its case lines say."""

from __future__ import annotations

from typing import Any

from eval.adapters_attribution import noted
from sayso.extract.attributions.hedging.find import find_hedges
from sayso.records.codec import plain
from sayso.records.notes import Notes
from sayso.run.tools import tools


def sayings(text: str, published: str | None) -> list[dict[str, Any]]:
    """Attributions as case lines have them; each link says also by which other names it goes."""
    notes = noted(text, published)
    if notes is None:
        return []
    names = {entity.id: [entity.name, *entity.aliases] for entity in notes.entities}
    found: list[dict[str, Any]] = [plain(attribution) for attribution in notes.attributions]
    for saying in found:
        for link in saying["chain"]:
            link["aliases"] = names.get(link["entity"], [])
    return [*found, *_hedged(notes)]


def _hedged(notes: Notes) -> list[dict[str, Any]]:
    """Each hedge over the words it governs, as something said by nobody but the author.

    Case lines keep the hedges of attributions; the author's own are read with the library.
    """
    return [
        {
            "source": None, "cue": None, "chain": [], "content": _place(hedge.scope),
            "published": None, "stance": "affirms",
            "hedges": [
                {**plain(hedge.hedge), "span": _place(hedge.bounds), "scope": _place(hedge.scope)}
            ],
        }
        for hedge in find_hedges(notes, tools().pack)
    ]  # fmt: skip


def _place(bounds: tuple[int, int]) -> dict[str, int]:
    return {"start": bounds[0], "end": bounds[1]}
