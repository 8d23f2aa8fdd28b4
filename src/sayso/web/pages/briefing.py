"""The briefing: its sections chosen and ordered, with the analyst's words above them; the paper."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sayso.analysis.wording.names import clipped
from sayso.publish.briefing import (
    Briefing,
    Cell,
    Listing,
    Remark,
    Section,
    Sentence,
    Table,
    Topic,
)
from sayso.publish.compose import NAMES, compose
from sayso.publish.html import html
from sayso.publish.words import UNFOUNDED
from sayso.run.weighing.kept import kept_weighing
from sayso.web.ask import Ask
from sayso.web.deeds.desk import LAYOUT, layout_stamp
from sayso.web.page import Page

_PREVIEW = 3
# "2 events" tells nothing without its row.
_BARE = 3


@dataclass(frozen=True, slots=True)
class Part:
    """A section in the editor: whether it is printed, what is written above it, how many sentences
    and lines of tables it has, and its first sentences."""

    name: str
    title: str
    kept: bool
    words: str
    sentences: int
    lines: int
    preview: tuple[str, ...]
    unfounded: tuple[str, ...]


def briefing(ask: Ask) -> Page:
    """The editor of the briefing."""
    raw = ask.view.meta(LAYOUT)
    layout = _layout(raw)
    whole = ask.kept(("whole", raw), lambda: _compose(ask, layout, layout["order"]))
    parts = [_part(n, s, layout) for n, s in zip(layout["order"], whole.sections, strict=True)]
    values = {
        "title": layout["title"],
        "parts": parts,
        "order": ",".join(layout["order"]),
        "had": layout_stamp(raw),
        "unfounded": sum(len(part.unfounded) for part in parts if part.kept),
        "notes": len(whole.notes),
    }
    return Page("briefing.html", "Briefing", values, "/briefing")


def paper(ask: Ask) -> str:
    """The briefing as it is printed: a page of its own, the same that ``sayso brief`` writes."""
    raw = ask.view.meta(LAYOUT)
    layout = _layout(raw)
    return ask.kept(("paper", raw), lambda: html(_compose(ask, layout, layout["keep"])))


def _layout(raw: str | None) -> dict[str, Any]:
    """The layout that was kept, made whole: every section once, those unknown left out."""
    had = json.loads(raw) if raw else {}
    order = [name for name in had.get("order", NAMES) if name in NAMES]
    order += [name for name in NAMES if name not in order]
    keep = [name for name in order if name in had.get("keep", NAMES)]
    words = {n: w for n, w in had.get("words", {}).items() if n in NAMES}
    return {"title": had.get("title", "Briefing"), "order": order, "keep": keep, "words": words}


def _compose(ask: Ask, layout: dict[str, Any], chosen: list[str]) -> Briefing:
    return compose(
        ask.view,
        title=layout["title"],
        chosen=chosen,
        words=layout["words"],
        kept=kept_weighing(ask.view),
    )


def _part(name: str, section: Section, layout: dict[str, Any]) -> Part:
    found = list(_sentences(section))
    own = [p.text for p in section.parts if isinstance(p, Remark) and p.text.startswith(UNFOUNDED)]
    return Part(
        name=name,
        title=section.title,
        kept=name in layout["keep"],
        words=layout["words"].get(name, ""),
        sentences=len(found),
        lines=_lines(section),
        preview=tuple(
            clipped(f"{s.lead}{': ' if s.lead and s.text else ''}{s.text}", 200)
            for s in found[:_PREVIEW]
        ),
        unfounded=tuple(text.removeprefix(UNFOUNDED) for text in own),
    )


def _headed(sentence: Sentence, row: Sequence[Cell]) -> Sentence:
    """A sentence of a table that has no verb of its own, behind what its row is of."""
    heads = " · ".join(cell.text for cell in row if cell.text and not cell.sentences)
    bare = heads and len(sentence.text.split()) <= _BARE and not sentence.lead
    return replace(sentence, lead=heads) if bare else sentence


def _lines(section: Section | Topic) -> int:
    inner = (_lines(part) for part in section.parts if isinstance(part, Topic))
    tables = (part for part in section.parts if isinstance(part, Table))
    return sum(inner) + sum(len(band.rows) for table in tables for band in table.bands)


def _sentences(section: Section | Topic) -> list[Sentence]:
    found: list[Sentence] = []
    for part in section.parts:
        if isinstance(part, Topic):
            found += _sentences(part)
        elif isinstance(part, Listing):
            found += part.items
        elif isinstance(part, Table):
            rows = (row for band in part.bands for row in band.rows)
            found += [_headed(s, row) for row in rows for cell in row for s in cell.sentences]
    return found
