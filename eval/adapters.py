"""The plug-ins of the benchmark kits: each calls public functions and adds nothing."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from eval.adapters_attribution import attributions
from eval.adapters_events import events, fillers
from eval.adapters_names import same_name
from eval.adapters_time import intervals, times
from sayso.engines.spacy import SpacyEngine
from sayso.packs.load import load
from sayso.packs.pack import Pack
from sayso.packs.shelf import builtin_packs
from sayso.read.choose import read_document
from sayso.records.case import Event
from sayso.records.notes import Notes
from sayso.run.linking import link
from sayso.run.plan import take_all
from sayso.run.tools import usable_tagger

__all__ = ["attributions", "events", "fillers", "intervals", "same_event", "same_name", "times"]


def same_event(mentions: list[dict[str, Any]]) -> list[str]:
    """Cluster ids of event mentions: the id of the event whose account covers the mention."""
    texts = {mention["document"]: mention["document_text"] for mention in mentions}
    notes = {name: _notes(text) for name, text in texts.items()}
    found = [r for r in link(lambda: _by_id(notes.values()), _pack()) if isinstance(r, Event)]
    accounts: dict[str, list[tuple[int, int, str]]] = {}
    for event in found:
        for account in event.accounts:
            span = account.span
            accounts.setdefault(span.document, []).append((span.start, span.end, event.id))
    return [_event_of(m, accounts.get(notes[m["document"]].document.id, [])) for m in mentions]


def _event_of(mention: dict[str, Any], accounts: list[tuple[int, int, str]]) -> str:
    start, end = mention["spans"][0][0], mention["spans"][-1][1]
    around = [(b - a, id) for a, b, id in accounts if a <= start and end <= b]
    return min(around)[1] if around else str(mention["id"])


def _by_id(notes: Iterable[Notes]) -> list[Notes]:
    return sorted(notes, key=lambda n: n.document.id)


def _notes(text: str) -> Notes:
    tools = {"pack": _pack(), "engine": _engine(), "tagger": usable_tagger()}
    return take_all(Notes(read_document("text.txt", text.encode())), tools)


@cache
def _pack() -> Pack:
    return load([pack.folder for pack in builtin_packs()])


@cache
def _engine() -> SpacyEngine:
    return SpacyEngine()
