"""A briefing as PDF, with its footnotes at the foot of the page; set by Typst, which is offline."""

from __future__ import annotations

import json
from functools import singledispatchmethod
from importlib.resources import files
from typing import Any

from sayso.publish.briefing import (
    Briefing,
    Cell,
    Footnote,
    Listing,
    Picture,
    Remark,
    Sentence,
    Table,
    Topic,
)
from sayso.publish.forms.extras import wanted
from sayso.publish.paper.columns import shares
from sayso.publish.paper.order import Calls, facts

Node = dict[str, Any]


def pdf(briefing: Briefing) -> bytes:
    """The briefing as a PDF document; the same briefing gives the same bytes on one machine.

    Raises UsageError where the extra ``paper`` is missing.
    """
    typst = wanted("typst", "paper")
    template = files("sayso.publish").joinpath("templates", "briefing.typ").read_bytes()
    data = json.dumps(_Plain(briefing).whole(), ensure_ascii=False)
    done: bytes = typst.compile(template, format="pdf", sys_inputs={"briefing": data})
    return done


class _Plain:
    """A briefing as plain data for the template, footnotes told apart at their first call."""

    def __init__(self, briefing: Briefing) -> None:
        self._briefing = briefing
        self._calls = Calls(briefing)

    def whole(self) -> Node:
        """The briefing; sections first, for their order is that of the footnotes."""
        sections = [
            {"title": section.title, "parts": [self._part(part) for part in section.parts]}
            for section in self._briefing.sections
        ]
        return {
            "title": self._briefing.title,
            "scope": [remark.text for remark in self._briefing.scope],
            "sections": sections,
            "notes": {str(note.number): _note(note) for note in self._briefing.notes},
        }

    @singledispatchmethod
    def _part(self, part: Any) -> Node:
        raise TypeError(f"a briefing has no {type(part).__name__}")

    @_part.register
    def _(self, part: Remark) -> Node:
        return {"kind": "remark", "text": part.text}

    @_part.register
    def _(self, part: Picture) -> Node:
        return {"kind": "picture", "svg": part.svg, "words": part.words}

    @_part.register
    def _(self, part: Listing) -> Node:
        items = [self._sentence(item) for item in part.items]
        return {"kind": "listing", "ranked": part.ranked, "items": items}

    @_part.register
    def _(self, part: Table) -> Node:
        bands = [
            {"title": band.title, "rows": [[self._cell(cell) for cell in row] for row in band.rows]}
            for band in part.bands
        ]
        widths = shares(part)
        return {"kind": "table", "head": list(part.head), "bands": bands, "widths": widths}

    @_part.register
    def _(self, part: Topic) -> Node:
        inner = [self._part(one) for one in part.parts]
        return {"kind": "topic", "title": part.title, "meta": part.meta, "parts": inner}

    def _cell(self, cell: Cell) -> Node:
        sentences = [self._sentence(one) for one in cell.sentences]
        return {"text": cell.text, "small": cell.small, "sentences": sentences}

    def _sentence(self, sentence: Sentence) -> Node:
        calls = [{"note": c.note, "first": c.first} for c in self._calls.of(sentence)]
        return {"lead": sentence.lead, "text": sentence.text, "calls": calls}


def _note(note: Footnote) -> Node:
    passage = note.passage
    return {
        "pieces": [
            {"text": " ".join(piece.text.split("\n")), "marked": bool(piece.marks)}
            for piece in passage.pieces
        ],
        "cut_before": passage.cut_before,
        "cut_after": passage.cut_after,
        "facts": facts(note),
    }
