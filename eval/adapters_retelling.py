"""Plug-ins for events across documents: recognition of given mentions, and what linking makes."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from sayso.engines.spacy import SpacyEngine
from sayso.packs.load import load
from sayso.packs.pack import Pack
from sayso.packs.shelf import builtin_packs
from sayso.read.choose import read_document
from sayso.records.case import Event
from sayso.records.notes import Notes
from sayso.resolve.retelling.families import family_of
from sayso.resolve.retelling.subjects import subjects, terms_of, words_of
from sayso.run.linking import link
from sayso.run.plan import take_all
from sayso.run.tools import usable_tagger, usable_typer

Mention = dict[str, Any]


def same_event(mentions: list[Mention]) -> list[str]:
    """Cluster ids of given mentions: the family of their word and the subject of their report."""
    texts = {m["document"]: m["document_text"] for m in mentions}
    about = subjects([terms_of(words_of(text)) for text in texts.values()])
    subject = dict(zip(texts, about, strict=True))
    return [f"{subject[m['document']]} {family_of(m['lemma'])}" for m in mentions]


def linked_event(mentions: list[Mention]) -> list[str]:
    """Cluster ids as a whole read of the documents gives them: the id of the event whose account
    covers a mention; what no account covers stands alone."""
    texts = {mention["document"]: mention["document_text"] for mention in mentions}
    notes = {name: _notes(text) for name, text in texts.items()}

    def read(gifts: Iterable[str], *, texts: bool) -> Iterable[Notes]:
        return _by_id(notes.values())

    found = [record for record in link(read, _pack()) if isinstance(record, Event)]
    accounts: dict[str, list[tuple[int, int, str]]] = {}
    for event in found:
        for account in event.accounts:
            span = account.span
            accounts.setdefault(span.document, []).append((span.start, span.end, event.id))
    return [_event_of(m, accounts.get(notes[m["document"]].document.id, [])) for m in mentions]


def _event_of(mention: Mention, accounts: list[tuple[int, int, str]]) -> str:
    start, end = mention["spans"][0][0], mention["spans"][-1][1]
    around = [(b - a, id) for a, b, id in accounts if a <= start and end <= b]
    return min(around)[1] if around else str(mention["id"])


def _by_id(notes: Iterable[Notes]) -> list[Notes]:
    return sorted(notes, key=lambda n: n.document.id)


def _notes(text: str) -> Notes:
    tools = {
        "pack": _pack(),
        "engine": _engine(),
        "tagger": usable_tagger(),
        "typer": usable_typer(),
    }
    return take_all(Notes(read_document("text.txt", text.encode())), tools)


@cache
def _pack() -> Pack:
    return load([pack.folder for pack in builtin_packs()])


@cache
def _engine() -> SpacyEngine:
    return SpacyEngine()
