"""Plug-in for the project's own gold of events and ties: one report, linked as a case of one."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from sayso.engines.spacy import SpacyEngine
from sayso.packs.load import builtin, load
from sayso.packs.pack import Pack
from sayso.packs.shelf import builtin_packs
from sayso.read.choose import read_document
from sayso.records.accounts import FACTUALITY
from sayso.records.case import Entity, Event, Tie
from sayso.records.notes import Notes
from sayso.run.linking import link
from sayso.run.plan import take_all
from sayso.run.tools import usable_tagger, usable_typer

Found = dict[str, Any]


def happenings(
    text: str, published: str | None, packs: str = "all"
) -> tuple[list[Found], list[Found]]:
    """The events and ties of a report, names in place of entities, spans as offsets.

    ``packs`` is "all", or "general" to go without the pack on armed conflict.
    """
    pack = _pack(packs)
    notes = Notes(read_document("text.txt", text.encode(), published=published))
    tools = {"pack": pack, "engine": _engine(), "tagger": usable_tagger(), "typer": usable_typer()}
    whole = take_all(notes, tools)

    def read(gifts: Iterable[str], *, texts: bool) -> Iterable[Notes]:
        return [whole]

    records = list(link(read, pack))
    names = {r.id: (r.name, *r.aliases) for r in records if isinstance(r, Entity)}
    return (
        [_event(r, names) for r in records if isinstance(r, Event)],
        [_tie(r, names) for r in records if isinstance(r, Tie)],
    )


def _event(event: Event, names: dict[str, tuple[str, ...]]) -> Found:
    return {
        "id": event.id,
        "part_of": event.part_of,
        "type": event.type,
        "mode": event.mode,
        "realis": event.realis,
        "factuality": min((a.factuality for a in event.accounts), key=FACTUALITY.index),
        "spans": [(a.span.start, a.span.end) for a in event.accounts],
        "who": [
            *((p.role, names[p.entity]) for p in event.participants),
            *((f.role, (f.span.quote,)) for a in event.accounts for f in a.fillers),
        ],
        "places": [names[place] for place in event.places],
        "when": (event.earliest, event.latest),
        "purposes": [a.purpose for a in event.accounts if a.purpose],
        "bounds": [[q.low, q.high] for q in event.quantities],
        "numbers": [n for q in event.quantities for n in (q.low, q.high) if n is not None],
    }


def _tie(tie: Tie, names: dict[str, tuple[str, ...]]) -> Found:
    return {
        "type": tie.type,
        "subject": names[tie.subject],
        "object": names[tie.object] if tie.object else (),
        "office": names[tie.office] if tie.office else (),
        "territory": names[tie.territory] if tie.territory else (),
        "since": tie.since,
        "until": tie.until,
        "polarity": tie.polarity,
    }


@cache
def _pack(packs: str) -> Pack:
    every = [pack.folder for pack in builtin_packs()]
    return load(every if packs == "all" else [builtin("general")])


@cache
def _engine() -> SpacyEngine:
    return SpacyEngine()
